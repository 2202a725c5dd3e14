import { headerMeaning } from './headerWords.ts';
import { findCountryColumns } from '../phone/countryColumns.ts';
import { RowPhoneReader } from '../phone/rowPhoneReader.ts';

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 100;
const sampleRows = 40;

/**
 * A column such as “Number” that is made valid, in every row, by a column of calling codes beside it.
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
    const isNamed = kind === 'number' || kind === 'perhaps';
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
  const code = countries?.countries.find(({ column: at }) => holdsCodes(numbers.map((row) => row[at] ?? '')));
  if (code === undefined || numbers.length === 0) return false;
  const reader = new RowPhoneReader(countries, headers, { region, rowCountry: 'own', repairs: ['zeroLost'] });
  return numbers.every((row) => reader.read(row, row[column] ?? '').e164 !== undefined);
}

/** `+250`, `00250`; `250` only beside such cells, since it may be anything. */
function holdsCodes(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => /^\s*\+?\d{1,6}\s*$/.test(cell)) && cells.some((cell) => /^\s*(?:\+|00)/.test(cell))
  );
}
