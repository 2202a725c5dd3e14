import type { PhoneOptions } from '../../callList/phone/phoneVerdict.ts';
import { numbersInCell } from '../../callList/phone/severalNumbers.ts';
import { Pace } from '../../callList/pace.ts';
import type { Problem } from '../../callList/problems.ts';
import { readRecords, recordAt } from '../listRecords.ts';
import type { CheckedList } from '../watchedList.ts';
import type { TextChange } from './cellFix.ts';
import { rowSplit } from './rowSplit.ts';

/**
 * A row for each number of these cells. Cells in which something is no number that can be called are left for
 * a person.
 */
export async function splitCells(
  problems: readonly Problem[],
  { list, text }: Pick<CheckedList, 'list' | 'text'>,
  reading: PhoneOptions,
): Promise<TextChange[]> {
  const { phoneColumn, dialect } = list;
  if (phoneColumn === undefined) return [];
  const records = await readRecords(text, dialect.delimiter);
  const pace = new Pace();
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const changes: TextChange[] = [];
  for (const { line, value = '' } of problems) {
    await pace.yieldIfDue();
    const { numbers, complete } = numbersInCell(value, reading);
    const record = recordAt(records, line);
    if (record === undefined || !complete || numbers.length < 2) continue;
    const written = numbers.map((number) => number.written);
    const change = rowSplit(record, phoneColumn, written, dialect.delimiter, newline);
    if (change !== undefined) changes.push(change);
  }
  return changes;
}
