import { signOf, type Delimiter } from './delimiter.ts';
import { recordRange } from './positions.ts';
import { problemAt, type Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/**
 * Why a record cannot be trusted to say what somebody wrote into it, if so: such a row is never called.
 * @param width the number of columns
 */
export function brokenRow(record: CsvRecord, width: number, delimiter: Delimiter): Problem | undefined {
  const { cells, fault, raw, suspect } = record;
  if (fault !== undefined) {
    const message = raw.includes('\\"') ? escapedQuote : faultSentences[fault.kind];
    return problemAt(recordRange(record, fault.at), faultCodes[fault.kind], message);
  }
  if (suspect && (cells.length !== width || cells.some((cell) => cell.includes('"')))) {
    const message =
      'This line may belong to the broken quote above it, so it is not called. Repair that quote first.';
    return problemAt(recordRange(record), 'revox.row.afterBrokenQuote', message);
  }
  if (record.hasNul) {
    const message = 'This row contains NUL characters, a sign of a damaged file. Export the list again.';
    return problemAt(recordRange(record), 'revox.row.nulByte', message);
  }
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    const sign = delimiter === '\t' ? 'a tab' : `“${signOf(delimiter)}”`;
    const message = `This row has ${cells.length} cells, the header ${width}: a value was probably split in two. Put quotes around the value that contains ${sign}.`;
    return problemAt(recordRange(record), 'revox.row.tooManyCells', message);
  }
  return undefined;
}

const escapedQuote =
  'A quote in a cell is written \\" here, which is not valid in a CSV, so this row is not called. Double it ("") with the quick fix, or export the list again without escape characters.';

const faultCodes = {
  unclosed: 'revox.row.quoteUnclosed',
  malformed: 'revox.row.quoteMalformed',
  tooLong: 'revox.row.tooLong',
} as const;

const faultSentences = {
  unclosed:
    'A quote is opened here and never closed, so this line cannot be read. Close it, or remove it; the rows below were read line by line.',
  malformed:
    'A quote in the middle of this quoted cell makes the row unreadable. Double quotes inside a cell (""), or remove them.',
  tooLong:
    'This line is longer than a million characters, so it is not read as a row. Check where the file comes from.',
} as const;
