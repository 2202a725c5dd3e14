import type { CsvRecord } from '../callList/csv/records.ts';
import type { CheckedList } from './watchedList.ts';

const read = new WeakMap<CheckedList, Promise<CsvRecord[]>>();

/**
 * The records of a checked list, read once per check: hovers and cursor moves are more frequent than edits.
 */
export async function checkedRecords(checked: CheckedList): Promise<readonly CsvRecord[]> {
  const { readRecords } = await import('./listRecords.ts');
  const records = read.get(checked) ?? readRecords(checked.text, checked.list.dialect.delimiter);
  read.set(checked, records);
  return records;
}
