import type { PilotPick } from '../../core/campaignDraft.ts';
import type { Contact, CreateCampaignRequest } from '../../core/createRequest.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';

export type Start =
  | { readonly kind: 'now' }
  /** After a delay in which the person can change their mind, counted from when the request is sent. */
  | { readonly kind: 'grace'; readonly delayMs: number }
  | { readonly kind: 'schedule'; readonly atMs: number }
  /** All are created, these are called now, and the others wait for the person. */
  | {
      readonly kind: 'pilot';
      readonly size: number;
      readonly pick: PilotPick;
      /** For the pick `lines`: 1-based lines of the list, as many as `size`, each with a contact. */
      readonly lines?: readonly number[] | undefined;
    }
  | { readonly kind: 'draft' };

/** Which people of a list are not called because of the service's own call history. */
export interface LeaveOut {
  readonly reached: boolean;
  readonly notInterested: boolean;
  /** Who was called in so many days up to now; undefined: nobody is left out for that. */
  readonly calledWithinDays?: number | undefined;
}

/** A campaign that may be sent: a draft in which everything is right. */
export interface CampaignSpec {
  /** uuid */
  readonly assistantId: string;
  readonly name: string;
  readonly start: Start;
  /** E.164; undefined: the assistant's or the organisation's own number. */
  readonly fromPhoneNumber?: string | undefined;
  /** Undefined: the service decides. */
  readonly maxConcurrentCalls?: number | undefined;
  /** Undefined: the assistant's own rules. */
  readonly callRetryConfig?: CallRetryConfig | undefined;
  /** Undefined: earlier calls leave nobody out. It is not sent: the contacts are fewer. */
  readonly leaveOut?: LeaveOut | undefined;
}

/** How many of `ready` contacts a start calls: none for a draft, some for a pilot. */
export function calledByLaunch(start: Start, ready: number): number {
  if (start.kind === 'draft') return 0;
  return start.kind === 'pilot' ? Math.min(start.size, ready) : ready;
}

/**
 * The request body in its newest form, to be sent at `nowMs`. A draft carries no schedule: nothing in it may
 * be read as a request to call.
 */
export function createRequest(
  plan: CampaignSpec,
  contacts: readonly Contact[],
  nowMs = Date.now(),
): CreateCampaignRequest {
  const { start } = plan;
  const startMs = startTimeMs(start, nowMs);
  return {
    assistant_id: plan.assistantId,
    name: plan.name,
    launch: start.kind !== 'draft' && start.kind !== 'pilot',
    ...(startMs === undefined ? {} : { scheduled_at: new Date(startMs).toISOString() }),
    ...(plan.fromPhoneNumber === undefined ? {} : { from_phone_number: plan.fromPhoneNumber }),
    ...(plan.maxConcurrentCalls === undefined ? {} : { max_concurrent_calls: plan.maxConcurrentCalls }),
    ...(plan.callRetryConfig === undefined ? {} : { call_retry_config: plan.callRetryConfig }),
    contacts: contacts.map(({ to_phone_number, prompt_variables }) => ({
      to_phone_number,
      prompt_variables,
    })),
  };
}

/** When the server is asked to start the calls; undefined: no start time is sent. */
function startTimeMs(start: Start, nowMs: number): number | undefined {
  if (start.kind === 'schedule') return start.atMs;
  return start.kind === 'grace' ? nowMs + start.delayMs : undefined;
}
