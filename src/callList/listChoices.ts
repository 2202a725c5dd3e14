import type { CallListOptions, DuplicatePolicy } from './callList.ts';
import { isSeparator } from './csv/delimiter.ts';
import type { PhoneRepair } from './phone/phoneVerdict.ts';
import type { RowCountry } from './phone/phoneVerdict.ts';

/**
 * How one list is read, as a person chose it: plain data that can be stored. Absent fields have the default:
 * the country of the settings, the detected column, the first row of each number.
 */
export interface ListChoices {
  /** ISO 3166-1 alpha-2 */
  readonly defaultRegion?: string | undefined;
  /** The column to call. Of several columns, the first one that is filled in is called. */
  readonly phoneColumn?: ColumnName | readonly ColumnName[] | undefined;
  readonly duplicates?: DuplicatePolicy | undefined;
  /** Variable → column. */
  readonly mapping?: Readonly<Record<string, ColumnName>> | undefined;
  readonly includeUnused?: boolean | undefined;
  readonly emptyVariables?: 'call' | 'leaveOut' | undefined;
  readonly repairs?: readonly PhoneRepair[] | undefined;
  /** Which country applies where a row names another one than the default. */
  readonly rowCountry?: RowCountry | undefined;
  /** The 1-based line of the header, 0 where there is none. */
  readonly headerLine?: number | undefined;
  /** The character between cells. */
  readonly separator?: string | undefined;
}

/**
 * A column by its header, so that it is found when columns move; by its 0-based index where no header
 * identifies it.
 */
export type ColumnName = string | number;

export const duplicatePolicies = ['first', 'last', 'all'] as const satisfies readonly DuplicatePolicy[];
export const rowCountries = ['own', 'default'] as const satisfies readonly RowCountry[];
export const phoneRepairs = [
  'zeroLost',
  'scientific',
  'oldNumber',
  'words',
] as const satisfies readonly PhoneRepair[];

/** Reads stored choices, possibly of another version. Invalid values are dropped. */
export function readListChoices(stored: unknown): ListChoices {
  if (typeof stored !== 'object' || stored === null) return {};
  const {
    defaultRegion,
    phoneColumn,
    duplicates,
    mapping,
    includeUnused,
    emptyVariables,
    repairs,
    rowCountry,
    headerLine,
    separator,
  } = stored as Record<string, unknown>;
  const choices: ListChoices = {
    defaultRegion:
      typeof defaultRegion === 'string' && /^[A-Z]{2}$/.test(defaultRegion) ? defaultRegion : undefined,
    phoneColumn: storedPhoneColumn(phoneColumn),
    duplicates: duplicatePolicies.find((policy) => policy === duplicates),
    mapping: storedMapping(mapping),
    includeUnused: typeof includeUnused === 'boolean' ? includeUnused : undefined,
    emptyVariables: emptyVariables === 'leaveOut' || emptyVariables === 'call' ? emptyVariables : undefined,
    repairs: storedRepairs(repairs),
    rowCountry: rowCountries.find((country) => country === rowCountry),
    headerLine: isCount(headerLine) ? headerLine : undefined,
    separator: typeof separator === 'string' && isSeparator(separator) ? separator : undefined,
  };
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}

/** An empty list is a choice as well, since the campaign file beside the list may name repairs. */
function storedRepairs(repairs: unknown): readonly PhoneRepair[] | undefined {
  if (!Array.isArray(repairs)) return undefined;
  const known = phoneRepairs.filter((repair) => repairs.includes(repair));
  return known.length === 0 && repairs.length > 0 ? undefined : known;
}

/**
 * The choices to store on top of the campaign file: those that differ from it, including a return to the
 * default.
 */
export function choicesOver(file: ListChoices, chosen: ListChoices): ListChoices {
  const base: ListChoices = { ...defaults, ...file };
  return Object.fromEntries(
    Object.entries(readListChoices(chosen)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name as keyof ListChoices]),
    ),
  );
}

const defaults: ListChoices = {
  duplicates: 'first',
  mapping: {},
  includeUnused: false,
  emptyVariables: 'call',
  repairs: [],
};

/** Drops the choices that equal the defaults, so that an empty object means that nothing was chosen. */
export function withoutDefaults(choices: ListChoices): ListChoices {
  return choicesOver({}, choices);
}

/** The choices as options of `checkCallList`. */
export function optionsOf(choices: ListChoices): CallListOptions {
  return withoutDefaults(choices);
}

function isColumnName(value: unknown): value is ColumnName {
  return typeof value === 'string' || isCount(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function storedPhoneColumn(value: unknown): ListChoices['phoneColumn'] {
  if (!Array.isArray(value)) return isColumnName(value) ? value : undefined;
  const columns = value.filter(isColumnName);
  return columns.length > 0 && columns.length === value.length ? columns : undefined;
}

function storedMapping(mapping: unknown): Record<string, ColumnName> | undefined {
  if (typeof mapping !== 'object' || mapping === null) return undefined;
  return Object.fromEntries(
    Object.entries(mapping).filter((entry): entry is [string, ColumnName] => isColumnName(entry[1])),
  );
}
