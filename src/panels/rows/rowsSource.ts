import type { Campaign } from '../../core/campaign.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import type { Row, RowsPage, RowsQuery } from '../../core/row.ts';
import { unlessAborted } from '../../core/unlessAborted.ts';
import type { RowsQuestion } from '../contract/protocolRows.ts';
import { WholeCampaign, type CategoryCounts } from './wholeCampaign.ts';

export interface ReadPage {
  readonly page: RowsPage;
  /** When it was read, ms since 1970. */
  readonly readMs: number;
  /** How many rows are in each category, where the whole campaign was read. */
  readonly counts?: CategoryCounts | undefined;
}

interface Remembered {
  readonly generation: number;
  readonly answer: Promise<ReadPage>;
  readonly abort: AbortController;
  /** How many callers still wait. */
  waiting: number;
}

export interface RowsSourceOptions {
  readonly campaignId: string;
  /** Rejects when there is no connection. */
  readonly api: () => Promise<CampaignApi>;
  readonly clock: Clock;
  /** Only these rows. */
  readonly rowIds?: ReadonlySet<string> | undefined;
  /** The campaign as it is known now. */
  readonly campaign?: (() => Campaign | undefined) | undefined;
  /** So many rows have been read into memory; all when `done`. */
  readonly progress?: ((read: number, done: boolean) => void) | undefined;
  /** Pages that are kept. With calls and transcripts embedded, 100 rows are some 700 kB. */
  readonly keep?: number;
}

/**
 * The rows of one campaign, page by page. A server that pages is asked for its pages: the next one is read
 * ahead, a few are remembered. Where the server does not page, and for what its pages cannot do, the campaign
 * is read once as a whole.
 */
export class RowsSource {
  readonly campaignId: string;
  readonly #options: RowsSourceOptions;
  readonly #pages = new Map<string, Remembered>();
  #generation = 0;
  #whole: WholeCampaign | undefined;
  /** The whole campaign has to be read again before it answers. */
  #wholeIsOld = false;

  constructor(options: RowsSourceOptions) {
    this.#options = options;
    this.campaignId = options.campaignId;
  }

