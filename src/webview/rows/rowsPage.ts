import type { CallAction } from '../../core/callCapabilities.ts';
import type {
  CampaignAction,
  ColumnLayout,
  RowAction,
  RowsEvents,
  RowsFilter,
  RowsQuestion,
  RowsRequests,
  SavedRows,
} from '../../panels/contract/protocolRows.ts';
import type { Page } from '../shared/page.ts';
import { PageStore } from '../shared/pageStore.ts';
import { readSaved } from './savedRows.ts';
import type { Selection } from './selection.ts';
import { gridOf, initialState, isSameFilter, reduce, type RowsAction, type RowsState } from './rowsState.ts';

/** What the page does: asks the host, keeps the state, and has itself drawn after each change. */
export class RowsPage {
  readonly #page: Page<RowsRequests, RowsEvents>;
  readonly #store: PageStore<RowsState, RowsAction>;
  #filterTimer: ReturnType<typeof setTimeout> | undefined;
  #scroll: SavedRows['scroll'] = { top: 0, left: 0 };

  constructor(page: Page<RowsRequests, RowsEvents>, draw: (state: RowsState) => void) {
    this.#page = page;
    this.#store = new PageStore<RowsState, RowsAction>(initialState(Date.now()), reduce, draw);
    const { client } = page;
    client.on('head', (head) => this.dispatch({ type: 'head', head }));
    client.on('refreshed', (answer) => this.dispatch({ type: 'refreshed', answer }));
    client.on('stale', (stale) => this.dispatch({ type: 'stale', ...stale }));
    client.on('filter', (filter) => this.filter(filter));
    client.on('reading', ({ read }) => this.dispatch({ type: 'reading', read }));
    client.on('restart', () => {
      this.dispatch({ type: 'restart' });
      void this.start();
    });
  }

  get state(): RowsState {
    return this.#store.state;
  }

  /** Where the table was scrolled to in a previous instance of this page. */
  get scroll(): SavedRows['scroll'] {
    return this.#scroll;
  }

  dispatch(action: RowsAction): void {
    this.#store.dispatch(action);
  }

  /** Asks `ready`, then the page of rows that was open before, or the first. */
  async start(): Promise<void> {
    const saved = readSaved(this.#page.savedState());
    this.#scroll = saved.scroll ?? this.#scroll;
    const failed = this.#store.ask();
    try {
      const ready = await this.#page.client.call('ready', undefined);
      const { filter, pageSize } = ready;
      const before = saved.question ?? { ...this.state.question, page_size: pageSize };
      const question = filter === undefined ? before : { ...before, ...filter, page: 0 };
      if (filter !== undefined) this.#scroll = { top: 0, left: 0 };
      this.dispatch({ type: 'ready', ready, question });
      await this.ask(question);
    } catch (error) {
      failed(error);
    }
  }

  async ask(question: RowsQuestion, fresh = false): Promise<void> {
    this.dispatch({ type: 'asked', question });
    const failed = this.#store.ask();
    this.#save();
    try {
      const answer = await this.#page.client.call('rows', { question, fresh });
      this.dispatch({ type: 'answered', answer });
    } catch (error) {
      failed(error);
    }
  }

  refresh(): void {
    if (this.state.ready === undefined) void this.start();
    else void this.ask(this.state.question, true);
  }

  goToPage(page: number): void {
    if (page !== this.state.question.page) void this.ask({ ...this.state.question, page });
  }

  pageSize(page_size: number): void {
    const { question } = this.state;
    // The first visible row stays visible.
    const page = Math.floor((question.page * question.page_size) / page_size);
    void this.ask({ ...question, page, page_size });
  }

  filter(filter: Partial<RowsFilter>): void {
    clearTimeout(this.#filterTimer);
    const question = { ...this.state.question, ...filter, page: 0 };
    if (!isSameFilter(question, this.state.question)) void this.ask(question);
  }

  /** First ascending, then descending, then in the server's order again. */
  sort(columnId: string): void {
    const { question } = this.state;
    const { sort } = question;
    const isSorted = sort?.columnId === columnId;
    const next = isSorted && sort.descending ? undefined : { columnId, descending: isSorted };
    void this.ask({ ...question, sort: next, page: 0 });
  }

  /** Debounces requests while the user types. */
  filterText(query: string): void {
    this.dispatch({ type: 'typed', text: query });
    clearTimeout(this.#filterTimer);
    this.#filterTimer = setTimeout(() => this.filter({ query }), 250);
  }

  select(selection: Selection): void {
    const before = this.state.selection;
    this.dispatch({ type: 'selection', selection });
    if (before.chosen === selection.chosen && before.all === selection.all) return;
    this.#page.client.tell('select', { rowIds: [...selection.chosen], all: selection.all === true });
  }

  exportRows(): void {
    const columnIds = gridOf(this.state).columns.map(({ id }) => id);
    this.#page.client.tell('exportRows', { columnIds });
  }

  layout(layout: ColumnLayout, keep = true): void {
    this.dispatch({ type: 'layout', layout });
    if (keep) this.#page.client.tell('saveLayout', layout);
  }

  campaignAction(action: CampaignAction): void {
    this.#page.client.tell('campaignAction', { action });
  }

  rowAction(action: RowAction): void {
    this.#page.client.tell('rowAction', { action });
  }

  callAction(action: CallAction): void {
    this.#page.client.tell('callAction', { action });
  }

  setApiKey(): void {
    this.#page.client.tell('setApiKey', undefined);
  }

  copyCells(rowIds: readonly string[], columnIds: readonly string[]): void {
    this.#page.client.tell('copyCells', { rowIds, columnIds });
  }

  async showFullText(rowId: string, columnId: string, title: string): Promise<void> {
    const text = await this.#page.client.call('cellText', { rowId, columnId }).catch(() => undefined);
    if (text !== undefined) this.dispatch({ type: 'fullText', fullText: { title, text } });
  }

  scrolled(top: number, left: number): void {
    this.#scroll = { top, left };
    this.#save();
  }

  #save(): void {
    const { head, question } = this.state;
    if (head === undefined) return;
    const saved: SavedRows = { campaignId: head.id, question, scroll: this.#scroll };
    this.#page.saveState(saved);
  }
}
