import type { CampaignApi } from '../core/ports.ts';
import type { Row, RowsPage } from '../core/row.ts';

/** Some rows of a campaign, each row once over all batches. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** All rows of the campaign, where the server tells. */
  readonly total: number | undefined;
}

const pageSize = 100;
const pagesAtOnce = 2;
/** A server that repeats its pages for ever is read no further than this. */
const mostPages = 20_000;

/**
 * All rows of a campaign in the server's order, page by page, the next page on its way while one is worked on. A row
 * that moved between pages while the campaign runs comes once.
 * @throws ApiError where the server does not answer, AbortError when `signal` fires
 */
export async function* readCampaignRows(
  api: Pick<CampaignApi, 'getRows'>,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const seen = new Set<string>();
  const ask = (page: number) => {
    const answer = api.getRows(id, { page, page_size: pageSize }, signal);
    answer.catch(() => undefined); // a page read ahead may fail after the reading has ended
    return answer;
  };
  const first = await ask(0);
  const ahead: Promise<RowsPage>[] = [];
  let next = 1;
  let answer: RowsPage | undefined = first;
  while (answer !== undefined) {
    signal?.throwIfAborted();
    const rows = answer.rows.filter((row) => !seen.has(row.id));
    for (const row of rows) seen.add(row.id);
    yield { rows, total: answer.total };
    if (answer.rows.length === 0 || rows.length === 0) return;
    const last: RowsPage = answer;
    while (ahead.length < pagesAtOnce && next < mostPages && mayFollow(last, next)) ahead.push(ask(next++));
    answer = await ahead.shift();
  }
}

/** May there be a page of this number? Where the total is unknown, a full page says maybe. */
function mayFollow({ total, rows }: RowsPage, page: number): boolean {
  return total === undefined ? rows.length >= pageSize : page * pageSize < total;
}
