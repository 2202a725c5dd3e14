import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { formatCount, plural } from '../../core/format.ts';
import type { Delimiter } from '../csv/delimiter.ts';
import type { Layout } from '../csv/layout.ts';
import { numberCountry } from './numberCountry.ts';
import { countryInText } from './countryName.ts';
import { cellRange, recordRange } from '../csv/positions.ts';
import { problemAt, type Problem } from '../problems.ts';

/** Lists with fewer numbers are not checked for a mix of countries. */
const leastNumbers = 10;
/** The share of the main country from which on the other numbers are exceptions. */
const mainShare = 0.9;
const namedCountries = 3;

/** Country calling codes whose numbers live by several clocks, the number not telling which. */
const severalClocks: Readonly<Record<number, string>> = {
  1: 'North America',
  7: 'Russia and Kazakhstan',
  52: 'Mexico',
  55: 'Brazil',
  61: 'Australia',
  62: 'Indonesia',
};

/** The numbers of one country calling code. */
export interface CodeCount {
  count: number;
  /** E.164; the first one of the list, and its line. */
  readonly number: string;
  readonly line: number;
}

/**
 * By country calling code. Every row with a number that may be called counts, whether or not another has the
 * same.
 */
export type CountryTally = Map<number, CodeCount>;

export function tallyCountry(tally: CountryTally, e164: string, line: number): void {
  const code = callingCode(e164);
  const found = tally.get(code);
  if (found === undefined) tally.set(code, { count: 1, number: e164, line });
  else found.count++;
}

/**
 * Remarks on the whole list: the few numbers that are not from where the others are, and countries with many
 * clocks.
 */
export function countryProblems(
  tally: CountryTally,
  { header, hasHeader, phoneColumn }: Pick<Layout, 'header' | 'hasHeader' | 'phoneColumn'>,
  delimiter: Delimiter,
): Problem[] {
  const counts = [...tally].sort(([, one], [, other]) => other.count - one.count || one.line - other.line);
  const total = counts.reduce((sum, [, { count }]) => sum + count, 0);
  if (total < leastNumbers || header === undefined || phoneColumn === undefined) return [];
  const range = hasHeader ? cellRange(header, phoneColumn, delimiter) : recordRange(header);
  return [
    ...unexpected(counts, total).map((message) => problemAt(range, 'revox.phone.unexpectedCountry', message)),
    ...severalZones(counts).map((message) => problemAt(range, 'revox.phone.severalZones', message)),
  ];
}

type Counted = readonly [code: number, count: CodeCount];

function unexpected([main, ...others]: readonly Counted[], total: number): string[] {
  if (main === undefined || others.length === 0 || main[1].count < total * mainShare) return [];
  const count = total - main[1].count;
  const named = others
    .slice(0, namedCountries)
    .map(
      ([code, found]) =>
        `${formatCount(found.count)} from ${placeName(code, found)}, first on line ${found.line}`,
    );
  const unnamed = others.length - namedCountries;
  if (unnamed > 0) named.push(`and ${plural(unnamed, 'other country', 'other countries')}`);
  const [is, it] = count === 1 ? ['is', 'it is'] : ['are', 'they are'];
  return [
    `${formatCount(count)} of ${plural(total, 'number')} ${is} not from ${placeName(...main)} like the rest: ${named.join('; ')}. Check that ${it} meant: an account that may not call abroad has such calls refused (no_international_permission).`,
  ];
}

function severalZones(counts: readonly Counted[]): string[] {
  const found = counts.find(([code]) => severalClocks[code] !== undefined);
  if (found === undefined) return [];
  const [code, { count }] = found;
  return [
    `${plural(count, 'number')} from ${severalClocks[code] ?? ''} (+${code}): several time zones, and a number does not tell its owner’s, so calls may come hours too early or too late. “Split Call List…” makes a list for each area code’s zone, or for each value of a column; give each campaign its time zone.`,
  ];
}

function placeName(code: number, { number }: CodeCount): string {
  const country = numberCountry(number);
  const name = severalClocks[code] ?? (country === undefined ? 'elsewhere' : countryInText(country));
  return `${name} (+${code})`;
}

let known: Uint8Array | undefined;

/**
 * The country calling code of a number in E.164; 0 where it begins with none. Asked for every row, so without
 * the phone library.
 */
function callingCode(e164: string): number {
  known ??= knownCodes();
  let code = 0;
  for (let at = 1; at <= 3; at++) {
    code = code * 10 + (e164.charCodeAt(at) - 48);
    if (known[code] === 1) return code;
  }
  return 0;
}

function knownCodes(): Uint8Array {
  const codes = new Uint8Array(1000);
  for (const country of getCountries()) codes[Number(getCountryCallingCode(country))] = 1;
  return codes;
}
