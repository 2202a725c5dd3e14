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

/** The fields of a campaign as requested when it was created, with later changes. */
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

/** An assistant with the fields that the extension does not use. */
export interface SandboxAssistant extends Assistant {
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes of a phone number. Undefined: as before; null: removed. */
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
  /** The number of the campaign in this sandbox, from 0. */
  readonly number: number;
  readonly createdMs: number;
  /** When it was created or its order last changed. */
  changedMs: number;
  order: CampaignOrder;
  /** Undefined: a draft, which has no calls yet. */
  pacer: Pacer | undefined;
  /**
   * The order before each change, and when it changed: a call that was over by then keeps the earlier order.
   */
  readonly replaced: { readonly untilMs: number; readonly order: CampaignOrder }[];
  /** Defined: this is not a campaign but a single call, to its only contact. */
  readonly single: SingleCall | undefined;
  /** Replaces the status of an odd sample. */
  readonly statusInstead: string | undefined;
}

/** The history of a sample campaign that is older than the sandbox. */
export interface CampaignPast {
  readonly createdMs: number;
  /** How many times as fast the campaign goes on the fast clock. */
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

/** Everything in one sandbox. */
export class SandboxState {
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly seed: number;
  readonly revision: Revision;
  /** By the id of the phone number. */
  readonly numberChanges = new Map<string, NumberChanges | 'deleted'>();
  /** Of the user: the introduction is over. */
  hasCompletedOnboarding = true;
  /** When this sandbox started, by its own clock. */
  readonly startMs: number;
  readonly #voices = new Map(sampleVoices.map((voice) => [voice.id, voice]));
  readonly #assistants = new Map<string, SandboxAssistant>();
  readonly #campaigns = new Map<string, SandboxCampaign>();
  readonly #byNumber = new Map<number, SandboxCampaign>();
  /** Ids of the campaigns whose end `takeEnded` has reported. */
  readonly #knownEnded = new Set<string>();
  /** Calls in progress of a deleted campaign finish, and the phone history keeps its calls. */
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

  /** Newest first, without single calls. */
  get campaigns(): readonly SandboxCampaign[] {
    return this.callSources.filter(({ single }) => single === undefined);
  }

  /** Campaigns and single calls, newest first. */
  get callSources(): readonly SandboxCampaign[] {
    return newestFirst([...this.#campaigns.values()]);
  }

  /** Campaigns and single calls, newest first, including deleted ones. */
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

  /**
   * Creates a campaign, and launches it where the revision does so.
   * @param past of a campaign that is older than the sandbox: it is launched in every revision
   */
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

  /** Calls in progress finish, and the phone history keeps its calls. @throws HttpProblem 404 */
  delete(id: string): void {
    const campaign = this.campaign(id);
    campaign.pacer?.run.cancel();
    this.#campaigns.delete(campaign.id);
    this.#byNumber.delete(campaign.number);
    this.#deleted.push(campaign);
  }

  /** Advances all campaigns to the current time. */
  catchUp(): void {
    for (const { pacer } of this.#campaigns.values()) pacer?.catchUp();
    for (const { pacer } of this.#deleted) pacer?.catchUp();
  }

  /**
   * Ids of the campaigns that have ended, other than by a cancellation, since the last call of this method.
   */
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

/** How many calls are made at once, at least 1; the server rounds down. */
export function concurrency(order: CampaignOrder): number {
  return Math.max(1, Math.floor(order.maxConcurrentCalls ?? assumedConcurrentCalls));
}

/** The campaign's own rules, else its assistant's; undefined: the documented defaults apply. */
export function rulesConfig(order: CampaignOrder): CallRetryConfig | undefined {
  return order.callRetryConfig ?? order.assistant.call_retry_config;
}

/**
 * The rules that a campaign's calls follow. A single call that skips the calling window may be made at any
 * time.
 */
export function rulesOf({ order, single }: SandboxCampaign): CallingRules {
  const { rules } = readCallingRules(rulesConfig(order));
  if (single?.skipsCallingWindow !== true) return rules;
  const [first] = rules.windows;
  const wholeDay = { startMs: 0, endMs: 86_400_000, retryDelayMs: first?.retryDelayMs ?? 0 };
  return { ...rules, allowedDays: rules.allowedDays.map(() => true), windows: [wholeDay] };
}
