import {
  getCountries,
  getCountryCallingCode,
  Metadata,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import type { Steps } from '../pace.ts';
import type { PhoneProblemCode } from './phoneVerdict.ts';
import { readPhone } from './readPhone.ts';

const sampleRows = 100;
/** Numbers that are tried in all countries, before the sample is tried in those that are left. */
const triedEverywhere = 4;

/** How many numbers must not exist in the default country, of how many: fewer are mistakes. */
const leastUnknown = 2;
const unknownShare = 0.1;
/** In a short list two mistakes are a tenth soon. */
const shortList = 20;
const unknownShareOfShortList = 0.25;
/**
 * Where numbers have no fixed length, as in Austria, a number of another country that lacks a digit is valid,
 * too: more of them are needed. By how many lengths landlines and mobile numbers have.
 */
const unknownShareForOpenPlan = 0.5;
const leastUnknownFor = (lengths: number): number => (lengths > 3 ? 5 : 3);
/** The share of the numbers that exist in the other country. */
const knownThere = 0.95;

/** Problems of a number that may be from another country; a lost zero, or a date, is explained already. */
const unknownHere: ReadonlySet<PhoneProblemCode> = new Set<PhoneProblemCode>([
  'revox.phone.invalid',
  'revox.phone.tooShort',
  'revox.phone.tooLong',
]);

/**
 * Another country than the default that a list's numbers without a country code seem to be from: a good part
 * of them does not exist in the default country, and nearly all do there. A Belgian list is an example: its
 * mobiles are valid in France, where they belong to strangers, and its landlines are not.
 * @param cells of the phone column
 * @returns undefined: there is none, or none of the numbers could be called anyway
 */
export function* likelyRegion(cells: readonly string[], region: CountryCode): Steps<CountryCode | undefined> {
  const numbers: string[] = [];
  const unknown: string[] = [];
  for (const cell of cells.slice(0, sampleRows)) {
    // most lists end here: nothing in them is unknown
    const verdict = readPhone(cell, { region });
    if (verdict.e164 === undefined && !unknownHere.has(verdict.problem.code)) continue;
    if (!/^[\s(]*\d/.test(cell) || /^[\s(]*00/.test(cell)) continue;
    numbers.push(cell);
    if (verdict.e164 === undefined) unknown.push(cell);
  }
  if (unknown.length < leastUnknown || unknown.length === numbers.length) return undefined;
  const least = numbers.length < shortList ? unknownShareOfShortList : unknownShare;
  if (unknown.length < numbers.length * least) return undefined;
  const isHalf = unknown.length >= numbers.length * unknownShareForOpenPlan;
  let likely: CountryCode | undefined;
  let best = 0;
  const tried = [...unknown.slice(0, triedEverywhere), ...numbers.slice(0, triedEverywhere)];
  for (const country of getCountries()) {
    if (country === region || !isNear(country, region)) continue;
    const lengths = lengthsIn(country);
    if (lengths > 2 && !(isHalf && unknown.length >= leastUnknownFor(lengths))) continue;
    yield;
    if (!tried.every((cell) => writtenIn(cell, country) > 0)) continue;
    const scores = numbers.map((cell) => writtenIn(cell, country));
    if (scores.filter((score) => score > 0).length < numbers.length * knownThere) continue;
    // of countries that fit alike, the one nearby: Portugal before Poland in a Spanish list
    const nearness = zoneOf(country) === zoneOf(region) ? 1.2 : 1;
    const score = nearness * scores.reduce((sum, one) => sum + one, 0);
    if (score > best) [likely, best] = [country, score];
  }
  return likely;
}

/** The zones of calling codes, by their first digit, each with those beside it. */
const zonesBeside: Readonly<Record<string, string>> = {
  '1': '15',
  '2': '2349',
  '3': '3427',
  '4': '3427',
  '5': '51',
  '6': '689',
  '7': '7349',
  '8': '869',
  '9': '92678',
};

/** Whether people of one country may plausibly be on a list of the other. */
function isNear(country: CountryCode, region: CountryCode): boolean {
  return zonesBeside[zoneOf(region)]?.includes(zoneOf(country)) === true;
}

function zoneOf(country: CountryCode): string {
  return getCountryCallingCode(country).charAt(0);
}

/** @returns 0 where it is no number of the country; more where it is written as people write it there */
function writtenIn(cell: string, country: CountryCode): number {
  const number = parsePhoneNumberFromString(cell, { defaultCountry: country, extract: false });
  if (number?.isValid() !== true || number.country !== country) return 0;
  const national = number.formatNational();
  return national === cell.trim() ? 2 : national.replace(/\D/g, '') === cell.replace(/\D/g, '') ? 1.5 : 1;
}

/** How many lengths landlines and mobile numbers of a country have. */
function lengthsIn(country: CountryCode): number {
  const metadata = new Metadata() as unknown as PlanLengths;
  metadata.selectNumberingPlan(country);
  const lengths = ['FIXED_LINE', 'MOBILE'].flatMap((type) => metadata.type(type)?.possibleLengths() ?? []);
  return new Set(lengths).size;
}

/** What the library's `Metadata` can tell beyond its typings. */
interface PlanLengths {
  selectNumberingPlan(country: string): unknown;
  type(name: string): { possibleLengths(): readonly number[] | undefined } | undefined;
}
