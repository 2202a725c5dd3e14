import { setTimeout as wait } from 'node:timers/promises';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import { isActive, type Campaign } from '../../src/core/campaign.ts';
import { CampaignStore } from '../../src/core/campaignStore.ts';
import type { Disposable } from '../../src/core/emitter.ts';
import { ApiError, HumanError, isAbort, mayNeedPerson } from '../../src/core/errors.ts';
import { nextPollMs } from '../../src/core/poller.ts';
import type { CampaignApi, Clock } from '../../src/core/ports.ts';
import { LaunchFiles } from '../../src/host/launchFiles.ts';
import { CallsJournal } from '../../src/launch/journal/callsJournal.ts';
import { CallsReconciler } from '../../src/launch/calls/callsReconciler.ts';
import { createInSteps } from '../../src/launch/create/createInSteps.ts';
import { contactHasher } from '../../src/launch/comparison/hashedContacts.ts';
import type { LaunchEntry, LaunchTarget } from '../../src/launch/journal/launchIntent.ts';
import { LaunchJournal } from '../../src/launch/journal/launchJournal.ts';
import { launchProtocol } from '../../src/launch/start/launchProtocol.ts';
import { LaunchReconciler } from '../../src/launch/create/launchReconciler.ts';
import { accountMark } from '../../src/launch/comparison/requestHash.ts';
import { RowMatcher } from '../../src/launch/comparison/rowMatcher.ts';
import { hashedSentContacts } from '../../src/launch/comparison/sentContacts.ts';
import { verifiedCancel } from '../../src/launch/changes/verifiedCancel.ts';
import { LayoutMemory } from '../../src/panels/rows/layoutMemory.ts';
import { RowsModel } from '../../src/panels/rows/rowsModel.ts';
import { transcriptView } from '../../src/panels/transcript/transcriptView.ts';
import type { Dice } from '../../src/sandbox/random.ts';
import { campaignNodes, detailNodes, groupNodes, groupOf, nodeId } from '../../src/views/nodes.ts';
import { campaignFingerprint, presentCampaign, presentCount } from '../../src/views/presentation.ts';
import { presentGroup, presentResults } from '../../src/views/presentation.ts';
import { MemoryMemento } from '../unit/support/memoryMemento.ts';
import { newCampaign, silent, type SoakServer } from './soakServer.ts';

/** Everything that would be in the tree, one line a node. */
export function treeLines(campaigns: readonly Campaign[], nowMs: number): readonly string[] {
  return groupNodes(campaigns, 'state', nowMs).flatMap((groupNode) => {
    const members = campaigns.filter((one) => groupOf(one, 'state', nowMs) === groupNode.group);
    const lines = members.flatMap((one) => campaignLines(one, nowMs));
    const nodes = campaignNodes(members, groupNode.group, true).map(nodeId).join(' ');
    return [JSON.stringify(presentGroup(groupNode.group, members.length)), nodes, ...lines];
  });
}

function campaignLines(campaign: Campaign, nowMs: number): readonly string[] {
  const details = detailNodes(campaign).map((node) => [
    nodeId(node),
    node.kind === 'count' ? presentCount(campaign, node.count) : presentResults(campaign),
  ]);
  return [JSON.stringify(presentCampaign(campaign, nowMs)), ...details.map((one) => JSON.stringify(one))];
}

/** How many times as fast as in a real window pauses pass that wait for the server. */
const hurry = 200;
/** `revox.refreshIntervalSeconds`: shorter, so that an hour has many refreshes. */
const intervalMs = 300;
/** Shorter than the longest delay among the faults, and long enough for a busy machine to list campaigns. */
const timeoutMs = 3_000;
const maxPauseMs = 3_000;
const question = { page: 0, page_size: 10, query: '', statuses: [], result: undefined, category: undefined };

export interface SoakWindowOptions {
  readonly server: SoakServer;
  readonly clock: Clock;
  /** Of the launch journal; the same for all windows. */
  readonly folder: string;
  /** Told of each object that was closed and has to leave memory. */
  readonly closed: (object: object) => void;
  /** Told how each launch ended. */
  readonly launched: (kind: string) => void;
  /** Refresh by itself, and give up early, in a world of faults. */
  readonly isHasty: boolean;
  /** With more campaigns, the oldest is deleted after a launch. */
  readonly maxCampaigns: number;
}

/** What one window of VS Code holds: a connection, the tree, its refresh, open pages and the journals. */
export class SoakWindow {
  readonly store: CampaignStore;
  readonly launches: LaunchJournal;
  readonly calls: CallsJournal;
  readonly #options: SoakWindowOptions;
  readonly #panels = new Map<
    string,
    { readonly model: RowsModel; readonly subscriptions: readonly Disposable[] }
  >();
  readonly #reconciler: LaunchReconciler;
  readonly #callsReconciler: CallsReconciler;
  readonly #subscriptions: readonly Disposable[];
  readonly #abort = new AbortController();
  #tree: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #unchanged = 0;
  #failures = 0;

