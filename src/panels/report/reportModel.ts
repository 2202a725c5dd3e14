import { Pace } from '../../callList/pace.ts';
import type { StructuredOutputField } from '../../core/assistant.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { CampaignStore } from '../../core/campaignStore.ts';
import { isAbort, messageOf } from '../../core/errors.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { isOver, type CampaignFacts, type ReadFacts } from '../../host/campaignFacts.ts';
import type { ZoneOf } from '../../host/recipientZones.ts';
import { readGoal } from '../../insights/goals.ts';
import type { PersonFacts } from '../../insights/personFacts.ts';
import { peopleBehind, reportPieces, type Report } from '../../insights/campaignReport.ts';
import { revoxCounts, sumCounts, type RevoxCounts } from '../../insights/revoxCounts.ts';
import type { ReportEvents, ReportSettings, ReportView } from '../contract/protocolReport.ts';
import { failureOf } from '../failureOf.ts';
import { reportView } from './reportView.ts';

export interface ReportModelOptions {
  readonly campaignIds: readonly string[];
  readonly store: CampaignStore;
  readonly facts: CampaignFacts;
  readonly clock: Clock;
  /** Rejects when there is no connection. */
  readonly api: () => Promise<CampaignApi>;
  readonly zonesOf: (campaigns: readonly Campaign[]) => Promise<ZoneOf>;
  readonly sandbox: () => boolean;
  readonly rate: () => { readonly ratePerMinute: number | undefined; readonly currency: string };
  readonly emit: <E extends keyof ReportEvents>(event: E, data: ReportEvents[E]) => void;
  readonly named: (names: readonly string[]) => void;
  /** What a person asked for is shown, or a part of it: from now on it may be read again. */
  readonly shown: () => void;
  readonly unexpected: (error: unknown) => void;
}

export const usualSettings: ReportSettings = { goal: '', turns: 2, seconds: 30, firstAttemptsOnly: false };

const betweenTellingMs = 500;

/** The report of one or several campaigns: counted after the first page of rows, and again as more come. */
export class ReportModel {
  readonly #options: ReportModelOptions;
  readonly #people = new Map<string, ReadFacts>();
  #campaigns: readonly Campaign[] = [];
  #settings = usualSettings;
  #revox: RevoxCounts | undefined;
  #zoneOf: ZoneOf = () => undefined;
  #found: Report | undefined;
  #view: ReportView | undefined;
  #reading: AbortController | undefined;
  /** How many people must be read before the next count. */
  #countAgainAt = 1;
  #counting: Promise<ReportView> | undefined;
  #readingToldMs = 0;

  constructor(options: ReportModelOptions) {
    this.#options = options;
  }

  get campaigns(): readonly Campaign[] {
    return this.#campaigns;
  }

  get view(): ReportView | undefined {
    return this.#view;
  }

