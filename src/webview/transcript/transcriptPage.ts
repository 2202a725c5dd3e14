import type {
  SavedTranscript,
  TranscriptEvents,
  TranscriptRequests,
  TranscriptView,
} from '../../panels/contract/protocolTranscript.ts';
import type { Page } from '../shared/page.ts';
import { PageStore } from '../shared/pageStore.ts';
import {
  initialState,
  noFind,
  reduce,
  type TranscriptAction,
  type TranscriptState,
} from './transcriptState.ts';

/** Debounces the search while the user types. */
const seekMs = 150;

/** What the page does: asks the host, keeps the state, and has itself drawn after each change. */
export class TranscriptPage {
  readonly #page: Page<TranscriptRequests, TranscriptEvents>;
  readonly #store: PageStore<TranscriptState, TranscriptAction>;
  #seekTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page<TranscriptRequests, TranscriptEvents>, draw: (state: TranscriptState) => void) {
    this.#page = page;
    this.#store = new PageStore<TranscriptState, TranscriptAction>(initialState(Date.now()), reduce, draw);
    page.client.on('refreshed', (view) => this.dispatch({ type: 'view', view }));
    page.client.on('restart', () => {
      this.dispatch({ type: 'restart' });
      void this.start();
    });
  }

  get state(): TranscriptState {
    return this.#store.state;
  }

  /** Where a previous instance of this page was, if it showed the same row. */
  scrollTopOf(rowId: string): number {
    const saved = (this.#page.savedState() ?? {}) as Partial<SavedTranscript>;
    return saved.rowId === rowId && typeof saved.scrollTop === 'number' ? saved.scrollTop : 0;
  }

  dispatch(action: TranscriptAction): void {
    this.#store.dispatch(action);
  }

  start(): Promise<void> {
    return this.#ask(async () => {
      const ready = await this.#page.client.call('ready', undefined);
      this.dispatch({ type: 'ready', ready });
    });
  }

  refresh(): void {
    void this.#show(() => this.#page.client.call('refresh', undefined));
  }

  step(by: 1 | -1): void {
    const { view } = this.state;
    if (by === 1 ? view?.hasNext : view?.hasPrevious) {
      void this.#show(() => this.#page.client.call('step', { by }));
    }
  }

  findText(text: string): void {
    this.dispatch({ type: 'find', find: { text } });
    clearTimeout(this.#seekTimer);
    this.#seekTimer = setTimeout(() => this.dispatch({ type: 'seek' }), seekMs);
  }

  /** To the next match; to the first one of a text that was only just typed. */
  findStep(by: 1 | -1): void {
    clearTimeout(this.#seekTimer);
    const { text, searchedText } = this.state.find;
    this.dispatch(text === searchedText ? { type: 'findStep', by } : { type: 'seek' });
  }

  closeFind(): void {
    clearTimeout(this.#seekTimer);
    this.dispatch({ type: 'find', find: noFind });
  }

  /** @param fromMs since the call was answered; absent: from the beginning */
  play(attemptId: string, fromMs?: number): void {
    if (fromMs !== undefined && this.state.playing?.attemptId === attemptId) {
      this.dispatch({ type: 'playFrom', fromMs });
    } else void this.#do(() => this.#page.client.call('play', { attemptId, fromMs }));
  }

  openRecording(attemptId: string): void {
    void this.#do(() => this.#page.client.call('openRecording', { attemptId }));
  }

  copyTurn(attemptId: string, turn: number): void {
    const live = this.state.live.has(attemptId);
    void this.#do(() => this.#page.client.call('copyTurn', { attemptId, turn, live }), 'Copied the turn');
  }

  copyAll(): void {
    void this.#do(() => this.#page.client.call('copyAll', undefined), 'Copied all as Markdown');
  }

  openDocument(): void {
    void this.#do(() => this.#page.client.call('openDocument', undefined));
  }

  openRows(): void {
    void this.#do(() => this.#page.client.call('openRows', undefined));
  }

  setApiKey(): void {
    void this.#do(() => this.#page.client.call('setApiKey', undefined));
  }

  async showAssistant(): Promise<void> {
    const text = await this.#page.client.call('assistant', undefined).catch(() => undefined);
    if (text !== undefined) this.dispatch({ type: 'assistant', text });
  }

  scrolled(scrollTop: number): void {
    const { view } = this.state;
    if (view === undefined) return;
    const { rowId, question, campaign } = view;
    const saved: SavedTranscript = { campaignId: campaign.id, question, rowId, scrollTop };
    this.#page.saveState(saved);
  }

  #show(call: () => Promise<TranscriptView>): Promise<void> {
    return this.#ask(async () => this.dispatch({ type: 'view', view: await call() }));
  }

  async #ask(run: () => Promise<void>): Promise<void> {
    this.dispatch({ type: 'asked' });
    const failed = this.#store.ask();
    try {
      await run();
    } catch (error) {
      failed(error);
    }
  }

  async #do(call: () => Promise<undefined>, said?: string): Promise<void> {
    try {
      await call();
      if (said !== undefined) this.dispatch({ type: 'announce', text: said });
    } catch (error) {
      this.#store.fail(error);
    }
  }
}
