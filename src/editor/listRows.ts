import type { CallList } from '../callList/callList.ts';
import { isBlank } from '../callList/csv/header.ts';
import type { CsvRecord } from '../callList/csv/records.ts';
import { recordAt } from './listRecords.ts';

/** The records below the header that hold something, called or not. */
export function rowRecords(
  { dialect }: Pick<CallList, 'dialect'>,
  records: readonly CsvRecord[],
): CsvRecord[] {
  const { hasHeader, headerLine } = dialect;
  return records.filter(
    ({ line, cells, fault }) =>
      (hasHeader ? line > headerLine : line >= headerLine) && (fault !== undefined || !isBlank(cells)),
  );
}

/**
 * The index of the row that a line belongs to, or of the one above it; the first for what is above all
 * rows.
 */
export function rowIndexAt(rows: readonly CsvRecord[], line: number): number {
  const row = recordAt(rows, line);
  return row === undefined ? 0 : rows.indexOf(row);
}

/** The problem of the whole list, such as that it has no phone numbers. */
export function generalReason({ problems }: Pick<CallList, 'problems'>): string | undefined {
  return problems.find(({ excludes, blocks }) => excludes && blocks)?.message;
}

/** Why the row is left out; undefined for one that is called. */
export function leftOutBecause(
  list: Pick<CallList, 'problems'>,
  { line }: CsvRecord,
  records: readonly CsvRecord[],
): string | undefined {
  const own = list.problems.find(
    (problem) => problem.excludes && recordAt(records, problem.line)?.line === line,
  );
  return own?.message ?? generalReason(list);
}
