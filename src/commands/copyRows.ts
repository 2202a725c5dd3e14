import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import { redact } from '../core/redact.ts';
import type { Row } from '../core/row.ts';
import { setStatusBarMessage } from '../host/messages.ts';
import { rowsAsMarkdown } from '../panels/rows/rowsText.ts';
import { chosenRows, type Panels } from './chosenRows.ts';
import type { CommandContext } from './context.ts';

export function copyRowNumbers(panels: Panels): Promise<void> {
  return copy(panels, 'as phone numbers', (rows) => rows.map((row) => row.phone_number).join('\n'));
}

export function copyRowsAsJson(panels: Panels): Promise<void> {
  return copy(panels, 'as JSON, without keys and tokens', (rows) =>
    JSON.stringify(redact(rows.length === 1 ? rows[0] : rows), null, 2),
  );
}

export function copyRowsAsMarkdown({ clock }: CommandContext, panels: Panels): Promise<void> {
  return copy(panels, 'as Markdown', (rows) => rowsAsMarkdown(rows, clock.now()));
}

/** The selected rows to the clipboard. */
async function copy(panels: Panels, what: string, text: (rows: readonly Row[]) => string): Promise<void> {
  const rows = chosenRows(panels);
  await vscode.env.clipboard.writeText(text(rows));
  void setStatusBarMessage(`Copied ${plural(rows.length, 'row')} ${what}.`, 5000);
}
