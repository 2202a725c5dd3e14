import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type CountryCode,
} from 'libphonenumber-js/max';
import type { Pace } from '../pace.ts';
import { alpha3, otherNames, shortForms } from './countryForms.ts';

/**
 * What a cell of a country column says: the country whose plan its row's number is read by. `unknown` for a
 * text that is no country; undefined for an empty cell.
 */
export type CellCountry =
  | {
      readonly country: CountryCode;
      /** Where the text has the calling code: what stands in front of the number, without a plus. */
      readonly callingCode?: string;
    }
  | 'unknown'
  | undefined;

const maxCellLength = 80;
const maxCached = 5000;
const cache = new Map<string, CellCountry>();

/**
 * Reads a country as people and programs write it: `FR`, `FRA`, `France`, `Frankreich`, `+33`, `0033`, `33`,
 * `France (+33)`, 🇫🇷. A cell that names two countries is unknown.
 */
export function countryInCell(cell: string): CellCountry {
  if (cache.has(cell)) return cache.get(cell);
  const text = cell.trim();
  const country = text === '' || isEmptyMark(text) ? undefined : readCountry(text);
  if (cell.length <= maxCellLength && cache.size < maxCached) cache.set(cell, country);
  return country;
}

/** `-`, `n/a`: nothing is said. `NA` is Namibia. */
function isEmptyMark(text: string): boolean {
  return text.length <= 5 && /^(?:[-–—_.?*/]+|n\/a\.?|n\.a\.?|null|none|\\n)$/i.test(text);
}

function readCountry(text: string): CellCountry {
  if (text.length > maxCellLength) return 'unknown';
  const plain = text.normalize('NFKC').replace(/^['’=" ]+|['’" ]+$/g, '');
  const byCode = ofCallingCode(plain.replace(/^(\d{1,3})[.,]0$/, '$1'));
  if (byCode !== undefined) return byCode;
  const named = namedCountries(plain);
  const code = /(?:\+|\b00) ?(\d{1,4})\b/.exec(plain)?.[1];
  const [country, ...others] = named;
  if (others.length > 0) return 'unknown';
  if (code === undefined) return country === undefined ? 'unknown' : { country };
  const meant = country ?? mainCountry(code);
  if (meant === undefined) return 'unknown';
  const callingCode = getCountryCallingCode(meant);
  const agrees = country === undefined || callingCode === (code.startsWith('1') ? '1' : code);
  return agrees ? { country: meant, callingCode } : 'unknown';
}

/** `33`, `+33`, `0033`, `(+33)`, `1-246`. Three digits with one zero in front are no calling code. */
function ofCallingCode(text: string): CellCountry {
  const digits = /^\(?(?:\+|00)? ?(\d{1,3}(?:[- ]?\d{3})?)\)?$/.exec(text)?.[1]?.replace(/\D/g, '');
  if (digits === undefined) return undefined;
  const country = mainCountry(digits);
  return country === undefined ? 'unknown' : { country, callingCode: getCountryCallingCode(country) };
}

/** The country whose plan a calling code is read by: one for all countries that share it. */
function mainCountry(callingCode: string): CountryCode | undefined {
  const code = callingCode.length === 4 && callingCode.startsWith('1') ? '1' : callingCode;
  const metadata = new Metadata() as unknown as {
    getCountryCodesForCallingCode(code: string): readonly CountryCode[] | undefined;
  };
  return metadata.getCountryCodesForCallingCode(code)?.[0];
}

/** The countries a text names as a whole or, where its pieces are separate, in its pieces: `Lyon, France`. */
function namedCountries(text: string): CountryCode[] {
  const flags = text.match(/[\u{1F1E6}-\u{1F1FF}]{2}/gu) ?? [];
  const found = new Set<CountryCode>();
  for (const flag of flags)
    add(
      found,
      Array.from(flag, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1a5)).join(''),
    );
  const words = text.replace(/[\u{1F1E6}-\u{1F1FF}]/gu, '').replace(/(?:\+|\b00) ?\d{1,4}\b/g, '');
  const whole = countryNamed(words);
  if (whole !== undefined) return [...found.add(whole)];
  for (const piece of words.split(/[,;/|()[\]:]| - |-(?=\s)|–|—/)) {
    const country = countryNamed(piece);
    if (country !== undefined) found.add(country);
  }
  return [...found];
}

function add(found: Set<CountryCode>, code: string): void {
  if (isSupportedCountry(code)) found.add(code);
}

function countryNamed(text: string): CountryCode | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const upper = trimmed.toUpperCase().replace(/\./g, '');
  if (/^[A-Z]{1,4}$/.test(upper)) {
    const short = shortForms[upper] ?? iso3().get(upper);
    if (short !== undefined) return short;
    if (isSupportedCountry(upper)) return upper;
  }
  const key = nameKeyOf(trimmed);
  return key === '' ? undefined : (variants().get(key) ?? byName(key));
}

/** A name without case, accents, articles and punctuation. */
function nameKeyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|la|le|les|el|los|las|il|die|der|das|de|den|het|o|os|as|a) (?=\p{L}{3})/u, '')
    .replace(/ı/g, 'i');
}

let alpha3Map: ReadonlyMap<string, CountryCode> | undefined;

function iso3(): ReadonlyMap<string, CountryCode> {
  alpha3Map ??= new Map(
    alpha3
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, 3), pair.slice(3) as CountryCode]),
  );
  return alpha3Map;
}

let variantMap: ReadonlyMap<string, CountryCode> | undefined;

function variants(): ReadonlyMap<string, CountryCode> {
  variantMap ??= new Map(
    Object.entries(otherNames).flatMap(([country, names]) =>
      names.split('|').map((name) => [nameKeyOf(name), country as CountryCode] as const),
    ),
  );
  return variantMap;
}

/** The languages that names are looked for in, the usual ones first. */
const languages =
  'en fr de es it pt nl pl ru uk sv da nb nn fi cs sk hu ro bg hr sr sr-Latn bs sl mk sq el tr et lv lt is ga mt ca eu gl cy lb ar he fa ur ps hi bn mr ta te kn ml gu pa ne si ja zh zh-Hant ko th vi id ms fil sw af am ka hy az kk uz ky mn km lo my'.split(
    ' ',
  );
const names = new Map<string, CountryCode>();
let languagesLoaded = 0;

/**
 * Names of all countries in all languages, one language after the other until the name is found: all of them
 * take a tenth of a second.
 */
function byName(key: string): CountryCode | undefined {
  for (;;) {
    const found = names.get(key);
    if (found !== undefined || languagesLoaded === languages.length) return found;
    loadLanguage();
  }
}

function loadLanguage(): void {
  const language = languages[languagesLoaded] ?? 'en';
  languagesLoaded += 1;
  const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const country of getCountries()) {
    const name = inLanguage.of(country);
    const key = name === undefined ? '' : nameKeyOf(name);
    if (key !== '' && !names.has(key)) names.set(key, country);
    // German without umlauts
    const plain = language === 'de' ? nameKeyOf(withoutUmlauts(name ?? '')) : key;
    if (plain !== key && !names.has(plain)) names.set(plain, country);
  }
}

function withoutUmlauts(name: string): string {
  const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
  return name.replace(/[äöüÄÖÜ]/g, (letter) => letters[letter] ?? letter);
}

/**
 * Loads the names of countries in all languages with pauses, so that a list with an unknown one is decided
 * without a long stop.
 */
export async function loadCountryNames(pace: Pace): Promise<void> {
  while (languagesLoaded < languages.length) {
    loadLanguage();
    await pace.yieldIfDue();
  }
}
