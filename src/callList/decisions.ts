import { plural, shortened } from '../core/format.ts';
import { maxTitle } from './csv/layout.ts';
import { separatorName, separators, signOf } from './csv/delimiter.ts';
import type { CallList } from './callList.ts';

/**
 * The decisions about a list as a whole: `Phone column: Téléphone client · country from column Pays · 3 lines
 * above the header`.
 * @returns undefined where no column is called
 */
export function decisionsText(list: CallList): string | undefined {
  const parts = decisionsOf(list);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/**
 * As `decisionsText`, for a page that has a field for the phone column.
 * @returns undefined where there is no more to say than one column
 */
export function furtherDecisionsText(list: CallList): string | undefined {
  const isUsual = decisionsOf(list).length === 1 && (list.phoneColumns?.length ?? 1) === 1;
  return isUsual ? undefined : decisionsText(list);
}

function decisionsOf(list: CallList): readonly string[] {
  const { phoneColumn, phoneColumns, countryColumn, optOutColumns = [], dialect } = list;
  if (phoneColumn === undefined) return [];
  const called = (phoneColumns ?? [phoneColumn]).map((column) => nameOf(list, column)).join(', else ');
  const optOuts = optOutColumns.slice(0, columnsNamed).map((column) => nameOf(list, column));
  const titles = dialect.titleLines ?? 0;
  const top = dialect.hasHeader ? 'the header' : 'the first row';
  return [
    `Phone column: ${called}`,
    ...(countryColumn === undefined ? [] : [`country from column ${nameOf(list, countryColumn)}`]),
    ...(optOuts.length === 0
      ? []
      : [`left out by ${optOuts.length === 1 ? 'column' : 'columns'} ${optOuts.join(', ')}`]),
    ...(titles === 0 ? [] : [`${plural(titles, 'line')} above ${top}`]),
    ...(dialect.hasHeader ? [] : ['no header line']),
    ...(signOf(dialect.delimiter) === ',' ? [] : [`separator: ${separatorName(dialect.delimiter)}`]),
  ];
}

const columnsNamed = 3;
const linesBelow = 3;
const maxLines = 20;

/** The lines that a person may choose the header from: those above the one found, and a few below. */
export function headerLines({ headerLine }: CallList['dialect'], chosen: number | undefined): number[] {
  const last = Math.max(headerLine, chosen ?? 0);
  const first = Math.max(1, last - maxLines);
  return Array.from({ length: last + linesBelow - first + 1 }, (_, at) => first + at);
}

/** The characters that a person may choose between cells: the usual ones, and the one in use. */
export function separatorChoices({ delimiter }: CallList['dialect']): readonly string[] {
  return [...new Set([...separators, signOf(delimiter)])];
}

function nameOf({ columns }: CallList, column: number): string {
  const header = columns[column]?.header ?? '';
  return header === '' ? `column ${column + 1}` : shortened(header, maxTitle);
}
