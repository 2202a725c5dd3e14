import type { CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import { isCallsOpen } from '../../../src/launch/journal/callsIntent.ts';
import { releaseUntouched } from '../../../src/launch/calls/callsReconciler.ts';
import { termsOf } from '../../../src/launch/comparison/campaignTerms.ts';
import type { InitialLaunch } from '../../../src/launch/create/createInSteps.ts';
import { isOpen } from '../../../src/launch/journal/launchIntent.ts';
import type { CallsStart, CallsEnd } from '../../../src/launch/calls/callsOrder.ts';
import { readCampaign } from '../../../src/launch/comparison/readCampaign.ts';
import { selectWaiting } from '../../../src/launch/calls/selectWaiting.ts';
import { verifiedPause, verifiedResume, verifiedUpdate } from '../../../src/launch/changes/verifiedChange.ts';
import { Dice } from '../../../src/sandbox/random.ts';
import { allDay, contacts } from '../../service/sandbox/harness.ts';
import { MemoryLaunchStorage } from '../../unit/support/memoryLaunchStorage.ts';
import type { Crash } from '../crashingWindow.ts';
import { StepsWindow, target } from './stepsWindow.ts';
import type { WitnessedCall, WitnessedService } from './witnessedService.ts';

/** One attempt each: whoever has two was launched twice. The last asks never to be called again. */
const people = contacts('0100', '0110', '0120', '0121', '0123');

/** What was wrong in one run, one sentence each, and how it went. */
export interface WitnessedEnd {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly called: number;
  readonly words: readonly string[];
}

/**
 * A person brings one list to its calls on a service: creates, perhaps tries a few, launches the rest,
 * pauses, edits and resumes, while answers are lost and windows crash. The service itself is the witness.
 */
export class WitnessedRun {
  readonly #dice: Dice;
  readonly #seed: number;
  readonly #service: WitnessedService;
  readonly #storage = new MemoryLaunchStorage();
  readonly #faults: string[] = [];
  readonly #words: string[] = [];
  /** From when on (ms since 1970) each number may be called; absent: nobody agreed to call it. */
  readonly #agreed = new Map<string, number>();
  readonly #request: CreateCampaignRequest;
  #tags = 0;

  private constructor(service: WitnessedService, seed: number, request: CreateCampaignRequest) {
    this.#service = service;
    this.#seed = seed;
    this.#dice = new Dice(seed, 7);
    this.#request = request;
  }

  /** Closes the service in the end. */
  static async run(service: WitnessedService, seed: number): Promise<WitnessedEnd> {
    try {
      const request = {
        assistant_id: await service.assistantId(),
        name: 'March renewals',
        contacts: people,
        call_retry_config: allDay,
        max_concurrent_calls: 2,
      };
      return await new WitnessedRun(service, seed, request).#run();
    } finally {
      await service.close();
    }
  }

  async #run(): Promise<WitnessedEnd> {
    for (const pauseMs of [0, 31_000, 60_000, 31_000, 900_000, 31_000, 31_000, 900_000]) {
      await this.#service.pass(pauseMs);
      await this.#reconcile();
      await this.#service.drawFaults(this.#dice);
      const window = new StepsWindow(this.#service, this.#storage, this.#drawCrash());
      if (!(await window.survives(this.#act(window, `w${(this.#tags += 1)}`)))) this.#words.push('crashed');
      await this.#service.clearFaults();
    }
    await this.#service.pass(3 * 24 * 3600_000);
    return { seed: this.#seed, faults: this.#faults, called: await this.#witness(), words: this.#words };
  }

  #drawCrash(): Crash | undefined {
    const dice = this.#dice;
    if (!dice.chance(0.25)) return undefined;
    return {
      at: dice.between(1, 20),
      when: dice.pick(['before', 'after'] as const),
      releases: dice.chance(0.5),
    };
  }

  /** The next thing that the person would do with what they see. */
  async #act(window: StepsWindow, tag: string): Promise<void> {
    const creates = await window.creates.entries();
    const [id] = creates.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.state === 'confirmed' ? [step.campaignId] : [])),
    );
    if (id === undefined) {
      if (!creates.some(isOpen)) await this.#create(window, tag);
      return;
    }
    const open = (await window.calls.entries()).find(
      (entry) => isCallsOpen(entry) && entry.steps.at(-1)?.state === 'unsure',
    );
    if (open !== undefined) {
      await releaseUntouched(
        {
          api: this.#service.api(),
          journal: window.calls,
          clock: window.clock,
          wait: window.wait,
          confirm: () => Promise.resolve(true),
        },
        open,
      ).catch(() => undefined);
    }
    await (this.#dice.chance(0.6) ? this.#launch(window, tag, id) : this.#steer(window, id));
  }

  #drawStart(): CallsStart {
    const { dice, nowMs } = { dice: this.#dice, nowMs: this.#service.nowMs };
    const kind = dice.pick(['now', 'now', 'after', 'at'] as const);
    if (kind === 'now') return { kind };
    return kind === 'after' ? { kind, delayMs: 300_000 } : { kind, atMs: nowMs + 3600_000 };
  }

  #agree(numbers: readonly string[], start: CallsStart): void {
    const { nowMs } = this.#service;
    const fromMs = start.kind === 'at' ? start.atMs : start.kind === 'after' ? nowMs + start.delayMs : nowMs;
    // Who was asked for twice may be called from the earlier time on.
    for (const number of numbers)
      this.#agreed.set(number, Math.min(this.#agreed.get(number) ?? Infinity, fromMs));
  }

  async #create(window: StepsWindow, tag: string): Promise<void> {
    const dice = this.#dice;
    const only = this.#service.launchesCalls && dice.chance(0.5) ? [0, 4] : undefined;
    const launch: InitialLaunch | undefined = dice.chance(0.25)
      ? undefined
      : { start: this.#drawStart(), ...(only === undefined ? {} : { only }) };
    if (launch !== undefined) {
      const chosen = people.filter((_, index) => only?.includes(index) ?? true);
      this.#agree(
        chosen.map((contact) => contact.to_phone_number),
        launch.start,
      );
    }
    const before = await this.#service.campaignIds();
    const end = await window.create(tag, this.#request, launch);
    this.#words.push(end.kind);
    const made = (await this.#service.campaignIds()).filter((id) => !before.includes(id));
    if (end.kind === 'created') {
      if (!made.includes(end.campaign.id)) this.#faults.push(`${tag}: "created" was said, and none was`);
      await this.#checkLaunch(tag, end.launch, 0);
    } else if ((end.kind === 'refused' || end.kind === 'blocked') && made.length > 0) {
      this.#faults.push(`${tag}: "${end.kind}" was said of a campaign that was created`);
    }
  }

  /** Everything of the campaign that waits. */
  async #launch(window: StepsWindow, tag: string, campaignId: string): Promise<void> {
    const read = await readCampaign(this.#service.api(), campaignId);
    const named = await window.calls.namedCalls(target.baseUrl, campaignId);
    const guards = { isSuppressed: () => false, mustNotBeCalled: () => false, sent: undefined };
    const selection = await selectWaiting(read, { ...guards, named });
    if (selection === undefined || selection.calls.length === 0) return;
    const start = this.#drawStart();
    this.#agree(
      selection.calls.map(({ contact }) => String((JSON.parse(contact) as string[])[0])),
      start,
    );
    const before = (await this.#launched()).length;
    const end = await window.launch({
      id: tag,
      campaignId,
      name: read.campaign.name,
      operation: selection.operation,
      confirmed: { terms: termsOf(read.campaign), calls: selection.calls },
      start,
    });
    await this.#checkLaunch(tag, end, before);
  }

  async #checkLaunch(tag: string, end: CallsEnd | undefined, before: number): Promise<void> {
    this.#words.push(end?.kind ?? 'not launched');
    if (end?.kind === 'cannot tell') return;
    const launched = (await this.#launched()).length - before;
    const said = end?.kind === 'launched' ? end.launched : 0;
    if (launched !== said) this.#faults.push(`${tag}: ${said} were said to be launched, ${launched} were`);
  }

  async #steer(window: StepsWindow, id: string): Promise<void> {
    const options = {
      api: this.#service.api(),
      clock: window.clock,
      wait: window.wait,
      seen: () => undefined,
    };
    const kind = this.#dice.pick(['pause', 'resume', 'update'] as const);
    const name = `Renamed ${this.#tags}`;
    const before = await this.#service.campaign(id);
    const end =
      kind === 'pause'
        ? await verifiedPause(id, options)
        : kind === 'resume'
          ? await verifiedResume(id, options)
          : await verifiedUpdate({ id }, { name }, options);
    this.#words.push(`${kind} ${end.kind}`);
    const after = await this.#service.campaign(id);
    const isDone =
      kind === 'update' ? after.name === name : (after.status === 'paused') === (kind === 'pause');
    if (end.kind === 'done' && !isDone) this.#faults.push(`"${kind}" was said to be done, and is not`);
    const isSame = after.name === before.name && (after.status === 'paused') === (before.status === 'paused');
    if (end.kind !== 'done' && end.kind !== 'cannot tell' && !isSame)
      this.#faults.push(`"${kind}" was said to be ${end.kind}, and was done`);
  }

  async #reconcile(): Promise<void> {
    const window = new StepsWindow(this.#service, this.#storage);
    const api = this.#service.api();
    const campaigns = await api.listCampaigns();
    for (const launch of await window.createReconciler.reconcile(target, campaigns, this.#service.nowMs)) {
      this.#words.push(`found ${launch.kind}`);
      const ids = await this.#service.campaignIds();
      if (launch.kind === 'created' && !ids.includes(launch.campaign.id))
        this.#faults.push('a campaign was said to be created that is not there');
      if (launch.kind !== 'created' && launch.kind !== 'unsure' && ids.length > 0)
        this.#faults.push(`"${launch.kind}" was said of a campaign that is there`);
    }
    for (const calls of await window.callsReconciler.reconcile(api, target)) {
      this.#words.push(`found ${calls.kind}`);
      if (calls.kind === 'cannot tell') continue;
      const { campaignId, id, operation } = calls.entry.intent;
      const ids = new Set(await window.calls.callIds(id));
      const launched = (await this.#service.calls(campaignId)).filter(
        (call) => call.isLaunched && (operation === 'launchDraft' || ids.has(call.id)),
      ).length;
      const said = calls.kind === 'launched' ? calls.launched : 0;
      if (launched !== said) this.#faults.push(`${said} were found to be launched, ${launched} were`);
    }
  }

  /** What the sandbox did in the end. @returns how many people it called */
  async #witness(): Promise<number> {
    const ids = await this.#service.campaignIds();
    if (ids.length > 1) this.#faults.push(`${ids.length} campaigns were created`);
    const calls = (await this.#launched()).filter(({ dialledMs }) => dialledMs.length > 0);
    for (const { number, dialledMs } of calls) {
      if (dialledMs.length > 1) this.#faults.push(`${number} was called ${dialledMs.length} times`);
      const fromMs = this.#agreed.get(number);
      if (fromMs === undefined) this.#faults.push(`${number} was called unasked`);
      else if (Math.min(...dialledMs) < fromMs) this.#faults.push(`${number} was called too early`);
    }
    return calls.length;
  }

  /** The calls of all campaigns that somebody launched. */
  async #launched(): Promise<readonly WitnessedCall[]> {
    const calls = await Promise.all((await this.#service.campaignIds()).map((id) => this.#service.calls(id)));
    return calls.flat().filter(({ isLaunched }) => isLaunched);
  }
}
