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
    throw new HumanError('No rows are selected. Open the rows of a campaign and select one or more.');
  return chosen;
}

/** The campaign that the chosen rows are of; undefined: none is shown. */
export function chosenCampaignId({ rows, transcript }: Panels): string | undefined {
  return rows.active?.campaignId ?? transcript.active?.campaignId;
}

/** Whether rows are selected in the table in front, or a transcript is. */
export function isAnyRowChosen({ rows, transcript }: Panels): boolean {
  const model = rows.active?.model;
  if (model !== undefined) return model.selectsAll || model.shown.selected.length > 0;
  return (transcript.active?.rows ?? []).length > 0;
}

/** Maps each selected row, over all pages. Only the results stay in memory. */
export async function mapChosenRows<T>(panels: Panels, map: (row: Row) => T): Promise<readonly T[]> {
  const model = panels.rows.active?.model;
  if (model?.selectsAll !== true) return chosenRows(panels).map(map);
  const mapped: T[] = [];
  await model.visitSelected((row) => mapped.push(map(row)));
  return mapped;
}
