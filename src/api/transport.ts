import type { PhoneHistory } from '../core/account.ts';
import type { EncodedRow } from '../core/encodedRow.ts';
import { endpoints, type AnswerOf, type EndpointName } from './endpoints.ts';
import { Http, type Exchange, type HttpOptions } from './http.ts';
import { unreadable } from './httpErrors.ts';
import { JsonItems } from './rows/jsonItems.ts';
import { JsonItemsError } from './rows/jsonItemsError.ts';
import { RowExtractor, type RowExtraction, type RowsCounts } from './rows/rowExtractor.ts';
import { phoneHistorySchema } from './schemas/accountSchema.ts';

/** What a request adds to its endpoint. */
export type Question = Pick<Exchange, 'query' | 'json' | 'mayTakeLong' | 'signal'>;

/** Chunks are read for at most this long before other work on this thread runs, ms. */
const sliceMs = 5;

/** What is heavy about the client: schemas and the HTTP library. Loaded with the first request. */
export class Transport {
  readonly #http: Http;

  constructor(options: HttpOptions) {
    this.#http = new Http(options);
  }

  /** Sends one request and decodes its answer. Rejects as `Http.exchange` does. */
  async ask<Name extends EndpointName>(name: Name, id: string, rest: Question): Promise<AnswerOf<Name>> {
    const { path, answer: schema, ...endpoint } = endpoints[name];
    const { isRead } = endpoint;
    return this.#http.exchange({ ...endpoint, ...rest, path: path(id) }, (body) => {
      const answer = schema.safeParse(body);
      if (answer.success) return answer.data as AnswerOf<Name>;
      const where = answer.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw unreadable(!isRead, answer.error, where);
    });
  }

  /**
   * The rows of one answer in batches, as they come; returns what is beside them. Rejects as
   * `Http.stream` does.
   */
  async *rows(
    id: string,
    question: Question,
    extraction?: RowExtraction,
  ): AsyncGenerator<readonly EncodedRow[], RowsCounts, undefined> {
    const { method, isRead, maxBytes, path } = endpoints.getRows;
    const extractor = new RowExtractor(extraction);
    for await (const chunk of this.#chunks({ method, isRead, maxBytes, ...question, path: path(id) })) {
      readable(() => extractor.push(chunk));
      const rows = extractor.takeRows();
      if (rows.length > 0) yield rows;
    }
    return readable(() => extractor.end());
  }

  /**
   * The entries of the phone history for the wanted numbers, or all. Read as a stream: an organization may
   * know millions of numbers. Rejects where a wanted entry does not say whether the number may be called.
   */
  async phoneHistory(
    question: Question,
    wanted: ReadonlySet<string> | undefined,
  ): Promise<ReadonlyMap<string, PhoneHistory>> {
    const { method, isRead, maxBytes, path } = endpoints.phoneHistory;
    const found = new Map<string, PhoneHistory>();
    const items = new JsonItems({
      list: 'phone_history',
      shape: {},
      maxItemBytes: maxBytes,
      onItem: (json, key) => {
        const number = numberOf(key === undefined ? '' : (JSON.parse(key) as string));
        if (wanted !== undefined && !wanted.has(number)) return;
        found.set(number, phoneHistoryEntry(JSON.parse(utf8.decode(json))));
      },
    });
    for await (const chunk of this.#chunks({ method, isRead, maxBytes, ...question, path: path('') })) {
      readable(() => items.push(chunk));
    }
    readable(() => items.end());
    return found;
  }

  /** The answer in chunks, with pauses: up to two megabytes arrive in one turn of the event loop. */
  async *#chunks(exchange: Exchange): AsyncGenerator<Uint8Array, void, undefined> {
    let turnBegan = performance.now();
    for await (const chunk of this.#http.stream(exchange)) {
      yield chunk;
      if (performance.now() - turnBegan < sliceMs) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turnBegan = performance.now();
    }
  }
}

const utf8 = new TextDecoder();

function phoneHistoryEntry(raw: unknown): PhoneHistory {
  const entry = phoneHistorySchema.safeParse(raw);
  if (!entry.success) throw new JsonItemsError('An entry of the phone history has an unexpected form.');
  return entry.data;
}

/**
 * Keys are E.164, which the API does not promise in words: blanks and a missing plus must not hide a number.
 */
function numberOf(key: string): string {
  const digits = key.slice(0, 40).replace(/\D/g, '');
  return `+${digits}`;
}

/** What a decoder makes of an answer, or "this is not Revox data". */
function readable<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof JsonItemsError) throw unreadable(false, error);
    throw error;
  }
}
