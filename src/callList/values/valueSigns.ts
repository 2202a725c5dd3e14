import { booleanWords, placeholderWords } from './fixedWords.ts';
import type { ColumnProfile } from './valueProfile.ts';

/**
 * Reads each character of a value once, and sets bits for the kinds that it holds. Nearly every value of
 * nearly every list is plain by them, so that no pattern is needed. A property test compares this with the
 * patterns.
 * Cells that `RecordScanner` reads have theirs already.
 */
export function signsOf(value: string): number {
  let signs = 0;
  let pairs = 0;
  let before = 0;
  for (let at = 0; at < value.length; at++) {
    const kind = kinds[value.charCodeAt(at)] ?? 0;
    signs |= kind;
    pairs |= (before >>> pairCount) & kind;
    before = kind;
  }
  return signsFrom(signs, pairs);
}

/**
 * @param seen the kinds of all characters, together
 * @param pairs of each two characters in a row, together: `(kind of the first >>> pairCount) & kind of the
 * second`
 */
export function signsFrom(seen: number, pairs: number): number {
  if ((seen & unknown) !== 0) return anything;
  return (seen & allKinds) | (pairs & seconds);
}

/** A character was seen that decides nothing by itself: all patterns have to be tried. */
const anything = -1;
const letter = 1;
const digit = 2;
export const gap = 4;
/** Part of dates, of fractions and of what spreadsheets make of them. */
export const turn = 8;
/** What may separate a mark from a name, and letters of other scripts than Latin (see markedNames.ts). */
export const separator = 16;
export const quoteSign = 32;
/** What every garbled text contains, and few others (see mojibake.ts). */
export const garbledSign = 64;
/** What an entity of HTML begins with, and what it ends with: `&eacute;`. */
const ampersand = 128;
const semicolon = 256;
/** What text that was garbled or lost letters contains, besides characters of no kind (see mojibake.ts). */
export const oddSign = 512;
/**
 * A character of any other kind: signs of markup and of programs, control characters, emoji, most of Unicode.
 */
const unknown = 1 << 30;
const entity = ampersand | semicolon;

/** The longest value that people listen to without complaint, in characters. */
export const longChars = 500;

/**
 * Whether nothing at all can be said against a value: then the patterns of spokenValue.ts find nothing in it.
 * @param signs `signsOf(value)`
 */
export function isPlainValue(value: string, signs: number, { words, dates }: ColumnProfile): boolean {
  const { length } = value;
  if (signs < 0 || length === 0 || length > longChars) return false;
  if ((signs & orderPairs) !== 0 && orders.test(value)) return false;
  if ((signs & entity) === entity) return false;
  const last = value.charCodeAt(length - 1);
  if (last <= 32 || last === 0xa0) return false;
  const first = value.charCodeAt(0);
  const hasDigit = (signs & digit) !== 0;
  const hasTurn = (signs & turn) !== 0;
  const kind = (kinds[first] ?? 0) & allKinds;
  if ((kind & letter) !== 0) {
    // `Jan-02`, and words such as `TRUE`, `null` and `N/A`
    if (hasDigit) return !hasTurn || length > maxMonthLength;
    return !beginsFixed(first) || !(placeholderWords.has(value) || booleanWords.has(value));
  }
  if (kind !== digit || words || dates || hasTurn) return false;
  return (signs & letter) !== 0 || length < minLongDecimal || digitsAtEnd(value) < 5;
}

const maxMonthLength = 10;
/** A digit, a separator, and five digits. */
const minLongDecimal = 7;

/** Whether one of the fixed words begins with it. Looking a word up takes longer than this. */
function beginsFixed(code: number): boolean {
  return firstLetters[code | 32] === 1;
}

const firstLetters = new Uint8Array(128);
for (const word of [...placeholderWords, ...booleanWords]) firstLetters[word.charCodeAt(0) | 32] = 1;

