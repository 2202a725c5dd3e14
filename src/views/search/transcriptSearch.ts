import type { Campaign } from '../../core/campaign.ts';
import type { CampaignStore } from '../../core/campaignStore.ts';
import { Emitter, type Disposable } from '../../core/emitter.ts';
import { isAbort, messageOf } from '../../core/errors.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { isOver } from '../../host/campaignFacts.ts';
import { DisposableStore } from '../../host/disposables.ts';
import type { SearchHit, SearchIndex } from '../../insights/searchIndex.ts';
import type { SearchQuery } from '../../insights/searchQuery.ts';

/** What is searched. */
export interface SearchScope {
  /** `all campaigns`, `“November”` */
  readonly label: string;
  readonly campaigns: readonly Campaign[];
  /** Only the rows with these ids. */
  readonly rowIds?: ReadonlySet<string> | undefined;
}

interface UnreadCampaign {
  readonly name: string;
  /** Sentences. */
  readonly reason: string;
}

export interface SearchState {
  readonly query: SearchQuery | undefined;
  readonly scope: SearchScope | undefined;
  readonly hits: readonly SearchHit[];
  readonly running: boolean;
  /** How many turns were searched. */
  readonly turns: number;
  /** Campaigns that could not be read. */
  readonly unread: readonly UnreadCampaign[];
  /** Why else not everything was searched, in sentences. */
  readonly problems: readonly string[];
}

const noSearch: SearchState = {
  query: undefined,
  scope: undefined,
  hits: [],
  running: false,
  turns: 0,
  unread: [],
  problems: [],
};

/** Limit over all campaigns in memory. */
const maxCharacters = 200_000_000;
/** Between yields to other work: expressions take longer than plain text. */
const turnsAtOnce = { text: 5000, expression: 100 };

interface SearchedCampaign {
  readonly index: SearchIndex;
  readonly over: boolean;
  readonly state: string;
}

/**
 * Searches what was said. Transcripts are read as a stream, searched as they come, and kept in memory until
 * the window closes or the connection changes: a second search of the same campaigns sends no requests.
 */
export class TranscriptSearch implements Disposable {
  readonly #store: CampaignStore;
  readonly #clock: Clock;
  readonly #disposables = new DisposableStore();
  readonly #changed = new Emitter<undefined>();
  readonly #kept = new Map<string, SearchedCampaign>();
  readonly #history: SearchQuery[] = [];
  #state = noSearch;
  #running: AbortController | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(store: CampaignStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#disposables.add(
      store.onDidConnect(() => {
        this.#kept.clear();
        this.clear();
      }),
    );
  }

  get state(): SearchState {
    return this.#state;
  }

  /** The latest first. */
  get history(): readonly SearchQuery[] {
    return this.#history;
  }

  clear(): void {
    this.#running?.abort();
    this.#set(noSearch);
  }

  /** The same search, with rows read again. */
  async refresh(api: CampaignApi): Promise<void> {
    const { query, scope } = this.#state;
    if (query === undefined || scope === undefined) return;
    for (const { id } of scope.campaigns) if (this.#kept.get(id)?.over !== true) this.#kept.delete(id);
    await this.search(api, query, scope);
  }

  /**
   * @throws HumanError for a query that cannot be used; what goes wrong while reading becomes part of the
   * state.
   */
  async search(api: CampaignApi, query: SearchQuery, scope: SearchScope): Promise<void> {
    const { compileQuery } = await import('../../insights/searchQuery.ts');
    const matcher = await compileQuery(query);
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.#remember(query);
    this.#set({ ...noSearch, query, scope, running: true });
    const { maxHits } = await import('../../insights/searchIndex.ts');
    const { Pace } = await import('../../callList/pace.ts');
    const pace = new Pace(running.signal);
    const atOnce = query.regex ? turnsAtOnce.expression : turnsAtOnce.text;
    /** Searches what the index has and was not searched yet. */
    const searchFrom = async (index: SearchIndex, from: number): Promise<number> => {
      let at = from;
      while (at < index.turns && this.#state.hits.length < maxHits) {
        const most = maxHits - this.#state.hits.length;
        const part = { from: at, turns: atOnce, most, within: scope.rowIds };
        const { hits } = index.search(matcher, query, part);
        const searched = Math.min(atOnce, index.turns - at);
        at += searched;
        running.signal.throwIfAborted();
        this.#set({
          ...this.#state,
          hits: hits.length === 0 ? this.#state.hits : [...this.#state.hits, ...hits],
          turns: this.#state.turns + searched,
        });
        await pace.yieldIfDue();
      }
      return at;
    };
    const problems: string[] = [];
    const unread: UnreadCampaign[] = [];
    try {
      for (const campaign of scope.campaigns) {
        if (this.#state.hits.length >= maxHits) break;
        try {
          const whole = await this.#searchCampaign(api, campaign, searchFrom, running.signal);
          if (!whole) problems.push(`Not all of “${campaign.name}” fits in memory.`);
        } catch (error) {
          if (isAbort(error) || running.signal.aborted) throw error;
          unread.push({ name: campaign.name, reason: messageOf(error) });
        }
      }
    } catch (error) {
      if (running.signal.aborted) return;
      throw error;
    }
    if (this.#state.hits.length >= maxHits) problems.push(`Only the first ${maxHits} lines are shown.`);
    this.#set({ ...this.#state, running: false, problems, unread });
  }

  dispose(): void {
    this.#running?.abort();
    this.#disposables.dispose();
  }

  /** @returns whether all of it could be kept */
  async #searchCampaign(
    api: CampaignApi,
    campaign: Campaign,
    searchFrom: (index: SearchIndex, from: number) => Promise<number>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { SearchIndex } = await import('../../insights/searchIndex.ts');
    const over = isOver(campaign, this.#clock.now());
    const state = JSON.stringify([campaign.status, campaign.updated_at, campaign.row_stats]);
    const kept = this.#kept.get(campaign.id);
    if (kept?.state === state) {
      await searchFrom(kept.index, 0);
      return true;
    }
    const index = new SearchIndex(campaign.id);
    let at = 0;
    let whole = true;
    for await (const rows of api.readRows(campaign.id, signal)) {
      whole = index.add(rows, over, maxCharacters - this.#characters(campaign.id)) && whole;
      at = await searchFrom(index, at);
      if (!whole) break;
    }
    if (whole) this.#kept.set(campaign.id, { index, over, state });
    return whole;
  }

  /** How much is kept of all campaigns except this one. */
  #characters(campaignId: string): number {
    let sum = 0;
    for (const [id, { index }] of this.#kept) if (id !== campaignId) sum += index.characters;
    return sum;
  }

  #remember(query: SearchQuery): void {
    const key = JSON.stringify(query);
    const before = this.#history.findIndex((known) => JSON.stringify(known) === key);
    if (before >= 0) this.#history.splice(before, 1);
    this.#history.unshift(query);
    this.#history.length = Math.min(this.#history.length, 20);
  }

  #set(state: SearchState): void {
    this.#state = state;
    this.#changed.fire(undefined);
  }

  /** The current name of a campaign. */
  nameOf(campaignId: string): string {
    return this.#store.campaign(campaignId)?.name ?? 'Campaign';
  }
}
