import * as vscode from 'vscode';
import { suggestedName } from '../../launch/suggestedName.ts';
import { phoneCountries } from '../../callList/phone/countries.ts';
import { assistantVariables } from '../../callList/values/placeholders.ts';
import type { CallList } from '../../callList/callList.ts';
import type { Assistant } from '../../core/assistant.ts';
import { retryDefaults } from '../../core/retryConfig.ts';
import { normPresets } from '../../dialing/normPresets.ts';
import { HumanError } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { formatStart, parseStart } from '../../core/scheduleTime.ts';
import { showList } from '../../editor/showList.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { launchPolicy } from '../../host/launchRules.ts';
import { graceMs, onDidChangeSetting } from '../../host/settings.ts';
import { failureOf } from '../failureOf.ts';
import { FinishedCalls } from './finishedCalls.ts';
import type { LaunchContext } from './launchContext.ts';
import { checkCreated, checkDraft, draftOfPlan, initialDraft, rulesDraftOf } from './launchDraft.ts';
import { launchHandlers } from './launchHandlers.ts';
import { LaunchSheet } from './launchSheet.ts';
import { accountOf, sendSheet } from './launchSending.ts';
import { readSheetFile } from './sheetFile.ts';
import { loadPage, pageOptions, tabIcon } from '../pagePanel.ts';
import { currentApi } from '../panelContext.ts';
import { startOptions } from './launchStart.ts';
import type {
  LaunchEvents,
  LaunchRequests,
  SheetReady,
  StartOption,
  SubmitAnswer,
} from '../contract/protocolLaunch.ts';
import type {
  CreatedCampaign,
  ReadingDraft,
  SavedSheet,
  SheetDraft,
} from '../contract/protocolLaunchDraft.ts';
import { RpcServer } from '../contract/rpcServer.ts';

/** Long enough not to check every letter that is typed into the list. */
const typingPauseMs = 300;

/** The host's side of the launch sheet of one call list: contacts and secrets stay here, the page gets what it shows. */
export class LaunchPanel implements vscode.Disposable {
  /** What one sheet has read, the next of the same connection need not read again. */
  static readonly #finishedCalls = new FinishedCalls();
  readonly #context: LaunchContext;
  readonly #uri: vscode.Uri;
  readonly #disposables = new DisposableStore();
  readonly #server: RpcServer<LaunchRequests, LaunchEvents>;
  #sheet: { readonly api: CampaignApi; readonly sheet: LaunchSheet } | undefined;
  #created: CreatedCampaign | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  /** The connection changed while a campaign was sent: the page shows the new one once it is told the outcome. */
  #restartAfterSending = false;
  #served = false;

