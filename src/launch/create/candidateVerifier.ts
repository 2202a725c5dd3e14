import { Pace } from '../../callList/pace.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Contact } from '../../core/createRequest.ts';
import type { CampaignApi } from '../../core/ports.ts';

const rowsLookedAt = 20;
const maxCampaigns = 3;
/** A lost launch is looked for repeatedly; rows that take longer than this are left for the next time. */
const maxMs = 5_000;
/** How many digits at the end of a number are the same in every way of writing it. */
const sameDigits = 8;

/**
 * Tells the campaign of a launch from one that only looks like it, by the numbers of its first rows. It is
 * somebody else's when its numbers can be read and none of them was sent: finding a single one proves
 * nothing, because a colleague may have sent the same list, and what cannot be read proves nothing either.
 */
export class CandidateVerifier {
  readonly #api: Pick<CampaignApi, 'getRows'>;
  readonly #contacts: readonly Contact[];
  readonly #theirs = new Map<string, boolean>();

  constructor(api: Pick<CampaignApi, 'getRows'>, contacts: readonly Contact[]) {
    this.#api = api;
    this.#contacts = contacts;
  }

  /** Ids of campaigns that call other people. */
  get others(): readonly string[] {
    return [...this.#theirs].flatMap(([id, theirs]) => (theirs ? [id] : []));
  }

  /** Whether the campaign's numbers were read and are among those that were sent. */
  hasOurNumbers({ id }: Campaign): boolean {
    return this.#theirs.get(id) === false;
  }

  /** Never rejects: what could not be read is tried again the next time. */
  async verify(candidates: readonly Campaign[]): Promise<void> {
    const unseen = candidates.filter(({ id }) => !this.#theirs.has(id));
    for (const { id } of unseen.slice(0, maxCampaigns)) {
      const theirs = await this.#isTheirs(id).catch(() => undefined);
      if (theirs !== undefined) this.#theirs.set(id, theirs);
    }
  }

  async #isTheirs(id: string): Promise<boolean | undefined> {
    const query = { page: 0, page_size: rowsLookedAt };
    const { rows } = await this.#api.getRows(id, query, AbortSignal.timeout(maxMs));
    const numbers = new Set(rows.flatMap(({ phone_number }) => endOf(phone_number) ?? []));
    if (numbers.size === 0) return undefined;
    const pace = new Pace();
    for (const [index, { to_phone_number }] of this.#contacts.entries()) {
      if (numbers.has(endOf(to_phone_number) ?? '')) return false;
      if (index % 1024 === 0) await pace.yieldIfDue();
    }
    return true;
  }
}

/** @returns undefined for a masked number, or for no number */
function endOf(number: string): string | undefined {
  if (!/^[+\d\s().-]+$/.test(number)) return undefined;
  const digits = number.replace(/\D/g, '');
  return digits.length < sameDigits ? undefined : digits.slice(-sameDigits);
}
