import type {
  LaunchEvents,
  LaunchRequests,
  ForecastSlider,
  SheetView,
} from '../../panels/contract/protocolLaunch.ts';
import type { ReadingDraft, SavedSheet, SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import type { Page } from '../shared/page.ts';
import { isAborted, PageStore } from '../shared/pageStore.ts';
import { canSend, initialState, isOpen, reduce, type LaunchAction, type LaunchState } from './launchState.ts';

/** Debounces requests while the user types. */
const typingPauseMs = 200;
/** How often the button asks again for its view when another request aborted its own. */
const maxViewTries = 5;

const edits: ReadonlySet<LaunchAction['type']> = new Set([
  'edit',
  'rules',
  'window',
  'addWindow',
  'removeWindow',
  'day',
  'rulesFrom',
]);

/** The logic of the page: stores what is typed, asks the host what follows from it, and draws itself. */
export class LaunchPage {
  readonly #page: Page<LaunchRequests, LaunchEvents>;
  readonly #store: PageStore<LaunchState, LaunchAction>;
  #evaluateTimer: ReturnType<typeof setTimeout> | undefined;
  /** Choices about the list that are being sent. */
  #reads = 0;
  /** Whether something was typed that the view does not reflect yet. */
  #isStale = true;
  #scrollTop = 0;
  /** The field that gets the focus once it is drawn. */
  #focus: string | undefined;

  constructor(page: Page<LaunchRequests, LaunchEvents>, draw: (state: LaunchState) => void) {
    this.#page = page;
    this.#store = new PageStore<LaunchState, LaunchAction>(initialState, reduce, draw);
    page.client.on('changed', () => void this.evaluate());
    page.client.on('confirmed', () => this.dispatch({ type: 'confirmed' }));
    page.client.on('step', (step) => this.dispatch({ type: 'step', step }));
    page.client.on('settled', (settled) => {
      this.dispatch({ type: 'settled', settled });
      this.#save();
    });
    page.client.on('restart', () => {
      this.dispatch({ type: 'restart' });
      void this.start();
    });
  }

  get state(): LaunchState {
    return this.#store.state;
  }

  /** Scroll position of a previous instance of this page. */
  get scrollTop(): number {
    return this.#scrollTop;
  }

  /** The field to focus now; returned once. */
  takeFocus(): string | undefined {
    const field = this.#focus;
    this.#focus = undefined;
    return field;
  }

  dispatch(action: LaunchAction): void {
    const before = this.state;
    this.#store.dispatch(action);
    if (edits.has(action.type) && this.state.draft !== before.draft) this.#edited();
  }

  /** A text was typed: evaluated after a pause. */
  edit(change: Partial<SheetDraft>): void {
    this.dispatch({ type: 'edit', change });
  }

  /** A choice was made: evaluated at once. */
  choose(change: Partial<SheetDraft>): void {
    this.dispatch({ type: 'edit', change });
    void this.evaluate();
  }

  /** Changes the list's options, not the campaign's: the editor uses them from now on, too. */
  async read(change: Partial<ReadingDraft>): Promise<void> {
    this.dispatch({ type: 'reading', change });
    const { reading } = this.state;
    if (reading === undefined) return;
    this.#reads += 1;
    try {
      await this.#page.client.call('read', { reading });
    } catch (error) {
      this.#store.fail(error);
    } finally {
      this.#reads -= 1;
    }
    await this.evaluate();
  }

  /** Reads the list again, after it could not be read. */
  async readAgain(): Promise<void> {
    try {
      await this.#page.client.call('readAgain', undefined);
    } catch (error) {
      this.#store.fail(error);
    }
    await this.evaluate();
  }

  touch(field: string): void {
    if (!this.state.touched.has(field)) this.dispatch({ type: 'touch', field });
  }

  async start(): Promise<void> {
    const saved = this.#page.savedState();
    const { scrollTop } = (saved ?? {}) as Partial<SavedSheet>;
    if (typeof scrollTop === 'number') this.#scrollTop = scrollTop;
    this.dispatch({ type: 'asked' });
    const failed = this.#store.ask();
    try {
      const ready = await this.#page.client.call('ready', { saved });
      this.dispatch({ type: 'ready', ready });
      this.#save();
      const { draft, view } = ready;
      const shown = view === undefined ? this.evaluate() : this.#show(view, draft);
      await Promise.all([shown, this.readAssistants(false)]);
    } catch (error) {
      failed(error);
    }
  }

  async evaluate(): Promise<void> {
    clearTimeout(this.#evaluateTimer);
    const { draft } = this.state;
    // the button asks for its own view, and a newer request would abort that
    if (draft === undefined || this.state.sending) return;
    this.dispatch({ type: 'asked' });
    const failed = this.#store.ask();
    try {
      await this.#show(await this.#page.client.call('evaluate', { draft }), draft);
    } catch (error) {
      failed(error);
    }
  }

  /** Shows what follows from a draft, then asks for what takes longer. */
  async #show(view: SheetView, draft: SheetDraft): Promise<void> {
    if (draft === this.state.draft) this.#isStale = false;
    this.dispatch({ type: 'view', view, keepReading: this.#reads > 0 });
    await Promise.all([this.preview(this.state.preview?.at ?? 0), this.#plan(draft)]);
  }

  async #plan(draft: SheetDraft): Promise<void> {
    this.dispatch({ type: 'plan', plan: await this.#page.client.call('plan', { draft }) });
  }

  async readAssistants(again: boolean): Promise<void> {
    try {
      const assistants = await this.#page.client.call('assistants', { again });
      this.dispatch({ type: 'assistants', assistants });
      if (again) await this.evaluate();
    } catch (error) {
      this.#store.fail(error);
    }
  }

  async preview(at: number): Promise<void> {
    const { draft } = this.state;
    if (draft === undefined) return;
    const question = { assistantId: draft.assistantId, at };
    const preview = await this.#page.client.call('preview', question).catch(() => undefined);
    this.dispatch({ type: 'preview', preview });
  }

  callMe(at: number): void {
    const { draft } = this.state;
    if (draft !== undefined) this.#page.client.tell('callMe', { draft, at });
  }

  openCombo(field: string): void {
    if (this.state.combo?.field === field) return;
    this.dispatch({ type: 'combo', combo: { field, query: undefined, active: -1 } });
  }

  searchCombo(field: string, query: string): void {
    this.dispatch({ type: 'combo', combo: { field, query, active: query.trim() === '' ? -1 : 0 } });
  }

  moveCombo(active: number): void {
    const { combo } = this.state;
    if (combo !== undefined) this.dispatch({ type: 'combo', combo: { ...combo, active } });
  }

  closeCombo(): void {
    if (this.state.combo !== undefined) this.dispatch({ type: 'combo', combo: undefined });
  }

  /**
   * Sends the draft once its problems are known. A problem is shown at its field; the first one gets the
   * focus.
   */
  async submit(): Promise<void> {
    const before = this.state;
    // Shown as disabled, the button does nothing on Enter either: nobody knows yet whether the last one was
    // created.
    if (!isOpen(before) || before.outcome?.kind === 'unsure') return;
    const { draft } = before;
    clearTimeout(this.#evaluateTimer);
    this.dispatch({ type: 'sending' });
    try {
      if (this.#isStale) {
        this.dispatch({ type: 'view', view: await this.#viewOf(draft) });
        this.#isStale = false;
      }
      if ((this.state.view?.problems.length ?? 0) > 0) {
        this.dispatch({ type: 'ended', outcome: undefined });
        this.showMissing();
        return;
      }
      await this.#send(draft);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.dispatch({ type: 'ended', outcome: { kind: 'failed', message } });
    }
  }

  /** Marks everything that is missing and goes to the first. */
  showMissing(): void {
    this.dispatch({ type: 'showAll' });
    this.goTo(this.state.view?.problems[0]?.field);
  }

  goTo(field: string | undefined): void {
    if (field === undefined) return;
    this.#focus = field;
    this.dispatch({ type: 'touch', field });
  }

  /** To a field that is about to appear, and that has not lost the focus yet. */
  goToNew(field: string): void {
    this.#focus = field;
  }

  /** The other assumptions stay as they are in the plan. */
  assume(id: ForecastSlider['id'], value: number): void {
    this.edit({ assumptions: { ...this.state.draft?.assumptions, [id]: value } });
  }

  assumeAsSuggested(): void {
    this.choose({ assumptions: undefined });
  }

  /**
   * A request that was sent cannot be undone: this ends the waiting, and launches nothing that waits for a
   * check.
   */
  withdraw(): void {
    this.#page.client.tell('withdraw', undefined);
  }

  /** Asks for the outcome of an unconfirmed launch, which arrives as the event `settled`. */
  settle(): void {
    this.#page.client.tell('settle', undefined);
  }

  async another(): Promise<void> {
    const { draft } = this.state;
    if (draft === undefined) return;
    try {
      const ready = await this.#page.client.call('another', { draft });
      this.dispatch({ type: 'ready', ready });
      this.#save();
      this.#focus = 'name';
      await this.evaluate();
    } catch (error) {
      this.#store.fail(error);
    }
  }

  showProblems(reason: string | undefined): void {
    this.#page.client.tell('showProblems', { reason });
  }

  openList(line: number | undefined): void {
    this.#page.client.tell('openList', { line });
  }

  openRows(): void {
    this.#page.client.tell('openRows', undefined);
  }

  openSettings(setting?: string): void {
    this.#page.client.tell('openSettings', { setting });
  }

  setApiKey(): void {
    this.#page.client.tell('setApiKey', undefined);
  }

  splitList(): void {
    this.#page.client.tell('splitList', undefined);
  }

  startSandbox(): void {
    this.#page.client.tell('startSandbox', undefined);
  }

  scrolled(scrollTop: number): void {
    this.#scrollTop = scrollTop;
    this.#save();
  }

  /** What follows from this draft. Asked again when an earlier request aborts it. */
  async #viewOf(draft: SheetDraft): Promise<SheetView> {
    this.#store.supersede();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#page.client.call('evaluate', { draft });
      } catch (error) {
        if (tries >= maxViewTries || !isAborted(error)) throw error;
      }
    }
  }

  async #send(draft: SheetDraft): Promise<void> {
    const answer = await this.#page.client.call('submit', { draft });
    switch (answer.kind) {
      case 'created':
        this.dispatch({ type: 'created', created: answer.created });
        this.#save();
        return;
      case 'back':
        this.dispatch({ type: 'ended', outcome: undefined });
        return;
      case 'not yet':
        this.dispatch({ type: 'view', view: answer.view });
        this.dispatch({ type: 'ended', outcome: { kind: 'failed', message: answer.message } });
        if (!canSend(this.state)) this.showMissing();
        return;
      case 'refused':
        this.dispatch({ type: 'ended', outcome: { kind: 'failed', message: answer.message } });
        return;
      case 'unsure':
        this.dispatch({ type: 'ended', outcome: { kind: 'unsure', message: answer.message } });
    }
  }

  #edited(): void {
    this.#isStale = true;
    this.#save();
    clearTimeout(this.#evaluateTimer);
    this.#evaluateTimer = setTimeout(() => void this.evaluate(), typingPauseMs);
  }

  #save(): void {
    const { ready, draft, created } = this.state;
    if (ready === undefined || draft === undefined) return;
    const saved: SavedSheet = { list: ready.list, draft, created, scrollTop: this.#scrollTop };
    this.#page.saveState(saved);
  }
}
