import type { Delimiter } from './csvText.ts';
import { looksLikePhone } from '../phone/phoneLook.ts';
import { RecordReader } from './records.ts';

export type Newline = '\r\n' | '\n' | '\r';

export interface Dialect {
  readonly delimiter: Delimiter;
  /** The one most lines end with. */
  readonly newline: Newline;
  /** The length in characters of a `sep=;` line at the top, which is Excel's and not the list's. */
  readonly separatorLine: number;
}

/** As much of a text as tells its dialect. */
export const sampleChars = 24 * 1024;
const sampleRows = 100;
/** In the order preferred when nothing else decides. */
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** How the text is laid out, from its beginning. `whole`: there is no more text than this. */
export function sniffDialect(text: string, whole: boolean): Dialect {
  const beginning = text.slice(0, sampleChars);
  const separator = /^\s*"?sep=([,;\t|])"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(beginning);
  const separatorLine = separator?.[0].length ?? 0;
  const sample = beginning.slice(separatorLine);
  const newline = sniffNewline(sample);
  const delimiter =
    (separator?.[1] as Delimiter | undefined) ??
    sniffDelimiter(sample, whole && text.length <= sampleChars, newline);
  return { delimiter, newline, separatorLine };
}

/** What ends most lines; line ends in quotes are content. */
function sniffNewline(sample: string): Newline {
  let quoted = false;
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 10) lf++;
    else if (code === 13) {
      if (sample.charCodeAt(at + 1) === 10) {
        crlf++;
        at++;
      } else cr++;
    }
  }
  if (lf === 0 && crlf === 0 && cr > 0) return '\r';
  return crlf > lf ? '\r\n' : '\n';
}

/**
 * The delimiter under which the rows agree best on a number of cells, with quotes understood. A column of phone numbers
 * must come out whole: `12,50` in a list with semicolons splits as regularly as a delimiter does.
 */
function sniffDelimiter(sample: string, whole: boolean, newline: Newline): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const score = consistency(sample, whole, delimiter, newline);
    if (score > bestScore + 1e-9) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function consistency(sample: string, whole: boolean, delimiter: Delimiter, newline: Newline): number {
  const reader = new RecordReader(delimiter, newline === '\r' ? '\r' : '\n');
  const all = reader.push(sample);
  // the last line of a sample may be cut off
  if (whole || all.length === 0) all.push(...reader.end());
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, sampleRows);
  const badQuotes = rows.filter(({ fault }) => fault !== undefined).length;
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let width = 1;
  let agreeing = 0;
  for (const [candidate, count] of widths) {
    if (candidate > 1 && count > agreeing) {
      width = candidate;
      agreeing = count;
    }
  }
  if (width === 1) return 0;
  const share = Math.max(0, agreeing - badQuotes) / rows.length;
  return share + phoneShare(rows, width) + Math.min(width, 10) * 0.005;
}

/** The best column's share of cells that look like a phone number. */
function phoneShare(rows: readonly { readonly cells: readonly string[] }[], width: number): number {
  let best = 0;
  for (let column = 0; column < width; column++) {
    const phones = rows.filter(({ cells }) => looksLikePhone(cells[column] ?? '')).length;
    best = Math.max(best, phones / rows.length);
  }
  return best;
}
