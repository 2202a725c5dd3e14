import { isBlank } from './header.ts';
import { recordRange } from './positions.ts';
import { problemAt, type Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/**
 * `lines`: each line is in quotes as a whole, so that it is one cell. `single`: cells are in single quotes,
 * which have no meaning in a CSV.
 */
export type QuoteStyle = 'lines' | 'single';

const most = 0.8;
const recordsRead = 100;
const cellsRead = 50;

/**
 * Finds quotes that are used throughout a list and that a CSV does not support.
 * @param records the first of the list
 * @returns undefined where quotes are as usual
 */
export function quoteStyle(records: readonly CsvRecord[]): QuoteStyle | undefined {
  const filled = records.slice(0, recordsRead).filter(({ cells }) => !isBlank(cells));
  if (filled.length < 2) return undefined;
  if (areQuotedLines(filled)) return 'lines';
  let cells = 0;
  let single = 0;
  for (const record of filled) {
    for (const cell of record.cells.slice(0, cellsRead)) {
      if (cell === '') continue;
      cells++;
      if (isSingleQuoted(cell.trim())) single++;
    }
  }
  return single >= cells * 0.5 ? 'single' : undefined;
}

/** Of a header with several names, too, over rows that are each one cell. */
function areQuotedLines(records: readonly CsvRecord[]): boolean {
  const [header, ...rows] = records;
  const quoted = rows.filter(isQuotedLine).length;
  if (header === undefined || !isQuotedLine(header))
    return (header?.cells.length ?? 0) > 1 && quoted >= rows.length * most;
  return quoted + 1 >= records.length * most;
}

function isQuotedLine({ cells, raw, fault }: CsvRecord): boolean {
  const [cell = ''] = cells;
  const isAlone = cells.every((other, column) => column === 0 || other.trim() === '');
  return fault === undefined && isAlone && raw.trimStart().startsWith('"') && /[,;\t|]/.test(cell);
}

function isSingleQuoted(cell: string): boolean {
  return cell.length > 1 && cell.startsWith("'") && cell.endsWith("'");
}

/** Reported once, on the first line. Nobody is called before it is solved. */
export function quoteStyleProblem(style: QuoteStyle, first: CsvRecord | undefined): Problem {
  const range =
    first === undefined ? { line: 1, startCharacter: 0, endLine: 1, endCharacter: 0 } : recordRange(first);
  return style === 'lines'
    ? problemAt(
        range,
        'revox.list.quotedLines',
        'Each line is enclosed in quotes, so it is a single cell and nobody can be called. Remove the quotes around the lines with the quick fix, or export the list again from the program it comes from.',
      )
    : problemAt(
        range,
        'revox.list.singleQuotes',
        'The cells are enclosed in single quotes, which a CSV does not support. They would be read aloud, and a name with a comma would be split. Nobody is called until you replace them with double quotes ("); a quick fix does this.',
      );
}
