import type { CampaignApi, Clock } from '../../core/ports.ts';
import type { RowsPage, RowsQuery } from '../../core/row.ts';
import type { RowsQuestion } from '../contract/protocolRows.ts';

export interface ReadPage {
  readonly page: RowsPage;
  /** When it was read, ms since 1970. */
  readonly readMs: number;
}

interface Remembered {
  readonly generation: number;
  readonly answer: Promise<ReadPage>;
  readonly abort: AbortController;
  /** Callers that have not left. */
  waiting: number;
}

export interface RowsSourceOptions {
  readonly campaignId: string;
  /** Rejects when there is no connection. */
  readonly api: () => Promise<Pick<CampaignApi, 'getRows'>>;
  readonly clock: Clock;
  /** Pages that are kept. With calls and transcripts embedded, 100 rows are some 700 kB. */
  readonly keep?: number;
}

/** The rows of one campaign, page by page: the next page is read ahead, a few are remembered, `forget` drops all. */
export class RowsSource {
  readonly campaignId: string;
  readonly #options: RowsSourceOptions;
  readonly #pages = new Map<string, Remembered>();
  #generation = 0;

  constructor(options: RowsSourceOptions) {
    this.#options = options;
    this.campaignId = options.campaignId;
  }

  /** Everything remembered is old: the next question of any page goes to the server. */
  forget(): void {
    this.#generation += 1;
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
    return unlessAborted(remembered.answer, signal, () => {
      remembered.waiting -= 1;
      if (remembered.waiting === 0) this.#giveUp(question, remembered);
    });
  }

  /** Reads a page that will probably be asked for. An error is ignored: it shows when the page is asked for. */
  prefetch(question: RowsQuestion): void {
    if (this.#remembered(question) === undefined) this.#ask(question);
  }

  /** Forgotten at once: who asks before the request has noticed its abort must get a new one. */
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
    const page = await api.getRows(this.campaignId, rowsQuery(question), abort.signal);
    return { page, readMs: this.#options.clock.now() };
  }
}

/** Settles with `work`, or calls `leave` and rejects with the reason of `signal` when that fires first. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, leave: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      leave();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', aborted, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}

/** Is there something after this page? Where the total is unknown, a full page says maybe. */
export function hasNextPage({ page, page_size, rows, total }: RowsPage): boolean {
  return total === undefined ? rows.length >= page_size : (page + 1) * page_size < total;
}

export function sameQuestion(a: RowsQuestion, b: RowsQuestion): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ page, page_size, query, statuses, result }: RowsQuestion): string {
  return JSON.stringify([page, page_size, query, statuses, result]);
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
