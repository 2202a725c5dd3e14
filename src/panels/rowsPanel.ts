import type * as vscode from 'vscode';
import { isActive, type Campaign } from '../core/campaign.ts';
import { ApiError } from '../core/errors.ts';
import { callStatuses, resultFilters, type Row } from '../core/row.ts';
import { DisposableStore } from '../host/disposables.ts';
import { rowsPageSize } from '../host/settings.ts';
import { campaignHead } from './campaignHead.ts';
import { callStatusBadge, resultFilterText } from './callWords.ts';
import { failureOf } from './failureOf.ts';
import type { LayoutMemory } from './layoutMemory.ts';
import { loadPage, pageOptions, tabIcon } from './pagePanel.ts';
import { currentApi, type PanelContext } from './panelContext.ts';
import { PanelRefresh } from './panelRefresh.ts';
import type {
  CampaignHead,
  RowsAnswer,
  RowsEvents,
  RowsFilter,
  RowsQuestion,
  RowsReady,
  RowsRequests,
} from './protocolRows.ts';
import { RpcServer, type Handlers } from './rpcServer.ts';
import { RowColumns } from './rowColumns.ts';
import { rowsHandlers } from './rowsHandlers.ts';
import { hasNextPage, RowsSource, sameQuestion, type ReadPage } from './rowsSource.ts';
import { rowCells, tableRow } from './rowView.ts';

export interface RowsPanelOptions {
  readonly context: PanelContext;
  readonly panel: vscode.WebviewPanel;
  readonly layouts: LayoutMemory;
  readonly campaignId: string;
  readonly filter: RowsFilter | undefined;
}

/** The host's side of the rows of one campaign: what is heavy or secret stays here, the page gets what it shows. */
export class RowsPanel implements vscode.Disposable {
  static readonly viewType = 'revox.rows';
  readonly campaignId: string;
  readonly panel: vscode.WebviewPanel;
  readonly #context: PanelContext;
  readonly #layouts: LayoutMemory;
  readonly #disposables = new DisposableStore();
  readonly #server: RpcServer<RowsRequests, RowsEvents>;
  readonly #refresh: PanelRefresh;
  #source: RowsSource;
  #columns = new RowColumns();
  /** Asked for from outside and not yet told to the page. */
  #filter: RowsFilter | undefined;
  #campaign: Campaign | undefined;
  #question: RowsQuestion | undefined;
  #read: ReadPage | undefined;
  #shown = '';
  #selected: readonly string[] = [];
  /** The page was told something of this connection: good or bad, it is outdated when the connection changes. */
  #served = false;