  constructor(options: SoakWindowOptions) {
    this.#options = options;
    const { clock, folder } = options;
    this.store = new CampaignStore({
      clock,
      fingerprint: (campaign) => campaignFingerprint(campaign, clock.now()),
    });
    const shared = { storage: new LaunchFiles(folder), clock, wait: (ms: number) => wait(ms / hurry) };
    this.launches = new LaunchJournal(shared);
    this.calls = new CallsJournal(shared);
    this.#reconciler = new LaunchReconciler(this.launches, clock, (entry) => this.#matcherFor(entry));
    this.#callsReconciler = new CallsReconciler({ journal: this.calls, clock });
    this.#subscriptions = [
      this.store.onDidChange(() => (this.#tree = treeLines(this.store.state.campaigns, clock.now()))),
      this.store.onDidConnect(() => void this.refresh()),
    ];
    this.connect();
  }

  get tree(): readonly string[] {
    return this.#tree;
  }

  get panels(): number {
    return this.#panels.size;
  }

  /** As when the key or the address changes. */
  connect(): void {
    const { server, isHasty } = this.#options;
    const client = new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve(server.key),
      log: silent,
      ...(isHasty && { timeoutMs, longTimeoutMs: timeoutMs, deadlineMs: 2 * timeoutMs, retryDelayMs: 5 }),
    });
    this.store.connect(client);
  }

  /** Reads the campaigns, then plans the next time as the live refresh does, only sooner. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const changed = await this.store.refreshNow();
    if (this.#abort.signal.aborted) return;
    const { campaigns, error } = this.store.state;
    this.#failures = error === undefined ? 0 : this.#failures + 1;
    this.#unchanged = changed.length > 0 ? 0 : this.#unchanged + 1;
    const pauseMs = nextPollMs({
      ...{ watched: this.#options.isHasty, intervalMs, announcesEnds: false },
      active: campaigns.some((campaign) => isActive(campaign, this.#options.clock.now())),
      ...{ unchanged: this.#unchanged, failures: this.#failures, mayNeedPerson: mayNeedPerson(error) },
      retryAfterMs: error instanceof ApiError ? error.retryAfterMs : undefined,
    });
    clearTimeout(this.#timer);
    if (pauseMs !== undefined)
      this.#timer = setTimeout(() => void this.refresh(), Math.min(pauseMs, maxPauseMs));
  }

  /** What a person does next, drawn. What fails as it may is part of the day. */
  async act(dice: Dice): Promise<void> {
    const acts = [
      () => this.refresh(),
      () => this.#openRows(dice),
      () => this.#readPage(dice),
      () => this.#readAgain(dice),
      () => this.#closeRows(dice),
      () => (dice.chance(0.3) ? this.#launch(dice) : this.refresh()),
      () => (dice.chance(0.2) ? this.#cancel(dice) : this.refresh()),
      () => this.reconcile(),
      () => {
        if (dice.chance(0.2)) this.connect();
      },
    ] as const;
    try {
      await dice.pick(acts)();
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof HumanError || isAbort(error))) throw error;
    }
  }

  /** Finds out what became of launches whose answer was lost. */
  async reconcile(): Promise<void> {
    const { api } = this.store;
    await this.store.refreshNow();
    const { campaigns, updatedMs, error } = this.store.state;
    if (api === undefined || error !== undefined || updatedMs === undefined) return;
    await this.#reconciler.reconcile(await this.#target(), campaigns, updatedMs);
    await this.#callsReconciler.reconcile(api, await this.#target());
  }

  dispose(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
    for (const id of [...this.#panels.keys()]) this.#close(id);
    for (const subscription of this.#subscriptions) subscription.dispose();
    const { api } = this.store;
    this.store.connect(undefined);
    for (const object of [this, this.store, this.launches, this.calls]) this.#options.closed(object);
    if (api !== undefined) this.#options.closed(api);
  }

  async #openRows(dice: Dice): Promise<void> {
    const id = this.#drawCampaign(dice);
    if (id === undefined || this.#panels.has(id)) return;
    const { clock } = this.#options;
    const model = new RowsModel({
      ...{ campaignId: id, filter: undefined, store: this.store, clock },
      layouts: new LayoutMemory(new MemoryMemento()),
      api: () => this.#api(),
      pageSize: () => 10,
      sandbox: () => false,
      emit: () => undefined,
      named: () => undefined,
      readAgainLater: () => undefined,
      unexpected: (error) => {
        throw error;
      },
    });
    const subscriptions = [
      this.store.onDidChange(({ ids, structure }) => {
        if (structure || ids.includes(id)) model.campaignChanged();
      }),
      this.store.onDidConnect((api) => model.connected(api !== undefined)),
    ];
    this.#panels.set(id, { model, subscriptions });
    await model.ready(this.#abort.signal);
    await model.rows(question, false, this.#abort.signal);
  }

  /** Turns a page, sorts or filters, and reads each transcript that is there. */
  async #readPage(dice: Dice): Promise<void> {
    const model = this.#drawPanel(dice);
    if (model === undefined) return;
    const asked = {
      ...question,
      page: dice.between(0, 2),
      query: dice.chance(0.2) ? 'Person' : '',
      sort: dice.chance(0.3) ? { columnId: 'phone', descending: true } : undefined,
    };
    await model.rows(asked, dice.chance(0.3), this.#abort.signal);
    const { page } = await model.source.page(asked, this.#abort.signal);
    for (const row of page.rows) transcriptView(row);
    const [first] = page.rows;
    if (first !== undefined) {
      transcriptView((await model.source.withFreshCall(first, this.#abort.signal)).row);
    }
  }

  async #readAgain(dice: Dice): Promise<void> {
    await this.#drawPanel(dice)?.readAgain(this.#abort.signal);
  }

  #closeRows(dice: Dice): void {
    if (this.#panels.size > 0) this.#close([...this.#panels.keys()][dice.between(0, this.#panels.size - 1)]);
  }

  #close(id = ''): void {
    const panel = this.#panels.get(id);
    if (panel === undefined) return;
    for (const subscription of panel.subscriptions) subscription.dispose();
    panel.model.dispose();
    this.#panels.delete(id);
    this.#options.closed(panel.model);
  }

  async #launch(dice: Dice): Promise<void> {
    const api = await this.#api();
    const protocol = launchProtocol(await api.discover());
    const [assistant] = (await api.listAssistants()) ?? [];
    if (protocol === undefined || assistant === undefined) return;
    const end = await createInSteps({
      ...{ api, protocol, clock: this.#options.clock, log: silent },
      request: newCampaign(`Launch ${dice.between(1, 1_000_000)}`, assistant.id),
      target: await this.#target(),
      list: `file:///list-${dice.between(1, 5)}.csv`,
      launchId: crypto.randomUUID(),
      newId: () => crypto.randomUUID(),
      launch: { start: { kind: 'now' } },
      journal: this.launches,
      calls: this.calls,
      signal: this.#abort.signal,
      stillCurrent: () => api === this.store.api,
      stillAllowed: () => Promise.resolve(),
      wait: (ms) => wait(ms / hurry),
      every: (ms, run) => {
        const timer = setInterval(run, ms / hurry);
        return { dispose: () => clearInterval(timer) };
      },
    });
    this.#options.launched(end.kind);
    const { campaigns } = this.store.state;
    const oldest = campaigns.at(-1);
    if (campaigns.length > this.#options.maxCampaigns && oldest !== undefined)
      await api.deleteCampaign(oldest.id);
  }

  async #cancel(dice: Dice): Promise<void> {
    const api = await this.#api();
    const { clock } = this.#options;
    const seen = (campaign: Campaign) => this.store.put(api, campaign);
    const id = this.#drawCampaign(dice);
    if (id !== undefined) await verifiedCancel(id, { api, clock, wait: (ms) => wait(ms / hurry), seen });
  }

  #drawCampaign(dice: Dice): string | undefined {
    const { campaigns } = this.store.state;
    return campaigns[dice.between(0, Math.max(0, campaigns.length - 1))]?.id;
  }

  #drawPanel(dice: Dice): RowsModel | undefined {
    return [...this.#panels.values()][dice.between(0, Math.max(0, this.#panels.size - 1))]?.model;
  }

  #api(): Promise<CampaignApi> {
    const { api } = this.store;
    return api === undefined ? Promise.reject(new HumanError('No connection.')) : Promise.resolve(api);
  }

  async #target(): Promise<LaunchTarget> {
    const { baseUrl, key } = this.#options.server;
    return { kind: 'service', baseUrl, account: await accountMark(key) };
  }

  async #matcherFor({ intent }: LaunchEntry): Promise<RowMatcher | undefined> {
    const hashed = await this.launches.contacts(intent.id);
    if (this.store.api === undefined || hashed === undefined) return undefined;
    const hash = await contactHasher(await this.launches.key());
    return new RowMatcher(this.store.api, hashedSentContacts(hashed, hash));
  }
}
