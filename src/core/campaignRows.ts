import { Emitter } from './emitter.ts';
import { HumanError } from './errors.ts';
import type { DecodeRow, EncodedRow } from './encodedRow.ts';
import type { Row } from './row.ts';

export interface CampaignRowsOptions {
  /** Reads every row once, in batches. */
  readonly read: (signal: AbortSignal) => AsyncIterable<readonly EncodedRow[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Yields to everything else on this thread. */
  readonly yieldTurn: () => Promise<void>;
  /** How much is kept of one campaign, in bytes; 1.5 GB when absent. */
  readonly maxBytes?: number | undefined;
}

/** An order of rows: by a text or number of each; rows without one come last, equal rows keep their order. */
export interface RowOrder {
  readonly key: (row: Row) => string | number | undefined;
  readonly descending: boolean;
}

/** How long a search, a sort or the reading may block the thread before it yields. */
const sliceMs = 10;

/**
 * All rows of one campaign, read once and kept as compact JSON: the source of pages, filters, sorting and
 * counts where the server has no pages, and of what its pages cannot do. Rows are there as they arrive; what
 * was read before stays until another reading is complete.
 */
export class CampaignRows {
  readonly #options: CampaignRowsOptions;
  readonly #changed = new Emitter<void>();
  #copy = new RowsCopy();
  #reading: Promise<void> | undefined;
  #abort = new AbortController();
  #isComplete = false;
  #readMs: number | undefined;
  #tookMs = 0;

  /** More rows are there, or all. */
  readonly onDidChange = this.#changed.event;

  constructor(options: CampaignRowsOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#copy.length;
  }

  /** All rows were read once. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** When the rows were asked for, ms since 1970; undefined before the first row. */
  get readMs(): number | undefined {
    return this.#readMs;
  }

  /**
   * Whether the rows should be read again. Automatic reading takes at most a twentieth of the time: a
   * campaign that takes 15 s to read is read again after five minutes.
   */
  get isDue(): boolean {
    const { now } = this.#options;
    return this.#reading === undefined && now() - (this.#readMs ?? 0) >= this.#tookMs * 20;
  }

