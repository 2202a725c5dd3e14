import type { CampaignChanges } from '../../../src/core/campaign.ts';
import type { Contact, CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import { isCallsOpen, type CallsEntry } from '../../../src/launch/journal/callsIntent.ts';
import { isNamed } from '../../../src/launch/journal/callsJournal.ts';
import { releaseUntouched } from '../../../src/launch/calls/callsReconciler.ts';
import { termsOf } from '../../../src/launch/comparison/campaignTerms.ts';
import { confirmedCall, type ConfirmedCall } from '../../../src/launch/comparison/confirmedCalls.ts';
import type { InitialLaunch } from '../../../src/launch/create/createInSteps.ts';
import { isOpen } from '../../../src/launch/journal/launchIntent.ts';
import type { CallsStart, CallsEnd } from '../../../src/launch/calls/callsOrder.ts';
import { readCampaign } from '../../../src/launch/comparison/readCampaign.ts';
import { callStage } from '../../../src/launch/comparison/serverRow.ts';
import { verifiedPause, verifiedResume, verifiedUpdate } from '../../../src/launch/changes/verifiedChange.ts';
import { Dice } from '../../../src/sandbox/random.ts';
import { MemoryLaunchStorage } from '../../unit/support/memoryLaunchStorage.ts';
import type { Crash } from '../crashingWindow.ts';
import { ServiceDouble, type DoubleCampaign } from './serviceDouble.ts';
import { StepsWindow, target } from './stepsWindow.ts';
import { drawWriteFault } from './writeFault.ts';

/** What the person was told of one thing they did. */
export type Statement =
  | { readonly tag: string; readonly said: 'created'; readonly campaignId: string }
  | {
      readonly tag: string;
      readonly said: 'not created' | 'cannot tell' | 'not launched' | 'not changed' | 'changed';
    }
  | {
      readonly tag: string;
      readonly said: 'launched';
      readonly launched: number;
      readonly by: 'answer' | 'rows';
    };

/** What the person agreed to, by tag: which numbers, and not before when (ms since 1970). */
export interface Agreement {
  readonly numbers: ReadonlySet<string>;
  readonly callIds: ReadonlySet<string> | undefined;
  readonly notBeforeMs: number;
}

export interface StepsEnd {
  readonly seed: number;
  readonly service: ServiceDouble;
  readonly statements: readonly Statement[];
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly crashes: number;
  readonly blocked: number;
  readonly released: number;
  /** What was untrue at the moment it was said. */
  readonly lies: readonly string[];
}

const startMs = Date.parse('2026-11-16T09:00:00Z');
const contacts: readonly Contact[] = ['0100', '0101', '0102', '0103', '0104', '0105'].map((digits) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: { first_name: 'Zoé' },
}));
const request: CreateCampaignRequest = {
  assistant_id: 'a',
  name: 'March renewals',
  contacts,
  from_phone_number: '+12125550199',
  max_concurrent_calls: 2,
};
const pausesMs = [0, 5_000, 31_000, 60_000, 300_000, 600_000, 31_000, 31_000, 900_000];

/**
 * A person brings one list to its calls on a server in steps: creates, perhaps tries a few, launches the
 * rest, pauses, edits, resumes, in one or two windows that may crash, beside a colleague at the dashboard.
 * They act again only after they were told that they may. The same seed meets the same faults.
 */
export class StepsRun {
  readonly #seed: number;
  readonly #dice: Dice;
  readonly #service: ServiceDouble;
  readonly #storage = new MemoryLaunchStorage();
  readonly #statements: Statement[] = [];
  readonly #agreements = new Map<string, Agreement>();
  readonly #lies: string[] = [];
  readonly #wantsColleague: boolean;
  #tags = 0;
  #crashes = 0;
  #blocked = 0;
  #released = 0;
  #launching = 0;