  constructor({ context, panel, layouts, campaignId, filter }: RowsPanelOptions) {
    this.#context = context;
    this.#layouts = layouts;
    this.#filter = filter;
    this.campaignId = campaignId;
    this.panel = panel;
    this.#source = this.#newSource();
    this.#server = this.#disposables.add(
      new RpcServer<RowsRequests, RowsEvents>({
        handlers: this.#handlers(),
        post: (message) => void panel.webview.postMessage(message),
        failureOf: (error) => failureOf(error, (surprise) => context.log.unexpected(surprise)),
      }),
    );
    this.#refresh = this.#disposables.add(
      new PanelRefresh({
        panel,
        active: () => this.#question !== undefined && this.#isActive(),
        read: (signal) => this.#readAgain(signal),
        failed: (error) => this.#tellStale(error),
      }),
    );
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((message: unknown) => void this.#server.receive(message)),
    );
    this.#disposables.add(
      context.store.onDidChange(({ ids, structure }) => {
        if (structure || ids.includes(campaignId)) this.#campaignChanged();
      }),
    );
    this.#disposables.add(context.store.onDidConnect((api) => this.#connected(api !== undefined)));
    panel.iconPath = tabIcon(context.extensionUri, 'rows');
    panel.webview.options = pageOptions(context.extensionUri);
    this.#load();
  }

  /** Applies a filter from outside: at once where the page listens, with its next `ready` where it sleeps. */
  applyFilter(filter: RowsFilter): void {
    this.#filter = filter;
    if (this.panel.visible && this.#served) {
      this.#filter = undefined;
      this.#server.emit('filter', filter);
    }
  }

  /** The rows that commands are for, in the order of the page. */
  get selectedRows(): readonly Row[] {
    const selected = new Set(this.#selected);
    return this.#rows.filter((row) => selected.has(row.id));
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

  dispose(): void {
    this.#disposables.dispose();
  }

  #handlers(): Handlers<RowsRequests> {
    return rowsHandlers({
      campaignId: this.campaignId,
      ready: (signal) => this.#ready(signal),
      rows: (question, fresh, signal) => this.#rowsOf(question, fresh, signal),
      cells: (rowId) => this.#cells(rowId),
      select: (rowIds) => {
        this.#selected = rowIds;
      },
      saveLayout: (layout) => this.#layouts.save(this.campaignId, layout),
    });
  }

  async #ready(signal: AbortSignal): Promise<RowsReady> {
    try {
      this.#campaign = this.#context.store.campaign(this.campaignId) ?? (await this.#retrieve(signal));
      const filter = this.#filter;
      this.#filter = undefined;
      this.panel.title = this.#head(this.#campaign).name;
      return {
        head: this.#head(this.#campaign),
        layout: this.#layouts.of(this.campaignId),
        pageSize: rowsPageSize(),
        statuses: callStatuses.map((value) => ({ value, label: callStatusBadge(value).text })),
        results: resultFilters.map((value) => ({ value, label: resultFilterText(value) })),
        filter,
      };
    } finally {
      this.#served = true;
    }
  }

  async #rowsOf(question: RowsQuestion, fresh: boolean, signal: AbortSignal): Promise<RowsAnswer> {
    this.#question = question;
    if (fresh) {
      this.#source.forget();
      void this.#retrieve(signal).catch(() => undefined); // the head; what is wrong, the rows will say
    }
    const answer = this.#take(question, await this.#source.page(question, signal));
    if (answer.hasNext) this.#source.prefetch({ ...question, page: question.page + 1 });
    this.#refresh.restart();
    return answer;
  }

  /** The live refresh: false when nothing that is shown changed, and then the page is told the time alone. */
  async #readAgain(signal: AbortSignal): Promise<boolean> {
    const question = this.#question;
    if (question === undefined) return false;
    const before = this.#shown;
    this.#source.forget();
    const [read] = await Promise.all([this.#source.page(question, signal), this.#retrieve(signal)]);
    if (signal.aborted || this.#question === undefined || !sameQuestion(question, this.#question))
      return false;
    this.#server.emit('refreshed', this.#take(question, read));
    return before !== this.#shown;
  }

  #take(question: RowsQuestion, read: ReadPage): RowsAnswer {
    const { page, readMs } = read;
    this.#read = read;
    this.#columns.learn(page.rows, this.#campaign?.assistant?.structured_output_config);
    const rows = page.rows.map(tableRow);
    this.#shown = JSON.stringify([rows, page.total]);
    return {
      question,
      columns: this.#columns.all(),
      rows,
      total: page.total,
      hasNext: hasNextPage(page),
      readMs,
    };
  }

  async #retrieve(signal: AbortSignal): Promise<Campaign> {
    const api = await currentApi(this.#context);
    const campaign = await api.retrieveCampaign(this.campaignId, signal);
    this.#context.store.put(api, campaign);
    return campaign;
  }

  #campaignChanged(): void {
    const found = this.#context.store.campaign(this.campaignId);
    const campaign = found ?? this.#campaign;
    if (campaign === undefined || !this.#served) return;
    const wasActive = this.#isActive();
    this.#campaign = campaign;
    const head = this.#head(campaign);
    this.panel.title = head.name;
    this.#server.emit('head', head);
    if (wasActive === this.#isActive()) return;
    // Cancelled, finished or begun elsewhere: the rows that stand here are of the time before.
    void this.#readAgain(new AbortController().signal).catch(() => undefined);
    this.#refresh.restart();
  }

  /** What was shown belongs to another account or server. */
  #connected(connected: boolean): void {
    if (!this.#served || (!connected && this.#campaign === undefined)) return;
    this.#served = false;
    this.#campaign = undefined;
    this.#question = undefined;
    this.#read = undefined;
    this.#selected = [];
    this.#columns = new RowColumns();
    this.#source = this.#newSource();
    this.#server.emit('restart', undefined);
  }

  #tellStale(error: unknown): void {
    const { message, reason } = failureOf(error, (surprise) => this.#context.log.unexpected(surprise));
    this.#server.emit('stale', { message, offline: reason === 'offline' || reason === 'timeout' });
    if (error instanceof ApiError && error.reason === 'not found') this.#campaignChanged();
  }

  #head(campaign: Campaign): CampaignHead {
    const { store, connections, clock } = this.#context;
    const { updatedMs } = store.state;
    return campaignHead(campaign, {
      nowMs: clock.now(),
      sandbox: connections.current?.kind === 'sandbox',
      gone: store.api !== undefined && updatedMs !== undefined && !store.campaign(campaign.id),
    });
  }

  #isActive(): boolean {
    return this.#campaign !== undefined && isActive(this.#campaign, this.#context.clock.now());
  }

  get #rows(): readonly Row[] {
    return this.#read?.page.rows ?? [];
  }

  #cells(rowId: string) {
    const row = this.#rows.find((candidate) => candidate.id === rowId);
    return row === undefined ? {} : rowCells(row);
  }

  #newSource(): RowsSource {
    const { clock } = this.#context;
    return new RowsSource({ campaignId: this.campaignId, api: () => currentApi(this.#context), clock });
  }

  #load(): void {
    const title = this.panel.title;
    loadPage(this.panel.webview, this.#context.extensionUri, { page: 'rows', title });
  }
}