  /** Reads all rows, or waits for the reading in progress. Rejects as `read` does. */
  load(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Resolves when `count` rows, or all, have been read. Rejects when the reading fails first. */
  async waitFor(count: number): Promise<void> {
    if (this.#isComplete || this.length >= count) return;
    const loading = this.load();
    await new Promise<void>((resolve, reject) => {
      const subscription = this.onDidChange(() => {
        if (this.length < count && !this.#isComplete) return;
        subscription.dispose();
        resolve();
      });
      loading.then(resolve, reject).finally(() => subscription.dispose());
    });
  }

  /** Stops reading. What was read so far stays. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  row(index: number): Row | undefined {
    return this.#copy.row(index);
  }

  /** @returns -1 when there is no such row */
  indexOf(rowId: string): number {
    return this.#copy.indexOf(rowId);
  }

  /**
   * Indexes of the rows that match, in the wanted order. Reads each row without blocking the thread.
   * @throws the reason of `signal` when it fires
   */
  async select(
    matches: (row: Row) => boolean,
    order: RowOrder | undefined,
    signal?: AbortSignal,
  ): Promise<readonly number[]> {
    const found: { readonly index: number; readonly key: string | number | undefined }[] = [];
    await this.each((row, index) => {
      if (matches(row)) found.push({ index, key: order?.key(row) });
    }, signal);
    if (order !== undefined) found.sort((a, b) => compareKeys(a.key, b.key, order.descending));
    return found.map(({ index }) => index);
  }

  /**
   * Passes each row that was read to `show`, in order, without blocking the thread.
   * @throws the reason of `signal` when it fires
   */
  async each(show: (row: Row, index: number) => void, signal?: AbortSignal): Promise<void> {
    const copy = this.#copy;
    let sinceMs = performance.now();
    for (let index = 0; index < copy.length; index += 1) {
      const row = copy.row(index);
      if (row !== undefined) show(row, index);
      if (performance.now() - sinceMs < sliceMs) continue;
      await this.#options.yieldTurn();
      signal?.throwIfAborted();
      sinceMs = performance.now();
    }
  }

  /**
   * Passes these rows to `show`, in this order, without blocking the thread.
   * @throws the reason of `signal` when it fires
   */
  async visit(indexes: readonly number[], show: (row: Row) => void, signal?: AbortSignal): Promise<void> {
    const copy = this.#copy;
    let sinceMs = performance.now();
    for (const index of indexes) {
      const row = copy.row(index);
      if (row !== undefined) show(row);
      if (performance.now() - sinceMs < sliceMs) continue;
      await this.#options.yieldTurn();
      signal?.throwIfAborted();
      sinceMs = performance.now();
    }
  }

  async #read(): Promise<void> {
    const { read, now, yieldTurn, maxBytes } = this.#options;
    const startMs = now();
    const { signal } = this.#abort;
    const copy = this.#isComplete ? new RowsCopy() : (this.#copy = new RowsCopy());
    let sinceMs = performance.now();
    for await (const batch of read(signal)) {
      for (const row of batch) copy.add(row);
      if (copy.bytes > (maxBytes ?? usualMaxBytes)) throw tooLarge();
      if (copy === this.#copy) {
        this.#readMs = startMs;
        this.#changed.fire();
      }
      // bytes that have already arrived are delivered without yielding to anything else
      if (performance.now() - sinceMs < sliceMs) continue;
      await yieldTurn();
      sinceMs = performance.now();
    }
    signal.throwIfAborted();
    this.#copy = copy;
    this.#isComplete = true;
    this.#readMs = startMs;
    this.#tookMs = now() - startMs;
    this.#changed.fire();
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareKeys(
  a: string | number | undefined,
  b: string | number | undefined,
  descending: boolean,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

/** Some 300,000 rows of 5 kB: more than a campaign may have, and less than the memory of a usual machine. */
const usualMaxBytes = 1_500_000_000;

function tooLarge(): HumanError {
  return new HumanError(
    'The rows of this campaign are more than fit in memory here, so the rest was not read. Export the campaign to see all of them.',
  );
}

const blockBytes = 4_194_304;

/** Encoded rows in large blocks outside of the garbage collector's reach. */
class RowsCopy {
  readonly #blocks: Uint8Array[] = [];
  /** Free bytes at the end of the last block begin here. */
  #end = 0;
  /** Of each row: its block, start and length. */
  readonly #places: number[] = [];
  readonly #ids: string[] = [];
  readonly #decoders: DecodeRow[] = [];
  readonly #indexes = new Map<string, number>();
  #bytes = 0;

  /** Of the rows that were added. */
  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#ids.length;
  }

  indexOf(rowId: string): number {
    return this.#indexes.get(rowId) ?? -1;
  }

  add({ id, json, decode }: EncodedRow): void {
    this.#indexes.set(id, this.length);
    this.#ids.push(id);
    this.#decoders.push(decode);
    const { length } = json;
    this.#bytes += length;
    if ((this.#blocks.at(-1)?.length ?? 0) - this.#end < length) {
      this.#blocks.push(new Uint8Array(Math.max(blockBytes, length)));
      this.#end = 0;
    }
    this.#blocks.at(-1)?.set(json, this.#end);
    this.#places.push(this.#blocks.length - 1, this.#end, length);
    this.#end += length;
  }

  row(index: number): Row | undefined {
    const id = this.#ids[index];
    const [block = 0, start = 0, length = 0] = this.#places.slice(index * 3, index * 3 + 3);
    const bytes = this.#blocks[block]?.subarray(start, start + length);
    return id === undefined || bytes === undefined ? undefined : this.#decoders[index]?.(id, bytes);
  }
}
