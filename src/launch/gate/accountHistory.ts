import type { SuppressedNumbers } from '../../callList/suppression/suppressedNumbers.ts';
import type { PhoneHistory } from '../../core/account.ts';
import { messageOf } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import type { LeaveOut } from '../draft/campaignSpec.ts';
import { historyReason, type HistoryReason } from './leaveOut.ts';
import { phoneHistories } from './phoneHistories.ts';

/** What the service knows about the numbers of a list (`GET /calls/phone-history`). */
export type AccountHistory =
  | { readonly kind: 'known'; readonly byNumber: ReadonlyMap<string, PhoneHistory> }
  /** This server has no such operation. */
  | { readonly kind: 'none' }
  /** It could not be read, so people who must not be contacted may be on the list. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Reads the history of a list's numbers, and keeps the newest answer while somebody types: in memory, and of
 * these numbers alone.
 */
export class AccountHistoryReader {
  readonly #api: Pick<CampaignApi, 'phoneHistory' | 'server'>;
  #asked: ReadonlySet<string> = new Set();
  #latest: AccountHistory | undefined;
  /** The last answer. It stays when a later read fails. */
  #byNumber: ReadonlyMap<string, PhoneHistory> = new Map();

  constructor(api: Pick<CampaignApi, 'phoneHistory' | 'server'>) {
    this.#api = api;
  }

  /**
   * Who is left out by what is known so far, by number in E.164: who must not be contacted, and whom
   * `leaveOut` names.
   */
  excluded(leaveOut: LeaveOut | undefined, nowMs: number): ReadonlyMap<string, HistoryReason> {
    const found = new Map<string, HistoryReason>();
    for (const [number, history] of this.#byNumber) {
      const reason = historyReason(number, history, leaveOut, nowMs);
      if (reason !== undefined) found.set(number, reason);
    }
    return found;
  }

  /**
   * @param numbers in E.164
   * @param fresh ask again, as right before the confirmation, and also a server that had no such operation
   * @throws AbortError when `signal` fires
   */
  async of(numbers: ReadonlySet<string>, fresh: boolean, signal?: AbortSignal): Promise<AccountHistory> {
    if (numbers.size === 0) return { kind: 'known', byNumber: new Map() };
    const isKnown = [...numbers].every((number) => this.#asked.has(number));
    if (!fresh && this.#latest !== undefined && isKnown) return this.#latest;
    if (!fresh && this.#api.server.has('phoneHistory') === false) return { kind: 'none' };
    const history = await this.#read(numbers, signal);
    if (history.kind !== 'failed') {
      this.#latest = history;
      this.#asked = numbers;
      this.#byNumber = history.kind === 'known' ? history.byNumber : new Map();
    }
    return history;
  }

  async #read(numbers: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<AccountHistory> {
    try {
      const byNumber = await phoneHistories(this.#api, numbers, signal);
      return byNumber === undefined ? { kind: 'none' } : { kind: 'known', byNumber };
    } catch (error) {
      signal?.throwIfAborted();
      return { kind: 'failed', message: unreadableHistory(error) };
    }
  }
}

/** The sentence shown when the history cannot be read. */
export function unreadableHistory(error: unknown): string {
  return `The call history of these numbers could not be loaded, so people marked “do not contact” might be called. ${messageOf(error)}`;
}

/** Suppression lists together with what the service's history excludes. */
export class SuppressedByHistory implements SuppressedNumbers {
  readonly #suppressed: SuppressedNumbers | undefined;
  readonly #excluded: ReadonlyMap<string, HistoryReason>;
  readonly #found = new Set<string>();

  constructor(suppressed: SuppressedNumbers | undefined, excluded: ReadonlyMap<string, HistoryReason>) {
    this.#suppressed = suppressed;
    this.#excluded = excluded;
  }

  /** The numbers that were looked up and that the history leaves out. */
  get found(): ReadonlySet<string> {
    return this.#found;
  }

  has(number: string): boolean {
    if (this.#excluded.has(number)) this.#found.add(number);
    return this.#excluded.has(number) || this.#suppressed?.has(number) === true;
  }

  listOf(number: string): string | undefined {
    return this.#suppressed?.listOf?.(number);
  }

  sentenceOf(number: string): string | undefined {
    return this.historyOf(number) === undefined
      ? this.#suppressed?.sentenceOf?.(number)
      : this.#excluded.get(number)?.sentence;
  }

  /** A suppression list is a stronger reason than a choice. */
  historyOf(number: string): 'doNotContact' | 'calledBefore' | undefined {
    const kind = this.#excluded.get(number)?.kind;
    if (kind === 'do not contact') return 'doNotContact';
    return kind === 'chosen' && this.#suppressed?.has(number) !== true ? 'calledBefore' : undefined;
  }
}
