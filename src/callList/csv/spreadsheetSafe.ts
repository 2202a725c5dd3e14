import { runsAsFormula } from '../../core/spreadsheetCell.ts';
import { cellSpans } from './csvText.ts';
import { sniffDialect } from './dialect.ts';
import { RecordReader } from './records.ts';

/** A CSV in which a spreadsheet runs no cell as a formula, and how many cells were changed for that. */
export interface SafeCsv {
  readonly csv: string;
  readonly changed: number;
}

/** Where a spreadsheet of another country may split a cell. */
const otherDelimiters = /([;\t|][ ]*)/;

/**
 * Puts an apostrophe before each cell that a spreadsheet would run as a formula: what a contact said, or a
 * value of a list, may be there. So may it after a `;` in a cell, where a spreadsheet of another country
 * splits it. Everything else stays as it was written, quotes and line ends included.
 */
export function spreadsheetSafe(csv: string): SafeCsv {
  const { delimiter, newline, separatorLine } = sniffDialect(csv, true);
  const reader = new RecordReader(delimiter, newline === '\r' ? '\r' : '\n');
  const records = [...reader.push(csv.slice(separatorLine)), ...reader.end()];
  let changed = 0;
  const written = records.map(({ raw }) => {
    let text = '';
    let done = 0;
    for (const { start, end, quoted } of cellSpans(raw, delimiter)) {
      const from = quoted ? start + 1 : start;
      const content = raw.slice(from, quoted ? end - 1 : end);
      const safe = spreadsheetSafeCell(content);
      if (safe === content) continue;
      text += raw.slice(done, from) + safe;
      done = from + content.length;
      changed += 1;
    }
    return text + raw.slice(done);
  });
  const all = csv.slice(0, separatorLine) + written.join('');
  // the reader ends a last line that has no end
  return { csv: /[\r\n]$/.test(csv) ? all : all.replace(/(?:\r\n|\n|\r)$/, ''), changed };
}

/** The same for the content of one cell. */
export function spreadsheetSafeCell(content: string): string {
  // Of what is split, each second part is a delimiter.
  const parts = content.split(otherDelimiters);
  return parts.map((part, index) => (index % 2 === 0 && runsAsFormula(part) ? `'${part}` : part)).join('');
}
