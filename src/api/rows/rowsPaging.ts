import { ApiError } from '../../core/errors.ts';
import { formatCount, plural } from '../../core/format.ts';
import type { RowsQuery } from '../../core/row.ts';

/** A row, decoded or not: paging needs its id alone. */
interface Identified {
  readonly id: string;
}

/** Rows as one answer brought them; what the server did not echo is undefined. */
export interface RowsAnswer<R extends Identified> {
  readonly page?: number | undefined;
  readonly page_size?: number | undefined;
  readonly rows: readonly R[];
  readonly total?: number | undefined;
}

/** Asks for one page, with the number as it goes over the wire. */
export type AskRows<R extends Identified> = (query: RowsQuery) => Promise<RowsAnswer<R>>;

/** One page, as it was asked for. */
export interface PageOf<R extends Identified> {
  /** From 0. */
  readonly page: number;
  readonly page_size: number;
  readonly rows: readonly R[];
  /** Rows that match, over all pages; undefined where the server does not say. */
  readonly total: number | undefined;
}

/** The page numbering of a server. */
interface Paging {
  readonly base: 0 | 1;
  /** Rows on its pages, where it fixes or limits them itself; undefined: as many as asked for. */
  readonly ownSize: number | undefined;
}

/** Rows asked for at once when a whole campaign is read. */
const wholePageSize = 500;
/** First pages that are remembered, to notice a server that answers every page with them. */
const maxFirstPages = 20;

/**
 * Pages of rows from a server whose page numbering is not documented. The first question of a connection
 * finds it out with at most two small requests; the result is kept for the connection. A server without pages
 * returns all rows each time.
 */
export class RowsPaging<R extends Identified> {
  readonly #matches: (row: R, query: RowsQuery) => boolean;
  #paging: Paging | 'unpaged' | undefined;
  readonly #firstPages = new Map<string, string>();

  /** `matches`: what a server without pages does not filter is filtered here. */
  constructor(matches: (row: R, query: RowsQuery) => boolean) {
    this.#matches = matches;
  }

  get isUnpaged(): boolean {
    return this.#paging === 'unpaged';
  }

  /** Newer servers are known by other answers, before anything is asked about rows. */
  noteUnpaged(): void {
    this.#paging = 'unpaged';
  }

  /**
   * One page. `scope`: whose rows, to tell the pages of one campaign from those of another.
   * @throws ApiError when the server sends its first page again in place of a later one
   */
  async page(query: RowsQuery, ask: AskRows<R>, scope = ''): Promise<PageOf<R>> {
    if (this.#paging === undefined) {
      const found = await findOut(ask);
      this.#paging = found.paging;
      if (found.all !== undefined) return this.#pageLocally(found.all, query);
    }
    const paging = this.#paging;
    if (paging === 'unpaged' || paging === undefined)
      return this.#pageLocally((await ask(query)).rows, query);
    const page = await this.#collect(query, paging, ask);
    this.#checkRepeated(page, query, scope);
    return page;
  }

  /**
   * Every row once, page by page; the next page is asked for while one is handed out.
   * @throws ApiError after the rows that came, when the server counts more rows than it sends
   */
  async *readAll(ask: AskRows<R>): AsyncGenerator<readonly R[], void, undefined> {
    if (this.#paging === undefined) {
      const found = await findOut(ask);
      this.#paging = found.paging;
      if (found.all !== undefined) {
        yield found.all;
        return;
      }
    }
    const size = wholePageSize;
    const read = (page: number) => this.page({ page, page_size: size }, ask);
    const seen = new Set<string>();
    let next: Promise<PageOf<R>> | undefined = read(0);
    for (let at = 0; next !== undefined; at += 1) {
      const page: PageOf<R> = await next;
      const { rows, total } = page;
      const isLast: boolean = total === undefined ? rows.length < size : (at + 1) * size >= total;
      next = isLast ? undefined : read(at + 1);
      next?.catch(() => undefined); // a reader that stops here does not wait for it
      const fresh = rows.filter(({ id }) => !seen.has(id) && seen.add(id));
      if (fresh.length > 0) yield fresh;
      else if (total === undefined) return;
      // A row or two may change pages while the campaign runs; half a page may not.
      const due = total === undefined ? 0 : Math.min(size, total - at * size);
      if (total !== undefined && seen.size < total && fresh.length * 2 < due)
        throw incomplete(seen.size, total);
    }
  }

  #checkRepeated({ page, rows, total }: PageOf<R>, query: RowsQuery, scope: string): void {
    const [first] = rows;
    if (first === undefined) return;
    const key = JSON.stringify([scope, { ...query, page: 0 }]);
    const ids = JSON.stringify(rows.map(({ id }) => id));
    if (page === 0) {
      this.#firstPages.delete(key);
      this.#firstPages.set(key, ids);
      const [oldest] = this.#firstPages.keys();
      if (this.#firstPages.size > maxFirstPages && oldest !== undefined) this.#firstPages.delete(oldest);
    } else if (total !== undefined && this.#firstPages.get(key) === ids) {
      throw incomplete(rows.length, total);
    }
  }

