import type {
  ReportAction,
  ReportEvents,
  ReportRequests,
  ReportSettings,
  ReportView,
  SavedReport,
} from '../../panels/contract/protocolReport.ts';
import type { Page } from '../shared/page.ts';
import { PageStore } from '../shared/pageStore.ts';
import { readSaved } from './savedReport.ts';
import { initialState, reduce, type ReportPageAction, type ReportState } from './reportState.ts';

/** Debounces requests while the user types a number. */
const typingMs = 400;

/** What the page does: asks the host, keeps the state, and has itself drawn after each change. */
export class ReportPage {
  readonly #page: Page<ReportRequests, ReportEvents>;
  readonly #store: PageStore<ReportState, ReportPageAction>;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #scrollTop = 0;

  constructor(page: Page<ReportRequests, ReportEvents>, draw: (state: ReportState) => void) {
    this.#page = page;
    this.#store = new PageStore<ReportState, ReportPageAction>(initialState, reduce, draw);
    const { client } = page;
    client.on('view', (view) => this.dispatch({ type: 'view', view }));
    client.on('reading', (reading) => this.dispatch({ type: 'reading', reading }));
    client.on('stale', ({ message }) => this.dispatch({ type: 'stale', message }));
    client.on('restart', () => {
      this.dispatch({ type: 'restart' });
      void this.start();
    });
  }

  get state(): ReportState {
    return this.#store.state;
  }

  /** Where the page was scrolled to in a previous instance. */
  get scrollTop(): number {
    return this.#scrollTop;
  }

  dispatch(action: ReportPageAction): void {
    this.#store.dispatch(action);
  }

  async start(): Promise<void> {
    const { settings, focused, scrollTop } = readSaved(this.#page.savedState());
    this.#scrollTop = scrollTop;
    if (focused !== undefined) this.dispatch({ type: 'focus', ...focused });
    await this.#ask(() => this.#page.client.call('ready', { settings }));
    this.#save();
  }

  refresh(): void {
    if (this.state.view === undefined) void this.start();
    else void this.#ask(() => this.#page.client.call('refresh', undefined));
  }

  settings(changed: Partial<ReportSettings>, typed = false): void {
    const { settings: before } = this.state;
    if (before === undefined) return;
    const settings = { ...before, ...changed };
    this.dispatch({ type: 'asked', settings });
    clearTimeout(this.#typingTimer);
    const ask = async () => {
      await this.#ask(() => this.#page.client.call('settings', settings));
      this.#save();
    };
    if (typed) this.#typingTimer = setTimeout(() => void ask(), typingMs);
    else void ask();
  }

  openPeople(key: string): void {
    this.#save(); // the page is hidden while the rows are in front of it
    this.#page.client.tell('openPeople', { key });
  }

  newList(key: string): void {
    this.#page.client.tell('newList', { key });
  }

  async copyTable(sectionId: string): Promise<void> {
    const copying = this.#page.client.call('copyTable', { sectionId });
    await this.#announceCopy(copying, 'Copied the table.', 'The table could not be copied.');
  }

  async copyText(text: string): Promise<void> {
    const copying = this.#page.client.call('copyText', { text });
    await this.#announceCopy(copying, 'Copied the chart as SVG.', 'The chart could not be copied.');
  }

  /** Straight to the clipboard: the host cannot put pictures there. */
  async copyPicture(picture: Promise<Blob>): Promise<void> {
    // Inside a promise, since ClipboardItem itself throws where it is not supported.
    const write = async () => navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    const failed = 'The chart cannot be copied as a picture here. Copy it as SVG instead.';
    await this.#announceCopy(write(), 'Copied the chart as a picture.', failed);
  }

  action(action: ReportAction): void {
    this.#page.client.tell('action', { action });
  }

  scrolled(top: number): void {
    this.#scrollTop = top;
    this.#save();
  }

  async #announceCopy(copying: Promise<unknown>, done: string, failed: string): Promise<void> {
    const text = await copying.then(
      () => done,
      () => failed,
    );
    this.dispatch({ type: 'announce', text });
  }

  async #ask(question: () => Promise<ReportView>): Promise<void> {
    this.dispatch({ type: 'asked' });
    const failed = this.#store.ask();
    try {
      this.dispatch({ type: 'view', view: await question() });
    } catch (error) {
      failed(error);
    }
  }

  #save(): void {
    const { view, settings } = this.state;
    if (view === undefined || settings === undefined) return;
    const campaignIds = view.campaigns.map(({ id }) => id);
    const { focused } = this.state;
    const saved: SavedReport = { campaignIds, settings, focused, scrollTop: this.#scrollTop };
    this.#page.saveState(saved);
  }
}
