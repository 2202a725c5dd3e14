import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CsvRecord } from '../csv/records.ts';
import {
  answerWords,
  anyCode,
  areaWords,
  callingWords,
  codeWords,
  countryWords,
  otherCountryWords,
  perhapsCountryWords,
  placeholders,
  zipWords,
} from './countryHeaderWords.ts';
import { countryInCell } from './countryInCell.ts';
import { knownRegion, readPhone } from './readPhone.ts';

/** Columns that say where a row's number is from, by 0-based index. */
export interface CountryColumns {
  /**
   * Calling codes or countries; the first that says something in a row counts, those of the same `rank`
   * together.
   */
  readonly countries: readonly {
    readonly column: number;
    readonly rank: number;
    /** Numbers in it are no calling codes: ISO 3166 has 250 for France, which is Rwanda's calling code. */
    readonly otherCodes: boolean;
  }[];
  /** The area code that is in front of the number. */
  readonly areaCode: number | undefined;
}

const sampleRows = 200;
const maxHeaderLength = 100;

/**
 * Which columns beside the phone column say what country its numbers are from, and what area: by their
 * headers in many languages and by what is in them. A column that names nationalities, or that another phone
 * column has of its own, does not count.
 * @returns undefined where there is none
 */
export function findCountryColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  phoneColumn: number | undefined,
  region: string | undefined,
): CountryColumns | undefined {
  if (phoneColumn === undefined) return undefined;
  const sample = rows.slice(0, sampleRows);
  const numbers = sample.map((row) => row[phoneColumn] ?? '');
  const phoneWords = wordsOf(headers[phoneColumn] ?? '');
  const candidates: { column: number; kind: CodeKind; rank: number }[] = [];
  for (const [column, header] of headers.entries()) {
    if (column === phoneColumn) continue;
    const words = wordsOf(header);
    const kind = headerKind(header, words);
    const cells = sample.map((row) => (row[column] ?? '').trim());
    const meant = kindByContent(kind, cells, numbers, region);
    if (meant === undefined || belongsToOther(words, phoneWords, headers, phoneColumn)) continue;
    const shared = words.some((word) => phoneWords.includes(word) && !generic.has(word));
    candidates.push({ column, kind: meant, rank: rankOf(meant, words, shared) });
  }
  const countries = candidates
    .filter(({ kind }) => kind === 'country' || kind === 'calling')
    .map(({ column, rank }) => ({ column, rank, otherCodes: hasOtherCodes(sample, column) }))
    .sort((one, other) => one.rank - other.rank || one.column - other.column);
  const areas = candidates.filter(({ kind }) => kind === 'area');
  const areaCode = areas.sort(
    (one, other) =>
      one.rank - other.rank || Math.abs(one.column - phoneColumn) - Math.abs(other.column - phoneColumn),
  )[0]?.column;
  return countries.length === 0 && areaCode === undefined ? undefined : { countries, areaCode };
}

/** Whether a column holds numbers of three digits, many of which are no calling codes. */
function hasOtherCodes(rows: readonly (readonly string[])[], column: number): boolean {
  const codes = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => /^\d+$/.test(cell));
  const unknown = codes.filter((code) => countryInCell(code) === 'unknown').length;
  return codes.every((code) => code.length === 3) && unknown > codes.length * 0.3;
}

const linesLookedAt = 60;
const hasLetter = /[A-Za-z]|\P{ASCII}/u;

/**
 * Whether the beginning of a list has a column that may name countries in words: their names are then loaded
 * with pauses.
 */
export function namesCountries(beginning: readonly CsvRecord[]): boolean {
  const columns = new Set<number>();
  // values repeat: names, places, statuses
  const others = new Set<string>();
  for (const { cells } of beginning.slice(0, linesLookedAt)) {
    for (const column of columns) if (/\p{L}{4}|[^\p{ASCII}]/u.test(cells[column] ?? '')) return true;
    for (const [column, cell] of cells.entries()) {
      if (cell.length >= maxHeaderLength || !hasLetter.test(cell) || others.has(cell)) continue;
      if (wordsOf(cell).some((word) => countryWords.has(word) || perhapsCountryWords.has(word)))
        columns.add(column);
      else others.add(cell);
    }
  }
  return false;
}

type CodeKind = 'country' | 'calling' | 'area';
/**
 * `code`: a calling code or an area code, as its cells say. `unnamed`: no header, or one that says nothing.
 */
