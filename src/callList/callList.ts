import type { Contact } from '../core/createRequest.ts';
import type { Delimiter } from './csv/delimiter.ts';
import type { Newline } from './csv/dialect.ts';
import type { Encoding } from './file/encoding.ts';
import type { PhoneRepair } from './phone/phoneVerdict.ts';
import type { RowCountry } from './phone/phoneVerdict.ts';
import type { Placeholder } from './values/placeholders.ts';
import type { ExclusionReason, Problem, ProblemTotals } from './problems.ts';
import type { SuppressedNumbers, SuppressionRemark } from './suppression/suppressedNumbers.ts';

export type DuplicatePolicy = 'first' | 'last' | 'all';

/** How a list is read: a person's choices, or the settings. Every field is optional. */
export interface CallListOptions {
  /**
   * The country of numbers written without a country code, ISO 3166-1 alpha-2. Without it such numbers are
   * problems.
   */
  readonly defaultRegion?: string | undefined;
  /**
   * By 0-based index or header; of several the first that is filled in a row is called. Found from header and
   * content when absent. One that the list does not have leaves nobody to call.
   */
  readonly phoneColumn?: number | string | readonly (number | string)[] | undefined;
  /** Which of several rows with the same number are called; `first` when absent. */
  readonly duplicates?: DuplicatePolicy | undefined;
  /** The placeholders the assistant uses (see placeholders.ts); when absent every column is sent. */
  readonly variables?: readonly string[] | undefined;
  /**
   * The same with their spellings, so that odd ones are pointed out; stands in for `variables` when that is
   * absent.
   */
  readonly placeholders?: readonly Placeholder[] | undefined;
  /** Variable → column, by 0-based index or header, where names alone do not tell. */
  readonly mapping?: Readonly<Record<string, number | string>> | undefined;
  /** Send the columns no placeholder asks for, too. */
  readonly includeUnused?: boolean | undefined;
  /** What happens to a row with nothing in a used variable; `call` when absent. */
  readonly emptyVariables?: 'call' | 'leaveOut' | undefined;
  /** The campaign's own number, which is not to call itself. */
  readonly fromPhoneNumber?: string | undefined;
  /** Numbers in E.164 that are never to be called (see suppressionList.ts). */
  readonly suppressed?: SuppressedNumbers | undefined;
  /** Remarks on the suppression lists themselves, such as one that cannot be read. */
  readonly suppressionRemarks?: readonly SuppressionRemark[] | undefined;
  /**
   * Whose country counts where a column names another one than the default; such rows are left out when
   * absent.
   */
  readonly rowCountry?: RowCountry | undefined;
  /**
   * The 1-based line of the header, 0 where there is none; found when absent. A line with a number is never
   * the header.
   */
  readonly headerLine?: number | undefined;
  /** The character between cells; found when absent. */
  readonly separator?: string | undefined;
  /** Repairs a person has agreed to for the whole column. */
  readonly repairs?: readonly PhoneRepair[] | undefined;
}

/** A checked call list: who can be called, with which values, and every problem with its place. */
export interface CallList {
  readonly columns: readonly Column[];
  /** Index into `columns`; undefined when none could be found, which is also a problem. */
  readonly phoneColumn: number | undefined;
  /** All columns that are called, the first that is filled in each row; `phoneColumn` alone when absent. */
  readonly phoneColumns?: readonly number[] | undefined;
  /** Further columns of phone numbers, which are not called. */
  readonly otherPhones?: readonly number[] | undefined;
  /** The column that says which country a row's number is from, 0-based; undefined when none does. */
  readonly countryColumn?: number | undefined;
  /** Columns by which rows are left out, such as “Do not call” or a consent; 0-based. */
  readonly optOutColumns?: readonly number[] | undefined;
  /** Another country than the default, ISO 3166-1 alpha-2, which many numbers fit better; undefined: none. */
  readonly likelyRegion?: string | undefined;
  readonly dialect: CallListDialect;
  /**
   * In the file's order. Fewer than `counts.ready` where a large list has more than can be sent (see
   * boundedCallList.ts).
   */
  readonly contacts: readonly ReadyContact[];
  /** In the file's order. */
  readonly problems: readonly Problem[];
  /** How many there are of each kind, where not all of them are in `problems`. */
  readonly problemTotals?: ProblemTotals | undefined;
  readonly counts: CallListCounts;
}

/** The result of checking a list whose contacts were passed to a sink. */
export interface CallListReport extends Omit<CallList, 'contacts'> {
  /** How many problems there are of each kind, the ones that were not kept included. */
  readonly problemTotals: ProblemTotals;
  readonly bytesRead: number;
}

export interface Column {
  readonly index: number;
  /** As in the file, without the white space around it; empty without a header line. */
  readonly header: string;
  /** The name its values are sent under. */
  readonly variable: string;
  /** Whether its values are sent. */
  readonly sent: boolean;
}

export interface CallListDialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  readonly hasHeader: boolean;
  /** 1-based line of the header, or of the first row where there is none. */
  readonly headerLine: number;
  /** Lines above that with something in them: titles, notes. Zero when absent. */
  readonly titleLines?: number | undefined;
}

export interface ReadyContact extends Contact {
  /** 1-based line its row begins on. */
  readonly line: number;
  /** 1-based count of the row below the header, blank ones included. */
  readonly record: number;
}

/** read = ready + all excluded + blank, always. */
export interface CallListCounts {
  readonly read: number;
  readonly ready: number;
  readonly excluded: Readonly<Record<ExclusionReason, number>>;
  readonly blank: number;
}
