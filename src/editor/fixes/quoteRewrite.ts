import type { Delimiter } from '../../callList/csv/delimiter.ts';
import { withUsualQuotes, type OddQuotes } from '../../callList/csv/oddQuotes.ts';
import { recordRange } from '../../callList/csv/positions.ts';
import type { CsvRecord } from '../../callList/csv/records.ts';
import type { TextChange } from './cellFix.ts';

/** The changes that give a list the quotes of a CSV. What is correct already stays. */
export function quoteChanges(
  records: readonly CsvRecord[],
  quotes: OddQuotes,
  delimiter: Delimiter,
): TextChange[] {
  return records.flatMap((record) => {
    const before = record.raw.replace(/\r?\n$|\r$/, '');
    const text = withUsualQuotes(before, quotes, delimiter);
    return text === before ? [] : [{ range: recordRange(record), text }];
  });
}
