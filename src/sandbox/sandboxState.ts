import type { Assistant } from '../core/assistant.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { assumedConcurrentCalls } from '../dialing/planAssumptions.ts';
import { CampaignRun } from './dialing/campaignRun.ts';
import type { SandboxClock } from './dialing/clock.ts';
import type { Contacts } from './contacts/contacts.ts';
import { HttpProblem } from './http/httpProblem.ts';
import type { Ids } from './ids.ts';
import { Pacer, speedFor } from './dialing/pacer.ts';

/** What somebody asked for when a campaign was made. */
export interface CampaignOrder {
  readonly name: string;
  readonly assistant: Assistant;
  readonly contacts: Contacts;
  readonly launch: boolean;
  readonly callRetryConfig?: CallRetryConfig | undefined;
  readonly fromPhoneNumber?: string | undefined;
  readonly maxConcurrentCalls?: number | undefined;
  readonly scheduledMs?: number | undefined;
}

export interface SandboxCampaign {
  readonly id: string;
  /** Which campaign of this world, from 0. */
  readonly number: number;
  readonly order: CampaignOrder;
  readonly createdMs: number;
  /** Undefined: a draft, which calls nobody. */
  readonly pacer: Pacer | undefined;
  /** For a campaign whose status no rule of the engine leads to. */
  readonly statusInstead?: string | undefined;
}

/** Everything that exists in one sandbox. */
export class SandboxState {
  readonly assistants: readonly Assistant[];
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly seed: number;
  readonly #campaigns = new Map<string, SandboxCampaign>();
  #made = 0;

  constructor(options: { assistants: readonly Assistant[]; clock: SandboxClock; ids: Ids; seed: number }) {
    this.assistants = options.assistants;
    this.clock = options.clock;
    this.ids = options.ids;
    this.seed = options.seed;
  }

  /** Newest first, as the list shows them. */
  get campaigns(): readonly SandboxCampaign[] {
    return [...this.#campaigns.values()].sort((a, b) => b.createdMs - a.createdMs || b.number - a.number);
  }

  campaign(id: string): SandboxCampaign {
    const campaign = this.#campaigns.get(id);
    if (campaign === undefined) throw new HttpProblem(404, 'Campaign not found');
    return campaign;
  }

  campaignByNumber(number: number): SandboxCampaign | undefined {
    return this.campaigns.find((campaign) => campaign.number === number);
  }

  /** `past` is for campaigns that are older than the sandbox. */
  create(
    order: CampaignOrder,
    past?: { createdMs: number; speed?: number; statusInstead?: string },
  ): SandboxCampaign {
    const number = this.#made++;
    const createdMs = past?.createdMs ?? this.clock.nowMs();
    const concurrency = order.maxConcurrentCalls ?? assumedConcurrentCalls;
    const run = order.launch ? this.#launch(order, number, createdMs, concurrency) : undefined;
    const speed = past?.speed ?? speedFor(order.contacts.length, concurrency);
    const campaign: SandboxCampaign = {
      id: this.ids.named(`campaign ${number}`),
      number,
      order,
      createdMs,
      pacer: run && new Pacer(run, this.clock, speed),
      statusInstead: past?.statusInstead,
    };
    this.#campaigns.set(campaign.id, campaign);
    return campaign;
  }

  cancel(id: string): void {
    const { pacer } = this.campaign(id);
    if (pacer === undefined) throw new HttpProblem(409, 'A draft has no calls to cancel');
    if (pacer.run.isCancelled) throw new HttpProblem(409, 'Campaign is already cancelled');
    if (pacer.run.isFinished) throw new HttpProblem(409, 'Campaign is already completed');
    pacer.run.cancel();
  }

  delete(id: string): void {
    this.#campaigns.delete(this.campaign(id).id);
  }

  /** Lets all campaigns reach the present. */
  catchUp(): void {
    for (const { pacer } of this.#campaigns.values()) pacer?.catchUp();
  }

  #launch(order: CampaignOrder, campaign: number, createdMs: number, concurrency: number): CampaignRun {
    const { rules } = readCallingRules(rulesConfig(order));
    const options = {
      seed: this.seed,
      campaign,
      contacts: order.contacts,
      rules,
      maxConcurrentCalls: Math.floor(concurrency),
      launchMs: Math.max(createdMs, order.scheduledMs ?? createdMs),
      extracts: (order.assistant.structured_output_config ?? []).length > 0,
    };
    return new CampaignRun(options, createdMs);
  }
}

/** The campaign's own rules, else its assistant's, else the documented defaults (undefined). */
export function rulesConfig(order: CampaignOrder): CallRetryConfig | undefined {
  return order.callRetryConfig ?? order.assistant.call_retry_config;
}
