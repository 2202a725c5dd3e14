import type { CampaignStore } from '../core/campaignStore.ts';
import type { Clock, Log } from '../core/ports.ts';
import { errorForLog } from '../core/logText.ts';
import { isOpen, type LaunchEntry } from '../launch/journal/launchIntent.ts';
import type { LaunchJournal } from '../launch/journal/launchJournal.ts';
import { outOfBounds, provenanceBounds, type Provenance } from '../launch/gate/provenance.ts';
import type { Submission } from '../launch/create/submission.ts';
import type { Use } from '../launch/gate/usedBefore.ts';
import type { Connections } from './connections.ts';
import { countShared, numberHashes } from './numberHash.ts';
import type { NumberKey } from './numberKey.ts';
import { ProvenanceFiles, type KeptProvenance } from './provenanceFiles.ts';

export interface ProvenancesOptions {
  readonly folder: string;
  /** Keys the hashes of the numbers. */
  readonly key: Pick<NumberKey, 'get' | 'forget'>;
  readonly journal: Pick<LaunchJournal, 'entries'>;
  readonly store: Pick<CampaignStore, 'state'>;
  readonly connections: Pick<Connections, 'current'>;
  readonly clock: Clock;
  readonly log: Log;
}

type Numbers = readonly { readonly to_phone_number: string }[];

/**
 * A provenance that the journal does not know is dropped only when it is older than this, ms: its intent may
 * be written just now.
 */
const leastAgeMs = 3_600_000;
const orphanAgeMs = 86_400_000;

/**
 * Where campaigns created on this machine came from. Kept before a campaign is sent, under the id of its
 * launch, so that one whose answer was lost is known, too: the journal says what happened to it. It never
 * prevents a launch: what cannot be stored or read is logged.
 */
export class Provenances {
  readonly #options: ProvenancesOptions;
  readonly #files: ProvenanceFiles;

  constructor(options: ProvenancesOptions) {
    this.#options = options;
    this.#files = new ProvenanceFiles(options.folder);
  }

  async keep(provenance: Omit<Provenance, 'hashes'>, contacts: Numbers): Promise<void> {
    await this.#try('kept', undefined, async () => {
      const key = await this.#options.key.get();
      const hashes = await numberHashes(contacts, key, provenanceBounds.numbersEach);
      // sorted, so that the order of the list is not kept
      await this.#files.keep({ ...provenance, hashes: hashes.size }, Float64Array.from(hashes).sort());
      const kept = (await this.#files.all()).map((each) => each.provenance);
      for (const { launchId } of outOfBounds(kept)) await this.#files.remove(launchId);
    });
  }

  /** Forgets a launch that certainly did not become a campaign. An unconfirmed one waits for the journal. */
  async end(launchId: string, submission: Submission): Promise<void> {
    await this.#try('kept', undefined, async () => {
      const { kind } = submission;
      if (kind === 'created') await this.#files.became(launchId, submission.campaign.id);
      else if (['refused', 'blocked', 'appeared'].includes(kind)) await this.#files.remove(launchId);
    });
  }

  /** Which of these people are in campaigns of the current service that were created here, in sentences. */
  usedBefore(contacts: Numbers): Promise<readonly string[]> {
    return this.#try('read', [], async () => {
      const { connections, clock } = this.#options;
      const baseUrl = connections.current?.baseUrl;
      const kept = (await this.#files.all()).filter((each) => each.provenance.baseUrl === baseUrl);
      if (kept.length === 0) return [];
      const numbers = await numberHashes(contacts, await this.#options.key.get());
      const uses: Use[] = [];
      const entries = new Map(
        (await this.#options.journal.entries()).map((entry) => [entry.intent.id, entry]),
      );
      for (const each of kept) {
        const now = await this.#currentState(each, entries.get(each.provenance.launchId));
        if (now === undefined) continue;
        const shared = await countShared(numbers, await this.#files.hashes(each.provenance.launchId));
        uses.push({ provenance: each.provenance, shared, now });
      }
      const { usedBefore } = await import('../launch/gate/usedBefore.ts');
      return usedBefore(uses, numbers.size, clock.now());
    });
  }

  /**
   * The call list that a campaign was created from, as the address of its file.
   * @returns undefined when it was not created on this machine, or long ago
   */
  async listOf(campaignId: string): Promise<string | undefined> {
    return (await this.originOf(campaignId))?.list;
  }

  /**
   * What a campaign was created from.
   * @returns undefined when it was not created on this machine, or long ago
   */
  async originOf(campaignId: string): Promise<Provenance | undefined> {
    return (await this.#origins()).get(campaignId);
  }

  /** The call list of every campaign that was created on this machine, by the id of the campaign. */
  async lists(): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.#origins())].map(([id, { list }]) => [id, list]));
  }

  #origins(): Promise<ReadonlyMap<string, Provenance>> {
    return this.#try('read', new Map<string, Provenance>(), async () => {
      const confirmed = new Map<string, string>();
      for (const { intent, steps } of await this.#options.journal.entries()) {
        const step = steps.find(({ state }) => state === 'confirmed');
        if (step?.state === 'confirmed') confirmed.set(intent.id, step.campaignId);
      }
      const kept = await this.#files.all();
      return new Map(
        kept.flatMap(({ provenance, campaignId }) => {
          const id = campaignId ?? confirmed.get(provenance.launchId);
          return id === undefined ? [] : [[id, provenance] as const];
        }),
      );
    });
  }

  /** Removes files that a crash has left half written. Never rejects. */
  prune(): Promise<void> {
    return this.#try('pruned', undefined, () => this.#files.prune(this.#options.clock.now() - orphanAgeMs));
  }

  async count(): Promise<number> {
    return (await this.#files.all()).length;
  }

  async forget(): Promise<void> {
    await this.#files.clear();
    await this.#options.key.forget();
  }

  /** What happened to it; undefined: nothing that people could be in. */
  async #currentState(
    { provenance: { launchId, sentMs }, campaignId }: KeptProvenance,
    entry: LaunchEntry | undefined,
  ): Promise<Use['now'] | undefined> {
    let id = campaignId;
    if (id === undefined) {
      const step = entry?.steps.find(({ state }) => state === 'confirmed');
      if (step?.state === 'confirmed') {
        id = step.campaignId;
        await this.#files.became(launchId, id); // the journal forgets it in a week
      } else if (entry !== undefined) {
        return isOpen(entry) ? 'unconfirmed' : undefined;
      } else {
        if (this.#options.clock.now() - sentMs > leastAgeMs) await this.#files.remove(launchId);
        return undefined;
      }
    }
    const { campaigns, updatedMs } = this.#options.store.state;
    const missing = updatedMs === undefined ? 'unread' : 'unlisted';
    return campaigns.find((campaign) => campaign.id === id) ?? missing;
  }

  async #try<T>(what: string, otherwise: T, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      this.#options.log.warn(`where campaigns came from could not be ${what}: ${errorForLog(error)}`);
      return otherwise;
    }
  }
}
