import type { CampaignApi } from '../../../../src/core/ports.ts';
import type { Row } from '../../../../src/core/row.ts';

/** Every row of a campaign. */
export async function readAll(api: CampaignApi, id: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of api.readRows(id)) rows.push(...batch);
  return rows;
}