  get people(): readonly PersonFacts[] {
    return [...this.#people.values()].flatMap(({ people }) => people);
  }

  /** Whether what is shown may still change without a person's doing. */
  get changes(): boolean {
    const nowMs = this.#options.clock.now();
    return this.#view !== undefined && this.#campaigns.some((campaign) => !isOver(campaign, nowMs));
  }

  peopleBehind(key: string): readonly PersonFacts[] | undefined {
    return this.#found && peopleBehind(this.#found, key);
  }

  /** Resolves with the first page of rows; the rest follows as `view` events. */
  async ready(settings: ReportSettings | undefined, signal: AbortSignal): Promise<ReportView> {
    this.#settings = settings ?? this.#settings;
    if (this.#view !== undefined) return this.#count();
    return this.#begin(signal, false);
  }

  async settings(settings: ReportSettings): Promise<ReportView> {
    this.#settings = settings;
    return this.#count();
  }

  refresh(signal: AbortSignal): Promise<ReportView> {
    return this.#begin(signal, true);
  }

  /** The live refresh; resolves to whether the sentence or a number changed. */
  async readAgain(signal: AbortSignal): Promise<boolean> {
    if (this.#reading !== undefined) return true; // the first reading continues
    const before = JSON.stringify([this.#view?.sentence, this.#view?.funnel.table, this.#view?.sections]);
    await this.#readAll(signal, true, () => undefined);
    const view = await this.#count();
    this.#options.emit('view', view);
    return before !== JSON.stringify([view.sentence, view.funnel.table, view.sections]);
  }

  showStale(error: unknown): void {
    this.#options.emit('stale', { message: failureOf(error, this.#options.unexpected).message });
  }

  /** Forgets what was shown: it belongs to another account or server. */
  connected(connected: boolean): void {
    this.#reading?.abort();
    this.#people.clear();
    this.#view = undefined;
    this.#found = undefined;
    if (connected) this.#options.emit('restart', undefined);
  }

  dispose(): void {
    this.#reading?.abort();
  }

  /** Reads in the background, and answers as soon as there is something to show. */
  #begin(signal: AbortSignal, fresh: boolean): Promise<ReportView> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    signal.addEventListener('abort', () => {
      if (this.#view === undefined) reading.abort();
    });
    return new Promise((resolve, reject) => {
      let answered = false;
      const show = async () => {
        const view = await this.#count();
        if (reading.signal.aborted) return;
        if (answered) this.#options.emit('view', view);
        else resolve(view);
        answered = true;
        this.#options.shown();
      };
      const failed = (error: unknown) => {
        if (!answered) reject(error instanceof Error ? error : new Error(messageOf(error)));
        else if (!isAbort(error)) this.showStale(error);
      };
      this.#readAll(reading.signal, fresh, () => void show().catch(failed))
        .then(() => {
          if (this.#reading === reading) this.#reading = undefined;
          return show();
        })
        .catch((error: unknown) => {
          if (this.#reading === reading) this.#reading = undefined;
          failed(error);
        });
    });
  }

  /** @param enough called after the first batch, and each time twice as many people are read */
  async #readAll(signal: AbortSignal, fresh: boolean, enough: () => void): Promise<void> {
    const { campaignIds, facts, zonesOf, named } = this.#options;
    const api = await this.#options.api();
    this.#campaigns = await Promise.all(campaignIds.map((id) => this.#campaign(api, id, fresh, signal)));
    named(this.#campaigns.map(({ name }) => name));
    this.#zoneOf = await zonesOf(this.#campaigns);
    this.#countAgainAt = 1;
    for (const campaign of this.#campaigns) {
      // A campaign that is read again stays as it was until all of it is read.
      const shownWhole = this.#people.get(campaign.id)?.complete === true;
      const onBatch = (read: ReadFacts) => {
        if (shownWhole) return;
        this.#people.set(campaign.id, read);
        const count = this.#readCount();
        this.#tellReading(count);
        if (count < this.#countAgainAt) return;
        this.#countAgainAt = count * 2;
        enough();
      };
      this.#people.set(campaign.id, await facts.read(api, campaign, { signal, fresh, onBatch }));
    }
    this.#revox = await this.#revoxCounts(api, signal);
  }

  /** Between two counts the page says how far the reading is, so that it does not seem to stand still. */
  #tellReading(read: number): void {
    const nowMs = this.#options.clock.now();
    if (this.#view?.reading === undefined || nowMs - this.#readingToldMs < betweenTellingMs) return;
    this.#readingToldMs = nowMs;
    this.#options.emit('reading', { read, total: this.#total() });
  }

  async #campaign(api: CampaignApi, id: string, fresh: boolean, signal: AbortSignal): Promise<Campaign> {
    const { store } = this.#options;
    const known = store.campaign(id);
    if (known !== undefined && !fresh) return known;
    const campaign = await api.retrieveCampaign(id, signal);
    store.put(api, campaign);
    return campaign;
  }

  /** Reads the service's own counts. They are shown beside ours, and a failure does not delay ours. */
  async #revoxCounts(api: CampaignApi, signal: AbortSignal): Promise<RevoxCounts | undefined> {
    const counts = await Promise.all(
      this.#campaigns.map(async (campaign) => {
        const statistics = await api.campaignStatistics(campaign.id, signal).catch(() => undefined);
        return revoxCounts(campaign, statistics);
      }),
    );
    const known = counts.filter((one) => one !== undefined);
    return known.length === this.#campaigns.length ? sumCounts(known) : undefined;
  }

  #readCount(): number {
    return [...this.#people.values()].reduce((sum, { people }) => sum + people.length, 0);
  }

  /** One count at a time: who asks meanwhile gets one that begins afterwards. */
  async #count(): Promise<ReportView> {
    const before = this.#counting;
    const counting = (async () => {
      await before?.catch(() => undefined);
      return this.#countNow();
    })();
    this.#counting = counting;
    return counting;
  }

  async #countNow(): Promise<ReportView> {
    const { clock, sandbox, rate } = this.#options;
    const { turns, seconds, goal, firstAttemptsOnly } = this.#settings;
    // What is read while it is counted belongs to the next count.
    const read = [...this.#people.values()];
    const whole = read.length === this.#campaigns.length && read.every(({ complete }) => complete);
    const people = this.people;
    const pace = new Pace(undefined, 10);
    const pieces = reportPieces(people, {
      threshold: { turns, seconds },
      goal: readGoal(goal),
      firstAttemptsOnly,
      fields: this.#fields(),
      zoneOf: this.#zoneOf,
    });
    for (;;) {
      const { done, value } = pieces.next();
      if (done === true) {
        this.#found = value;
        break;
      }
      await pace.yieldIfDue();
    }
    const nowMs = clock.now();
    const view = reportView(this.#found, {
      campaigns: this.#campaigns,
      settings: this.#settings,
      revox: this.#revox,
      reading: whole ? undefined : { read: people.length, total: this.#total() },
      running: this.#campaigns.some((campaign) => !isOver(campaign, nowMs)),
      sandbox: sandbox(),
      ...rate(),
      readMs: Math.min(nowMs, ...read.map(({ readMs }) => readMs)),
      nowMs,
    });
    this.#view = view;
    return view;
  }

  /** Rows of all campaigns, where the server tells. */
  #total(): number | undefined {
    const totals = this.#campaigns.map(({ row_stats }) => row_stats?.total);
    if (totals.some((total) => total === undefined)) return undefined;
    return totals.reduce<number>((sum, total) => sum + (total ?? 0), 0);
  }

  #fields(): readonly StructuredOutputField[] {
    const fields = new Map<string, StructuredOutputField>();
    for (const { assistant } of this.#campaigns)
      for (const field of assistant?.structured_output_config ?? []) fields.set(field.name, field);
    return [...fields.values()];
  }
}