type HeaderKind = CodeKind | 'perhapsCountry' | 'code' | 'unnamed' | 'other';

/** Phone codes first, then countries of the phone, then any country of the row. */
function rankOf(kind: CodeKind, words: readonly string[], shared: boolean): number {
  const ofPhone = shared || words.some((word) => phoneSigns.test(word));
  return (kind === 'country' ? 2 : 0) + (ofPhone ? 0 : 1);
}

const phoneSigns =
  /^(?:phone|tel|telefon|telephone|telefono|telefone|mobile|mobil|handy|gsm|cell|whatsapp|電話|电话)/u;
/** Words of headers that do not tell one phone column from another. */
const generic: ReadonlySet<string> = new Set(
  'phone number no nr code country calling tel telefon telephone telefono telefone numero nummer the of de du di'.split(
    ' ',
  ),
);

/** The words of a header in lower case, each as it is and without accents. */
function wordsOf(header: string): string[] {
  const beginning = header.slice(0, maxHeaderLength);
  // asked of every cell of the first lines: nearly all are ASCII, where no letter has another form
  if (isAscii.test(beginning))
    return distinct(beginning.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(), /[a-z0-9]+/g);
  const apart = beginning
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKC')
    .toLowerCase();
  const plain = apart.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  return distinct(`${apart} ${plain}`, /[\p{L}\p{N}\p{M}]+/gu);
}

const isAscii = /^[\0-\x7f]*$/;

function distinct(text: string, word: RegExp): string[] {
  return [...new Set(text.match(word) ?? [])];
}

/** `Home Country Code` beside `Home Phone`, when it is `Mobile Phone` that is called. */
function belongsToOther(
  words: readonly string[],
  phoneWords: readonly string[],
  headers: readonly string[],
  phoneColumn: number,
): boolean {
  const own = words.filter((word) => !generic.has(word));
  if (own.some((word) => phoneWords.includes(word))) return false;
  return headers.some((header, column) => {
    if (column === phoneColumn) return false;
    const others = wordsOf(header);
    return (
      others.some((word) => phoneSigns.test(word)) &&
      !others.some((word) => countryWords.has(word) || codeWords.test(word)) &&
      own.some((word) => others.includes(word) && !phoneWords.includes(word))
    );
  });
}

function headerKind(header: string, words: readonly string[]): HeaderKind {
  if (words.length === 0 || (words.length === 1 && placeholders.test(words[0] ?? ''))) {
    return /[^\s]/.test(header) && words.length === 0 ? 'other' : 'unnamed';
  }
  if (words.some((word) => otherCountryWords.test(word) || answerWords.test(word))) return 'other';
  const isCountry = words.some((word) => countryWords.has(word));
  const isCode = words.some((word) => codeWords.test(word));
  if (isCode && !isCountry && words.some((word) => zipWords.test(word))) return 'other';
  if (!isCode && isPerhapsCountry(words)) return 'perhapsCountry';
  if (isCode && words.some((word) => areaWords.test(word)) && !isCountry) return 'area';
  if (isCode && (isCountry || words.some((word) => callingWords.test(word)))) return 'calling';
  if (isCountry) return 'country';
  return isCode ? 'code' : 'other';
}

/** Whether a header names codes of phone numbers: `Vorwahl`, `cod_area`, `Kode Negara`. */
export function namesPhoneCode(header: string): boolean {
  const words = wordsOf(header);
  const kind = headerKind(header, words);
  return (
    kind === 'area' || kind === 'calling' || (kind === 'code' && !words.every((word) => anyCode.test(word)))
  );
}

function isPerhapsCountry(words: readonly string[]): boolean {
  return (
    words.some((word) => perhapsCountryWords.has(word)) &&
    !words.some((word) => countryWords.has(word) && !perhapsCountryWords.has(word))
  );
}

