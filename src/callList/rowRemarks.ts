import type { Delimiter } from './csv/delimiter.ts';
import type { Layout } from './csv/layout.ts';
import { cellRange, recordRange } from './csv/positions.ts';
import { garbled, withoutMojibake } from './file/mojibake.ts';
import { problemAt, type Fix, type Problem, type TextRange } from './problems.ts';
import type { CsvRecord } from './csv/records.ts';
import { remarkOnValue } from './values/spokenValue.ts';
import { garbledSign, quoteSign, signsOf } from './values/valueSigns.ts';

/** Remarks on a row that will be called. */
export function remarkOnRow(
  record: CsvRecord,
  { columns, phoneColumn, plan, spoken }: Layout,
  delimiter: Delimiter,
  report: (problem: Problem) => void,
): void {
  const { cells } = record;
  if (cells.length < columns.length) {
    const message = `This row has ${cells.length} cells, the header ${columns.length}: the last ones count as empty. Check that none is missing in the middle.`;
    report(problemAt(recordRange(record), 'revox.row.tooFewCells', message));
  }
  let signs = 0;
  for (let at = 0; at < spoken.length; at++) {
    const one = spoken[at];
    const value = one === undefined ? '' : (cells[one.column] ?? '');
    if (one === undefined || value === '') continue;
    const { column, profile } = one;
    const valueSigns = record.signs?.[column] ?? signsOf(value);
    signs |= valueSigns;
    const remark = remarkOnValue(value, profile, valueSigns);
    if (remark === undefined) continue;
    const { code, message, fix } = remark;
    report(problemAt(cellRange(record, column, delimiter), code, message, { value, fix }));
  }
  // the number itself may be sent, too
  if (plan.sent.length > spoken.length) signs |= signsOf(cells[phoneColumn ?? -1] ?? '');
  const mayBeGarbled = (signs & garbledSign) !== 0;
  const mayBeStray = (signs & quoteSign) !== 0;
  if (!mayBeGarbled && !mayBeStray) return;
  for (const { column } of plan.sent) {
    const value = cells[column] ?? '';
    if (mayBeGarbled && garbled.test(value)) {
      report(garbledCell(cellRange(record, column, delimiter), value));
    }
    if (mayBeStray && value.includes('"')) remarkOnQuote(record, column, value, delimiter, report);
  }
}

function remarkOnQuote(
  record: CsvRecord,
  column: number,
  value: string,
  delimiter: Delimiter,
  report: (problem: Problem) => void,
): void {
  // written in quotes, with its own quotes doubled
  if (!record.raw.includes(value)) return;
  const range = cellRange(record, column, delimiter);
  // a quoted cell is longer than its value, by its quotes at least
  if (range.endLine !== range.line || range.endCharacter - range.startCharacter !== value.length) return;
  const message =
    'A quote inside this cell is read as part of the text. If it was meant to enclose the cell, it must be its first character.';
  report(problemAt(range, 'revox.cell.strayQuote', message, { value }));
}

function garbledCell(range: TextRange, value: string): Problem {
  const shown = `“${value.slice(0, 40)}”`;
  if (value.includes('\ufffd')) {
    const message = `${shown} contains � where a letter could not be read, because the file was opened with the wrong encoding. Convert it to UTF-8 with the quick fix, or export the list again as CSV UTF-8.`;
    return problemAt(range, 'revox.cell.garbled', message, { value });
  }
  const repaired = withoutMojibake(value);
  const message = `${shown} was garbled when the list was saved (é became Ã©), and would be spoken like that. ${repaired === undefined ? 'Export the list again as CSV UTF-8.' : 'Repair it here, or export the list again as CSV UTF-8.'}`;
  const fix: Fix | undefined =
    repaired === undefined
      ? undefined
      : { title: `Write it as “${repaired.slice(0, 40)}”`, replacement: repaired, safety: 'ask' };
  return problemAt(range, 'revox.cell.garbled', message, { value, fix });
}
