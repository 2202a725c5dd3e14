import type { EncodedRow, RowParts } from '../../core/encodedRow.ts';
import { ApiError, HumanError } from '../../core/errors.ts';
import type { Row, RowsPage, RowsQuery } from '../../core/row.ts';
import { matchesQuery } from '../../core/rowsFilter.ts';
import type { Question, Transport } from '../transport.ts';
import type { RowExtraction, RowsCounts } from './rowExtractor.ts';
import { RowsPaging, type RowsAnswer } from './rowsPaging.ts';

export interface RowsReaderOptions {
  readonly transport: () => Promise<Transport>;
  /** Called with the counts of each whole answer, which tell what kind of server it is. */
  readonly noteCounts: (counts: RowsCounts) => void;
}

interface Reading extends RowExtraction {
  readonly signal: AbortSignal | undefined;
}

/** The most rows of one answer that are held in memory: a server without pages sends all rows at once. */
const maxRowsOfAnswer = 1_000_000;

/** A whole page takes tens of milliseconds to decode. The caller pauses between two batches. */
const decodedAtOnce = 50;

/** The rows of campaigns, from servers that page them and servers that send all at once. */
export class RowsReader {
  readonly #options: RowsReaderOptions;
  readonly #paging = new RowsPaging<EncodedRow>((row, query) => matchesQuery(decoded(row), query));

  constructor(options: RowsReaderOptions) {
    this.#options = options;
  }

  get isUnpaged(): boolean {
    return this.#paging.isUnpaged;
  }

  /** The server is of a generation that never pages rows. */
  noteUnpaged(): void {
    this.#paging.noteUnpaged();
  }

  async page(id: string, query: RowsQuery, signal: AbortSignal | undefined): Promise<RowsPage> {
    const page = await this.#paging.page(query, (wire) => this.#rowsAnswer(id, wire, { signal }), id);
    return { ...page, rows: page.rows.map(decoded) };
  }

  /** Every row once, in the server's order. */
  async *readAll(id: string, signal: AbortSignal | undefined): AsyncIterable<readonly Row[]> {
    for await (const rows of this.readAllEncoded(id, signal))
      for (let from = 0; from < rows.length; from += decodedAtOnce)
        yield rows.slice(from, from + decodedAtOnce).map(decoded);
  }

  /** Every row once, in the server's order. The caller decodes those that it needs. */
  async *readAllEncoded(
    id: string,
    signal: AbortSignal | undefined,
    parts?: RowParts,
  ): AsyncIterable<readonly EncodedRow[]> {
    if (this.#paging.isUnpaged) yield* this.#rows(id, {}, { signal, parts });
    else yield* this.#paging.readAll((wire) => this.#rowsAnswer(id, wire, { signal, parts }));
  }

  async #rowsAnswer(id: string, wire: RowsQuery, reading: Reading): Promise<RowsAnswer<EncodedRow>> {
    const query = this.#paging.isUnpaged ? {} : rowsParameters(wire);
    const rows: EncodedRow[] = [];
    const batches = this.#rows(id, query, { ...reading, prefix: `${wire.page}/` });
    for (;;) {
      const { done, value } = await batches.next();
      if (done === true) {
        this.#options.noteCounts(value);
        return { ...value, rows };
      }
      rows.push(...value);
      if (rows.length > maxRowsOfAnswer) {
        await batches.return({});
        throw new HumanError('The server sends more rows than fit in memory here. Nothing more was read.');
      }
    }
  }

  /**
   * The rows of one answer as they arrive, each once. An answer that breaks off is requested again, at most
   * twice.
   */
  async *#rows(
    id: string,
    query: Readonly<Record<string, string | number>>,
    { signal, ...extraction }: Reading,
  ): AsyncGenerator<readonly EncodedRow[], RowsCounts, undefined> {
    const transport = await this.#options.transport();
    const question: Question = { query, mayTakeLong: Object.keys(query).length === 0, signal };
    const seen = new Set<string>();
    for (let retries = 0; ; retries += 1) {
      const reading = transport.rows(id, question, extraction);
      try {
        for (;;) {
          const { done, value } = await reading.next();
          if (done === true) return value;
          const fresh = value.filter((row) => !seen.has(row.id) && seen.add(row.id));
          if (fresh.length > 0) yield fresh;
        }
      } catch (error) {
        const brokeOff = error instanceof ApiError && error.reason === 'offline' && seen.size > 0;
        if (!brokeOff || retries >= 2) throw error;
      } finally {
        await reading.return({}); // stopping early closes the connection
      }
    }
  }
}

function decoded({ id, json, decode }: EncodedRow): Row {
  return decode(id, json);
}

/** The separator of `statuses` is not documented; a comma is what the field commonly uses. */
function rowsParameters(query: RowsQuery): Record<string, string | number> {
  return {
    page: query.page,
    page_size: query.page_size,
    ...(query.query === undefined || query.query === '' ? {} : { query: query.query }),
    ...(query.result === undefined ? {} : { result: query.result }),
    ...(query.statuses === undefined || query.statuses.length === 0
      ? {}
      : { statuses: query.statuses.join(',') }),
  };
}
