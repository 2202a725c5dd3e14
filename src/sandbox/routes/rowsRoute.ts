import { callStatuses, resultFilters, type CallStatus, type ResultFilter } from '../../core/row.ts';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { rowsFor, type Context } from '../context.ts';
import { searchRows } from './rowsSearch.ts';
import type { SandboxCampaign } from '../sandboxState.ts';

const defaultPageSize = 50;
const mostPageSize = 10_000;

/** `GET /campaigns/{id}/rows`. The newest revision takes no parameters and answers all rows at once. */
export async function rowsRoute(
  context: Context,
  campaign: SandboxCampaign,
  query: URLSearchParams,
): Promise<Answer> {
  const { pageBase, revision } = context;
  if (revision === 3) return allRows(context, campaign);
  const page = wholeNumber(query, 'page', pageBase, pageBase, Number.MAX_SAFE_INTEGER);
  const pageSize = wholeNumber(query, 'page_size', defaultPageSize, 1, mostPageSize);
  const found = await searchRows(campaign, {
    query: (query.get('query') ?? '').trim(),
    statuses: statuses(query),
    result: result(query),
  });
  const total = found?.length ?? campaign.order.contacts.length;
  const start = (page - pageBase) * pageSize;
  const numbers = Array.from({ length: Math.max(0, Math.min(pageSize, total - start)) }, (_, at) =>
    found === undefined ? start + at : (found[start + at] ?? 0),
  );
  const rows = numbers.map((row) => rowsFor(context, campaign, row));
  return json({ page, page_size: pageSize, rows, total });
}

/** Made row by row while it is sent: as one text a big campaign would not fit. */
function allRows(context: Context, campaign: SandboxCampaign): Answer {
  function* pieces(): Generator<string> {
    yield '{"rows":[';
    for (let row = 0; row < campaign.order.contacts.length; row += 1)
      yield (row === 0 ? '' : ',') + JSON.stringify(rowsFor(context, campaign, row));
    yield ']}';
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}

function wholeNumber(
  query: URLSearchParams,
  name: string,
  absent: number,
  low: number,
  high: number,
): number {
  const text = query.get(name);
  if (text === null) return absent;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  throw new HttpProblem(422, `${name}: expected a whole number from ${low} to ${high}`);
}

/** The separator is not documented: a comma and a repeated parameter are both understood. */
function statuses(query: URLSearchParams): CallStatus[] {
  const names = query.getAll('statuses').flatMap((value) => value.split(','));
  return names.filter((name) => name !== '').map((name) => oneOf('statuses', name, callStatuses));
}

function result(query: URLSearchParams): ResultFilter {
  return oneOf('result', query.get('result') ?? 'all', resultFilters);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new HttpProblem(422, `${name}: expected one of ${allowed.join(', ')}`);
  return found;
}
