import { campaignState, type Campaign } from '../core/campaign.ts';
import { Emitter } from '../core/emitter.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';
import type { PersonFacts } from '../insights/personFacts.ts';

/** The facts about the people of one campaign. */
export interface ReadFacts {
  readonly campaignId: string;
  readonly people: readonly PersonFacts[];
  /** Whether all rows were read. */
  readonly complete: boolean;
  /** When the reading ended or, while it continues, began: ms since 1970. */
  readonly readMs: number;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Whether the rows are read again although they are in memory; not where the campaign is over. */
  readonly fresh?: boolean;
  /** After each batch of rows, with all that was read so far. */
  readonly onBatch?: (facts: ReadFacts) => void;
}

interface Remembered {
  /** Equal as long as the counters of the campaign are. */
  readonly state: string;
  readonly facts: ReadFacts;
}

/** More people than this are not remembered between two readings. */
const maxPeople = 300_000;

/**
 * Facts about campaigns for reports, search and lists: rows are read as a stream, and only facts are kept. A
 * campaign that is over is read once, a running one again when its counters have changed.
 */
export class CampaignFacts {
  readonly #clock: Clock;
  readonly #didRead = new Emitter<ReadFacts>();
  readonly #known = new WeakMap<CampaignApi, Map<string, Remembered>>();

  /** All rows of a campaign were read. */
  readonly onDidRead = this.#didRead.event;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Everything that is remembered of this connection, complete campaigns only. */
  remembered(api: CampaignApi): readonly ReadFacts[] {
    return [...(this.#known.get(api)?.values() ?? [])].map(({ facts }) => facts);
  }

  /** @throws ApiError, or AbortError when the signal fires */
  async read(api: CampaignApi, campaign: Campaign, options: ReadOptions): Promise<ReadFacts> {
    const known = this.#mapOf(api);
    const over = isOver(campaign, this.#clock.now());
    const state = JSON.stringify([campaign.status, campaign.updated_at, campaign.row_stats, over]);
    const remembered = known.get(campaign.id);
    if (remembered?.state === state && (over || options.fresh !== true)) return remembered.facts;
    const facts = await this.#read(api, campaign.id, over, options);
    this.#didRead.fire(facts);
    known.delete(campaign.id);
    known.set(campaign.id, { state, facts });
    forgetOldest(known);
    return facts;
  }

  async #read(
    api: CampaignApi,
    campaignId: string,
    campaignOver: boolean,
    { signal, onBatch }: ReadOptions,
  ): Promise<ReadFacts> {
    const [{ personFacts }, { mayHintAtOptOut }, { Pace }] = await Promise.all([
      import('../insights/personFacts.ts'),
      import('../insights/optOutHints.ts'),
      import('../callList/pace.ts'),
    ]);
    const people: PersonFacts[] = [];
    const pace = new Pace(signal);
    const startMs = this.#clock.now();
    const parts = { wantsWords: mayHintAtOptOut };
    for await (const rows of api.readEncodedRows(campaignId, signal, parts)) {
      for (const { id, json, decode } of rows) {
        people.push(personFacts(decode(id, json), { campaignId, campaignOver }));
        if (pace.isDue) await pace.yieldIfDue();
      }
      onBatch?.({ campaignId, people, complete: false, readMs: startMs });
    }
    return { campaignId, people, complete: true, readMs: this.#clock.now() };
  }

  #mapOf(api: CampaignApi): Map<string, Remembered> {
    const known = this.#known.get(api) ?? new Map<string, Remembered>();
    this.#known.set(api, known);
    return known;
  }
}

/** Whether nothing about the campaign can change any more without a person's doing. */
export function isOver(campaign: Campaign, nowMs: number): boolean {
  const state = campaignState(campaign, nowMs);
  const counts = campaign.row_stats;
  const inProgress = (counts?.calling ?? 0) > 0 || campaign.structured_output_extraction === 'running';
  return (state === 'completed' || state === 'cancelled') && !inProgress;
}

function forgetOldest(known: Map<string, Remembered>): void {
  let people = 0;
  for (const { facts } of known.values()) people += facts.people.length;
  for (const [id, { facts }] of known) {
    if (people <= maxPeople || known.size === 1) return;
    people -= facts.people.length;
    known.delete(id);
  }
}
