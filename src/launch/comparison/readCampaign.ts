import type { Campaign } from '../../core/campaign.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { toServerRow, type ServerRow } from './serverRow.ts';

/** A campaign and all its rows, read one after the other. */
export interface CampaignWithRows {
  readonly campaign: Campaign;
  readonly rows: readonly ServerRow[];
}

export type ReadingApi = Pick<CampaignApi, 'retrieveCampaign' | 'readRows'>;

/** @throws ApiError when the campaign or one of its rows cannot be read */
export async function readCampaign(
  api: ReadingApi,
  id: string,
  signal?: AbortSignal,
): Promise<CampaignWithRows> {
  const campaign = await api.retrieveCampaign(id, signal);
  const rows: ServerRow[] = [];
  for await (const batch of api.readRows(id, signal)) for (const row of batch) rows.push(toServerRow(row));
  return { campaign, rows };
}
