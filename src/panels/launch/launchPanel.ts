import type * as vscode from 'vscode';
import { normalizePhoneNumber } from '../../callList/phone/readPhone.ts';
import { HumanError } from '../../core/errors.ts';
import { showList } from '../../editor/showList.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { defaultRegion, onDidChangeSetting } from '../../host/settings.ts';
import { FinishedCalls } from './finishedCalls.ts';
import type { LaunchContext } from './launchContext.ts';
import { readSavedSheet } from './launchDraft.ts';
import { launchHandlers } from './launchHandlers.ts';
import { LaunchSheet } from './launchSheet.ts';
import { SheetBeginning } from './sheetBeginning.ts';
import { SheetSending } from './sheetSending.ts';
import { UnconfirmedSheetLaunch } from './unconfirmedSheetLaunch.ts';
import { sheetTitle } from './sheetTitle.ts';
import { watchListFile } from './watchListFile.ts';
import { servePage } from '../pagePanel.ts';
import type { PageShell } from '../pageShell.ts';
import { currentApi } from '../panelContext.ts';
import { runCommand } from '../runCommand.ts';
import { commandIds } from '../../host/commandIds.ts';
import { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { preparationPorts } from '../../sending/preparationOf.ts';
import { sendDraft } from '../../sending/sendDraft.ts';
import type { LaunchEvents, LaunchRequests, SheetReady, SubmitAnswer } from '../contract/protocolLaunch.ts';
import type { CreatedCampaign, ReadingDraft, SheetDraft } from '../contract/protocolLaunchDraft.ts';
import type { RpcServer } from '../contract/rpcServer.ts';

/** Long enough not to check every letter that is typed into the list. */
const typingPauseMs = 300;

/**
 * The host's side of the launch sheet of one call list: contacts and secrets stay here, the page gets what it
 * shows.
 */
export class LaunchPanel implements vscode.Disposable {
  /** Shared by the sheets of one connection, so that each campaign is read once. */
  static readonly #finishedCalls = new FinishedCalls();
  readonly #context: LaunchContext;
  #uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #assistantId: string;
  /** Disposed when the list is renamed or moved. */
  #ofList = new DisposableStore();
  readonly #disposables = new DisposableStore();
  readonly #server: RpcServer<LaunchRequests, LaunchEvents>;
  #sheet: LaunchSheet | undefined;
  #created: CreatedCampaign | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #sending = new SheetSending();
  #unconfirmed: UnconfirmedSheetLaunch;
  #served = false;
  #beginning: SheetBeginning;

  /** @param assistantId chosen for a list that nobody has begun with */
  constructor(context: LaunchContext, shell: PageShell, uri: vscode.Uri, assistantId = '') {
    this.#context = context;
    this.#uri = uri;
    this.#assistantId = assistantId;
    this.#beginning = new SheetBeginning(context, uri, assistantId);
    const { log, store } = context.panels;
    this.#panel = shell.panel;
    this.#unconfirmed = this.#watchUnconfirmed();
    const { server, start } = servePage<LaunchRequests, LaunchEvents>(this.#disposables, {
      ...{ shell, log },
      handlers: launchHandlers({
        uri,
        ready: (saved) => this.#ready(saved),
        evaluate: async (draft, signal) => {
          if (this.#created === undefined) await context.drafts.set(this.#address, draft);
          return (await this.#current()).evaluate(draft, signal);
        },
        plan: async (draft, signal) => (await this.#current()).plan(draft, signal),
        read: (reading) => this.#read(reading),
        readAgain: async () => (await this.#current()).preparation.listChanged(),
        assistants: async (again, signal) => (await this.#current()).assistants(again, signal),
        preview: async (assistantId, at) => (await this.#current()).preview(assistantId, at),
        callMe: (draft, at) => this.#callMe(draft, at),
        submit: (draft) => this.#submit(draft),
        withdraw: () => this.#sending.withdraw(),
        settle: () => this.#unconfirmed.settle(),
        another: (draft) => this.#another(draft),
        showProblems: (reason) => this.#showProblems(reason),
        openList: (line) => this.#openList(line),
        createdId: () => this.#createdId(),
      }),
    });
    this.#server = server;
    this.#disposables.add(store.onDidConnect(() => this.#connected()));
    this.#disposables.add(store.onDidChange(({ structure }) => structure && this.#changed()));
    this.#disposables.add(onDidChangeSetting(['defaultRegion', 'policy'], () => this.#changed()));
    this.#disposables.add(
      context.services.reading.onDidChange((changed) => {
        if (changed === undefined || changed.toString() === this.#address) this.#changed();
      }),
    );
    this.#watchList();
    start();
    // What fails is asked for again by the page, which then says why.
    void this.#readAhead().catch(() => undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#sheet?.dispose();
    this.#ofList.dispose();
    this.#disposables.dispose();
  }

  /** The list was renamed or moved: what was typed, chosen and sent goes with it. */
  follow(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#beginning = new SheetBeginning(this.#context, uri, this.#assistantId);
    this.#ofList.dispose();
    this.#ofList = new DisposableStore();
    this.#unconfirmed = this.#watchUnconfirmed();
    this.#watchList();
    this.#panel.title = sheetTitle(uri);
    this.#restart();
  }

  get #address(): string {
    return this.#uri.toString();
  }

  async #ready(saved: unknown): Promise<SheetReady> {
    const { panels, services, drafts } = this.#context;
    try {
      await currentApi(panels);
      const { store } = panels;
      if (store.state.updatedMs === undefined) await services.refresh.refresh();
      // Without this the creation would fail at the end, after all the answers.
      if (store.state.error !== undefined) throw store.state.error;
      const before = readSavedSheet(saved, this.#address);
      this.#created ??= before?.created;
      if (this.#created === undefined) await this.#unconfirmed.read();
      const draft = before?.draft ?? (await this.#beginning.draft());
      const page = await this.#page(draft);
      const known = this.#beginning.takeView(await this.#current(), draft);
      const view = this.#created === undefined ? known : undefined;
      // As with each view that a page is given: what it shows is what the next sheet begins with.
      if (view !== undefined) await drafts.set(this.#address, draft);
      return { ...page, view };
    } finally {
      this.#served = true;
    }
  }

  /** The list is checked and the server is asked while VS Code loads the page. */
  async #readAhead(): Promise<void> {
    await this.#beginning.readAhead(await this.#current());
  }

  async #page(draft: SheetDraft): Promise<SheetReady> {
    const api = await currentApi(this.#context.panels);
    const page = this.#beginning.page(draft, await this.#beginning.takeOffers(api));
    // Read last: both may change while the rest is read.
    const unsure = this.#created === undefined ? this.#unconfirmed.sentence : undefined;
    return { ...page, created: this.#created, unsure, view: undefined };
  }

  /** The same draft with a new name, and with a start that calls nobody. */
  async #another(draft: SheetDraft): Promise<SheetReady> {
    const { name, startAt, start } = this.#beginning.fresh();
    const next = { ...draft, name, startAt, start };
    this.#created = undefined;
    await this.#context.drafts.set(this.#address, next);
    return this.#page(next);
  }

  async #submit(draft: SheetDraft): Promise<SubmitAnswer> {
    const answer = await this.#sending.run(async (signal) =>
      this.#created === undefined
        ? this.#send(draft, signal)
        : { kind: 'created' as const, created: this.#created },
    );
    return answer ?? { kind: 'refused', message: 'This campaign is already being sent.' };
  }

  async #send(draft: SheetDraft, signal: AbortSignal): Promise<SubmitAnswer> {
    const { services, drafts } = this.#context;
    const sheet = await this.#current();
    const outcome = await sendDraft({
      services,
      preparation: sheet.preparation,
      uri: this.#uri,
      draft,
      forecast: await sheet.forecastFacts(draft),
      watch: { signal, onStep: (step) => this.#server.emit('step', step) },
      onConfirmed: () => this.#server.emit('confirmed', undefined),
    });
    if (outcome.kind === 'unsure') await this.#unconfirmed.read();
    const answer = await sheet.answerTo(outcome, draft);
    if (answer.kind === 'created') {
      this.#created = answer.created;
      const { name, startAt, start } = this.#beginning.fresh();
      await drafts.set(this.#address, { ...draft, name, startAt, start });
    }
    return answer;
  }

  /** With the values of a contact; the command asks and reports the outcome. */
  async #callMe({ assistantId, fromNumber }: SheetDraft, at: number): Promise<void> {
    const { list, assistants } = (await this.#current()).preparation;
    const assistant = assistants.find(assistantId);
    const contact = list?.contacts[at];
    if (assistant === undefined || contact === undefined) {
      throw new HumanError('Choose an assistant and a list with contacts first.');
    }
    const { id, name, call_retry_config } = assistant;
    runCommand(commandIds.callMe, {
      list: this.#address,
      assistant: { id, name, call_retry_config },
      from: sentNumber(fromNumber, this.#uri),
      values: contact.prompt_variables,
    });
  }

  #settled(settled: LaunchEvents['settled']): void {
    if (settled.kind === 'created') this.#created = settled.created;
    if (this.#served) this.#server.emit('settled', settled);
  }

  /** The sheet of the current connection. */
  async #current(): Promise<LaunchSheet> {
    const { panels, services } = this.#context;
    const api = await currentApi(panels);
    if (this.#sheet?.preparation.api === api) return this.#sheet;
    this.#sheet?.dispose();
    const ports = preparationPorts(services, this.#uri, (decided) => {
      if (this.#created === undefined) services.lastSpecs.remember(this.#uri, decided);
    });
    this.#sheet = new LaunchSheet(new CampaignPreparation(api, ports), {
      campaigns: () => panels.store.state.campaigns,
      usedBefore: ({ contacts }) => services.provenances.usedBefore(contacts),
      isSent: () => this.#sending.isUnderWay || this.#created !== undefined,
      finishedCalls: LaunchPanel.#finishedCalls,
      onLearnt: () => this.#changed(),
      clock: panels.clock,
    });
    return this.#sheet;
  }

  /** Changes how the list is read, in the editor and for the next campaign too. */
  async #read(reading: ReadingDraft): Promise<void> {
    const choices = (await this.#current()).choicesOf(reading);
    await this.#context.services.reading.choose(this.#uri, choices);
  }

  #createdId(): string {
    if (this.#created === undefined) throw new HumanError('There is no campaign yet.');
    return this.#created.id;
  }

  /** Shows the problems of the list; with a reason, at the first row that was left out for it. */
  async #showProblems(reason: string | undefined): Promise<void> {
    const line = reason === undefined ? undefined : this.#sheet?.lineOf(reason);
    await this.#context.services.listProblems.show(this.#uri);
    if (line !== undefined) await this.#openList(line);
  }

  async #openList(line: number | undefined): Promise<void> {
    await showList(this.#uri, line);
  }

  #watchUnconfirmed(): UnconfirmedSheetLaunch {
    const { services } = this.#context;
    return this.#ofList.add(
      new UnconfirmedSheetLaunch(services, this.#address, (settled) => this.#settled(settled)),
    );
  }

  #watchList(): void {
    const listChanged = () => {
      this.#sheet?.preparation.listChanged();
      this.#changed();
    };
    this.#ofList.add(watchListFile(this.#uri, listChanged));
  }

  #changed(): void {
    this.#beginning.forget();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#served && !this.#sending.isUnderWay) this.#server.emit('changed', undefined);
    }, typingPauseMs);
  }

  /** Assistants and campaigns belong to another account or server; what was typed stays. */
  #connected(): void {
    const begin = () => {
      this.#beginning.forget();
      if (!this.#served) return;
      this.#created = undefined;
      this.#restart();
    };
    this.#sending.whenIdle(begin, { isLarge: true });
  }

  /** The page loads everything again. */
  #restart(): void {
    this.#sending.whenIdle(() => {
      if (!this.#served) return;
      this.#sheet?.dispose();
      this.#sheet = undefined;
      this.#server.emit('restart', undefined);
    });
  }
}

/** The number as it would be sent; undefined: none, or one that cannot be read. */
function sentNumber(text: string, list: vscode.Uri): string | undefined {
  const found = normalizePhoneNumber(text, defaultRegion(list));
  return 'number' in found ? found.number : undefined;
}
