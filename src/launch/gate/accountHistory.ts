import type { SuppressedNumbers } from '../../callList/suppression/suppressedNumbers.ts';
import type { PhoneHistory } from '../../core/account.ts';
import type { Contact } from '../../core/createRequest.ts';
import { messageOf } from '../../core/errors.ts';
import { formatCount, plural } from '../../core/format.ts';
import type { CampaignApi } from '../../core/ports.ts';

/** What the service knows of the numbers of a list: `GET /calls/phone-history`. */
export type AccountHistory =
  | { readonly kind: 'known'; readonly byNumber: ReadonlyMap<string, PhoneHistory> }
  /** This server has no such operation. */
  | { readonly kind: 'none' }
  /** It could not be read, so people who must not be contacted may be on the list. */
  | { readonly kind: 'failed'; readonly message: string };

/** Reads the history of a list's numbers, and keeps the newest answer while somebody types. */
export class AccountHistoryReader {
  readonly #api: Pick<CampaignApi, 'phoneHistory'>;
  /**
   * Numbers whose "do not contact" was seen: they are no contacts any more, and must not be forgotten for it.
   */
  readonly #doNotContact = new Set<string>();
  #latest: { readonly contacts: readonly Contact[]; readonly history: AccountHistory } | undefined;

  constructor(api: Pick<CampaignApi, 'phoneHistory'>) {
    this.#api = api;
  }

  /** Numbers that the service says must not be contacted, of all that was asked so far. E.164. */
  get doNotContact(): ReadonlySet<string> {
    return this.#doNotContact;
  }

  /**
   * @param fresh ask again, as right before the last question
   * @throws AbortError when `signal` fires
   */
  async of(contacts: readonly Contact[], fresh: boolean, signal?: AbortSignal): Promise<AccountHistory> {
    if (!fresh && this.#latest?.contacts === contacts) return this.#latest.history;
    const history = await this.#read(contacts, signal);
    if (history.kind !== 'failed') this.#latest = { contacts, history };
    return history;
  }

  async #read(contacts: readonly Contact[], signal: AbortSignal | undefined): Promise<AccountHistory> {
    if (contacts.length === 0 && this.#doNotContact.size === 0) return { kind: 'known', byNumber: new Map() };
    const wanted = new Set(this.#doNotContact);
    for (const { to_phone_number } of contacts) wanted.add(to_phone_number);
    try {
      const byNumber = await this.#api.phoneHistory(wanted, signal);
      if (byNumber === undefined) return { kind: 'none' };
      this.#doNotContact.clear();
      for (const [number, { do_not_contact }] of byNumber) if (do_not_contact) this.#doNotContact.add(number);
      return { kind: 'known', byNumber };
    } catch (error) {
      signal?.throwIfAborted();
      return {
        kind: 'failed',
        message: `The call history of these numbers could not be loaded, so people marked “do not contact” might be called. ${messageOf(error)}`,
      };
    }
  }
}

/** Suppression lists together with the service's own "do not contact". */
export function withDoNotContact(
  suppressed: SuppressedNumbers | undefined,
  doNotContact: ReadonlySet<string>,
): SuppressedNumbers | undefined {
  if (doNotContact.size === 0) return suppressed;
  return {
    has: (number) => doNotContact.has(number) || suppressed?.has(number) === true,
    listOf: (number) => suppressed?.listOf?.(number),
    sentenceOf: (number) =>
      doNotContact.has(number)
        ? `Revox marks ${number} as “do not contact”, so it is not called. Change that in Revox if it is wrong.`
        : suppressed?.sentenceOf?.(number),
  };
}

/**
 * Who was called before over all campaigns of the account, in one sentence:
 * `12 of these people were called before: 5 reached, 2 interested, 1 not interested.`
 * @returns undefined where nobody was
 */
export function historySentence(history: AccountHistory, contacts: readonly Contact[]): string | undefined {
  if (history.kind !== 'known') return undefined;
  const called = contacts.flatMap(({ to_phone_number }) => {
    const one = history.byNumber.get(to_phone_number);
    return one === undefined || one.count === 0 ? [] : [one];
  });
  if (called.length === 0) return undefined;
  const counts: readonly (readonly [number, string])[] = [
    [called.filter(({ reached_human }) => reached_human).length, 'reached'],
    [called.filter(({ hot }) => hot).length, 'interested'],
    [called.filter(({ last_outcome }) => last_outcome === 'not_interested').length, 'not interested'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`);
  const were = called.length === 1 ? 'was' : 'were';
  const people = plural(called.length, 'person on this list', 'people on this list');
  return `${people} ${were} called before by this account${said.length === 0 ? '' : `: ${said.join(', ')}`}.`;
}
