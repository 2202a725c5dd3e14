import { ApiError } from '../core/errors.ts';
import type { Row, RowsPage, RowsQuery } from '../core/row.ts';
import { matchesQuery } from '../core/rowsFilter.ts';

/** Rows as one answer brought them; what the server did not echo is undefined. */
export interface RowsAnswer {
  readonly page?: number | undefined;
  readonly page_size?: number | undefined;
  readonly rows: readonly Row[];
  readonly total?: number | undefined;
}

/** Asks for one page, with the number as it goes over the wire. */
export type AskRows = (query: RowsQuery) => Promise<RowsAnswer>;

/** How a server pages. */
interface Paging {
  readonly base: 0 | 1;
  /** Rows on its pages, where it fixes or limits them itself; undefined: as many as asked for. */
  readonly ownSize: number | undefined;
}

/**
 * Pages of rows from a server whose counting is not documented. The first question of a connection finds out with at
 * most two tiny requests; the answer is kept for the connection. `unpaged` answers every question with all rows.
 */
export class RowsPaging {
  #paging: Paging | 'unpaged' | undefined;

  async page(query: RowsQuery, ask: AskRows): Promise<RowsPage> {
    if (this.#paging === undefined) {
      const found = await findOut(ask);
      // Not kept: a campaign of one row, or none, tells nothing about the server.
      if (found.all !== undefined) return pageLocally(found.all, query);
      this.#paging = found.paging;
    }
    if (this.#paging === 'unpaged') return pageLocally((await ask(query)).rows, query);
    return this.#collect(query, this.#paging, ask);
  }

  /** The rows from `start` to `end`, put together from the server's pages: commonly just one. */
  async #collect(query: RowsQuery, { base, ownSize }: Paging, ask: AskRows): Promise<RowsPage> {
    const size = ownSize ?? query.page_size;
    const start = query.page * query.page_size;
    const end = start + query.page_size;
    const rows: Row[] = [];
    let total: number | undefined;
    for (let at = Math.floor(start / size); at * size < Math.min(end, total ?? end); at += 1) {
      const answer = await ask({ ...query, page: base + at, page_size: size });
      total = answer.total;
      if (answer.rows.length > size && total === undefined) {
        // It paged before: the server was replaced by a newer one.
        this.#paging = 'unpaged';
        return pageLocally(answer.rows, query);
      }
      const limit = limitOf(answer, size, at);
      if (limit !== undefined) {
        this.#paging = { base, ownSize: limit };
        return this.#collect(query, this.#paging, ask);
      }
      rows.push(...answer.rows.slice(Math.max(0, start - at * size), end - at * size));
      if (answer.rows.length === 0) break;
    }
    // Asked for a page after the last, a server may answer with the last one again.
    const beyond = total !== undefined && start >= total;
    return {
      page: query.page,
      page_size: query.page_size,
      rows: beyond ? [] : uniqueById(rows),
      total,
    };
  }
}

/** How the server pages, or all rows of a campaign that is too small to tell. */
type Finding =
  { readonly all?: undefined; readonly paging: Paging | 'unpaged' } | { readonly all: readonly Row[] };

async function findOut(ask: AskRows): Promise<Finding> {
  const zero = await pageZero(ask);
  if (zero === undefined) {
    const one = await ask({ page: 1, page_size: 1 });
    return isComplete(one) ? { all: one.rows } : countsFrom(1, one, 1);
  }
  if (isComplete(zero)) return { all: zero.rows };
  const ignoresSize = zero.rows.length > 1;
  if (ignoresSize && zero.total === undefined && zero.page === undefined) return { paging: 'unpaged' };
  if (zero.page === 1) return countsFrom(1, zero, 1);

  // Two rows, so that the only row of a server without paging differs from the first of many.
  const one = await ask({ page: 1, page_size: 2 });
  if (isComplete(one)) return { all: one.rows };
  const first = zero.rows[0];
  if (first === undefined) return one.rows.length === 0 ? { all: [] } : countsFrom(1, one, 2);
  if (one.rows[0]?.id !== first.id) return countsFrom(0, zero, 1);
  if (zero.total === undefined && ignoresSize) return { paging: 'unpaged' };
  if (zero.total === undefined && one.rows.length === 1) return { all: zero.rows };
  return countsFrom(1, zero, 1);
}

function countsFrom(base: 0 | 1, { rows, page_size = 0 }: RowsAnswer, askedSize: number): Finding {
  const ownSize = rows.length > askedSize ? Math.max(rows.length, page_size) : undefined;
  return { paging: { base, ownSize } };
}

/** Page 0 of a server that counts from 1 may be refused, or crash it: undefined. An outage (503) says nothing. */
async function pageZero(ask: AskRows): Promise<RowsAnswer | undefined> {
  try {
    return await ask({ page: 0, page_size: 1 });
  } catch (error) {
    if (error instanceof ApiError && (error.reason === 'rejected' || error.status === 500)) return undefined;
    throw error;
  }
}

/** Is this the whole campaign? */
function isComplete({ rows, total }: RowsAnswer): boolean {
  return total !== undefined && rows.length >= total;
}

/** The page size of a server that gives no more than so many rows at once: it says so, and it has more. */
function limitOf(answer: RowsAnswer, askedSize: number, at: number): number | undefined {
  const { rows, page_size = askedSize, total = 0 } = answer;
  const limited = page_size > 0 && page_size < askedSize && rows.length === page_size;
  return limited && at * page_size + rows.length < total ? page_size : undefined;
}

/** A server without paging takes no filters either, so both are done here. */
function pageLocally(rows: readonly Row[], query: RowsQuery): RowsPage {
  const matching = uniqueById(rows).filter((row) => matchesQuery(row, query));
  const start = query.page * query.page_size;
  return {
    page: query.page,
    page_size: query.page_size,
    rows: matching.slice(start, start + query.page_size),
    total: matching.length,
  };
}

/** While a campaign runs, rows may move between pages: the same one never stands twice on one. */
function uniqueById(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
