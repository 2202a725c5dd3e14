import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { CallList } from '../callList.ts';
import { Pace } from '../pace.ts';
import { readPhone } from './readPhone.ts';
import { countryName } from './countryName.ts';
import { normalizePhoneText } from './normalizePhoneText.ts';

/**
 * A default country that would make sense of numbers without a country code. For a person to agree to: it is
 * never applied by itself.
 */
export interface SuggestedRegion {
  /** To be given back in `CallListOptions.defaultRegion`. */
  readonly region: string;
  /** `France` */
  readonly name: string;
  /** How many numbers without a country code could be called with it, */
  readonly count: number;
  /** of how many. */
  readonly of: number;
  /** A few cells as they are and as they would be called. */
  readonly examples: readonly { readonly line: number; readonly from: string; readonly to: string }[];
  /** Other countries that fit these numbers as well. */
  readonly alternatives: readonly string[];
}

interface NationalCell {
  readonly line: number;
  readonly text: string;
}

const firstSample = 8;
const secondSample = 100;
const finalists = 8;
const enough = 0.6;

/**
 * The country that a list's numbers without a country code are most likely from: nearly all are valid there,
 * they are written as people write them there, and the list's other numbers are from there. Undefined: no
 * such numbers, or no country fits.
 * @param list checked without a default region
 */
export async function suggestedRegion(
  { problems, contacts }: Pick<CallList, 'problems' | 'contacts'>,
  signal?: AbortSignal,
  maxExamples = 3,
): Promise<SuggestedRegion | undefined> {
  const cells = problems
    .filter(({ code, value }) => code === 'revox.phone.noRegion' && value !== undefined)
    .map(({ line, value = '' }): NationalCell => ({ line, text: value }));
  if (cells.length === 0) return undefined;
  const pace = new Pace(signal);
  const known = countriesOf(contacts.map(({ to_phone_number }) => to_phone_number));

  const few = spread(cells, firstSample);
  const first = new Map<CountryCode, number>();
  for (const region of getCountries()) {
    await pace.yieldIfDue();
    const score = fit(few, region);
    if (score > 0) first.set(region, score + (known.get(region) ?? 0));
  }
  const sample = spread(cells, secondSample);
  const scored: { readonly region: CountryCode; readonly score: number }[] = [];
  for (const region of best(first, finalists)) {
    await pace.yieldIfDue();
    scored.push({ region, score: fit(sample, region) / sample.length + (known.get(region) ?? 0) });
  }
  scored.sort((one, other) => other.score - one.score);
  const [winner, ...others] = scored;
  if (winner === undefined || winner.score < enough) return undefined;
  const { region } = winner;

  let count = 0;
  const examples: { line: number; from: string; to: string }[] = [];
  for (const { line, text } of cells) {
    await pace.yieldIfDue();
    const { e164 } = readPhone(text, { region });
    if (e164 === undefined) continue;
    count++;
    if (examples.length < maxExamples) examples.push({ line, from: text, to: e164 });
  }
  if (count < cells.length * enough) return undefined;
  const alternatives = others.filter(({ score }) => score >= winner.score - 0.1).map(({ region }) => region);
  return { region, name: countryName(region), count, of: cells.length, examples, alternatives };
}

/** Countries with the most numbers, to decide between countries that fit equally well. */
const largest =
  'US IN CN BR GB FR DE JP ID MX RU IT ES PK NG BD PH TR EG VN IR TH ZA KR CO CA AR PL AU'.split(' ');

/**
 * The countries in which one number without a country code is valid, the likeliest first: where the list's
 * other numbers are from, where more of the numbers without a code are valid, where it is written like that.
 * @param text the cell as written @param most how many, at most
 */
export async function likelyCountries(
  text: string,
  { problems, contacts }: Pick<CallList, 'problems' | 'contacts'>,
  most = 3,
  signal?: AbortSignal,
): Promise<readonly CountryCode[]> {
  const pace = new Pace(signal);
  const known = countriesOf(contacts.map(({ to_phone_number }) => to_phone_number));
  const others = problems
    .filter(({ code, value }) => code === 'revox.phone.noRegion' && value !== undefined)
    .map(({ line, value = '' }): NationalCell => ({ line, text: value }));
  const sample = spread(others, firstSample);
  const scored: { readonly region: CountryCode; readonly score: number }[] = [];
  for (const region of getCountries()) {
    await pace.yieldIfDue();
    const own = fit([{ line: 0, text }], region);
    if (own === 0) continue;
    const all = sample.length === 0 ? 0 : fit(sample, region) / sample.length;
    const size = largest.indexOf(region);
    const weight = size < 0 ? 0 : 0.2 * (1 - size / largest.length);
    scored.push({ region, score: 3 * (known.get(region) ?? 0) + all + own + weight });
  }
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ region }) => region);
}

/**
 * Every cell counts once if it is a number of this country, and again if it is written as people write it
 * there.
 */
function fit(cells: readonly NationalCell[], region: CountryCode): number {
  let score = 0;
  for (const { text } of cells) {
    const plain = normalizePhoneText(text).text;
    const number = parsePhoneNumberFromString(plain, { defaultCountry: region, extract: false });
    if (number?.isValid() !== true || number.country !== region) continue;
    score++;
    const national = number.formatNational();
    if (/\D/.test(plain) && national === plain) score++;
    // all digits of the country's way of writing are there, its leading zero included
    else if (national.replace(/\D/g, '') === plain.replace(/\D/g, '')) score += 0.25;
  }
  return score;
}

/** The share of each country among numbers whose country is known. */
function countriesOf(numbers: readonly string[]): Map<CountryCode, number> {
  const counts = new Map<CountryCode, number>();
  const sample = spread(numbers, secondSample);
  for (const e164 of sample) {
    const country = parsePhoneNumberFromString(e164)?.country;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1 / sample.length);
  }
  return counts;
}

function best(scores: ReadonlyMap<CountryCode, number>, count: number): CountryCode[] {
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([region]) => region);
}

/** `count` items spread evenly over all of them. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
