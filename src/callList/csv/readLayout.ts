import type { CallListOptions, Column } from '../callList.ts';
import type { Dialect } from './dialect.ts';
import { chosenHeader, findHeader } from '../columns/findHeader.ts';
import { withLostLetters } from '../columns/lostLetters.ts';
import { findPhoneColumn, type ColumnUse, type PhoneColumnGuess } from '../columns/phoneColumn.ts';
import { numberBesideCode } from '../columns/numberBesideCode.ts';
import { findNumberType } from '../columns/numberType.ts';
import { findOptOutColumns } from '../columns/optOutColumns.ts';
import { isBlank, variableNames } from './header.ts';
import type { Layout, SpokenColumn } from './layout.ts';
import { layoutProblems } from './layoutProblems.ts';
import { countryColumnProblems } from './countryColumnProblems.ts';
import { withoutPauses, type Steps } from '../pace.ts';
import { findCountryColumns } from '../phone/countryColumns.ts';
import { likelyRegion } from '../phone/likelyRegion.ts';
import { knownRegion } from '../phone/readPhone.ts';
import { quoteStyle } from './quoteStyle.ts';
import type { CsvRecord } from './records.ts';
import { profileColumn } from '../values/valueProfile.ts';
import { columnNamed, planVariables } from '../values/variables.ts';

type LayoutDialect = Pick<Dialect, 'delimiter' | 'wrongSeparator'>;

/**
 * Decides what the columns mean.
 * @param beginning the first records of the list, in order, a few hundred where there are as many
 */
export function readLayout(
  beginning: readonly CsvRecord[],
  dialect: LayoutDialect,
  options: CallListOptions,
): Layout {
  return withoutPauses(layoutSteps(beginning, dialect, options));
}

/** The same in steps, because all of it would block the thread too long. */
export function* layoutSteps(
  beginning: readonly CsvRecord[],
  { delimiter, wrongSeparator }: LayoutDialect,
  given: CallListOptions,
  use: ColumnUse = 'call',
): Steps<Layout> {
  const options = { ...given, variables: given.variables ?? given.placeholders?.map(({ name }) => name) };
  const { titles, hasHeader } = chosenHeader(beginning, options.headerLine) ?? findHeader(beginning);
  yield;
  const recordsAbove = titles + (hasHeader ? 1 : 0);
  const header = beginning[titles];
  const rows = withinBudget(
    beginning
      .slice(recordsAbove)
      .filter(({ cells, fault }) => fault === undefined && !isBlank(cells))
      .map(({ cells }) => cells),
  );
  const headers = hasHeader
    ? trimmedHeaders(header?.cells ?? [], rows)
    : Array.from({ length: widthWithout(header, rows) }, () => '');
  const names = variableNames(headers);
  const style = quoteStyle(beginning);
  const meant = yield* withLostLetters(headers);
  const guess = style === undefined ? guessColumn(meant, rows, options.defaultRegion, use) : nothingFound;
  yield;
  const chosen = chosenColumns(options.phoneColumn, headers);
  const phoneColumns = chosen ?? (guess.column === undefined ? [] : [guess.column]);
  const [phoneColumn] = phoneColumns;
  const countries = findCountryColumns(meant, rows, phoneColumn, options.defaultRegion);
  yield;
  const region = knownRegion(options.defaultRegion);
  const isDoubted = phoneColumn !== undefined && region !== undefined && countries === undefined;
  const likely =
    isDoubted && options.rowCountry !== 'default'
      ? yield* likelyRegion(
          rows.map((row) => row[phoneColumn] ?? ''),
          region,
        )
      : undefined;
  yield;
  const optOuts = findOptOutColumns(meant, phoneColumns, rows);
  const numberTypes = phoneColumns.flatMap((called) => {
    const type = findNumberType(meant, rows, called);
    return type === undefined ? [] : [{ called, type }];
  });
  yield;
  const plan = planVariables(headers, names, phoneColumn, options);
  const sentAs = new Map(plan.sent.map(({ column, name }) => [column, name]));
  const columns = headers.map((name, index): Column => {
    const sent = sentAs.get(index);
    return { index, header: name, variable: sent ?? names[index] ?? '', sent: sent !== undefined };
  });
  const spoken: SpokenColumn[] = [];
  for (const column of new Set(plan.sent.map((sent) => sent.column))) {
    if (column === phoneColumn) continue;
    spoken.push({ column, profile: profileColumn(headers[column] ?? '', column, rows) });
    yield;
  }
  yield;
  const otherPhones = guess.column === phoneColumn ? guess.others : [];
  const titleRecords = beginning.slice(0, titles).filter(({ cells }) => !isBlank(cells));
  const layout = {
    columns,
    phoneColumn,
    phoneColumns,
    otherPhones: otherPhones.filter((column) => !phoneColumns.includes(column)),
    countries,
    likelyRegion: likely,
    optOuts,
    numberTypes,
    plan,
    spoken,
    hasHeader,
    header,
    recordsAbove,
    titleLines: titleRecords.length,
  };
  return {
    ...layout,
    problems: [
      ...countryColumnProblems(layout, delimiter, options),
      ...layoutProblems({
        layout,
        titles: titleRecords,
        quoteStyle: style,
        guess,
        delimiter,
        wrongSeparator,
        options,
        rows,
      }),
    ],
  };
}

