import { Metadata } from 'libphonenumber-js/max';
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

/** Numbers that begin alike. */
export interface CodeCount {
  count: number;
  /** E.164; the first one of the list, and its line. */
  readonly number: string;
  readonly line: number;
}

/**
 * By the first three digits, which decide the country calling code. Every row with a number that may be
 * called counts, whether or not another has the same.
 */
export type CountryTally = Map<number, CodeCount>;

export function tallyCountry(tally: CountryTally, e164: string, line: number): void {
  // made of the characters' codes: asked for every row
  const key = (e164.charCodeAt(1) * 64 + e164.charCodeAt(2)) * 64 + e164.charCodeAt(3);
  const found = tally.get(key);
  if (found === undefined) tally.set(key, { count: 1, number: e164, line });
  else found.count++;
}

function byCallingCode(tally: CountryTally): ReadonlyMap<number, Readonly<CodeCount>> {
  const counts = new Map<number, Readonly<CodeCount>>();
  for (const found of tally.values()) {
    const code = callingCode(found.number);
    const before = counts.get(code);
    const first = before === undefined || found.line < before.line ? found : before;
    counts.set(code, { ...first, count: found.count + (before?.count ?? 0) });
  }
  return counts;
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
  const counts = [...byCallingCode(tally)].sort(
    ([, one], [, other]) => other.count - one.count || one.line - other.line,
  );
  const total = counts.reduce((sum, [, { count }]) => sum + count, 0);
  if (total < leastNumbers || header === undefined || phoneColumn === undefined) return [];
  const range = hasHeader ? cellRange(header, phoneColumn, delimiter) : recordRange(header);
  return [
    ...unexpected(counts, total).map((message) => problemAt(range, 'revox.phone.unexpectedCountry', message)),
    ...severalZones(counts).map((message) => problemAt(range, 'revox.phone.severalZones', message)),
  ];
}

type Counted = readonly [code: number, count: Readonly<CodeCount>];

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

/** The country calling code of a number in E.164; 0 where it begins with none. */
function callingCode(e164: string): number {
  const metadata = new Metadata() as unknown as CallingCodes;
  const codes = [e164.slice(1, 2), e164.slice(1, 3), e164.slice(1, 4)];
  return Number(codes.find((code) => metadata.getCountryCodesForCallingCode(code) !== undefined) ?? 0);
}

/** What the library's `Metadata` can tell beyond its typings. */
interface CallingCodes {
  /** Undefined where it is no calling code of a country. */
  getCountryCodesForCallingCode(callingCode: string): readonly string[] | undefined;
}
