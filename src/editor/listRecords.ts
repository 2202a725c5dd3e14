import { signOf, type Delimiter } from '../callList/csv/delimiter.ts';
import { sniffDialect } from '../callList/csv/dialect.ts';
import { Pace } from '../callList/pace.ts';
import { RecordReader, type CsvRecord } from '../callList/csv/records.ts';

/** How many characters the check reads to find the dialect of the file. */
const beginningChars = 32 * 1024;

/**
 * The records of a list that was checked, header and titles included, read as the check reads them. A test
 * compares the two.
 * @param delimiter of the check; found again when absent
 */
export async function readRecords(text: string, delimiter?: Delimiter): Promise<CsvRecord[]> {
  const beginning = text.slice(0, beginningChars);
  const sign = delimiter === undefined ? undefined : signOf(delimiter);
  const dialect = sniffDialect(beginning, beginning.length === text.length, sign);
  const { newline, separatorLine } = dialect;
  const reader = new RecordReader(
    delimiter ?? dialect.delimiter,
    newline === '\r' ? '\r' : '\n',
    separatorLine > 0 ? 2 : 1,
  );
  const pace = new Pace();
  const records: CsvRecord[] = [];
  for (let at = separatorLine; at < text.length; at += beginningChars) {
    await pace.yieldIfDue();
    for (const record of reader.push(text.slice(at, at + beginningChars))) records.push(record);
  }
  return [...records, ...reader.end()];
}

/** The record that a line belongs to. Records are in the file's order. */
export function recordAt(records: readonly CsvRecord[], line: number): CsvRecord | undefined {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.line ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return records[low - 1];
}