/** What a column holds, where that agrees with its header. */
function kindByContent(
  kind: HeaderKind,
  cells: readonly string[],
  numbers: readonly string[],
  region: string | undefined,
): CodeKind | undefined {
  const filled = cells.filter((cell) => cell !== '');
  if (kind === 'other' || filled.length === 0) return undefined;
  // a box that is ticked or not
  if (filled.includes('0') && filled.every((cell) => cell === '0' || cell === '1')) return undefined;
  const codes = filled.filter((cell) => codePattern.test(cell)).length;
  const countries = filled.filter((cell) => typeof countryInCell(cell) === 'object').length;
  switch (kind) {
    case 'unnamed':
      return countries === filled.length && codes === 0 && filled.length > 1 && fitsNumbers(cells, numbers)
        ? 'country'
        : undefined;
    case 'perhapsCountry':
      return codes === 0 && countries >= filled.length * 0.5 && fitsNumbers(cells, numbers)
        ? 'country'
        : undefined;
    case 'calling':
      // `Legal basis for calling`, `Calling status`
      return codes > 0 ? 'calling' : countries > 0 || filled.every(isShortCode) ? 'country' : undefined;
    case 'country':
      // `Land: Bayern`, `Country: Yorkshire` in all rows: no country, but nothing that may be passed over
      // either
      return countries > 0 || filled.every((cell) => /\p{L}/u.test(cell))
        ? codes > 0
          ? 'calling'
          : 'country'
        : undefined;
    case 'area':
      return codes > filled.length / 2 ? areaOrCalling(cells, numbers, region, 'area') : undefined;
    case 'code':
      // `Kod pocztowy`, `Codice cliente`: a code of something else makes no number valid
      return codes > filled.length / 2 ? meantByCode(cells, numbers, region) : undefined;
  }
}

/** A code without another word may be any code: numbers that are whole without it need no area code. */
function meantByCode(
  cells: readonly string[],
  numbers: readonly string[],
  region: string | undefined,
): 'area' | 'calling' | undefined {
  const meant = areaOrCalling(cells, numbers, region, undefined);
  if (meant !== 'area') return meant;
  const written = numbers.filter((number) => number.trim() !== '');
  const whole = written.filter((number) => readPhone(number, { region }).e164 !== undefined).length;
  return whole > written.length / 2 ? undefined : meant;
}

function isShortCode(cell: string): boolean {
  return /^\p{L}{1,3}$/u.test(cell);
}

const codePattern = /^['=" (]*(?:\+|00?)? ?\d{1,5}(?:[.,]0)?[-) "]*$|^\(?0xx ?\d{2}\)?$/i;

/**
 * Calling codes have a plus or two zeros, area codes one; where neither is there, what makes the numbers
 * valid.
 */
function areaOrCalling(
  cells: readonly string[],
  numbers: readonly string[],
  region: string | undefined,
  usual: 'area' | 'calling' | undefined,
): 'area' | 'calling' | undefined {
  const filled = cells.filter((cell) => codePattern.test(cell));
  if (filled.some((cell) => /^['=" (]*\+/.test(cell))) return 'calling';
  if (usual !== undefined && filled.some((cell) => /^['=" (]*00/.test(cell))) return 'calling';
  if (usual !== undefined && filled.some((cell) => /^['=" (]*0/.test(cell))) return 'area';
  let asCalling = 0;
  let asArea = 0;
  for (const [row, cell] of cells.entries()) {
    const code = cell.replace(/[.,]0$/, '').replace(/\D/g, '');
    const number = numbers[row] ?? '';
    const digits = number.replace(/\D/g, '');
    if (code === '' || digits.length < 4 || digits.length > 15) continue;
    const country = countryInCell(code);
    if (
      typeof country === 'object' &&
      readPhone(number, { region: country.country, repairs: ['zeroLost'] }).e164 !== undefined
    )
      asCalling += 1;
    if (areaReadings(code, digits, region).length > 0) asArea += 1;
  }
  if (asCalling === asArea) return usual;
  return asCalling > asArea ? 'calling' : 'area';
}

function areaReadings(code: string, digits: string, region: string | undefined): string[] {
  const country = knownRegion(region);
  if (country === undefined) return [];
  return [`${code}${digits}`, `0${code}${digits}`].filter(
    (joined) =>
      parsePhoneNumberFromString(joined, { defaultCountry: country, extract: false })?.isValid() === true,
  );
}

/**
 * Without a header only what makes nearly all numbers valid says where they are from: two letters may be a
 * state or a language.
 */
function fitsNumbers(cells: readonly string[], numbers: readonly string[]): boolean {
  let national = 0;
  let fits = 0;
  for (const [row, cell] of cells.entries()) {
    const number = numbers[row] ?? '';
    const country = countryInCell(cell);
    if (typeof country !== 'object' || !/\d/.test(number) || /^[^\d+]*\+/.test(number)) continue;
    national += 1;
    if (readPhone(number, { region: country.country }).e164 !== undefined) fits += 1;
  }
  return national > 0 && fits >= national * 0.8;
}