  constructor(seed: number) {
    this.#seed = seed;
    const dice = new Dice(seed, 3);
    this.#dice = dice;
    this.#service = new ServiceDouble({
      generation: dice.chance(0.65) ? 'launchesCalls' : 'launchesDrafts',
      unseen: dice.chance(0.3),
      strict: dice.chance(0.5),
      hidesSchedule: dice.chance(0.5),
      stampsCalls: dice.chance(0.5),
      slowRows: dice.chance(0.3),
      startMs,
      dice: new Dice(seed, 4),
    });
    if (dice.chance(0.8)) this.#service.faults = Array.from({ length: 7 }, () => drawWriteFault(dice));
    this.#service.readTrouble = dice.chance(0.15) ? 0.3 : 0;
    this.#wantsColleague = dice.chance(0.35);
  }

  async run(): Promise<StepsEnd> {
    if (this.#wantsColleague && this.#dice.chance(0.4)) this.#service.beforeRead = () => this.#colleague();
    await this.#inWindows((window, tag) => this.#create(window, tag));
    for (const pauseMs of pausesMs) {
      this.#service.pass(pauseMs);
      if (this.#wantsColleague && this.#dice.chance(0.25)) this.#colleague();
      await this.#reconcile();
      if (this.#dice.chance(0.75)) await this.#inWindows((window, tag) => this.#act(window, tag));
    }
    this.#service.pass(7 * 24 * 3600_000); // whatever may still come comes now
    return {
      seed: this.#seed,
      service: this.#service,
      statements: this.#statements,
      agreements: this.#agreements,
      crashes: this.#crashes,
      blocked: this.#blocked,
      released: this.#released,
      lies: this.#lies,
    };
  }

  /** In one window, or in two at the same moment; each may crash. */
  async #inWindows(act: (window: StepsWindow, tag: string) => Promise<void>): Promise<void> {
    const once = async () => {
      const tag = `w${(this.#tags += 1)}`;
      const window = new StepsWindow(this.#service, this.#storage, this.#drawCrash());
      if (!(await window.survives(act(window, tag)))) this.#crashes += 1;
    };
    await Promise.all(this.#dice.chance(0.2) ? [once(), once()] : [once()]);
  }

  #drawCrash(): Crash | undefined {
    const dice = this.#dice;
    if (!dice.chance(0.25)) return undefined;
    return {
      at: dice.between(1, 24),
      when: dice.pick(['before', 'during', 'after'] as const),
      releases: dice.chance(0.5),
    };
  }

  #drawStart(): CallsStart {
    const dice = this.#dice;
    const kind = dice.pick(['now', 'now', 'after', 'at'] as const);
    if (kind === 'now') return { kind };
    return kind === 'after'
      ? { kind, delayMs: 300_000 }
      : { kind, atMs: this.#service.nowMs + dice.pick([500, 400_000, 3600_000] as const) };
  }

  async #create(window: StepsWindow, tag: string): Promise<void> {
    const dice = this.#dice;
    const isToday = this.#service.options.generation === 'launchesCalls';
    const only = isToday && dice.chance(0.4) ? [0, 3] : undefined;
    const launch: InitialLaunch | undefined = dice.chance(0.25)
      ? undefined
      : { start: this.#drawStart(), ...(only === undefined ? {} : { only }) };
    const chosen = launch === undefined ? [] : contacts.filter((_, index) => only?.includes(index) ?? true);
    this.#agree(
      tag,
      chosen.map((contact) => contact.to_phone_number),
      undefined,
      launch?.start,
    );
    this.#launching += 1;
    const end = await window.create(tag, request, launch);
    this.#launching -= 1;
    switch (end.kind) {
      case 'created':
        this.#say({ tag, said: 'created', campaignId: end.campaign.id });
        if (end.launch !== undefined) this.#sayLaunch(tag, end.launch);
        else this.#say({ tag, said: 'not launched' });
        return;
      case 'refused':
      case 'appeared':
        this.#say({ tag, said: 'not created' });
        return;
      case 'blocked':
        this.#blocked += 1;
        this.#say({ tag, said: 'not created' });
        return;
      case 'not seen':
      case 'unsure':
        this.#say({ tag, said: 'cannot tell' });
        return;
    }
  }

  /** The next thing that the person would do with what they see. */
  async #act(window: StepsWindow, tag: string): Promise<void> {
    const creates = await window.creates.entries();
    const ids = creates.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.state === 'confirmed' ? [step.campaignId] : [])),
    );
    const [id] = ids;
    if (id === undefined) {
      if (!creates.some(isOpen)) await this.#create(window, tag);
      return;
    }
    const open = (await window.calls.entries()).find(
      (entry) => isCallsOpen(entry) && entry.steps.at(-1)?.state === 'unsure',
    );
    if (open !== undefined && this.#dice.chance(0.5)) await this.#release(window, open);
    const chance = this.#dice.next();
    await (chance < 0.6 ? this.#launch(window, tag, id) : this.#steer(window, tag, id));
  }

  /** Everything of the campaign that waits, as the tree's command offers it. */
  async #launch(window: StepsWindow, tag: string, campaignId: string): Promise<void> {
    const api = this.#service.api(tag);
    const read = await readCampaign(api, campaignId).catch(() => undefined);
    if (read === undefined) return;
    const isDraft = read.campaign.status === 'draft';
    const named = await window.calls.namedCalls(target.baseUrl, campaignId);
    const calls: ConfirmedCall[] = [];
    for (const row of read.rows) {
      const isFree = isDraft
        ? !isNamed(named, '')
        : callStage(row.call) === 'waiting' && !isNamed(named, row.call?.id ?? '');
      const call = isFree ? await confirmedCall(row) : undefined;
      if (call !== undefined) calls.push(call);
    }
    if (calls.length === 0) return;
    const start = this.#drawStart();
    const numbers = calls.map(({ contact }) => String((JSON.parse(contact) as string[])[0]));
    const callIds = isDraft ? undefined : calls.flatMap(({ callId }) => callId ?? []);
    this.#agree(tag, numbers, callIds, start);
    // While the person reads the question, somebody else may act.
    if (this.#wantsColleague && this.#dice.chance(0.3)) this.#colleague();
    this.#launching += 1;
    const end = await window.launch({
      id: tag,
      campaignId,
      name: read.campaign.name,
      operation: isDraft ? 'launchDraft' : 'launchCalls',
      confirmed: { terms: termsOf(read.campaign), calls },
      start,
    });
    this.#launching -= 1;
    this.#sayLaunch(tag, end);
  }

  async #release(window: StepsWindow, entry: CallsEntry): Promise<void> {
    const end = await releaseUntouched(
      {
        api: this.#service.api('person'),
        journal: window.calls,
        clock: window.clock,
        wait: (ms) => this.#pass(ms),
        confirm: () => Promise.resolve(true),
      },
      entry,
    ).catch(() => undefined);
    if (end === 'released') this.#released += 1;
  }

  async #steer(window: StepsWindow, tag: string, id: string): Promise<void> {
    const options = {
      api: this.#service.api(tag),
      clock: window.clock,
      wait: (ms: number) => this.#pass(ms),
      seen: () => undefined,
    };
    const changes: CampaignChanges = {
      max_concurrent_calls: this.#dice.between(1, 9),
      call_retry_config: null,
    };
    const kind = this.#dice.pick(['pause', 'resume', 'update'] as const);
    const end =
      kind === 'pause'
        ? await verifiedPause(id, options)
        : kind === 'resume'
          ? await verifiedResume(id, options)
          : await verifiedUpdate({ id }, changes, options);
    if (end.kind === 'cannot tell') this.#say({ tag, said: 'cannot tell' });
    else this.#say({ tag, said: end.kind === 'done' ? 'changed' : 'not changed' });
    if (end.kind !== 'done') return;
    const isSo =
      kind === 'update'
        ? end.campaign.max_concurrent_calls === changes.max_concurrent_calls
        : (end.campaign.status === 'paused') === (kind === 'pause');
    if (!isSo) this.#lies.push(`${tag}: "${kind}" was said to be done, and is not`);
  }

  async #pass(ms: number): Promise<void> {
    await Promise.resolve();
    this.#service.pass(ms);
  }

  async #reconcile(): Promise<void> {
    const window = new StepsWindow(this.#service, this.#storage);
    const campaigns = await this.#service
      .api('reconciler')
      .listCampaigns()
      .catch(() => undefined);
    if (campaigns === undefined) return;
    const { nowMs } = this.#service;
    for (const launch of await window.createReconciler.reconcile(target, campaigns, nowMs)) {
      const tag = tagOf(launch.entry.intent.id);
      if (launch.kind === 'created') this.#say({ tag, said: 'created', campaignId: launch.campaign.id });
      else this.#say({ tag, said: launch.kind === 'unsure' ? 'cannot tell' : 'not created' });
    }
    for (const calls of await window.callsReconciler.reconcile(this.#service.api('reconciler'), target)) {
      const tag = tagOf(calls.entry.intent.id);
      if (calls.kind === 'launched') {
        await this.#checkRows(calls.entry, calls.launched);
        this.#say({ tag, said: 'launched', launched: calls.launched, by: 'rows' });
      } else this.#say({ tag, said: calls.kind === 'cannot tell' ? 'cannot tell' : 'not launched' });
    }
  }

  async #checkRows(entry: CallsEntry, launched: number): Promise<void> {
    if (entry.intent.operation === 'launchDraft') return;
    const ids = new Set(await new StepsWindow(this.#service, this.#storage).calls.callIds(entry.intent.id));
    const started = this.#service
      .campaign(entry.intent.campaignId)
      .calls.filter((call) => ids.has(call.id) && (call.dialled > 0 || call.starts.length > 0)).length;
    if (started !== launched)
      this.#lies.push(`${entry.intent.id}: ${launched} said launched, ${started} are`);
  }

  /** Somebody of the same organisation at the dashboard. */
  #colleague(): void {
    const dice = this.#dice;
    const { campaigns, options } = this.#service;
    const ours = campaigns.find(({ by }) => by !== 'colleague');
    const act = dice.pick(['create', 'edit', 'launch', 'cancel', 'contacts', 'pause'] as const);
    try {
      if (act === 'create' || ours === undefined) {
        const few = dice.chance(0.5) ? contacts.slice(1) : [...contacts, ...otherContacts];
        const flags = options.generation === 'launchesDrafts' ? { launch: false } : {};
        this.#service.create('colleague', { ...request, ...flags, contacts: few });
      } else if (act === 'edit') {
        this.#service.update('colleague', ours.id, { from_phone_number: '+12125550111' });
      } else if (act === 'launch') this.#colleagueLaunches(ours);
      else if (act === 'cancel' && dice.chance(0.3)) ours.cancelled = true;
      else if (act === 'contacts' && options.generation === 'launchesDrafts' && !this.#isLaunchUnderWay) {
        // A draft is launched as a whole: nothing can protect one that is changed while its launch is under
        // way.
        this.#service.update('colleague', ours.id, { contacts: [...contacts.slice(2), ...otherContacts] });
      } else if (act === 'pause') this.#service.setPaused('colleague', ours.id, dice.chance(0.5));
    } catch {
      // what the server refuses a colleague does not matter here
    }
  }

  get #isLaunchUnderWay(): boolean {
    return this.#service.isWriteUnderWay || this.#launching > 0;
  }

  #colleagueLaunches(campaign: DoubleCampaign): void {
    if (this.#service.options.generation === 'launchesDrafts') {
      this.#service.launchDraft('colleague', campaign.id);
      return;
    }
    const call_ids = campaign.calls
      .filter(({ starts }) => starts.length === 0)
      .map(({ id }) => id)
      .slice(0, 2);
    const filters = {
      assignee_ids: [],
      directions: [],
      outcomes: [],
      results: [],
      statuses: ['not_launched' as const],
    };
    this.#service.launchCalls('colleague', campaign.id, {
      mode: 'ai_first',
      selection: { rows: { mode: 'only', call_ids }, filters },
    });
  }

  #agree(
    tag: string,
    numbers: readonly string[],
    callIds: readonly string[] | undefined,
    start: CallsStart | undefined,
  ): void {
    const nowMs = this.#service.nowMs;
    const notBeforeMs =
      start?.kind === 'at' ? start.atMs : start?.kind === 'after' ? nowMs + start.delayMs : nowMs;
    this.#agreements.set(tag, {
      numbers: new Set(numbers),
      callIds: callIds === undefined ? undefined : new Set(callIds),
      notBeforeMs,
    });
  }

  #sayLaunch(tag: string, end: CallsEnd): void {
    switch (end.kind) {
      case 'launched':
        this.#say({ tag, said: 'launched', launched: end.launched, by: end.by });
        return;
      case 'cannot tell':
        this.#say({ tag, said: 'cannot tell' });
        return;
      case 'blocked':
        this.#blocked += 1;
        this.#say({ tag, said: 'not launched' });
        return;
      case 'refused':
      case 'changed':
      case 'time passed':
        this.#say({ tag, said: 'not launched' });
    }
  }

  #say(statement: Statement): void {
    this.#statements.push(statement);
  }
}

/** Further intents of one click carry its tag and a number. */
function tagOf(intentId: string): string {
  return intentId.split('-')[0] ?? intentId;
}

const otherContacts: readonly Contact[] = ['0150', '0151'].map((digits) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: { first_name: 'Ada' },
}));