/** By the columns themselves, then by what a column of calling codes makes of one of them. */
function guessColumn(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  region: string | undefined,
  use: ColumnUse,
): PhoneColumnGuess {
  const guess = findPhoneColumn(headers, rows, region, use);
  if (guess.column !== undefined) return guess;
  const column = numberBesideCode(headers, rows, region);
  const isOnlyCandidate = guess.candidates.every((candidate) => candidate.column === column);
  return column === undefined || !isOnlyCandidate ? guess : { column, others: [], candidates: [] };
}

const nothingFound: PhoneColumnGuess = { column: undefined, others: [], candidates: [] };

/** How many cells are read before the first row is: the rows of a wide sheet have thousands each. */
const cellBudget = 40_000;
const minRows = 3;

function withinBudget(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let cells = 0;
  const end = rows.findIndex((row) => (cells += row.length) > cellBudget);
  return end < 0 ? rows : rows.slice(0, Math.max(end, minRows));
}

/** @returns undefined where nobody chose, no column where one of those that were chosen is not there */
function chosenColumns(
  chosen: CallListOptions['phoneColumn'],
  headers: readonly string[],
): readonly number[] | undefined {
  if (chosen === undefined) return undefined;
  const columns = [chosen].flat().map((name) => columnNamed(name, headers));
  return columns.every((column) => column !== undefined) ? columns : [];
}

/** Headers without white space, and without the empty ones at the end that no row fills. */
function trimmedHeaders(cells: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const headers = cells.map((cell) => cell.replace(/[\u200b-\u200f\ufeff]/g, '').trim());
  while (headers.length > 1 && headers.at(-1) === '') {
    const last = headers.length - 1;
    if (rows.some((row) => (row[last] ?? '').trim() !== '')) break;
    headers.pop();
  }
  for (const width = usualFilled(rows); headers.length < width;) headers.push('');
  return headers;
}

/** How many columns most rows fill, where most of them agree: a header may name only the first few. */
function usualFilled(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const cells of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    widths.set(last + 1, (widths.get(last + 1) ?? 0) + 1);
  }
  for (const [width, count] of widths) if (count > rows.length * 0.6) return width;
  return 0;
}

/** Without a header: as wide as the first row, or as most rows where that is only a title. */
function widthWithout(first: CsvRecord | undefined, rows: readonly (readonly string[])[]): number {
  return first === undefined ? widest(rows) : Math.max(first.cells.length, usualFilled(rows));
}

function widest(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, cells) => Math.max(width, cells.length), 0);
}
