import { openUntitledCsv } from '../editor/untitledCsv.ts';
import { rowsAsCsv } from '../panels/rows/rowsText.ts';
import { chosenRows, type Panels } from './chosenRows.ts';

/** The selected contacts as a call list of their own, unsaved: to look at, change, and make a campaign from. */
export async function newCsvFromRows(panels: Panels): Promise<void> {
  await openUntitledCsv('contacts', '.csv', rowsAsCsv(chosenRows(panels)));
}
