import { cellSpans, parseRow, type ParsedRow } from './csvText.ts';
import { signOf, skipsBlanks, type Delimiter } from './delimiter.ts';
import { RecordScanner } from './recordScanner.ts';

export type QuoteFault = 'unclosed' | 'malformed' | 'tooLong';

/** One record: usually a line, more where a quoted cell contains line ends. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** 1-based line it begins on, counted as an editor does. */
  readonly line: number;
  /** The record as written in the file, its line end included. */
  readonly raw: string;
  /** Quotes that make it unreadable, and where in `raw` the cell begins that they spoil. */
  readonly fault?: { readonly kind: QuoteFault; readonly at: number } | undefined;
  /** Follows a faulty one closely enough to be a piece of it. */
  readonly suspect: boolean;
  /** `signsOf` each cell, where they were seen while it was read. */
  readonly signs?: readonly number[] | undefined;
  /** There is a NUL character in it. */
  readonly hasNul: boolean;
}

/** A record longer than this is not a record: somewhere a quote was opened and never closed. */
const maxRecordLength = 1 << 20;
const longCell = 32 * 1024;

/**
 * Text in, records out, piece by piece. A faulty quote costs its own line and not the rest of the file:
 * reading goes on at the next line, and until the point where papaparse would have recovered every line is
 * read by itself and marked suspect.
 */
export class RecordReader {
  readonly #delimiter: Delimiter;
  readonly #newline: '\n' | '\r';
  readonly #scanner: RecordScanner;
  #rest = '';
  #line: number;
  /** How much text must have arrived before the current record is read again, in characters. */
  #readFrom = 0;
  #suspectChars = 0;
  #skipping = false;
  #cutShort = false;

  constructor(delimiter: Delimiter, newline: '\n' | '\r', firstLine = 1) {
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#scanner = new RecordScanner(delimiter, newline);
    this.#line = firstLine;
  }

  /**
   * Between two records, with nothing held and no fault to recover from: what follows is read as by a new
   * reader.
   */
  get isBetween(): boolean {
    return this.#rest === '' && this.#suspectChars <= 0 && !this.#skipping;
  }

  /** The line that the next record begins on. */
  get line(): number {
    return this.#line;
  }

  /**
   * A record was too long to wait for its end. Where exactly it was cut depends on the pieces that the text
   * came in.
   */
  get cutShort(): boolean {
    return this.#cutShort;
  }

  push(text: string): CsvRecord[] {
    this.#rest += text;
    return this.#rest.length < this.#readFrom ? [] : this.#read(false);
  }

