import type { CallSearch } from '../core/callRequests.ts';
import { ApiError } from '../core/errors.ts';
import type { Call } from '../core/row.ts';
import { callSearchBody } from './callSearchBody.ts';

interface SearchAnswer {
  readonly calls: readonly Call[];
  readonly total_count?: number | undefined;
}

/**
 * Whether a server counts the pages of a search from 0 or 1 is not published. A first page that is refused,
 * or empty though there are calls, is asked for as page 1. What was found is kept for the connection.
 */
export class CallSearchPages {
  #base: 0 | 1 | undefined;

  /** @param send sends the body of `POST /call/search` */
  async ask<Answer extends SearchAnswer>(
    search: CallSearch,
    send: (body: ReturnType<typeof callSearchBody>) => Promise<Answer>,
  ): Promise<Answer> {
    const at = (base: 0 | 1) => send(callSearchBody({ ...search, page: search.page + base }));
    if (this.#base !== undefined || search.page > 0) return at(this.#base ?? 0);
    const first = await at(0).catch((error: unknown) => {
      if (error instanceof ApiError && (error.status === 400 || error.status === 422)) return error;
      throw error;
    });
    if (!(first instanceof ApiError) && (first.calls.length > 0 || first.total_count === 0)) {
      if (first.calls.length > 0) this.#base = 0;
      return first;
    }
    const second = await at(1).catch((error: unknown) => {
      throw first instanceof ApiError ? first : error;
    });
    if (second.calls.length > 0 || first instanceof ApiError) this.#base = 1;
    return second;
  }
}
