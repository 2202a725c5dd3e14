import * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { redact } from '../core/redact.ts';
import type { Row } from '../core/row.ts';
import { setStatusBarMessage } from '../host/messages.ts';
import { rowsAsMarkdown } from '../panels/rows/rowsText.ts';
import { mapChosenRows, type Panels } from './chosenRows.ts';
import type { CommandContext } from './context.ts';

/** The most rows that are copied: with its transcript a row may have 10 kB. */
const maxWholeRows = 1_000;

export async function copyRowNumbers(panels: Panels): Promise<void> {
  const numbers = await mapChosenRows(panels, (row) => row.phone_number);
  await copy(numbers.join('\n'), numbers.length, 'as phone numbers');
}

export async function copyRowsAsJson(panels: Panels): Promise<void> {
  const rows = await wholeRows(panels, 'JSON');
  const text = JSON.stringify(redact(rows.length === 1 ? rows[0] : rows), null, 2);
  await copy(text, rows.length, 'as JSON, without keys and tokens');
}

export async function copyRowsAsMarkdown({ clock }: CommandContext, panels: Panels): Promise<void> {
  const rows = await wholeRows(panels, 'Markdown');
  await copy(rowsAsMarkdown(rows, clock.now()), rows.length, 'as Markdown');
}

/** @throws HumanError where they are too many for a clipboard */
async function wholeRows(panels: Panels, form: string): Promise<readonly Row[]> {
  let count = 0;
  const rows = await mapChosenRows(panels, (row) => {
    count += 1;
    return count > maxWholeRows ? undefined : row;
  });
  if (count > maxWholeRows) {
    throw new HumanError(
      `${formatCount(count)} rows are too many to copy as ${form}. Select up to ${formatCount(maxWholeRows)}, or export them as a file.`,
    );
  }
  return rows.filter((row) => row !== undefined);
}

async function copy(text: string, rows: number, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  void setStatusBarMessage(`Copied ${plural(rows, 'row')} ${what}.`, 5000);
}