  end(): CsvRecord[] {
    if (this.#rest === '') return [];
    // a line end for the last line too, so that it is read like any other
    if (this.#rest.endsWith('\r') && this.#newline === '\n') this.#rest = this.#rest.slice(0, -1);
    if (!this.#rest.endsWith(this.#newline)) this.#rest += this.#newline;
    return this.#read(true);
  }

  #read(final: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    this.#readFrom = 0;
    while (this.#rest !== '') {
      if (this.#skipping && !this.#skipLine()) break;
      const more = this.#suspectChars > 0 ? this.#readLine(records, final) : this.#readBlock(records, final);
      if (!more) break;
    }
    return records;
  }

  /** Reads until something is wrong. @returns whether there is more to read in the text that has arrived */
  #readBlock(records: CsvRecord[], final: boolean): boolean {
    const text = this.#rest;
    const scanner = this.#scanner;
    scanner.open(text);
    // checked once for many records, because hardly any file has one
    const hasNul = text.includes('\0');
    let at = 0;
    for (;;) {
      const scan = scanner.scan(at);
      if (scan === 'unfinished') break;
      if (scan === 'plain') {
        const raw = text.slice(at, scanner.end);
        records.push({
          cells: scanner.cells,
          line: this.#line,
          raw,
          fault: undefined,
          suspect: false,
          signs: scanner.signs,
          hasNul: hasNul && raw.includes('\0'),
        });
        this.#line += scanner.lines;
        at = scanner.end;
        continue;
      }
      const { row, complete } = parseRow(text, at, this.#delimiter, this.#newline);
      if (!complete) break;
      if (row.badQuoteAt !== undefined) {
        this.#giveUpOn(row, 'quote', records);
        return true;
      }
      const raw = text.slice(at, row.end);
      const mixed = this.#mixesLineEnds(raw) && this.#readMixed(raw, records);
      if (!mixed) this.#add({ cells: row.cells, raw }, records);
      at = row.end;
    }
    return this.#keepTail(at, records, final);
  }

  /**
   * What is after the last complete record waits for more text, unless there is none or it is too long
   * to wait for.
   */
  #keepTail(at: number, records: CsvRecord[], final: boolean): boolean {
    const text = this.#rest;
    const tooLong = !final && text.length - at > maxRecordLength;
    this.#cutShort ||= tooLong;
    if (tooLong || (final && at < text.length)) {
      const { row } = parseRow(text, at, this.#delimiter, this.#newline);
      this.#giveUpOn(row, tooLong && row.badQuoteAt === undefined ? 'tooLong' : 'quote', records);
      return true;
    }
    this.#rest = text.slice(at);
    // a long cell is not searched for its end again with every piece
    const { length } = this.#rest;
    this.#readFrom = length < longCell ? 0 : Math.min(length * 2, maxRecordLength + 1);
    return false;
  }

  #readLine(records: CsvRecord[], final: boolean): boolean {
    const text = this.#rest;
    const end = lineEnd(text, 0);
    if (end === undefined || (end === text.length && !final && text.endsWith('\r'))) {
      const tooLong = text.length > maxRecordLength;
      if (tooLong) this.#suspectChars = 0;
      return tooLong;
    }
    const raw = text.slice(0, end);
    if (!raw.includes('"')) {
      this.#add({ cells: plainCells(withoutLineEnd(raw), this.#delimiter), raw, fault: undefined }, records);
      this.#suspectChars -= end;
      this.#rest = text.slice(end);
      return true;
    }
    const line = `${withoutLineEnd(raw)}${this.#newline}`;
    const { row, complete } = parseRow(line, 0, this.#delimiter, this.#newline);
    const badQuoteAt = complete ? row.badQuoteAt : 0;
    const fault = badQuoteAt === undefined ? undefined : quoteFault(raw, badQuoteAt);
    this.#add({ cells: complete ? row.cells : [''], raw, fault }, records);
    this.#suspectChars -= end;
    this.#rest = text.slice(end);
    return true;
  }

  /**
   * A faulty row becomes one record that ends with the line of the fault; what follows is read line by line.
   */
  #giveUpOn(row: ParsedRow, kind: 'quote' | 'tooLong', records: CsvRecord[]): void {
    const text = this.#rest;
    const faultAt = row.badQuoteAt ?? row.start;
    const end = lineEnd(text, faultAt) ?? text.length;
    if (end === text.length && lineEnd(text, faultAt) === undefined) this.#skipping = true;
    const raw = text.slice(row.start, end);
    const at = faultAt - row.start;
    const fault = kind === 'tooLong' ? { kind, at } : quoteFault(raw, at);
    this.#add({ cells: [raw.trim()], raw, fault }, records);
    this.#suspectChars = row.end - end;
    this.#rest = text.slice(end);
  }

  #skipLine(): boolean {
    const end = lineEnd(this.#rest, 0);
    this.#rest = end === undefined ? '' : this.#rest.slice(end);
    if (end === undefined) return false;
    this.#skipping = false;
    this.#line++;
    return true;
  }

  #mixesLineEnds(raw: string): boolean {
    if (this.#newline === '\r') return false;
    const at = raw.indexOf('\r');
    return at >= 0 && at < raw.length - 2;
  }

  /**
   * Old Mac line ends among others: a lone CR outside quotes ends a line as well. @returns false where there
   * is none
   */
  #readMixed(raw: string, records: CsvRecord[]): boolean {
    let even = '';
    let done = 0;
    for (const { start, end, quoted } of cellSpans(raw, this.#delimiter)) {
      if (quoted) continue;
      even += raw.slice(done, start) + raw.slice(start, end).replaceAll('\r', '\n');
      done = end;
    }
    even += raw.slice(done);
    if (even === raw) return false;
    // a quote in the middle of a cell may now stand at the beginning of one: what it spoils ends with this
    // record
    const reader = new RecordReader(this.#delimiter, '\n');
    let at = 0;
    for (const { cells, raw: piece, fault } of [...reader.push(even), ...reader.end()]) {
      this.#add({ cells, raw: raw.slice(at, at + piece.length), fault }, records);
      at += piece.length;
    }
    return true;
  }

  #add(record: Pick<CsvRecord, 'cells' | 'raw' | 'fault'>, records: CsvRecord[]): void {
    const { cells, raw, fault } = record;
    const suspect = this.#suspectChars > 0;
    records.push({
      cells,
      line: this.#line,
      raw,
      fault,
      suspect,
      signs: undefined,
      hasNul: raw.includes('\0'),
    });
    this.#line += countLineEnds(raw);
  }
}

/**
 * A quote that is alone on its line was never closed, wherever papaparse took some other quote for its end.
 */
function quoteFault(raw: string, at: number): { readonly kind: QuoteFault; readonly at: number } {
  return { kind: raw.includes('"', at + 1) ? 'malformed' : 'unclosed', at };
}

function withoutLineEnd(raw: string): string {
  let end = raw.length;
  if (raw.charCodeAt(end - 1) === 10) end--;
  if (raw.charCodeAt(end - 1) === 13) end--;
  return raw.slice(0, end);
}

/** The cells of a line without quotes. */
function plainCells(line: string, delimiter: Delimiter): string[] {
  const cells = line.split(signOf(delimiter));
  return skipsBlanks(delimiter) ? cells.map((cell) => cell.trimStart()) : cells;
}

/** The position after the first line end at or after `from`. */
function lineEnd(text: string, from: number): number | undefined {
  const lineEnds = /\r\n|\n|\r/g;
  lineEnds.lastIndex = from;
  return lineEnds.test(text) ? lineEnds.lastIndex : undefined;
}

function countLineEnds(raw: string): number {
  if (!raw.includes('"')) return /[\r\n]$/.test(raw) ? 1 : 0;
  let count = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 10 || (code === 13 && raw.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
