import { cellForm, isNumberForm } from '../columns/cellForm.ts';
import { headerMeaning } from '../columns/headerWords.ts';
import { problemAt, type Problem } from '../problems.ts';
import { recordRange } from './positions.ts';
import type { CsvRecord } from './records.ts';

/** A header has short names. */
const maxNameLength = 60;
const maxCells = 200;

/**
 * A header of another table in the middle of a list, which names the called column something else than a
 * phone: whoever is below it may be somebody else, or a fax machine.
 * @param record a row without a number that can be called
 */
export function otherTable(record: CsvRecord, phoneColumn: number): Problem | undefined {
  const { cells } = record;
  const under = (cells[phoneColumn] ?? '').trim();
  if (under === '' || under.length > maxNameLength || cells.length > maxCells) return undefined;
  // `1;2;3;4`: a form that numbers its columns; `Subtotal;;4`
  if (!/\p{L}/u.test(under)) return undefined;
  const { kind } = headerMeaning(under);
  if (kind === 'unknown' || kind === 'phone' || kind === 'phoneAndFax') return undefined;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < 2 || !filled.every(isName)) return undefined;
  return problemAt(
    recordRange(record),
    'revox.list.otherTable',
    `This line names the columns of another table, with “${under}” where the numbers are. Nobody is called until the rows below it are in a file of their own, or this line is gone.`,
  );
}

function isName(cell: string): boolean {
  if (cell.length > maxNameLength || !/^[\p{L}\p{N}(]/u.test(cell) || isNumberForm(cellForm(cell)))
    return false;
  return headerMeaning(cell).kind !== 'unknown';
}
