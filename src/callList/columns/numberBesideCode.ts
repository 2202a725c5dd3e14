import { headerMeaning } from './headerWords.ts';
import { findCountryColumns, namesPhoneCode } from '../phone/countryColumns.ts';
import { RowPhoneReader } from '../phone/rowPhoneReader.ts';

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 100;
const sampleRows = 40;

/**
 * A column such as “Number” that is made valid, in every row, by a column of calling codes or area codes
 * beside it.
 * @returns its 0-based index; undefined where there is none, or several
 */
export function numberBesideCode(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  region: string | undefined,
): number | undefined {
  const sample = rows.slice(0, sampleRows);
  const found = headers.slice(0, maxColumns).flatMap((header, column) => {
    const { kind } = headerMeaning(header);
    const isNamed = kind === 'number' || kind === 'perhaps' || withoutCode.test(header);
    return isNamed && isValidByCode(column, headers, sample, region) ? [column] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function isValidByCode(
  column: number,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  region: string | undefined,
): boolean {
  const numbers = rows.filter((row) => (row[column] ?? '').trim() !== '');
  const countries = findCountryColumns(headers, numbers, column, region);
  const codes = (countries?.countries ?? []).map((country) => country.column);
  if (countries?.areaCode !== undefined) codes.push(countries.areaCode);
  const isCode = (at: number): boolean => {
    const cells = numbers.map((row) => row[at] ?? '');
    return holdsCodes(cells) && (namesPhoneCode(headers[at] ?? '') || cells.some((cell) => leads.test(cell)));
  };
  if (numbers.length === 0 || !codes.some(isCode)) return false;
  // behind an area code, no zero is missing
  const repairs = countries?.areaCode === undefined ? (['zeroLost'] as const) : [];
  const reader = new RowPhoneReader(countries, headers, { region, rowCountry: 'own', repairs });
  return numbers.every((row) => reader.read(row, row[column] ?? '').e164 !== undefined);
}

/** Headers of numbers whose codes stand elsewhere. */
const withoutCode = /^(?:local|national|subscriber|line)[ _]?number$/i;

/** `+250`, `00250`: nothing else than a calling code. */
const leads = /^\s*(?:\+|00)/;

function holdsCodes(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*(?:\d{1,6}\s*$|(?:\+|00)\d{1,4}(?!\d))/.test(cell));
}
