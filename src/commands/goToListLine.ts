import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import type { Row } from '../core/row.ts';
import { showList } from '../editor/showList.ts';
import { chosenRows, type Panels } from './chosenRows.ts';
import type { CommandContext } from './context.ts';
import { readCallListFile } from '../sending/callListFile.ts';
import { checkWithProgress } from '../sending/check.ts';

/** From a row of a campaign to the line of the CSV that it came from. */
export async function goToListLine(context: CommandContext, panels: Panels): Promise<void> {
  const [row] = chosenRows(panels);
  const campaignId = panels.rows.active?.campaignId ?? panels.transcript.active?.campaignId;
  const address = campaignId === undefined ? undefined : await context.provenances.listOf(campaignId);
  if (row === undefined || address === undefined) {
    throw new HumanError(
      'The call list of this campaign is not known: the campaign was not created on this machine, or was created too long ago.',
    );
  }
  const uri = vscode.Uri.parse(address);
  const line = await lineOf(context, row, uri);
  if (line !== undefined) await showList(uri, line);
}

/**
 * Searches by the number, because lines may have moved since.
 * @returns undefined when the person cancelled
 */
async function lineOf(context: CommandContext, row: Row, uri: vscode.Uri): Promise<number | undefined> {
  const file = await readCallListFile(uri);
  const { options } = await context.reading.of(uri);
  // Contacts who must no longer be called were on the list when it was launched.
  const list = await checkWithProgress(file, { ...options, suppressed: undefined });
  if (list === undefined) return undefined;
  const contact = list.contacts.find((candidate) => candidate.to_phone_number === row.phone_number);
  if (contact !== undefined) return contact.line;
  throw new HumanError(`“${file.name}” no longer contains this number. It may have been edited since.`);
}