  /**
   * Everything remembered is out of date: the next request for any page goes to the server. `byItself`:
   * nobody asked for it, so that a campaign which takes long to read stays as it is for a while.
   */
  forget(byItself = false): void {
    this.#generation += 1;
    if (this.#whole !== undefined) this.#wholeIsOld = !byItself || this.#whole.rows.isDue;
  }

  /**
   * Reads the whole campaign for what pages cannot tell, behind what is shown. An error shows when it is
   * asked for.
   */
  async readWhole(): Promise<void> {
    if (this.#whole !== undefined) return;
    await this.#wholeOf(await this.#options.api())
      .rows.load()
      .catch(() => undefined);
  }

  /** Shows the rows that match on all pages, in their order, one at a time. */
  async visitMatching(question: RowsQuestion, show: (row: Row) => void, signal?: AbortSignal): Promise<void> {
    await this.#wholeOf(await this.#options.api()).visitMatching(question, show, signal);
  }

  /** True where the server can be asked for one call. */
  async hasCalls(): Promise<boolean> {
    return (await this.#options.api()).server.excludes('callsAtOnce');
  }

  /** The row with the current state of its call. */
  async withFreshCall(row: Row, signal?: AbortSignal): Promise<{ row: Row; readMs: number }> {
    const { api, clock } = this.#options;
    if (row.call === undefined) return { row, readMs: clock.now() };
    const call = await (await api()).retrieveCall(row.call.id, signal);
    return { row: { ...row, call }, readMs: clock.now() };
  }

  /** Stops reading. */
  dispose(): void {
    this.#whole?.rows.stop();
  }

  /**
   * Several callers share one request; it is aborted when the last of them has left.
   * @throws the reason of `signal` as soon as it fires, whoever else still waits
   */
  async page(question: RowsQuestion, signal?: AbortSignal): Promise<ReadPage> {
    signal?.throwIfAborted();
    const remembered = this.#remembered(question) ?? this.#ask(question);
    remembered.waiting += 1;
    if (signal === undefined) return remembered.answer;
    const leave = () => {
      remembered.waiting -= 1;
      if (remembered.waiting === 0) this.#giveUp(question, remembered);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await unlessAborted(remembered.answer, signal);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /**
   * Reads a page that will probably be asked for. An error is ignored: it shows when the page is asked for.
   */
  prefetch(question: RowsQuestion): void {
    if (this.#remembered(question) === undefined) this.#ask(question);
  }

  /**
   * Forgotten at once, so that a caller who comes before the request has noticed its abort gets a new one.
   */
  #giveUp(question: RowsQuestion, given: Remembered): void {
    const key = keyOf(question);
    if (this.#pages.get(key) === given) this.#pages.delete(key);
    given.abort.abort();
  }

  #remembered(question: RowsQuestion): Remembered | undefined {
    const key = keyOf(question);
    const found = this.#pages.get(key);
    if (found?.generation !== this.#generation) return undefined;
    // The most recently used goes to the end, the oldest is dropped first.
    this.#pages.delete(key);
    this.#pages.set(key, found);
    return found;
  }

  #ask(question: RowsQuestion): Remembered {
    const key = keyOf(question);
    const abort = new AbortController();
    const answer = this.#read(question, abort);
    const asked: Remembered = { generation: this.#generation, answer, abort, waiting: 0 };
    this.#pages.delete(key);
    this.#pages.set(key, asked);
    answer.catch(() => {
      if (this.#pages.get(key) === asked) this.#pages.delete(key);
    });
    const oldest = [...this.#pages.keys()].slice(0, -(this.#options.keep ?? 4));
    for (const old of oldest) this.#pages.delete(old);
    return asked;
  }

  async #read(question: RowsQuestion, abort: AbortController): Promise<ReadPage> {
    const api = await this.#options.api();
    const { clock, rowIds } = this.#options;
    const needsWhole = question.category !== undefined || question.sort !== undefined || rowIds !== undefined;
    // Read for something else, the whole also finds what was said.
    const searchesWhole = question.query.trim() !== '' && this.#whole !== undefined;
    if (!needsWhole && !searchesWhole && !api.server.excludes('callsAtOnce')) {
      const page = await api.getRows(this.campaignId, rowsQuery(question), abort.signal);
      return { page, readMs: clock.now(), counts: await this.#countsBeside() };
    }
    const whole = this.#wholeOf(api);
    if (this.#wholeIsOld) {
      this.#wholeIsOld = false;
      await whole.rows.load();
    }
    const page = await whole.page(question, abort.signal);
    return { page, readMs: whole.rows.readMs ?? clock.now(), counts: await whole.counts() };
  }

  /** Counts of a campaign whose pages the server gives. They may be a little older than the page. */
  async #countsBeside(): Promise<CategoryCounts | undefined> {
    const whole = this.#whole;
    if (whole === undefined) return undefined;
    if (this.#wholeIsOld) {
      this.#wholeIsOld = false;
      whole.rows.load().catch(() => undefined); // the counts stay as they are
    }
    return whole.counts();
  }

  #wholeOf(api: CampaignApi): WholeCampaign {
    const { clock, rowIds, campaign, progress } = this.#options;
    this.#whole ??= new WholeCampaign({
      ...{ campaignId: this.campaignId, api, clock, rowIds },
      campaign: campaign ?? (() => undefined),
      progress: (read, done) => {
        this.#generation += 1; // what was remembered may have been a part
        progress?.(read, done);
      },
    });
    return this.#whole;
  }
}

/** Whether there is another page. Where the total is unknown, a full page counts as yes. */
export function hasNextPage({ page, page_size, rows, total }: RowsPage): boolean {
  return total === undefined ? rows.length >= page_size : (page + 1) * page_size < total;
}

export function sameQuestion(a: RowsQuestion, b: RowsQuestion): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ page, page_size, query, statuses, result, category, sort }: RowsQuestion): string {
  return JSON.stringify([page, page_size, query, statuses, result, category, sort]);
}

function rowsQuery({ page, page_size, query, statuses, result }: RowsQuestion): RowsQuery {
  return {
    page,
    page_size,
    ...(query.trim() !== '' && { query: query.trim() }),
    ...(statuses.length > 0 && { statuses }),
    ...(result !== undefined && result !== 'all' && { result }),
  };
}
