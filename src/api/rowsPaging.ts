import { ApiError } from '../core/errors.ts';
import type { Row, RowsPage, RowsQuery } from '../core/row.ts';
import { matchesQuery } from './rowsFilter.ts';

/** Rows as one answer brought them; what the server did not echo is undefined. */
export interface RowsAnswer {
  readonly page?: number | undefined;
  readonly page_size?: number | undefined;
  readonly rows: readonly Row[];
  readonly total?: number | undefined;
}

/** Asks for one page, with the number as it goes over the wire. */
export type AskRows = (query: RowsQuery) => Promise<RowsAnswer>;

/** How this server counts pages; `unpaged` answers every question with all rows. */
type Paging = 0 | 1 | 'unpaged';

/**
 * Pages of rows from a server whose counting is not documented. The first question of a connection that needs to
 * know finds out with at most two tiny requests; the answer is kept for the connection.
 */
export class RowsPaging {
  #paging: Paging | undefined;

  async page(query: RowsQuery, ask: AskRows): Promise<RowsPage> {
    this.#paging ??= await findOut(ask);
    if (this.#paging === 'unpaged') return pageLocally(await ask(query), query);
    const answer = await ask({ ...query, page: query.page + (this.#paging ?? 0) });
    // Only a server that ignores page_size brings more than was asked for, e.g. after an upgrade.
    if (answer.rows.length > query.page_size) {
      this.#paging = 'unpaged';
      return pageLocally(answer, query);
    }
    return {
      page: query.page,
      page_size: query.page_size,
      rows: uniqueById(answer.rows),
      total: answer.total,
    };
  }
}

/** Undefined: this campaign is too small to tell, ask again with the next one. */
async function findOut(ask: AskRows): Promise<Paging | undefined> {
  const zero = await askIfAllowed(ask, 0);
  if (zero === undefined) return 1;
  if (zero.rows.length > 1) return 'unpaged';
  if (zero.page === 1) return 1;
  if (zero.rows.length === 0) return (zero.total ?? 0) > 0 ? 1 : undefined;
  if (zero.total === 1) return undefined;
  const one = await ask({ page: 1, page_size: 1 });
  if (one.rows.length === 0) return undefined;
  return one.rows[0]?.id === zero.rows[0]?.id ? 1 : 0;
}

/** Page 0 of a server that counts from 1 may be refused, or crash it. */
async function askIfAllowed(ask: AskRows, page: number): Promise<RowsAnswer | undefined> {
  try {
    return await ask({ page, page_size: 1 });
  } catch (error) {
    if (error instanceof ApiError && (error.reason === 'rejected' || error.reason === 'server'))
      return undefined;
    throw error;
  }
}

/** A server without paging takes no filters either, so both are done here. */
function pageLocally(answer: RowsAnswer, query: RowsQuery): RowsPage {
  const matching = uniqueById(answer.rows).filter((row) => matchesQuery(row, query));
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
