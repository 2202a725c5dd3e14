import type { Campaign } from '../../core/campaign.ts';
import { HumanError } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { toServerRow, type ServerRow } from './serverRow.ts';

/** A campaign and all its rows, read one after the other. */
export interface CampaignWithRows {
  readonly campaign: Campaign;
  readonly rows: readonly ServerRow[];
}

export type ReadingApi = Pick<CampaignApi, 'retrieveCampaign' | 'readRows'>;

/** Far more than a campaign that is launched from here can have. */
export const maxRead = { rows: 1_000_000, characters: 1_000_000_000 } as const;

/**
 * @param bounds how many rows are kept, and how many characters of them as JSON
 * @throws ApiError when the campaign or one of its rows cannot be read, HumanError when there are more
 */
export async function readCampaign(
  api: ReadingApi,
  id: string,
  signal?: AbortSignal,
  bounds: { readonly rows: number; readonly characters: number } = maxRead,
): Promise<CampaignWithRows> {
  const campaign = await api.retrieveCampaign(id, signal);
  const rows: ServerRow[] = [];
  let characters = 0;
  for await (const batch of api.readRows(id, signal)) {
    for (const row of batch) {
      const read = toServerRow(row);
      characters += JSON.stringify(read).length;
      if (rows.length === bounds.rows || characters > bounds.characters) {
        throw new HumanError(
          'The server sends more rows than this campaign can have. Nothing more was read.',
        );
      }
      rows.push(read);
    }
  }
  return { campaign, rows };
}
