import type * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import type { Assistant } from '../../core/assistant.ts';
import { rowValues } from '../../callList/values/rowValues.ts';
import { spokenPreview } from '../../callList/values/spokenPreview.ts';
import type { CallLists } from '../callLists.ts';
import type { CheckedList } from '../watchedList.ts';
import { checkedRecords } from '../checkedRecords.ts';
import { leftOutBecause, rowIndexAt, rowRecords } from '../listRows.ts';
import { previewText, type PreviewText } from './previewText.ts';

/**
 * The preview of the row on a line, by the list's last check.
 * @param line 1-based
 * @returns undefined while there is no check of the document as it is
 */
export async function previewOf(
  lists: CallLists,
  document: vscode.TextDocument,
  line: number,
  assistant: Assistant,
): Promise<PreviewText | undefined> {
  const checked = await lists.current(document);
  if (checked === undefined) return undefined;
  const { list } = checked;
  const records = await checkedRecords(checked);
  const rows = rowRecords(list, records);
  const index = rowIndexAt(rows, line);
  const row = rows[index];
  if (row === undefined) return { text: 'This list has no rows, so nobody hears anything yet.\n', marks: [] };
  const contact = list.contacts.find((candidate) => candidate.line === row.line);
  const values = rowValues(list, row);
  return previewText({
    assistant: assistant.name === '' ? 'the assistant' : assistant.name,
    list: fileNameOf(document.uri),
    line: row.line,
    place: index + 1,
    of: rows.length,
    number: contact?.to_phone_number ?? row.cells[list.phoneColumn ?? -1] ?? '',
    leftOut: contact === undefined ? leftOutBecause(list, row, records) : undefined,
    texts: values && spokenPreview(assistant, values),
  });
}

/**
 * The variables of the row on a line, as they would be sent.
 * @param line 1-based
 * @returns undefined where there is no row, or it cannot be read
 */
export async function valuesAt(
  checked: CheckedList,
  line: number,
): Promise<Readonly<Record<string, string>> | undefined> {
  const rows = rowRecords(checked.list, await checkedRecords(checked));
  const row = rows[rowIndexAt(rows, line)];
  return row && rowValues(checked.list, row);
}

/** The line of the row after (1) or before (-1) the one on this line; undefined at the ends. */
export async function neighbourLine(
  lists: CallLists,
  document: vscode.TextDocument,
  line: number,
  by: 1 | -1,
): Promise<number | undefined> {
  const checked = await lists.current(document);
  if (checked === undefined) return undefined;
  const rows = rowRecords(checked.list, await checkedRecords(checked));
  return rows[rowIndexAt(rows, line) + by]?.line;
}