  constructor(context: LaunchContext, panel: vscode.WebviewPanel, uri: vscode.Uri) {
    this.#context = context;
    this.#uri = uri;
    const { extensionUri, log, store } = context.panels;
    this.#server = this.#disposables.add(
      new RpcServer<LaunchRequests, LaunchEvents>({
        handlers: launchHandlers({
          ready: (saved) => this.#ready(saved),
          look: async (draft, signal) => {
            if (this.#created === undefined) await context.drafts.save(this.#address, draft);
            return (await this.#current()).look(draft, signal);
          },
          plan: async (draft, signal) => (await this.#current()).plan(draft, signal),
          read: (reading) => this.#read(reading),
          readAgain: async () => (await this.#current()).listChanged(),
          assistants: async (again, signal) => (await this.#current()).assistants(again, signal),
          preview: async (assistantId, at) => (await this.#current()).preview(assistantId, at),
          submit: (draft) => this.#submit(draft),
          another: (draft) => this.#another(draft),
          showProblems: (reason) => this.#showProblems(reason),
          openList: (line) => this.#openList(line),
          createdId: () => this.#createdId(),
        }),
        post: (message) => void panel.webview.postMessage(message),
        failureOf: (error) => failureOf(error, (surprise) => log.unexpected(surprise)),
      }),
    );
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((message: unknown) => void this.#server.receive(message)),
    );
    this.#disposables.add(store.onDidConnect(() => this.#connected()));
    this.#disposables.add(store.onDidChange(({ structure }) => structure && this.#changed()));
    this.#disposables.add(onDidChangeSetting(['defaultRegion', 'policy'], () => this.#changed()));
    this.#disposables.add(
      context.services.reading.onDidChange((changed) => {
        if (changed === undefined || changed.toString() === this.#address) this.#changed();
      }),
    );
    this.#watchList();
    panel.title = `Campaign from ${this.#fileName}`;
    panel.iconPath = tabIcon(extensionUri, 'launch');
    panel.webview.options = pageOptions(extensionUri);
    loadPage(panel.webview, extensionUri, { page: 'launch', title: panel.title });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#sheet?.sheet.dispose();
    this.#disposables.dispose();
  }

  get #address(): string {
    return this.#uri.toString();
  }

  get #fileName(): string {
    return this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
  }

  async #ready(saved: unknown): Promise<SheetReady> {
    const { panels, services, drafts } = this.#context;
    try {
      await currentApi(panels);
      const { store } = panels;
      if (store.state.updatedMs === undefined) await services.refresh.refresh();
      if (store.state.error !== undefined) throw store.state.error; // it would fail at the end, after all the answers
      const before = readSaved(saved, this.#address);
      this.#created ??= before?.created;
      return this.#page(before?.draft ?? drafts.of(this.#address) ?? (await this.#proposed()));
    } finally {
      this.#served = true;
    }
  }

  #page(draft: SheetDraft): SheetReady {
    return {
      list: this.#address,
      fileName: this.#fileName,
      draft,
      countries: phoneCountries().map(({ code, name }) => ({ value: code, label: name, detail: code })),
      knownNumbers: this.#knownNumbers(),
      presets: normPresets.map(({ id, title, detail, windows, allowedDays }) => {
        const config = { ...retryDefaults, calling_windows: windows, allowed_days: allowedDays };
        return { id, label: title, detail, rules: rulesDraftOf(config) };
      }),
      starts: this.#starts(),
      account: accountOf(this.#context.services),
      created: this.#created,
    };
  }

  #fresh(): SheetDraft {
    const { clock, store } = this.#context.panels;
    const nowMs = clock.now();
    const startAt = formatStart(parseStart('tomorrow 9:00', nowMs) ?? nowMs);
    return initialDraft(suggestedName(this.#fileName, store.state.campaigns), startAt);
  }

  /** What the campaign file beside the list says goes before what is usual. */
  async #proposed(): Promise<SheetDraft> {
    const { campaignFile } = await this.#context.services.reading.of(this.#uri);
    return draftOfPlan(campaignFile?.file?.plan ?? {}, this.#fresh());
  }

  /** The same once more: only the name must be new, and nobody is called until one says so again. */
  async #another(draft: SheetDraft): Promise<SheetReady> {
    const { name, startAt, start } = this.#fresh();
    const next = { ...draft, name, startAt, start };
    this.#created = undefined;
    await this.#context.drafts.save(this.#address, next);
    return this.#page(next);
  }

  async #submit(draft: SheetDraft): Promise<SubmitAnswer> {
    const { services, drafts } = this.#context;
    // A second click must not become a second campaign.
    if (this.#sending) return { kind: 'refused', message: 'This campaign is on its way already.' };
    if (this.#created !== undefined) return { kind: 'created', created: this.#created };
    this.#sending = true;
    try {
      const sheet = await this.#current();
      const api = this.#sheet?.api;
      if (api === undefined) throw new HumanError('The connection changed meanwhile, so nothing was sent.');
      const answer = await sendSheet({ services, api, sheet, uri: this.#uri, draft });
      if (answer.kind === 'created') {
        this.#created = answer.created;
        const { name, startAt, start } = this.#fresh();
        await drafts.save(this.#address, { ...draft, name, startAt, start });
      }
      return answer;
    } finally {
      this.#sending = false;
      if (this.#restartAfterSending) queueMicrotask(() => this.#connected());
    }
  }

  /** The sheet of the connection of the moment. */
  async #current(): Promise<LaunchSheet> {
    const { panels, services } = this.#context;
    const api = await currentApi(panels);
    if (this.#sheet?.api === api) return this.#sheet.sheet;
    this.#sheet?.sheet.dispose();
    const sheet = new LaunchSheet(api, {
      readFile: () => readSheetFile(this.#uri),
      reading: () => services.reading.of(this.#uri),
      policy: () => launchPolicy(this.#uri),
      starts: () => this.#starts(),
      graceMs,
      campaigns: () => panels.store.state.campaigns,
      usedBefore: ({ contacts }) => services.provenances.usedBefore(contacts),
      onChecked: (list, assistant) => void this.#take(list, assistant),
      onDecided: (plan) => {
        if (this.#created === undefined) services.lastPlans.remember(this.#uri, plan);
      },
      finishedCalls: LaunchPanel.#finishedCalls,
      onLearnt: () => this.#changed(),
      clock: panels.clock,
    });
    this.#sheet = { api, sheet };
    return sheet;
  }

  /** The list is read like this from now on, by the editor and the next campaign, too. */
  async #read(reading: ReadingDraft): Promise<void> {
    const choices = (await this.#current()).choicesOf(reading);
    await this.#context.services.reading.choose(this.#uri, choices);
  }

  async #take(list: CallList, assistant: Assistant | undefined): Promise<void> {
    const { callLists, listAssistants } = this.#context.services;
    const variables = assistant && assistantVariables(assistant);
    await callLists.take(this.#uri, list, variables);
    if (assistant !== undefined) listAssistants.set(this.#uri, assistant);
  }

  #starts(): readonly StartOption[] {
    const { connections, scheduleSupport } = this.#context.services;
    const support = scheduleSupport.of(connections.required());
    return startOptions(launchPolicy(this.#uri), support, graceMs());
  }

  #knownNumbers(): readonly string[] {
    const numbers = this.#context.panels.store.state.campaigns.flatMap(({ from_phone_number, assistant }) => [
      from_phone_number ?? '',
      assistant?.from_phone_number ?? '',
    ]);
    return [...new Set(numbers.filter((number) => /^\+\d{6,15}$/.test(number)))];
  }

  #createdId(): string {
    if (this.#created === undefined) throw new HumanError('There is no campaign yet.');
    return this.#created.id;
  }

  /** With a reason: at the first row that was left out because of it. */
  async #showProblems(reason: string | undefined): Promise<void> {
    const line = reason === undefined ? undefined : this.#sheet?.sheet.lineOf(reason);
    await this.#context.services.listProblems.show(this.#uri);
    if (line !== undefined) await this.#openList(line);
  }

  async #openList(line: number | undefined): Promise<void> {
    await showList(this.#uri, line);
  }

  /** Unsaved text counts, and so does what another program writes. */
  #watchList(): void {
    const own = (uri: vscode.Uri) => uri.toString() === this.#address;
    const listChanged = () => {
      this.#sheet?.sheet.listChanged();
      this.#changed();
    };
    const { workspace } = vscode;
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && own(document.uri)) listChanged();
      }),
    );
    this.#disposables.add(workspace.onDidSaveTextDocument(({ uri }) => own(uri) && listChanged()));
    this.#disposables.add(workspace.onDidCloseTextDocument(({ uri }) => own(uri) && listChanged()));
    const folder = this.#uri.with({ path: this.#uri.path.replace(/\/[^/]*$/, '') });
    const pattern = new vscode.RelativePattern(folder, this.#fileName.replace(/[[\]{}*?]/g, '?'));
    const watcher = this.#disposables.add(workspace.createFileSystemWatcher(pattern));
    this.#disposables.add(watcher.onDidChange(listChanged));
    this.#disposables.add(watcher.onDidCreate(listChanged));
    this.#disposables.add(watcher.onDidDelete(listChanged));
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#served && !this.#sending) this.#server.emit('changed', undefined);
    }, typingPauseMs);
  }

  /** Assistants and campaigns belong to another account or server; what was typed stays. */
  #connected(): void {
    this.#restartAfterSending = this.#sending;
    if (!this.#served || this.#sending) return;
    this.#sheet?.sheet.dispose();
    this.#sheet = undefined;
    this.#created = undefined;
    this.#server.emit('restart', undefined);
  }
}

/** What an earlier life of the page left, if it was of this list and can still be read. */
function readSaved(saved: unknown, list: string): Pick<SavedSheet, 'draft' | 'created'> | undefined {
  try {
    const { draft, created, list: address } = (saved ?? {}) as Partial<Record<keyof SavedSheet, unknown>>;
    return address === list ? { draft: checkDraft(draft), created: checkCreated(created) } : undefined;
  } catch {
    return undefined;
  }
}
