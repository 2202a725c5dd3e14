import type { Steps } from '../pace.ts';
import { headerMeaning } from './headerWords.ts';
import { optOutKind } from './optOutHeaders.ts';

/**
 * A letter that an encoding did not have, of which a program made `�` or `?`. A question mark at the end may
 * be one, too: `Nie dzwonić` becomes `Nie dzwoni?`.
 */
const lost = /\ufffd+|\?{1,2}(?=\p{L})|(?<=\p{L})\?{1,2}/gu;
/** What they may have been, accents removed: words are compared without them. */
const letters = 'eacoiunslzrytg';
/** All combinations of two; of more only the same letter in all places. */
const mostCombined = 2;
/** A hostile sheet has thousands of such headers. */
const mostHeaders = 24;
const maxLength = 60;

/**
 * The headers of a list for deciding what its columns mean: one that lost letters is read as the refusal, the
 * fax or the phone that it may have been.
 */
export function* withLostLetters(headers: readonly string[]): Steps<readonly string[]> {
  let count = 0;
  const read: string[] = [];
  for (const header of headers) {
    const places = header.length <= maxLength && mayBeLost.test(header) ? header.match(lost) : null;
    if (places === null || ++count > mostHeaders) read.push(header);
    else {
      read.push(readingOf(header, places.length));
      yield;
    }
  }
  return read;
}

const mayBeLost = /[?\ufffd]/;

/** Whether letters of a cell may have been lost: told by a search for two characters in nearly all. */
export function mayHaveLostLetters(cell: string): boolean {
  return (cell.includes('\ufffd') || cell.includes('?')) && cell.search(lost) >= 0;
}

/** What a cell may have said, the same letter in all places. */
export function cellReadings(cell: string): readonly string[] {
  const text = cell === cell.toUpperCase() ? cell.toLowerCase() : cell;
  return Array.from(lettersInCells, (letter) => text.replace(lost, letter));
}

/** The most common ones with an accent, without it: cells are many. */
const lettersInCells = 'eacouisl';

function readingOf(header: string, places: number): string {
  if (optOutKind(header) === 'optOut') return header;
  const { kind } = headerMeaning(header);
  // one that asks loses its question mark only to become a refusal
  const isQuestion = header.endsWith('?');
  let named: string | undefined;
  for (const reading of readings(header, places)) {
    if (optOutKind(reading) === 'optOut') return reading;
    if (!isQuestion && kind === 'unknown' && headerMeaning(reading).kind !== 'unknown') named ??= reading;
  }
  return named ?? header;
}

function* readings(header: string, places: number): Generator<string> {
  const combined = Math.min(places, mostCombined);
  // a small letter among capitals would look like the end of a word
  const text = header === header.toUpperCase() ? header.toLowerCase() : header;
  for (let at = 0; at < letters.length ** combined; at++) {
    const first = letters.charAt(at % letters.length);
    const second = combined < 2 ? first : letters.charAt(Math.floor(at / letters.length));
    if (places > mostCombined && first !== second) continue;
    let place = 0;
    yield text.replace(lost, () => (place++ === 0 ? first : second));
  }
}
