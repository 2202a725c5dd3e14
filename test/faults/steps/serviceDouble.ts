import type { Campaign, CampaignChanges } from '../../../src/core/campaign.ts';
import type { Contact, CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import { ApiError } from '../../../src/core/errors.ts';
import type { LaunchCallsAnswer, LaunchCallsRequest } from '../../../src/core/launchCalls.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import type { CallRetryConfig } from '../../../src/core/retryConfig.ts';
import type { Row } from '../../../src/core/row.ts';
import type { Generation, ServerProfile } from '../../../src/core/serverProfile.ts';
import type { Dice } from '../../../src/sandbox/random.ts';
import { fakeApi } from '../../unit/support/fakeApi.ts';
import type { WriteFault } from './writeFault.ts';

/**
 * A generation that the double plays; `today, unseen` has no campaign yet and refuses or ignores older
 * fields.
 */
export interface DoubleOptions {
  readonly generation: Exclude<Generation, 'unknown'>;
  /** Reads have not shown the generation when the first campaign is created. */
  readonly unseen?: boolean;
  /** Unknown fields of a body are refused, else ignored. */
  readonly strict?: boolean;
  /** A call that waits for its start time reads `not_launched`, without a time: the worst that could be. */
  readonly hidesSchedule?: boolean;
  /** Every call has a `scheduled_at`: that of its creation until somebody gives it another. */
  readonly stampsCalls?: boolean;
  /** Rows come in parts after the create. */
  readonly slowRows?: boolean;
  readonly startMs: number;
  readonly dice: Dice;
}

export interface DoubleCall {
  readonly id: string;
  contact: Contact;
  status: string;
  /** Starts that were accepted and are not dialled yet, ms since 1970. */
  readonly starts: { readonly atMs: number; readonly by: string }[];
  dialled: number;
}

export interface DoubleCampaign {
  readonly id: string;
  readonly by: string;
  readonly createdMs: number;
  request: CreateCampaignRequest;
  calls: DoubleCall[];
  draft: boolean;
  paused: boolean;
  cancelled: boolean;
  scheduledMs: number | undefined;
  /** How many of its rows can be read so far. */
  shown: number;
}

/** One telephone that rang. */
export interface Dial {
  readonly campaignId: string;
  readonly callId: string;
  readonly number: string;
  readonly by: string;
  readonly atMs: number;
}

/** What one write did on the server, whatever its client heard. */
export interface Effect {
  readonly by: string;
  readonly what: 'create' | 'launch' | 'update' | 'pause' | 'resume';
  readonly campaignId: string;
  /** Calls that it launched. */
  readonly callIds: readonly string[];
}

interface Late {
  readonly dueMs: number;
  readonly run: () => void;
}

/**
 * The service in memory, in each generation, with a clock of its own, faults in every exchange and a ledger
 * of who was called. It plays what `docs/` says of the three generations and nothing more.
 */
export class ServiceDouble {
  readonly campaigns: DoubleCampaign[] = [];
  readonly ledger: Dial[] = [];
  readonly effects: Effect[] = [];
  readonly options: DoubleOptions;
  nowMs: number;
  /** For the writes to come, in order; then none. */
  faults: WriteFault[] = [];
  /** How often a read fails: 0 to 1. */
  readTrouble = 0;
  /** Done once, right before the next read of a campaign. */
  beforeRead: (() => void) | undefined;
  #late: Late[] = [];
  #made = 0;

  constructor(options: DoubleOptions) {
    this.options = options;
    this.nowMs = options.startMs;
  }

  /** Time passes, requests that were stuck arrive, and due calls are dialled. */
  pass(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const next = this.#late.filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined) break;
      this.#late = this.#late.filter((late) => late !== next);
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      next.run();
      this.#dial();
    }
    this.nowMs = untilMs;
    this.#dial();
    for (const campaign of this.campaigns) campaign.shown = campaign.calls.length;
  }

  /** A write whose answer was lost is still on its way. */
  get isWriteUnderWay(): boolean {
    return this.#late.length > 0;
  }

  /** What the reads of one connection have shown so far; it changes as campaigns appear. */
  get profile(): ServerProfile {
    const seen = (): Generation =>
      this.options.unseen === true && this.campaigns.length === 0 ? 'unknown' : this.options.generation;
    return {
      get generation() {
        return seen();
      },
      excludes: (other) =>
        seen() === 'unknown'
          ? other === 'callsAtOnce' && this.options.generation !== 'callsAtOnce'
          : other !== this.options.generation,
      has: () => undefined,
    };
  }

  campaign(id: string): DoubleCampaign {
    const found = this.campaigns.find((campaign) => campaign.id === id);
    if (found === undefined) throw new ApiError('Not found.', { reason: 'not found', status: 404 });
    return found;
  }

  /** The service as one client uses it. `by` names the client in the ledger. */
  api(by: string): CampaignApi {
    const api: Partial<CampaignApi> = {
      server: this.profile,
      discover: () => Promise.resolve(this.profile),
      listCampaigns: () => this.#read(() => this.campaigns.map((campaign) => this.view(campaign))),
      retrieveCampaign: (id) =>
        this.#read(() => {
          this.beforeRead?.();
          this.beforeRead = undefined;
          return this.view(this.campaign(id));
        }),
      readRows: (id) => this.#rows(id),
      createCampaign: (request) => this.#write(() => this.view(this.create(by, request))),
      launchCalls: (id, request) => this.#write(() => this.launchCalls(by, id, request)),
      launchDraft: (id) => this.#write(() => this.view(this.launchDraft(by, id))),
      updateCampaign: (id, changes) => this.#write(() => this.view(this.update(by, id, changes))),
      pauseCampaign: (id) => this.#write(() => this.setPaused(by, id, true)),
      resumeCampaign: (id) => this.#write(() => this.setPaused(by, id, false)),
    };
    return fakeApi(api);
  }

  create(by: string, request: CreateCampaignRequest): DoubleCampaign {
    const { generation, strict, slowRows, dice } = this.options;
    const isToday = generation === 'launchesCalls';
    if (isToday && strict === true && (request.launch !== undefined || request.type !== undefined)) {
      throw refusal(422, 'Unrecognized key: launch');
    }
    if (generation === 'callsAtOnce' && strict === true && request.launch !== undefined)
      throw refusal(422, 'launch: Unrecognized key');
    if (generation === 'launchesDrafts' && request.launch === undefined)
      throw refusal(422, 'launch is required');
    const number = (this.#made += 1);
    const draft = generation === 'launchesDrafts' && request.launch === false;
    const campaign: DoubleCampaign = {
      id: `c${number}`,
      by,
      createdMs: this.nowMs,
      request: { ...request, contacts: [...request.contacts] },
      calls: request.contacts.map((contact, index) => ({
        id: `c${number}-${index}`,
        contact,
        status: isToday ? 'not_launched' : draft ? 'initializing' : 'queued_for_calling',
        starts: [],
        dialled: 0,
      })),
      draft,
      paused: false,
      cancelled: false,
      scheduledMs: request.scheduled_at === undefined ? undefined : Date.parse(request.scheduled_at),
      shown: slowRows === true ? dice.between(0, request.contacts.length) : request.contacts.length,
    };
    this.campaigns.unshift(campaign);
    this.effects.push({ by, what: 'create', campaignId: campaign.id, callIds: [] });
    if (!isToday && !draft) this.#startAll(by, campaign);
    return campaign;
  }

  launchCalls(by: string, id: string, { selection, scheduled_at }: LaunchCallsRequest): LaunchCallsAnswer {
    if (this.options.generation !== 'launchesCalls') throw refusal(404, 'Not found');
    const campaign = this.campaign(id);
    const named = new Set(selection.rows.call_ids);
    const skipped = { active: 0, attempts_exhausted: 0, cancelled: 0 };
    const launched: string[] = [];
    for (const call of campaign.calls) {
      if (!named.has(call.id)) continue;
      if (call.status === 'cancelled' || campaign.cancelled) skipped.cancelled += 1;
      else if (!selection.filters.statuses.some((status) => status === call.status)) skipped.active += 1;
      else {
        const atMs = scheduled_at === undefined ? this.nowMs : Math.max(this.nowMs, Date.parse(scheduled_at));
        this.#start(by, call, atMs);
        launched.push(call.id);
      }
    }
    this.effects.push({ by, what: 'launch', campaignId: id, callIds: launched });
    return { launched: launched.length, skipped };
  }

  launchDraft(by: string, id: string): DoubleCampaign {
    const campaign = this.campaign(id);
    if (!campaign.draft || campaign.cancelled) throw refusal(409, 'Not a draft');
    campaign.draft = false;
    this.#startAll(by, campaign);
    this.effects.push({
      by,
      what: 'launch',
      campaignId: id,
      callIds: campaign.calls.map((call) => call.id),
    });
    return campaign;
  }

  update(by: string, id: string, changes: CampaignChanges): DoubleCampaign {
    const campaign = this.campaign(id);
    const { contacts, scheduled_at, ...rest } = changes;
    const set = (name: keyof CreateCampaignRequest, value: unknown) => {
      const others = Object.entries(campaign.request).filter(([key]) => key !== name);
      const all = value === null ? others : [...others, [name, value] as const];
      campaign.request = Object.fromEntries(all) as unknown as CreateCampaignRequest;
    };
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) set(name as keyof CreateCampaignRequest, value);
    }
    if (campaign.draft && scheduled_at !== undefined) {
      campaign.scheduledMs = scheduled_at === null ? undefined : Date.parse(scheduled_at);
    }
    if (campaign.draft && contacts !== undefined) {
      campaign.calls = contacts.map((contact, index) => ({
        id: `${id}-${(this.#made += 1)}-${index}`,
        contact,
        status: 'initializing',
        starts: [],
        dialled: 0,
      }));
      campaign.shown = contacts.length;
    }
    this.effects.push({ by, what: 'update', campaignId: id, callIds: [] });
    return campaign;
  }

  setPaused(by: string, id: string, paused: boolean): boolean {
    const campaign = this.campaign(id);
    if (campaign.draft || campaign.cancelled) return false;
    campaign.paused = paused;
    this.effects.push({ by, what: paused ? 'pause' : 'resume', campaignId: id, callIds: [] });
    this.#dial();
    return true;
  }

  view(campaign: DoubleCampaign): Campaign {
    const { id, request, calls } = campaign;
    const isToday = this.options.generation === 'launchesCalls';
    const count = (...statuses: string[]) => calls.filter(({ status }) => statuses.includes(status)).length;
    const completed = count('completed');
    const rules: CallRetryConfig | undefined = request.call_retry_config;
    return {
      id,
      assistant_id: request.assistant_id,
      name: request.name,
      organization_id: 'o',
      status: this.#status(campaign, completed),
      is_cancelled: campaign.cancelled,
      created_at: new Date(campaign.createdMs).toISOString(),
      ...(campaign.scheduledMs === undefined
        ? {}
        : { scheduled_at: new Date(campaign.scheduledMs).toISOString() }),
      ...(rules === undefined ? {} : { call_retry_config: rules }),
      ...(request.from_phone_number === undefined ? {} : { from_phone_number: request.from_phone_number }),
      ...(request.max_concurrent_calls === undefined
        ? {}
        : { max_concurrent_calls: request.max_concurrent_calls }),
      row_stats: {
        pending: count('queued_for_calling', 'scheduled', 'initializing'),
        calling: 0,
        retry: 0,
        completed,
        failed: count('cancelled'),
        total: calls.length,
        ...(isToday ? { not_launched: count('not_launched'), skipped: 0 } : {}),
      },
    };
  }

  #status({ draft, paused, calls }: DoubleCampaign, completed: number): string {
    if (draft) return 'draft';
    if (paused) return 'paused';
    return completed === calls.length ? 'completed' : 'running';
  }

  async *#rows(id: string): AsyncIterable<readonly Row[]> {
    const rows = await this.#read(() => {
      const { calls, shown, draft, createdMs } = this.campaign(id);
      return calls.slice(0, shown).map((call, index): Row => ({
        id: `row-${call.id}`,
        phone_number: call.contact.to_phone_number,
        input_data: call.contact.prompt_variables,
        row_index: calls.length - index,
        ...(draft ? {} : { call: this.#callView(call, createdMs) }),
      }));
    });
    // in another order than they were sent
    yield rows.slice(2);
    yield rows.slice(0, 2);
  }

  #callView(call: DoubleCall, createdMs: number): NonNullable<Row['call']> {
    const [start] = call.starts;
    const waits = call.status === 'scheduled' && start !== undefined;
    const stampMs = this.options.stampsCalls === true ? createdMs : undefined;
    const scheduledMs = waits ? start.atMs : stampMs;
    return {
      id: call.id,
      status: call.status,
      to_phone_number: call.contact.to_phone_number,
      prompt_variables: call.contact.prompt_variables,
      ...(stampMs === undefined ? {} : { created_at: new Date(stampMs).toISOString() }),
      ...(scheduledMs === undefined ? {} : { scheduled_at: new Date(scheduledMs).toISOString() }),
      calls_count: call.dialled,
      call_attempts: [],
    };
  }

  #startAll(by: string, campaign: DoubleCampaign): void {
    const atMs = Math.max(this.nowMs, campaign.scheduledMs ?? this.nowMs);
    for (const call of campaign.calls) this.#start(by, call, atMs);
  }

  #start(by: string, call: DoubleCall, atMs: number): void {
    call.starts.push({ atMs, by });
    const waits = atMs > this.nowMs;
    if (waits && this.options.hidesSchedule === true) return;
    call.status = waits ? 'scheduled' : 'queued_for_calling';
  }

  #dial(): void {
    for (const campaign of this.campaigns) {
      if (campaign.paused || campaign.cancelled || campaign.draft) continue;
      for (const call of campaign.calls) {
        if (call.status === 'cancelled') continue;
        for (const start of call.starts.filter(({ atMs }) => atMs <= this.nowMs)) {
          call.starts.splice(call.starts.indexOf(start), 1);
          call.dialled += 1;
          call.status = 'completed';
          const { to_phone_number: number } = call.contact;
          this.ledger.push({
            campaignId: campaign.id,
            callId: call.id,
            number,
            by: start.by,
            atMs: this.nowMs,
          });
        }
      }
    }
  }

  async #read<T>(read: () => T): Promise<T> {
    await Promise.resolve();
    if (this.options.dice.chance(this.readTrouble)) throw new ApiError('Not now.', { reason: 'server' });
    return read();
  }

  async #write<T>(write: () => T): Promise<T> {
    const fault = this.faults.shift() ?? { at: 'nowhere' };
    await Promise.resolve();
    switch (fault.at) {
      case 'nowhere':
        return write();
      case 'refusal':
        throw refusal(fault.status, 'No');
      case 'before':
        throw lost();
      case 'after':
        write();
        throw lost();
      case 'late':
        this.#late.push({ dueMs: this.nowMs + fault.lateMs, run: () => attempt(write) });
        throw lost();
    }
  }
}

/** What arrives late may be refused by then, which nobody hears. */
function attempt(write: () => unknown): void {
  try {
    write();
  } catch {
    // refused
  }
}

function lost(): ApiError {
  return new ApiError('The answer was lost.', { reason: 'timeout', mayHaveHappened: true });
}

export function refusal(status: number, message: string): ApiError {
  return new ApiError(message, { reason: 'rejected', status, serverMessage: message });
}
