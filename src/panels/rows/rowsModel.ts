import { campaignState, isActive, type Campaign } from '../../core/campaign.ts';
import type { CampaignStore } from '../../core/campaignStore.ts';
import { ApiError } from '../../core/errors.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { callResults, callStatuses, type ResultFilter, type Row } from '../../core/row.ts';
import { rowCategories } from '../../core/rowCategory.ts';
import { campaignHead } from './campaignHead.ts';
import { callStatusBadge, categoryLabel, resultFilterText } from '../callWords.ts';
import { failureOf } from '../failureOf.ts';
import type { LayoutMemory } from './layoutMemory.ts';
import type {
  CampaignHead,
  Cell,
  RowsAnswer,
  RowsChoice,
  RowsEvents,
  RowsFilter,
  RowsQuestion,
  RowsReady,
} from '../contract/protocolRows.ts';
import type { RowsGroup } from './rowsGroup.ts';
import { RowsSource, sameQuestion, type ReadPage } from './rowsSource.ts';
import { ShownRows } from './shownRows.ts';
import { waitingCell } from './waitingCell.ts';

/**
 * A campaign of up to so many rows is read as a whole behind its first page: a few requests, for counts and
 * searches.
 */
const maxReadAhead = 2_000;

/** In the order of the list: what most people want comes first. */
const shownResults: readonly ResultFilter[] = ['all', ...callResults, 'none'];

/** The progress of a reading is sent to the page no more often than this. */
const progressEveryMs = 300;

export interface RowsModelOptions {
  readonly campaignId: string;
  /** Asked for from outside and not yet told to the page. */
  readonly filter: RowsFilter | undefined;
  /** Only these rows of the campaign. */
  readonly group?: RowsGroup | undefined;
  readonly store: CampaignStore;
  readonly clock: Clock;
  readonly layouts: LayoutMemory;
  /** Rejects when there is no connection. */
  readonly api: () => Promise<CampaignApi>;
  readonly pageSize: () => number;
  readonly sandbox: () => boolean;
  readonly emit: <E extends keyof RowsEvents>(event: E, data: RowsEvents[E]) => void;
  /** Called with the current name of the campaign. */
  readonly named: (name: string) => void;
  /** Something was just read, or may change again: the next reading is due after the whole interval. */
  readonly readAgainLater: () => void;
  readonly unexpected: (error: unknown) => void;
}

/**
 * What the rows panel of one campaign knows and answers: large or secret data stays here, and the page gets
 * only what it shows.
 */
export class RowsModel {
  readonly #options: RowsModelOptions;
  #source: RowsSource;
  #shown = new ShownRows();
  #filter: RowsFilter | undefined;
  #campaign: Campaign | undefined;
  #question: RowsQuestion | undefined;
  /** Every row that matches this question is selected, on whatever page. */
  #selectedOf: RowsQuestion | undefined;
  /**
   * Whether the page shows anything of this connection, rows or an error, that is outdated when the
   * connection changes.
   */
  #served = false;
  #progressMs = 0;

  constructor(options: RowsModelOptions) {
    this.#options = options;
    this.#filter = options.filter;
    this.#source = this.#newSource();
  }

  get campaign(): Campaign | undefined {
    return this.#campaign;
  }

  get question(): RowsQuestion | undefined {
    return this.#question;
  }

  get source(): RowsSource {
    return this.#source;
  }

  /** The page of rows that is there now, with what is selected of it. */
  get shown(): ShownRows {
    return this.#shown;
  }

  /** Every row that matches is selected, also on the pages that are not shown. */
  get selectsAll(): boolean {
    return this.#selectedOf !== undefined;
  }

  select({ rowIds, all }: RowsChoice): void {
    this.#selectedOf = all ? this.#question : undefined;
    this.#shown.select(rowIds);
  }

