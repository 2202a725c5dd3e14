import { shortened } from '../../core/format.ts';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Column } from '../callList.ts';
import type { OptOutColumn } from '../columns/optOutColumns.ts';
import type { CountryColumns } from '../phone/countryColumns.ts';
import type { Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';
import type { ColumnProfile } from '../values/valueProfile.ts';
import type { VariablePlan } from '../values/variables.ts';

/** What the columns of a list mean, decided once from its beginning and then used for every row. */
export interface Layout {
  readonly columns: readonly Column[];
  /** The column to call; of several, of which the first that is filled is called, the first. */
  readonly phoneColumn: number | undefined;
  /** The columns to call, in the order they are asked: more than one only where a person chose so. */
  readonly phoneColumns: readonly number[];
  /** Further columns of phone numbers, which are not called. */
  readonly otherPhones: readonly number[];
  /** The columns that say where a row's number is from; undefined where there are none. */
  readonly countries: CountryColumns | undefined;
  /**
   * The country that numbers without a country code seem to be from, where that is not the default one and
   * nobody has chosen; see `likelyRegion`.
   */
  readonly likelyRegion: CountryCode | undefined;
  /** The columns in which a row may say that its person is not to be called. */
  readonly optOuts: readonly OptOutColumn[];
  /** The columns that say of what type the numbers of a column that is called are. */
  readonly numberTypes: readonly { readonly called: number; readonly type: number }[];
  readonly plan: VariablePlan;
  /**
   * The columns whose values the assistant is given, each once; the number that is called is judged
   * elsewhere.
   */
  readonly spoken: readonly SpokenColumn[];
  readonly hasHeader: boolean;
  readonly header: CsvRecord | undefined;
  /** How many records at the top are not rows: titles, blank lines between them, and the header. */
  readonly recordsAbove: number;
  /** How many of those have something in them and are not the header. */
  readonly titleLines: number;
  readonly problems: readonly Problem[];
}

export interface SpokenColumn {
  readonly column: number;
  readonly profile: ColumnProfile;
}

/** As a column is named in a sentence: with its place where another has the same name. */
export function columnTitle(columns: Layout['columns'], column: number): string {
  const header = columns[column]?.header ?? '';
  if (header === '') return `column ${column + 1}`;
  const isShared = columns.some((other) => other.header === header && other.index !== column);
  const title = shortened(header, maxTitle);
  return isShared ? `${title} (column ${column + 1})` : title;
}

/** A header may be the whole text of a form. */
export const maxTitle = 60;

/**
 * The column whose number is called in a row: the first that is filled, of those that are called.
 * @returns undefined where the list has no column to call
 */
export function calledColumn(phoneColumns: readonly number[], cells: readonly string[]): number | undefined {
  const [only] = phoneColumns;
  if (phoneColumns.length < 2) return only;
  return phoneColumns.find((column) => (cells[column] ?? '').trim() !== '') ?? only;
}
