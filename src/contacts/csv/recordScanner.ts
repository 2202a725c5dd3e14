import type { Delimiter } from './csvText.ts';

/** `odd`: a closer look is needed; `unfinished`: its end is not in this text. */
export type Scan = 'plain' | 'odd' | 'unfinished';

const quote = 34;
const lf = 10;
const cr = 13;

/**
 * The short way for records as nearly all are: cells without quotes, or wholly in quotes with none inside. Reads them as papaparse does,
 * several times sooner (a property test holds the two together); whatever is odd is left to papaparse. What was found is in the fields until
 * the next scan.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #newline: number;
  cells: string[] = [];
  /** After the record's line end. */
  end = 0;
  /** How many lines of an editor it takes. */
  lines = 0;
  /** As many cells as the record before had: room for them is made at once. */
  #width = 0;

  constructor(delimiter: Delimiter, newline: '\n' | '\r') {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#newline = newline.charCodeAt(0);
  }

  /** @param from where the record begins */
  scan(text: string, from: number): Scan {
    const delimiter = this.#delimiter;
    const { length } = text;
    const cells = new Array<string>(this.#width);
    this.cells = cells;
    this.lines = 1;
    let at = from;
    let count = 0;
    for (;;) {
      if (at >= length) return 'unfinished';
      let start = at;
      let end: number;
      if (text.charCodeAt(at) === quote) {
        start++;
        end = this.#closingQuote(text, start);
        at = end + 1;
        if (at >= length) return 'unfinished';
      } else {
        at = end = this.#cellEnd(text, start);
        if (at >= length) return 'unfinished';
      }
      cells[count++] = text.slice(start, end);
      if (text.charCodeAt(at) === delimiter) at++;
      else {
        if (cells.length !== count) cells.length = count;
        this.#width = count;
        return this.#lineEnd(text, at);
      }
    }
  }

  #closingQuote(text: string, from: number): number {
    const { length } = text;
    for (let at = from; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) return at;
      if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) this.lines++;
    }
    return length;
  }

  #cellEnd(text: string, from: number): number {
    const delimiter = this.#delimiter;
    const { length } = text;
    for (let at = from; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lf || code === cr) return at;
    }
    return length;
  }

  /** What stands behind a cell and is no delimiter should be the line end of this file. */
  #lineEnd(text: string, at: number): Scan {
    if (text.charCodeAt(at) === this.#newline) {
      this.end = at + 1;
      return 'plain';
    }
    if (text.charCodeAt(at) !== cr || this.#newline !== lf) return 'odd';
    if (at + 1 >= text.length) return 'unfinished';
    if (text.charCodeAt(at + 1) !== lf) return 'odd';
    this.end = at + 2;
    return 'plain';
  }
}
