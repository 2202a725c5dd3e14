import type { Assistant } from '../core/assistant.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules, type CallingRules } from '../dialing/callingRules.ts';
import { assumedConcurrentCalls } from '../dialing/forecastAssumptions.ts';
import { sampleVoices, type SandboxVoice } from './answers/voicesAnswer.ts';
import { CampaignRun } from './dialing/campaignRun.ts';
import type { SandboxClock } from './dialing/clock.ts';
import type { Contacts } from './contacts/contacts.ts';
import { HttpProblem } from './http/httpProblem.ts';
import type { Ids } from './ids.ts';
import { Pacer, speedFor } from './dialing/pacer.ts';
import { revisionTraits, type Revision } from './revision.ts';

/** What somebody asked for when a campaign was made, with the changes since. */
export interface CampaignOrder {
  readonly name: string;
  readonly assistant: SandboxAssistant;
  readonly contacts: Contacts;
  readonly launch: boolean;
  readonly type?: 'regular' | 'jump_in' | undefined;
  readonly callRetryConfig?: CallRetryConfig | undefined;
  readonly fromPhoneNumber?: string | undefined;
  readonly maxConcurrentCalls?: number | undefined;
  readonly scheduledMs?: number | undefined;
}

/** With the fields that the extension has no use for. */
export interface SandboxAssistant extends Assistant {
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

/** What was changed of a phone number; null: none any more. */
export interface NumberChanges {
  readonly label?: string | null | undefined;
  readonly assistant?: SandboxAssistant | null | undefined;
}

/** A call that belongs to no campaign. */
export interface SingleCall {
  readonly metadata: Readonly<Record<string, string>> | undefined;
  readonly skipsCallingWindow: boolean;
}

export interface SandboxCampaign {
  readonly id: string;
  /** Which campaign of this sandbox, from 0. */
  readonly number: number;
  readonly createdMs: number;
  /** When it was created or its order last changed. */
  changedMs: number;
  order: CampaignOrder;
  /** Undefined: a draft, whose calls do not exist yet. */
  pacer: Pacer | undefined;
  /** What held before each change, with the time of the change: a call that was over by then keeps it. */
  readonly replaced: { readonly untilMs: number; readonly order: CampaignOrder }[];
  /** Defined: no campaign but one call, for its only contact. */
  readonly single: SingleCall | undefined;
  /** For a campaign whose status no rule leads to. */
  readonly statusInstead: string | undefined;
}

/** A campaign that is older than the sandbox. */
export interface CampaignPast {
  readonly createdMs: number;
  /** Times as fast on the fast clock. */
  readonly speed?: number;
  readonly statusInstead?: string;
}

interface StateOptions {
  readonly assistants: readonly Assistant[];
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly seed: number;
  /** Absent: `docs`. */
  readonly revision?: Revision;
}

/** Everything that exists in one sandbox. */
export class SandboxState {
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly seed: number;
  readonly revision: Revision;
  /** By the id of the number. */
  readonly numberChanges = new Map<string, NumberChanges | 'deleted'>();
  /** The person has been shown around. */
  hasCompletedOnboarding = true;
  /** When this sandbox began, on its own clock. */
  readonly startMs: number;
  readonly #voices = new Map(sampleVoices.map((voice) => [voice.id, voice]));
  readonly #assistants = new Map<string, SandboxAssistant>();
  readonly #campaigns = new Map<string, SandboxCampaign>();
  readonly #byNumber = new Map<number, SandboxCampaign>();
  /** Calls in progress continue, and who was called stays known. */
  readonly #knownEnded = new Set<string>();
  readonly #deleted: SandboxCampaign[] = [];
  #made = 0;
  #madeAssistants = 0;

  constructor({ assistants, clock, ids, seed, revision = 'docs' }: StateOptions) {
    for (const assistant of assistants) this.#assistants.set(assistant.id, assistant);
    this.clock = clock;
    this.ids = ids;
    this.seed = seed;
    this.revision = revision;
    this.startMs = clock.nowMs();
  }

