import type { Contact, CreateCampaignRequest } from '../core/createRequest.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';

export type Start =
  | { readonly kind: 'now' }
  | { readonly kind: 'schedule'; readonly atMs: number }
  | { readonly kind: 'draft' };

/** What a person decided about a campaign before it exists. */
export interface LaunchPlan {
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
}

/** The request body in its newest form. A draft carries no schedule: nothing in it may be taken for a wish to call. */
export function createRequest(plan: LaunchPlan, contacts: readonly Contact[]): CreateCampaignRequest {
  const { start } = plan;
  return {
    assistant_id: plan.assistantId,
    name: plan.name,
    launch: start.kind !== 'draft',
    ...(start.kind === 'schedule' ? { scheduled_at: new Date(start.atMs).toISOString() } : {}),
    ...(plan.fromPhoneNumber === undefined ? {} : { from_phone_number: plan.fromPhoneNumber }),
    ...(plan.maxConcurrentCalls === undefined ? {} : { max_concurrent_calls: plan.maxConcurrentCalls }),
    ...(plan.callRetryConfig === undefined ? {} : { call_retry_config: plan.callRetryConfig }),
    contacts: contacts.map(({ to_phone_number, prompt_variables }) => ({
      to_phone_number,
      prompt_variables,
    })),
  };
}
