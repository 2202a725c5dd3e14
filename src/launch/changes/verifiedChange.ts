import type { Campaign, CampaignChanges } from '../../core/campaign.ts';
import { campaignState } from '../../core/campaign.ts';
import { ApiError } from '../../core/errors.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { isSameRules } from '../comparison/campaignTerms.ts';
import { verifiedWrite } from './verifiedWrite.ts';

/** How a change of a campaign ended, as the campaign shows afterwards. */
export type Change =
  | { readonly kind: 'done'; readonly campaign: Campaign }
  /** Not done; this is certain. */
  | { readonly kind: 'failed'; readonly problem: string; readonly campaign: Campaign | undefined }
  /** The answer was lost, or the campaign does not show what the server accepted. */
  | { readonly kind: 'cannot tell'; readonly problem: string; readonly campaign: undefined };

export interface ChangeOptions {
  readonly api: Pick<CampaignApi, 'retrieveCampaign' | 'pauseCampaign' | 'resumeCampaign' | 'updateCampaign'>;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** Called with each state that is read. */
  readonly seen: (campaign: Campaign) => void;
}

export function verifiedPause(id: string, options: ChangeOptions): Promise<Change> {
  const isDone = (campaign: Campaign) => {
    const state = campaignState(campaign, options.clock.now());
    return state === 'paused' || campaign.status === 'paused' ? undefined : `it is ${state}`;
  };
  return verifiedChange(id, {
    ...options,
    kind: 'pause',
    write: () => options.api.pauseCampaign(id),
    isDone,
  });
}

export function verifiedResume(id: string, options: ChangeOptions): Promise<Change> {
  const isDone = (campaign: Campaign) =>
    campaign.status === 'paused' || campaign.is_cancelled
      ? `it is ${campaign.is_cancelled ? 'cancelled' : 'paused'}`
      : undefined;
  return verifiedChange(id, {
    ...options,
    kind: 'resume',
    write: () => options.api.resumeCampaign(id),
    isDone,
  });
}

/** A campaign as it was before a change; of a cleared field what it had. */
export type CampaignBefore = Pick<
  Campaign,
  'id' | 'from_phone_number' | 'max_concurrent_calls' | 'call_retry_config'
>;

/** @param changes only the fields that should change; null clears one */
export function verifiedUpdate(
  before: CampaignBefore,
  changes: CampaignChanges,
  options: ChangeOptions,
): Promise<Change> {
  const isDone = (campaign: Campaign) => {
    const open = unchangedFields(before, changes, campaign);
    return open.length === 0
      ? undefined
      : `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} not as asked`;
  };
  return verifiedChange(before.id, {
    ...options,
    kind: 'edit',
    write: async () => {
      await options.api.updateCampaign(before.id, changes);
      return true;
    },
    isDone,
  });
}

/** Names of the fields that the campaign does not have as they were asked for. */
function unchangedFields(
  before: CampaignBefore,
  changes: CampaignChanges,
  campaign: Campaign,
): readonly string[] {
  const { name, from_phone_number: from, max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const fields: string[] = [];
  if (name !== undefined && name !== campaign.name) fields.push('the name');
  if (!isAsAsked(from, campaign.from_phone_number, before.from_phone_number, isSameWriting)) {
    fields.push('the caller ID');
  }
  if (!isAsAsked(parallel, campaign.max_concurrent_calls, before.max_concurrent_calls, Object.is)) {
    fields.push('the number of parallel calls');
  }
  if (!isAsAsked(rules, campaign.call_retry_config, before.call_retry_config, isSameRules)) {
    fields.push('the calling rules');
  }
  return fields;
}

/** Of a field that was cleared the service may tell its default: any value but the earlier one. */
function isAsAsked<Value>(
  asked: Value | null | undefined,
  now: Value | undefined,
  earlier: Value | undefined,
  isSame: (one: Value, other: Value) => boolean,
): boolean {
  if (asked === undefined) return true;
  if (asked !== null) return now !== undefined && isSame(asked, now);
  return now === undefined || (earlier !== undefined && !isSame(now, earlier));
}

/** Spaces and brackets between the digits do not count. */
function isSameWriting(one: string, other: string): boolean {
  const plain = (number: string) => number.replaceAll(/[^\d+]/g, '');
  return plain(one) === plain(other);
}

type ChangeKind = 'pause' | 'resume' | 'edit';

interface Write extends ChangeOptions {
  readonly kind: ChangeKind;
  readonly write: () => Promise<boolean>;
  /** @returns why it is not done; undefined: it is */
  readonly isDone: (campaign: Campaign) => string | undefined;
}

/** Sends one request, then relies only on what is read afterwards. Never rejects. */
async function verifiedChange(id: string, { api, kind, write, isDone, wait, seen }: Write): Promise<Change> {
  const notFound = { operation: false, campaign: false };
  const end = await verifiedWrite<Campaign>({
    write: () =>
      write().catch((error: unknown) => {
        notFound.operation = isNotThere(error);
        throw error;
      }),
    check: async (signal) => {
      const campaign = await api.retrieveCampaign(id, signal).catch((error: unknown) => {
        notFound.campaign = isNotThere(error);
        throw error;
      });
      seen(campaign);
      const still = isDone(campaign);
      return still === undefined
        ? { isDone: true, seen: campaign }
        : { isDone: false, seen: campaign, still };
    },
    wait,
    canBeUndone: true,
  });
  switch (end.kind) {
    case 'done':
      return { kind: 'done', campaign: end.seen };
    case 'not done': {
      const problem = notFound.operation
        ? absenceText(kind, end.seen === undefined ? notFound.campaign && 'gone' : 'there')
        : end.problem;
      return { kind: 'failed', problem, campaign: end.seen };
    }
    case 'cannot tell':
      return { ...end, campaign: undefined };
  }
}

const absentStatuses: ReadonlySet<number | undefined> = new Set([404, 405, 410, 501]);

function isNotThere(error: unknown): boolean {
  return error instanceof ApiError && !error.mayHaveHappened && absentStatuses.has(error.status);
}

const changeWords: Readonly<Record<ChangeKind, { readonly verb: string; readonly remedy: string }>> = {
  pause: {
    verb: 'pause campaigns',
    remedy: 'Cancel the campaign if its pending calls must not be made.',
  },
  resume: {
    verb: 'resume campaigns',
    remedy: 'Create a new campaign of the contacts that are still to be called.',
  },
  edit: {
    verb: 'change campaigns',
    remedy: 'Create a new campaign with these settings, and cancel this one.',
  },
};

/**
 * What a 404 means: the operation is missing where the campaign can still be read; otherwise the campaign is.
 * @param campaign false: it could not be read
 */
function absenceText(kind: ChangeKind, campaign: 'there' | 'gone' | false): string {
  const { verb, remedy } = changeWords[kind];
  if (campaign === 'there') return `this server cannot ${verb}. ${remedy}`;
  return campaign === 'gone'
    ? 'the campaign no longer exists on the server. Refresh the list of campaigns.'
    : `either this server cannot ${verb}, or the campaign no longer exists. Refresh the list of campaigns, then try again.`;
}