  get assistants(): readonly SandboxAssistant[] {
    return [...this.#assistants.values()];
  }

  get voices(): readonly SandboxVoice[] {
    return [...this.#voices.values()];
  }

  /** @throws HttpProblem 404 */
  voice(id: string): SandboxVoice {
    const voice = this.#voices.get(id);
    if (voice === undefined) throw new HttpProblem(404, 'Voice not found');
    return voice;
  }

  addVoice(name: string, language: string): SandboxVoice {
    const id = this.ids.named(`voice ${this.#voices.size} ${name}`);
    const description = 'Made from a recording';
    const voice = { id, name, description, language, provider: 'cartesia', isCloned: true } as const;
    this.#voices.set(id, voice);
    return voice;
  }

  deleteVoice(id: string): void {
    this.#voices.delete(id);
  }

  /** Newest first, as the list shows them; without calls that belong to none. */
  get campaigns(): readonly SandboxCampaign[] {
    return this.callSources.filter(({ single }) => single === undefined);
  }

  /** Campaigns and single calls, newest first. */
  get callSources(): readonly SandboxCampaign[] {
    return newestFirst([...this.#campaigns.values()]);
  }

  /** Campaigns and single calls, what was deleted included. */
  get everything(): readonly SandboxCampaign[] {
    return newestFirst([...this.#campaigns.values(), ...this.#deleted]);
  }

  /** @throws HttpProblem 404 */
  campaign(id: string): SandboxCampaign {
    const campaign = this.#campaigns.get(id);
    if (campaign === undefined || campaign.single !== undefined)
      throw new HttpProblem(404, 'Campaign not found');
    return campaign;
  }

  campaignByNumber(number: number): SandboxCampaign | undefined {
    return this.#byNumber.get(number);
  }

  /** @throws HttpProblem 404 */
  assistant(id: string): SandboxAssistant {
    const assistant = this.#assistants.get(id);
    if (assistant === undefined) throw new HttpProblem(404, 'Assistant not found');
    return assistant;
  }

  nextAssistantId(): string {
    return this.ids.named(`assistant made here ${this.#madeAssistants++}`);
  }

  /** Campaigns that exist keep the assistant as it was. */
  saveAssistant(assistant: SandboxAssistant): void {
    this.#assistants.set(assistant.id, assistant);
  }

  /** @throws HttpProblem 404 */
  deleteAssistant(id: string): void {
    this.#assistants.delete(this.assistant(id).id);
  }

  /** `past` is for campaigns that are older than the sandbox: they are launched in every revision. */
  create(order: CampaignOrder, past?: CampaignPast): SandboxCampaign {
    const campaign = this.#add(order, undefined, past);
    const { create } = revisionTraits[this.revision];
    const launches = create === 'dials' || (order.launch && (create === 'asked' || past !== undefined));
    if (launches) this.launch(campaign, past);
    else if (create === 'dialsNobody') this.#start(campaign, past);
    return campaign;
  }

  createCall(order: CampaignOrder, single: SingleCall): SandboxCampaign {
    const campaign = this.#add(order, single, undefined);
    this.launch(campaign);
    return campaign;
  }

  /** Launches all rows of a campaign that has no calls yet, at its scheduled time where it has one. */
  launch(campaign: SandboxCampaign, past?: CampaignPast): void {
    const run = this.#start(campaign, past);
    if (campaign.order.type === 'jump_in') run.pause();
    run.launchAll(Math.max(run.nowMs, campaign.order.scheduledMs ?? run.nowMs));
  }

  /** @throws HttpProblem 404 */
  delete(id: string): void {
    const campaign = this.campaign(id);
    campaign.pacer?.run.cancel();
    this.#campaigns.delete(campaign.id);
    this.#byNumber.delete(campaign.number);
    this.#deleted.push(campaign);
  }

  /** Lets all campaigns reach the present. */
  catchUp(): void {
    for (const { pacer } of this.#campaigns.values()) pacer?.catchUp();
    for (const { pacer } of this.#deleted) pacer?.catchUp();
  }

  /** Ids of the campaigns that have ended by themselves since this was asked last. */
  takeEnded(): readonly string[] {
    const ended = [...this.#campaigns.values()].filter(
      ({ id, pacer }) =>
        pacer?.run.isFinished === true && !pacer.run.isCancelled && !this.#knownEnded.has(id),
    );
    for (const { id } of ended) this.#knownEnded.add(id);
    return ended.map(({ id }) => id);
  }

  #add(
    order: CampaignOrder,
    single: SingleCall | undefined,
    past: CampaignPast | undefined,
  ): SandboxCampaign {
    const number = this.#made++;
    const createdMs = past?.createdMs ?? this.clock.nowMs();
    const campaign: SandboxCampaign = {
      id: this.ids.named(`campaign ${number}`),
      number,
      createdMs,
      changedMs: createdMs,
      order,
      pacer: undefined,
      replaced: [],
      single,
      statusInstead: past?.statusInstead,
    };
    this.#campaigns.set(campaign.id, campaign);
    this.#byNumber.set(number, campaign);
    return campaign;
  }

  #start(campaign: SandboxCampaign, past: CampaignPast | undefined): CampaignRun {
    const { number, order } = campaign;
    const maxConcurrentCalls = concurrency(order);
    const options = {
      seed: this.seed,
      campaign: number,
      contacts: order.contacts,
      rules: rulesOf(campaign),
      maxConcurrentCalls,
      extracts: (order.assistant.structured_output_config ?? []).length > 0,
      postProcessingMs: revisionTraits[this.revision].postProcessingMs,
    };
    const run = new CampaignRun(options, past?.createdMs ?? this.clock.nowMs());
    const speed = past?.speed ?? speedFor(order.contacts.length, maxConcurrentCalls);
    campaign.pacer = new Pacer(run, this.clock, speed);
    return run;
  }
}

function newestFirst(campaigns: SandboxCampaign[]): SandboxCampaign[] {
  return campaigns.sort((a, b) => b.createdMs - a.createdMs || b.number - a.number);
}

/** How many calls are made at once; a part of one is none. */
export function concurrency(order: CampaignOrder): number {
  return Math.max(1, Math.floor(order.maxConcurrentCalls ?? assumedConcurrentCalls));
}

/** The campaign's own rules, else its assistant's, else the documented defaults (undefined). */
export function rulesConfig(order: CampaignOrder): CallRetryConfig | undefined {
  return order.callRetryConfig ?? order.assistant.call_retry_config;
}

/** The rules that a campaign's calls follow. A call that skips the calling hours may be made at any time. */
export function rulesOf({ order, single }: SandboxCampaign): CallingRules {
  const { rules } = readCallingRules(rulesConfig(order));
  if (single?.skipsCallingWindow !== true) return rules;
  const [first] = rules.windows;
  const wholeDay = { startMs: 0, endMs: 86_400_000, retryDelayMs: first?.retryDelayMs ?? 0 };
  return { ...rules, allowedDays: rules.allowedDays.map(() => true), windows: [wholeDay] };
}
