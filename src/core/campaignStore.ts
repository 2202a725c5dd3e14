import type { Campaign } from './campaign.ts';
import { Emitter } from './emitter.ts';
import type { CampaignApi, Clock } from './ports.ts';

/** Several refreshes within this time share one request. */
const singleFlightMs = 2_000;

export interface StoreChange {
  /** Campaigns that look different and have to be redrawn one by one. */
  readonly ids: readonly string[];
  /** Campaigns were added, removed or moved, so that the whole list has to be redrawn. */
  readonly structure: boolean;
}

/** The current list of campaigns. Earlier campaigns stay when a read fails, and `error` is set. */
export interface StoreState {
  readonly campaigns: readonly Campaign[];
  readonly loading: boolean;
  readonly error: Error | undefined;
  /** When the campaigns were last read, ms since 1970. */
  readonly updatedMs: number | undefined;
}

interface Reading {
  readonly done: Promise<readonly string[]>;
  readonly sinceMs: number;
  readonly abort: AbortController;
}

export interface CampaignStoreOptions {
  readonly clock: Clock;
  /** Everything that is drawn of a campaign, as text. If two texts are equal, nothing is redrawn. */
  readonly fingerprint: (campaign: Campaign) => string;
}

/**
 * The campaigns of the current connection. `connect` drops everything of the previous one, including answers
 * that are still to come. Concurrent refreshes share one request.
 */
export class CampaignStore {
  readonly #options: CampaignStoreOptions;
  readonly #changed = new Emitter<StoreChange>();
  readonly #stateChanged = new Emitter<StoreState>();
  readonly #connected = new Emitter<CampaignApi | undefined>();
  #api: CampaignApi | undefined;
  #reading: Reading | undefined;
  #fingerprints = new Map<string, string>();
  #putMs: number | undefined;
  /**
   * Campaigns from `put`, and undefined from `remove`, that arrived while a list was being read. They are
   * newer than that list.
   */
  #newer = new Map<string, Campaign | undefined>();
  #state: StoreState = { campaigns: [], loading: false, error: undefined, updatedMs: undefined };

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires when the connection or its key changes, or when there is no connection any more. */
  readonly onDidConnect = this.#connected.event;

  constructor(options: CampaignStoreOptions) {
    this.#options = options;
  }

  get state(): StoreState {
    return this.#state;
  }

  get api(): CampaignApi | undefined {
    return this.#api;
  }

  campaign(id: string): Campaign | undefined {
    return this.#state.campaigns.find((campaign) => campaign.id === id);
  }

  /** Switches to another connection, or to none. */
  connect(api: CampaignApi | undefined): void {
    this.#reading?.abort.abort();
    this.#api = api;
    this.#putMs = undefined;
    this.#reading = undefined;
    this.#fingerprints = new Map();
    this.#newer = new Map();
    this.#set({ campaigns: [], loading: false, error: undefined, updatedMs: undefined });
    this.#changed.fire({ ids: [], structure: true });
    this.#connected.fire(api);
  }

  /** Reads the list; resolves to the ids whose presentation changed. Never rejects: see `state.error`. */
  refresh(): Promise<readonly string[]> {
    if (this.#api === undefined) return Promise.resolve([]);
    return (this.#reading ?? this.#begin(this.#api)).done;
  }

  /**
   * Like `refresh`, on request of the user: a read that has been running for a while is aborted, and the
   * server is asked again. Callers that wait for the old read get the result of the new one.
   */
  refreshNow(): Promise<readonly string[]> {
    const reading = this.#reading;
    if (reading !== undefined && this.#options.clock.now() - reading.sinceMs >= singleFlightMs) {
      this.#reading = undefined;
      reading.abort.abort();
    }
    return this.refresh();
  }

  #begin(api: CampaignApi): Reading {
    const abort = new AbortController();
    const done = this.#read(api, abort.signal);
    const reading = { done, sinceMs: this.#options.clock.now(), abort };
    this.#reading = reading;
    void done.then(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    return reading;
  }

  /**
   * Merges the result of a write or a single read, without waiting for the next list. Results of another
   * connection are ignored.
   */
  put(api: CampaignApi, campaign: Campaign): void {
    if (api !== this.#api) return;
    this.#putMs = this.#options.clock.now();
    this.#newer.set(campaign.id, campaign);
    this.#replaceCampaigns(withNewer(this.#state.campaigns, new Map([[campaign.id, campaign]])));
  }

  /** When a campaign was last launched, changed or read individually, ms since 1970; undefined: not yet. */
  get putMs(): number | undefined {
    return this.#putMs;
  }

  remove(api: CampaignApi, id: string): void {
    if (api !== this.#api) return;
    this.#newer.set(id, undefined);
    this.#replaceCampaigns(this.#state.campaigns.filter((campaign) => campaign.id !== id));
  }

  async #read(api: CampaignApi, signal: AbortSignal): Promise<readonly string[]> {
    this.#newer = new Map();
    this.#set({ ...this.#state, loading: true });
    try {
      const campaigns = withNewer(unique(await api.listCampaigns(signal)), this.#newer);
      if (signal.aborted) return api === this.#api ? await this.refresh() : [];
      return this.#replaceCampaigns(campaigns, {
        loading: false,
        error: undefined,
        updatedMs: this.#options.clock.now(),
      });
    } catch (error) {
      if (signal.aborted) return api === this.#api ? await this.refresh() : [];
      this.#set({
        ...this.#state,
        loading: false,
        error: error instanceof Error ? error : new Error(String(error)),
      });
      return [];
    }
  }

  /** Sets list and status in one step, so that they are consistent for every listener. */
  #replaceCampaigns(campaigns: readonly Campaign[], rest: Partial<StoreState> = {}): readonly string[] {
    const before = this.#state.campaigns;
    const sameOrder =
      before.length === campaigns.length &&
      before.every((campaign, index) => campaign.id === campaigns[index]?.id);
    const fingerprints = new Map(
      campaigns.map((campaign) => [campaign.id, this.#options.fingerprint(campaign)]),
    );
    const ids = campaigns
      .map((campaign) => campaign.id)
      .filter((id) => fingerprints.get(id) !== this.#fingerprints.get(id));
    this.#fingerprints = fingerprints;
    this.#set({ ...this.#state, ...rest, campaigns });
    if (ids.length > 0 || !sameOrder) this.#changed.fire({ ids, structure: !sameOrder });
    return ids;
  }

  #set(state: StoreState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

/** A list with the same id twice would confuse the tree, so only the first is used. */
function unique(campaigns: readonly Campaign[]): readonly Campaign[] {
  const seen = new Set<string>();
  return campaigns.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A list with some campaigns replaced, removed (undefined) or, if new, added at the front. */
function withNewer(
  campaigns: readonly Campaign[],
  newer: ReadonlyMap<string, Campaign | undefined>,
): readonly Campaign[] {
  const known = new Set(campaigns.map(({ id }) => id));
  const added = [...newer.values()].filter((campaign) => campaign !== undefined && !known.has(campaign.id));
  const kept = campaigns.map((campaign) => (newer.has(campaign.id) ? newer.get(campaign.id) : campaign));
  return [...added, ...kept].filter((campaign) => campaign !== undefined);
}
