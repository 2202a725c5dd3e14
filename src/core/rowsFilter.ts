import type { Row, RowsQuery } from './row.ts';

/** The documented meaning of `query`, `statuses` and `result`, for servers that leave filtering to us. */
export function matchesQuery(row: Row, query: RowsQuery): boolean {
  return (
    matchesText(row, query.query) && matchesStatus(row, query.statuses) && matchesResult(row, query.result)
  );
}

function matchesText(row: Row, query: string | undefined): boolean {
  const needle = query?.trim().toLowerCase() ?? '';
  if (needle === '') return true;
  return [row.phone_number, ...Object.values(row.input_data)].some((value) =>
    value.toLowerCase().includes(needle),
  );
}

function matchesStatus(row: Row, statuses: RowsQuery['statuses']): boolean {
  if (statuses === undefined || statuses.length === 0) return true;
  return statuses.some((status) => status === row.call?.status);
}

function matchesResult(row: Row, result: RowsQuery['result']): boolean {
  if (result === undefined || result === 'all') return true;
  const last = row.call?.last_call_attempt ?? row.call?.call_attempts[0];
  return result === 'none' ? last?.result === undefined : last?.result === result;
}
