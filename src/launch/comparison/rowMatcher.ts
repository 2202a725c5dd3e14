import type { Campaign } from '../../core/campaign.ts';
import { agrees, compareContacts } from './compareContacts.ts';
import { readCampaign, type ReadingApi } from './readCampaign.ts';
import type { SentContacts } from './sentContacts.ts';
import { callStage } from './serverRow.ts';

const maxCampaigns = 3;

/**
 * Recognises a create whose answer was lost by its rows: the campaign is ours when every row equals what was
 * sent and nothing is launched. Rows that cannot be read prove nothing and are read again the next time.
 */
export class RowMatcher {
  readonly #api: ReadingApi;
  readonly #sent: SentContacts;
  readonly #ours = new Map<string, boolean>();

  constructor(api: ReadingApi, sent: SentContacts) {
    this.#api = api;
    this.#sent = sent;
  }

  /** Ids of campaigns that hold other contacts. */
  get others(): readonly string[] {
    return [...this.#ours].flatMap(([id, ours]) => (ours ? [] : [id]));
  }

  isOurs({ id }: Campaign): boolean {
    return this.#ours.get(id) === true;
  }

  /**
   * Reads the rows of those that are not decided yet. Never rejects.
   * @param late a campaign that has too few rows now will not get more
   */
  async verify(candidates: readonly Campaign[], late: boolean): Promise<void> {
    const undecided = candidates.filter(({ id }) => !this.#ours.has(id));
    for (const { id } of undecided.slice(0, maxCampaigns)) {
      const ours = await this.#compare(id, late).catch(() => undefined);
      if (ours !== undefined) this.#ours.set(id, ours);
    }
  }

  async #compare(id: string, late: boolean): Promise<boolean | undefined> {
    const { rows } = await readCampaign(this.#api, id);
    if (rows.length < this.#sent.count) return late && rows.length > 0 ? false : undefined;
    if (!agrees(await compareContacts(this.#sent, rows))) return false;
    // Equal, but somebody is launching it: it may be ours or another one, so only a person can tell.
    return rows.some(({ call }) => callStage(call) === 'launched') ? undefined : true;
  }
}