  /** Shows the selected rows, those of other pages too, one at a time. */
  async visitSelected(show: (row: Row) => void): Promise<void> {
    if (this.#selectedOf === undefined) this.#shown.selected.forEach(show);
    else await this.#source.visitMatching(this.#selectedOf, show);
  }

  /** What an export is about: what is selected, else what matches the filters, else all. */
  get exportable(): { readonly kind: 'selected' | 'matching' | 'all'; readonly count: number | undefined } {
    const selected = this.#shown.selected.length;
    if (this.#selectedOf === undefined && selected > 1) return { kind: 'selected', count: selected };
    const isFiltered = this.#question !== undefined && isFilter(this.#question);
    const kind = this.#selectedOf === undefined ? (isFiltered ? 'matching' : 'all') : 'selected';
    return { kind, count: this.#shown.total };
  }

  /** Shows the rows of `exportable` one at a time, and the state of one that has no call. */
  async visitExportable(show: (row: Row, waiting: Cell | undefined) => void): Promise<void> {
    const question = this.#question;
    const campaign = this.#campaign;
    const waiting = campaign && waitingCell(campaignState(campaign, this.#options.clock.now()));
    const each = (row: Row) => show(row, waiting);
    if (this.exportable.kind === 'selected') await this.visitSelected(each);
    else if (question !== undefined) await this.#source.visitMatching(question, each);
  }

  /** Whether what is shown may still change without a person's doing. */
  get changes(): boolean {
    return this.#question !== undefined && this.#isActive();
  }

  dispose(): void {
    this.#source.dispose();
  }

  /** Applies a filter from outside: at once if the page is loaded, otherwise with its next `ready`. */
  applyFilter(filter: RowsFilter, pageListens: boolean): void {
    const now = pageListens && this.#served;
    this.#filter = now ? undefined : filter;
    if (now) this.#options.emit('filter', filter);
  }

  async ready(signal: AbortSignal): Promise<RowsReady> {
    const { store, campaignId, layouts, pageSize } = this.#options;
    try {
      this.#campaign = store.campaign(campaignId) ?? (await this.#retrieve(signal));
      await this.#learnServer(signal);
      const filter = this.#filter;
      this.#filter = undefined;
      return {
        head: this.#head(this.#campaign),
        layout: layouts.of(campaignId),
        pageSize: pageSize(),
        statuses: callStatuses.map((value) => ({ value, label: callStatusBadge(value).text })),
        results: shownResults.map((value) => ({ value, label: resultFilterText(value) })),
        categories: rowCategories.map((value) => ({ value, ...categoryLabel(value) })),
        filter,
      };
    } finally {
      this.#served = true;
    }
  }

  /** One page of rows; the next one is read ahead. `fresh`: nothing remembered, and the campaign again. */
  async rows(question: RowsQuestion, fresh: boolean, signal: AbortSignal): Promise<RowsAnswer> {
    if (this.#selectedOf !== undefined) {
      this.#selectedOf = haveSameFilter(this.#selectedOf, question) ? question : undefined;
    }
    this.#question = question;
    if (fresh) {
      this.#source.forget();
      void this.#retrieve(signal).catch(() => undefined); // the rows will report the error
    }
    const answer = this.#show(question, await this.#source.page(question, signal));
    if (this.#selectedOf !== undefined) this.#shown.select(answer.rows.map(({ id }) => id));
    if (answer.hasNext) this.#source.prefetch({ ...question, page: question.page + 1 });
    this.#options.readAgainLater();
    const isSmall = answer.total !== undefined && answer.total <= maxReadAhead;
    if (isSmall) void this.#source.readWhole().catch(() => undefined);
    return answer;
  }

  /** The live refresh: false when nothing that is shown changed; then only the time is sent. */
  async readAgain(signal: AbortSignal): Promise<boolean> {
    const question = this.#question;
    if (question === undefined) return false;
    const before = this.#shown.fingerprint;
    this.#source.forget(true);
    const [read] = await Promise.all([this.#source.page(question, signal), this.#retrieve(signal)]);
    if (signal.aborted || this.#question === undefined) return false;
    if (!sameQuestion(question, this.#question)) return false;
    this.#options.emit('refreshed', this.#show(question, read));
    return before !== this.#shown.fingerprint;
  }

  /** Reports that the live refresh failed. */
  showStale(error: unknown): void {
    const { message, reason } = failureOf(error, this.#options.unexpected);
    this.#options.emit('stale', { message, offline: reason === 'offline' || reason === 'timeout' });
    if (error instanceof ApiError && error.reason === 'not found') this.campaignChanged();
  }

  /** Updates the head when the store has a new state of the campaign. */
  campaignChanged(): void {
    const { store, campaignId, emit, readAgainLater } = this.#options;
    const campaign = store.campaign(campaignId) ?? this.#campaign;
    if (campaign === undefined || !this.#served) return;
    const wasActive = this.#isActive();
    this.#campaign = campaign;
    emit('head', this.#head(campaign));
    if (wasActive === this.#isActive()) return;
    // It was cancelled, finished or begun elsewhere, so the rows that are shown are out of date.
    void this.readAgain(new AbortController().signal).catch(() => undefined);
    readAgainLater();
  }

  /** Forgets what was shown: it belongs to another account or server. */
  connected(connected: boolean): void {
    if (!this.#served || (!connected && this.#campaign === undefined)) return;
    this.#served = false;
    this.#campaign = undefined;
    this.#question = undefined;
    this.#selectedOf = undefined;
    this.#shown = new ShownRows();
    this.#source.dispose();
    this.#source = this.#newSource();
    this.#options.emit('restart', undefined);
  }

  #show(question: RowsQuestion, read: ReadPage): RowsAnswer {
    const campaign = this.#campaign;
    const waiting = campaign && waitingCell(campaignState(campaign, this.#options.clock.now()));
    const fields = campaign?.assistant?.structured_output_config;
    return this.#shown.show(question, read, waiting, fields, this.#options.store.api?.server);
  }

  /** Asked for pages, a server without them would send the whole campaign for each. */
  async #learnServer(signal: AbortSignal): Promise<void> {
    const api = await this.#options.api();
    if (api.server.generation === 'unknown') await api.discover(signal).catch(() => undefined);
  }

  async #retrieve(signal: AbortSignal): Promise<Campaign> {
    const api = await this.#options.api();
    const campaign = await api.retrieveCampaign(this.#options.campaignId, signal);
    this.#options.store.put(api, campaign);
    return campaign;
  }

  #head(campaign: Campaign): CampaignHead {
    const { store, sandbox, clock, named, group } = this.#options;
    const head = campaignHead(campaign, {
      nowMs: clock.now(),
      sandbox: sandbox(),
      group: group && { label: group.label, rows: group.rowIds.size },
      gone: store.api !== undefined && store.state.updatedMs !== undefined && !store.campaign(campaign.id),
    });
    named(head.name);
    return head;
  }

  #isActive(): boolean {
    return this.#campaign !== undefined && isActive(this.#campaign, this.#options.clock.now());
  }

  #newSource(): RowsSource {
    const { campaignId, api, clock, group } = this.#options;
    return new RowsSource({
      ...{ campaignId, api, clock },
      rowIds: group?.rowIds,
      campaign: () => this.#campaign,
      progress: (read, done) => this.#progress(read, done),
    });
  }

  /**
   * The campaign is being read as a whole: the page learns how far it is, and at the end what it could not be
   * told.
   */
  #progress(read: number, done: boolean): void {
    const { clock, emit } = this.#options;
    const nowMs = clock.now();
    if (!done && nowMs - this.#progressMs < progressEveryMs) return;
    this.#progressMs = nowMs;
    emit('reading', { read: done ? undefined : read });
    if (done) void this.#showAgain().catch(() => undefined); // the page that is asked for says what is wrong
  }

  async #showAgain(): Promise<void> {
    const question = this.#question;
    if (question === undefined) return;
    const read = await this.#source.page(question);
    if (this.#question !== undefined && sameQuestion(question, this.#question)) {
      this.#options.emit('refreshed', this.#show(question, read));
    }
  }
}

/** Whether the same rows match, on whatever page and in whatever order. */
function haveSameFilter(a: RowsQuestion, b: RowsQuestion): boolean {
  const { page, page_size, sort } = a;
  return sameQuestion(a, { ...b, page, page_size, sort });
}

function isFilter({ query, statuses, result, category }: RowsFilter): boolean {
  const isAnyResult = result === undefined || result === 'all';
  return query.trim() !== '' || statuses.length > 0 || !isAnyResult || category !== undefined;
}
