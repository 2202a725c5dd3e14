import { HumanError } from '../core/errors.ts';
import { chosenRows, type Panels } from './chosenRows.ts';

/** Opens the transcript in its panel beside the rows. */
export async function openTranscript(panels: Panels): Promise<void> {
  const { active } = panels.rows;
  // The second click or key on a row comes while its transcript opens, or when it is in front.
  if (active === undefined && panels.transcript.active !== undefined) return;
  const [row] = chosenRows(panels);
  if (row === undefined || active === undefined) throw new HumanError('Select a row first.');
  const { campaignId } = active;
  const { question, source } = active.model;
  if (question !== undefined) await panels.transcript.open({ campaignId, question, source, rowId: row.id });
}

/** Opens the transcript as a document for the editor's own tools. */
export async function openTranscriptDocument(panels: Panels): Promise<void> {
  const [row] = chosenRows(panels);
  if (row !== undefined) await panels.transcript.openDocument(row);
}