/** Behind the last decimal separator; 0 where there is none. */
function digitsAtEnd(value: string): number {
  const separator = Math.max(value.lastIndexOf('.'), value.lastIndexOf(','));
  return separator < 0 ? 0 : value.length - 1 - separator;
}

/**
 * The words without which no order is recognised (see promptInjection.ts), but for those that need another
 * sign.
 */
const orders = /instruc|prompt|consigne|anweisung|istruz|you are now|jailbreak/i;
/** One rare pair of letters of each of them. */
const pairsOfOrders = ['ru', 'mp', 'gn', 'nw', 'ow', 'lb'];
/** Those, a pair of capitals, and a blank with a letter. */
export const pairCount = pairsOfOrders.length + 2;

/** All bits of a kind but those of the pairs. */
const kindBits = 10;
const allKinds = (1 << kindBits) - 1;
/** Above them a bit for each pair that a character is the second of, then one for each it is the first of. */
const seconds = ((1 << pairCount) - 1) << kindBits;
const orderPairs = ((1 << pairsOfOrders.length) - 1) << kindBits;
/** Two capitals of the Latin script in a row. Beyond ASCII, small letters count as well. */
export const twoCapitals = 1 << (kindBits + pairsOfOrders.length);
/** A letter of the Latin script after white space. */
export const laterWord = 1 << (kindBits + pairsOfOrders.length + 1);

/** By UTF-16 unit: the kind of a character, and of which pairs it is a part. */
export const kinds = new Uint32Array(0x10000).fill(unknown);
// Latin; Greek and Cyrillic; kana, Chinese and Korean
kinds.fill(letter, 0x41, 0x5b).fill(letter, 0x61, 0x7b).fill(letter, 0xc0, 0x250);
kinds.fill(letter | separator, 0x370, 0x530).fill(letter | separator, 0x3041, 0xd7a4);
// dashes and quotation marks, the ellipsis; the euro
kinds.fill(digit, 0x30, 0x3a).fill(gap, 0x2010, 0x2028).fill(gap, 0x20ac, 0x20ad);
for (const sign of "\t\n\r !#$%').=?\u00a0£§«°»") kinds[sign.charCodeAt(0)] = gap;
for (const sign of '(*,_–—†') kinds[sign.charCodeAt(0)] = gap | separator;
for (const sign of '+-/') kinds[sign.charCodeAt(0)] = turn;
for (const sign of 'Ãâð\u00c2') kinds[sign.charCodeAt(0)] = letter | garbledSign;
for (const sign of '?\u00a0£§«°»€‘’“”„‚…†‡–—•ÃâðÂ') addTo(sign.charCodeAt(0), oddSign);
for (let code = 0x402; code < 0x460; code++) if (code < 0x410 || code > 0x450) addTo(code, oddSign);
kinds[0x22] = quoteSign;
kinds[0x26] = gap | ampersand;
kinds[0x3b] = gap | semicolon | separator;

/** @param sign the bit of a pair @param first the characters it may begin with @param second … end with */
function addPair(sign: number, first: string, second: string): void {
  for (let at = 0; at < first.length; at++) addTo(first.charCodeAt(at), sign << pairCount);
  for (let at = 0; at < second.length; at++) addTo(second.charCodeAt(at), sign);
}

function addTo(code: number, signs: number): void {
  kinds[code] = (kinds[code] ?? 0) | signs;
}

function between(first: string, last: string): string {
  let text = '';
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) text += String.fromCharCode(code);
  return text;
}

for (const [at, [first = '', second = '']] of pairsOfOrders.entries()) {
  addPair(1 << (kindBits + at), first + first.toUpperCase(), second + second.toUpperCase());
}
const capitals = between('A', 'Z') + between('À', 'ž');
addPair(twoCapitals, capitals, capitals);
addPair(laterWord, '\t\n\r \u00a0', between('a', 'z') + capitals);
