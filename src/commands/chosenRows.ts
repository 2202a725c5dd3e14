import type { Row } from '../core/row.ts';
import { HumanError } from '../core/errors.ts';
import type { RowsPanels } from '../panels/rows/rowsPanels.ts';
import type { TranscriptPanels } from '../panels/transcript/transcriptPanels.ts';

export interface Panels {
  readonly rows: RowsPanels;
  readonly transcript: TranscriptPanels;
}

/** The rows that commands are for: those selected in the table in front, or the one whose transcript is. */
export function chosenRows({ rows, transcript }: Panels): readonly Row[] {
  const chosen = rows.active?.model.shown.selected ?? transcript.active?.rows ?? [];
  if (chosen.length === 0)
    throw new HumanError('No row is selected. Open the rows of a campaign and select some.');
  return chosen;
}

/** The campaign that the chosen rows are of; undefined: none is shown. */
export function chosenCampaignId({ rows, transcript }: Panels): string | undefined {
  return rows.active?.campaignId ?? transcript.active?.campaignId;
}
