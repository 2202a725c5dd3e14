import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import { redact } from '../core/redact.ts';
import type { Row } from '../core/row.ts';
import { rowsAsMarkdown } from '../panels/rows/rowsText.ts';
import { chosenRows, type Panels } from './chosenRows.ts';
import { registerCommand, type CommandContext } from './context.ts';
import { commandIds } from '../host/commandIds.ts';

/** Selected rows to the clipboard: numbers, JSON without keys and tokens, or Markdown. */
export function registerCopyRows(context: CommandContext, panels: Panels): vscode.Disposable {
  const copies = (id: string, what: string, text: (rows: readonly Row[]) => string) =>
    registerCommand(context, id, async () => {
      const rows = chosenRows(panels);
      await vscode.env.clipboard.writeText(text(rows));
      void vscode.window.setStatusBarMessage(`Copied ${plural(rows.length, 'row')} ${what}.`, 5000);
    });
  return vscode.Disposable.from(
    copies(commandIds.copyRowNumbers, 'as phone numbers', (rows) =>
      rows.map((row) => row.phone_number).join('\n'),
    ),
    copies(commandIds.copyRowsAsJson, 'as JSON, without keys and tokens', (rows) =>
      JSON.stringify(redact(rows.length === 1 ? rows[0] : rows), null, 2),
    ),
    copies(commandIds.copyRowsAsMarkdown, 'as Markdown', (rows) => rowsAsMarkdown(rows, context.clock.now())),
  );
}
