import type { Delimiter } from './csvText.ts';
import type { Layout } from './layout.ts';
import { cellRange, recordRange } from './positions.ts';
import { problemAt, type Problem } from './problems.ts';
import type { CsvRecord } from './records.ts';
import { remarkOnValue } from './spokenValue.ts';

/** Things worth a look in a row that will be called. */
export function remarkOnRow(
  record: CsvRecord,
  { columns, plan, spoken }: Layout,
  delimiter: Delimiter,
  report: (problem: Problem) => void,
): void {
  const { cells, raw } = record;
  if (cells.length < columns.length) {
    const message = `This row has ${cells.length} cells, the header ${columns.length}: the last ones count as empty. Check that none is missing in the middle.`;
    report(problemAt(recordRange(record), 'revox.row.tooFewCells', message));
  }
  for (const { column, profile } of spoken) {
    const value = cells[column] ?? '';
    const remark = value === '' ? undefined : remarkOnValue(value, profile);
    if (remark === undefined) continue;
    const { code, message, fix } = remark;
    report(problemAt(cellRange(record, column, delimiter), code, message, { value, fix }));
  }
  const mayBeGarbled = garbledSigns.test(raw) && garbled.test(raw);
  const mayBeStray = raw.includes('"');
  if (!mayBeGarbled && !mayBeStray) return;
  for (const { column } of plan.sent) {
    const value = cells[column] ?? '';
    if (mayBeGarbled && garbled.test(value)) {
      const message = `“${value.slice(0, 40)}” was garbled when the file was saved (é became Ã©, or �), and would be spoken like that. Export the list again as CSV UTF-8.`;
      report(problemAt(cellRange(record, column, delimiter), 'revox.cell.garbled', message, { value }));
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
  const range = cellRange(record, column, delimiter);
  // a quoted cell is longer than its value, by its quotes at least
  if (range.endLine !== range.line || range.endCharacter - range.startCharacter !== value.length) return;
  const message =
    'A quote inside this cell is read as part of the text. If it was meant to enclose the cell, it must be its first character.';
  report(problemAt(range, 'revox.cell.strayQuote', message, { value }));
}

/** What every garbled text contains, and few others. */
const garbledSigns = /[Ãâ\u00c2\ufffd]/;

/** UTF-8 read as Windows-1252, or characters that did not survive. */
const garbled = /Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â€|Â[\u00a0-\u00bf]|\ufffd/;
