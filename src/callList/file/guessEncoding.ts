import { headerMeaning } from '../columns/headerWords.ts';
import type { Encoding } from './encoding.ts';
import { otherEncodings, readAs } from './otherEncoding.ts';

/** Bytes that are not UTF-8, as they read best. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Whether column names are known words in this encoding and in no other. */
  readonly isSure: boolean;
  /**
   * The first word beyond ASCII in some encodings, so that a person can choose; empty when the guess is sure.
   */
  readonly readings: readonly { readonly name: string; readonly text: string }[];
}

const sampleBytes = 16 * 1024;
const linesRead = 40;
const cellsRead = 400;
const readingsShown = 5;

/**
 * In order of preference when nothing else decides. Multi-byte ones are ruled out by bytes that they do not
 * have.
 */
const candidates: readonly Encoding[] = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];

/**
 * The encoding in which the names of columns are words that columns have, and letters stand among letters:
 * decided by the beginning of the file, and Windows-1252 where nothing speaks for another.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = wholeLines(bytes.subarray(0, sampleBytes));
  const scored = candidates.flatMap((encoding) => {
    const text = textIn(sample, encoding);
    return text === undefined ? [] : [{ encoding, text, ...scoreOf(text) }];
  });
  const usual = scored.find(({ encoding }) => encoding === 'windows-1252');
  const first = usual ?? scored[0] ?? nothing;
  // Letters of another script are not enough: only known words count.
  const best = scored
    .filter(({ encoding, known }) => latin.has(encoding) || known > first.known)
    .reduce((one, other) => (other.score > one.score ? other : one), first);
  const isSure = best.known > 0;
  return {
    encoding: best.encoding,
    isSure,
    readings: isSure
      ? []
      : scored
          .slice(0, readingsShown)
          .map(({ encoding, text }) => ({ name: nameOf(encoding), text: firstWord(text) })),
  };
}

const latin: ReadonlySet<Encoding> = new Set<Encoding>(['windows-1252', 'windows-1250', 'windows-1254']);

const nothing = { encoding: 'windows-1252' as Encoding, text: '', score: 0, known: 0 };

/** `Windows-1251 (Cyrillic)` */
export function nameOf(encoding: Encoding): string {
  return otherEncodings.find(({ label }) => label === encoding)?.name ?? encoding.toUpperCase();
}

/** @returns undefined for bytes that this encoding does not have */
function textIn(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    new TextDecoder(encoding, { fatal: /^(?:shift_jis|gb18030|big5|euc-kr)$/.test(encoding) }).decode(bytes);
    return readAs(bytes, encoding);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function scoreOf(text: string): { readonly score: number; readonly known: number } {
  let known = 0;
  let odd = 0;
  const cells = text
    .split(/[\r\n]+/, linesRead)
    .flatMap((line) => line.split(/[,;\t|]/))
    .slice(0, cellsRead);
  for (const cell of cells) {
    if (!/[^\0-\x7f]/.test(cell)) continue;
    if (oddSign.test(cell) || mixesScripts(cell)) odd++;
    for (const word of cell.slice(0, 80).split(/[\s"'()./-]+/)) {
      if (!/[^\0-\x7f]/.test(word) || mixesScripts(word)) continue;
      const { kind } = headerMeaning(word);
      if (kind === 'phone' || kind === 'fax' || kind === 'phoneAndFax') known += 3;
      else if (kind !== 'unknown') known++;
    }
  }
  return { score: known - odd * 0.25, known };
}

/** Characters that occur within words of no language: a sign of a wrong encoding. */
const oddSign = /\p{L}[¡-©«-±´¶-¹»-¿×÷]\p{L}|[\u0080-\u009f\ufffd]|\p{Ll}\p{Lu}\p{Ll}?[^\0-\x7f]/u;

/**
 * Latin letters beside those of another alphabet, with nothing between them. `FAX番号` is usual, and no
 * alphabet.
 */
function mixesScripts(text: string): boolean {
  return mixed.test(text);
}

const otherScript = '[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Arabic}]';
const mixed = new RegExp(`[a-z]${otherScript}|${otherScript}[a-z]`, 'iu');

function firstWord(text: string): string {
  return /[^\s,;|"]{0,20}[^\0-\x7f][^\s,;|"]{0,20}/.exec(text)?.[0] ?? '';
}

/** Without the last line, which may be cut within a character. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
