import { cellSpans } from './csvText.ts';
import { sniffDialect } from './dialect.ts';
import { RecordReader } from './records.ts';

/** A CSV that no spreadsheet runs, and how many of its cells had to be changed for that. */
export interface SafeCsv {
  readonly csv: string;
  readonly changed: number;
}

/** What Excel, LibreOffice and Google Sheets take for the beginning of a formula (CWE-1236, OWASP "CSV Injection"). */
const formula = /^[=+\-@\t\r＝＋－＠]/;
/** A number is what it says, also one of a phone: nothing is run, and `'+33612345678` would be no number any more. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * Puts an apostrophe before each cell that a spreadsheet would run as a formula: what a contact said, or a value of a
 * list, may stand there. Everything else stays as it was written, quotes and line ends included.
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
      if (!formula.test(content) || plainNumber.test(content)) continue;
      text += `${raw.slice(done, from)}'`;
      done = from;
      changed += 1;
    }
    return text + raw.slice(done);
  });
  const all = csv.slice(0, separatorLine) + written.join('');
  // the reader ends a last line that has no end
  return { csv: /[\r\n]$/.test(csv) ? all : all.replace(/(?:\r\n|\n|\r)$/, ''), changed };
}