  /** The rows from `start` to `end`, put together from the server's pages: commonly just one. */
  async #collect(query: RowsQuery, { base, ownSize }: Paging, ask: AskRows<R>): Promise<PageOf<R>> {
    const size = ownSize ?? query.page_size;
    const start = query.page * query.page_size;
    const end = start + query.page_size;
    const rows: R[] = [];
    let total: number | undefined;
    for (let at = Math.floor(start / size); at * size < Math.min(end, total ?? end); at += 1) {
      const answer = trusted(await ask({ ...query, page: base + at, page_size: size }));
      total = answer.total;
      if (answer.rows.length > size && total === undefined) {
        // It paged before: the server was replaced by a newer one.
        this.#paging = 'unpaged';
        return this.#pageLocally(answer.rows, query);
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

  /** A server without paging takes no filters either, so both are done here. */
  #pageLocally(rows: readonly R[], query: RowsQuery): PageOf<R> {
    const matching = uniqueById(rows).filter((row) => this.#matches(row, query));
    const start = query.page * query.page_size;
    return {
      page: query.page,
      page_size: query.page_size,
      rows: matching.slice(start, start + query.page_size),
      total: matching.length,
    };
  }
}

/**
 * How the server pages, as far as it shows; `all`: every row of the campaign, where they came with the
 * question.
 */
interface Finding<R extends Identified> {
  readonly paging: Paging | 'unpaged' | undefined;
  readonly all?: readonly R[];
}

/** A campaign of one row, or none, shows nothing about the server's paging. */
function whole<R extends Identified>({ rows }: RowsAnswer<R>): Finding<R> {
  return { paging: undefined, all: rows };
}

function unpaged<R extends Identified>({ rows }: RowsAnswer<R>): Finding<R> {
  return { paging: 'unpaged', all: rows };
}

async function findOut<R extends Identified>(ask_: AskRows<R>): Promise<Finding<R>> {
  const ask = async (query: RowsQuery) => trusted(await ask_(query));
  const zero = await pageZero(ask);
  if (zero === undefined) {
    const one = await ask({ page: 1, page_size: 1 });
    return isComplete(one) ? whole(one) : countsFrom(1, one, 1);
  }
  if (isComplete(zero)) return whole(zero);
  const ignoresSize = zero.rows.length > 1;
  if (ignoresSize && zero.total === undefined && zero.page === undefined) return unpaged(zero);
  if (zero.page === 1) return countsFrom(1, zero, 1);

  // Two rows, so that the only row of a server without paging differs from the first of many.
  const one = await ask({ page: 1, page_size: 2 });
  if (isComplete(one)) return whole(one);
  const first = zero.rows[0];
  if (first === undefined) {
    if (one.rows.length > 0) return countsFrom(1, one, 2);
    const total = one.total ?? zero.total;
    if (total === undefined) return whole(one);
    throw incomplete(0, total);
  }
  if (one.rows[0]?.id !== first.id) return countsFrom(0, zero, 1);
  if (zero.total === undefined && ignoresSize) return unpaged(zero);
  if (zero.total === undefined && one.rows.length === 1) return whole(zero);
  return countsFrom(1, zero, 1);
}

/** Drops a total that the answer itself contradicts. */
function trusted<R extends Identified>(answer: RowsAnswer<R>): RowsAnswer<R> {
  const { total, rows } = answer;
  const isPossible = total === undefined || (Number.isInteger(total) && total >= rows.length);
  return isPossible ? answer : { ...answer, total: undefined };
}

/**
 * The server counts rows that it does not send: never shown as "no rows", nor the first page as another one.
 */
function incomplete(rows: number, total: number): ApiError {
  return new ApiError(
    `The server counts ${plural(total, 'row')} but sends no more than ${formatCount(rows)} of them. Try again; if that does not help, export the rows.`,
    { reason: 'unreadable' },
  );
}

function countsFrom<R extends Identified>(
  base: 0 | 1,
  { rows, page_size = 0 }: RowsAnswer<R>,
  askedSize: number,
): Finding<R> {
  const ownSize = rows.length > askedSize ? Math.max(rows.length, page_size) : undefined;
  return { paging: { base, ownSize } };
}

/**
 * Page 0 of a server that counts from 1 may be refused, or crash it: undefined. An outage (503) says nothing.
 */
async function pageZero<R extends Identified>(ask: AskRows<R>): Promise<RowsAnswer<R> | undefined> {
  try {
    return await ask({ page: 0, page_size: 1 });
  } catch (error) {
    if (error instanceof ApiError && (error.reason === 'rejected' || error.status === 500)) return undefined;
    throw error;
  }
}

/** Whether the answer has all rows of the campaign. */
function isComplete({ rows, total }: RowsAnswer<Identified>): boolean {
  return total !== undefined && rows.length >= total;
}

/** The page size of a server that gives no more than so many rows at once: it says so, and it has more. */
function limitOf(answer: RowsAnswer<Identified>, askedSize: number, at: number): number | undefined {
  const { rows, page_size = askedSize, total = 0 } = answer;
  const limited = page_size > 0 && page_size < askedSize && rows.length === page_size;
  return limited && at * page_size + rows.length < total ? page_size : undefined;
}

/** While a campaign runs, rows may move between pages: none may appear twice on one page. */
function uniqueById<R extends Identified>(rows: readonly R[]): readonly R[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
