import type { Campaign, CampaignChanges } from '../../core/campaign.ts';
import { campaignState } from '../../core/campaign.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { isSameRules } from '../comparison/campaignTerms.ts';
import { verifiedWrite } from './verifiedWrite.ts';

/** How a change of a campaign ended, as the campaign itself says afterwards. */
export type Change =
  | { readonly kind: 'done'; readonly campaign: Campaign }
  /** Surely not done. */
  | { readonly kind: 'failed'; readonly problem: string; readonly campaign: Campaign | undefined }
  /** The answer was lost, or the campaign does not show what the server accepted. */
  | { readonly kind: 'cannot tell'; readonly problem: string; readonly campaign: undefined };

export interface ChangeOptions {
  readonly api: Pick<CampaignApi, 'retrieveCampaign' | 'pauseCampaign' | 'resumeCampaign' | 'updateCampaign'>;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of each state that is read. */
  readonly seen: (campaign: Campaign) => void;
}

export function verifiedPause(id: string, options: ChangeOptions): Promise<Change> {
  const isDone = (campaign: Campaign) => {
    const state = campaignState(campaign, options.clock.now());
    return state === 'paused' || campaign.status === 'paused' ? undefined : `it is ${state}`;
  };
  return verifiedChange(id, { ...options, write: () => options.api.pauseCampaign(id), isDone });
}

export function verifiedResume(id: string, options: ChangeOptions): Promise<Change> {
  const isDone = (campaign: Campaign) =>
    campaign.status === 'paused' || campaign.is_cancelled
      ? `it is ${campaign.is_cancelled ? 'cancelled' : 'paused'}`
      : undefined;
  return verifiedChange(id, { ...options, write: () => options.api.resumeCampaign(id), isDone });
}

/** @param changes only the fields that shall change; null clears one */
export function verifiedUpdate(
  id: string,
  changes: CampaignChanges,
  options: ChangeOptions,
): Promise<Change> {
  const isDone = (campaign: Campaign) => {
    const open = unchangedFields(changes, campaign);
    return open.length === 0
      ? undefined
      : `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} not as asked`;
  };
  return verifiedChange(id, {
    ...options,
    write: async () => {
      await options.api.updateCampaign(id, changes);
      return true;
    },
    isDone,
  });
}

/** Names of the fields that the campaign does not have as they were asked for. */
export function unchangedFields(changes: CampaignChanges, campaign: Campaign): readonly string[] {
  const fields: string[] = [];
  if (changes.name !== undefined && changes.name !== campaign.name) fields.push('the name');
  if (
    changes.from_phone_number !== undefined &&
    (changes.from_phone_number ?? undefined) !== campaign.from_phone_number
  ) {
    fields.push("the caller's number");
  }
  if (
    changes.max_concurrent_calls !== undefined &&
    (changes.max_concurrent_calls ?? undefined) !== campaign.max_concurrent_calls
  ) {
    fields.push('the number of parallel calls');
  }
  const { call_retry_config: rules } = changes;
  if (rules !== undefined && !isSameRules(rules ?? undefined, campaign.call_retry_config)) {
    fields.push('the calling rules');
  }
  return fields;
}

interface Write extends ChangeOptions {
  readonly write: () => Promise<boolean>;
  /** @returns why it is not done; undefined: it is */
  readonly isDone: (campaign: Campaign) => string | undefined;
}

/** Sends the one request, then believes only what is read afterwards. Never rejects. */
async function verifiedChange(id: string, { api, write, isDone, wait, seen }: Write): Promise<Change> {
  const end = await verifiedWrite<Campaign>({
    write,
    look: async () => {
      const campaign = await api.retrieveCampaign(id);
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
    case 'not done':
      return { kind: 'failed', problem: end.problem, campaign: end.seen };
    case 'cannot tell':
      return { ...end, campaign: undefined };
  }
}
