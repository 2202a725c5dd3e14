import type { CallListOptions, Column } from '../callList.ts';
import type { Delimiter } from './csvText.ts';
import { findHeader, isBlank, variableNames } from './header.ts';
import type { Layout } from './layout.ts';
import { layoutProblems } from './layoutProblems.ts';
import { findPhoneColumn } from '../phone/phoneColumn.ts';
import type { CsvRecord } from './records.ts';
import { profileColumn } from '../values/valueProfile.ts';
import { columnNamed, planVariables } from '../values/variables.ts';

/**
 * Decides what the columns mean.
 * @param beginning the first records of the list, in order, a few hundred where there are as many
 */
export function readLayout(
  beginning: readonly CsvRecord[],
  delimiter: Delimiter,
  given: CallListOptions,
): Layout {
  const options = { ...given, variables: given.variables ?? given.placeholders?.map(({ name }) => name) };
  const { titles, hasHeader } = findHeader(beginning);
  const recordsAbove = titles + (hasHeader ? 1 : 0);
  const header = beginning[titles];
  const rows = beginning
    .slice(recordsAbove)
    .filter(({ cells, fault }) => fault === undefined && !isBlank(cells))
    .map(({ cells }) => cells);
  const headers = hasHeader
    ? trimmedHeaders(header?.cells ?? [], rows)
    : Array.from({ length: widest(header === undefined ? rows : [header.cells]) }, () => '');
  const names = variableNames(headers);
  const guess = findPhoneColumn(headers, rows, options.defaultRegion);
  const chosen = options.phoneColumn;
  const phoneColumn = chosen === undefined ? guess.column : columnNamed(chosen, headers);
  const plan = planVariables(headers, names, phoneColumn, options);
  const columns = headers.map((name, index): Column => {
    const sent = plan.sent.find(({ column }) => column === index);
    return { index, header: name, variable: sent?.name ?? names[index] ?? '', sent: sent !== undefined };
  });
  const spoken = [...new Set(plan.sent.map(({ column }) => column))]
    .filter((column) => column !== phoneColumn)
    .map((column) => ({ column, profile: profileColumn(headers[column] ?? '', column, rows) }));
  const layout = { columns, phoneColumn, plan, spoken, hasHeader, header, recordsAbove };
  const others = chosen === undefined ? guess.others : [];
  const swappedWith = phoneColumn === guess.column ? guess.swappedWith : undefined;
  const titleRecords = beginning.slice(0, titles).filter(({ cells }) => !isBlank(cells));
  return {
    ...layout,
    problems: layoutProblems(layout, titleRecords, { others, swappedWith }, delimiter, options, rows),
  };
}

/** Headers without white space, and without the empty ones at the end that no row fills. */
function trimmedHeaders(cells: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const headers = cells.map((cell) => cell.replace(/[\u200b-\u200f\ufeff]/g, '').trim());
  while (headers.length > 1 && headers.at(-1) === '') {
    const last = headers.length - 1;
    if (rows.some((row) => (row[last] ?? '').trim() !== '')) break;
    headers.pop();
  }
  return headers;
}

function widest(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, cells) => Math.max(width, cells.length), 0);
}
