import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { chosenRows, type Panels } from './chosenRows.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

/** What was said: in its panel beside the rows, or as a document for the editor's own tools. */
export function registerOpenTranscript(context: CommandContext, panels: Panels): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(context, commandIds.openTranscript, () => {
      const [row] = chosenRows(panels);
      const { active } = panels.rows;
      if (row === undefined || active === undefined) throw new HumanError('Select a row first.');
      const { campaignId } = active;
      const { question, source } = active.model;
      if (question !== undefined) panels.transcript.open({ campaignId, question, source, rowId: row.id });
    }),
    registerCommand(context, commandIds.openTranscriptDocument, async () => {
      const [row] = chosenRows(panels);
      if (row !== undefined) await panels.transcript.openDocument(row);
    }),
  );
}
