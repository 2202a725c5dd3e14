import { campaignState, type Campaign } from '../../core/campaign.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import { verifiedWrite } from './verifiedWrite.ts';

/** How a cancellation ended, as the campaign shows afterwards. */
export type Cancellation =
  | { readonly kind: 'cancelled'; readonly campaign: Campaign }
  /** It was over before. */
  | { readonly kind: 'completed'; readonly campaign: Campaign }
  /** Calls may still be made. Asking again is safe: what is cancelled stays cancelled. */
  | { readonly kind: 'failed'; readonly problem: string; readonly campaign: Campaign | undefined }
  /** It may be cancelled: the answer was lost, or its state cannot be read. */
  | { readonly kind: 'cannot tell'; readonly problem: string; readonly campaign: undefined };

export interface CancelOptions {
  readonly api: Pick<CampaignApi, 'cancelCampaign' | 'retrieveCampaign'>;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** Called with each state that is read. */
  readonly seen: (campaign: Campaign) => void;
}

/** Sends one request, then relies only on what is read afterwards. Never rejects. */
export async function verifiedCancel(id: string, options: CancelOptions): Promise<Cancellation> {
  const { api, clock, wait, seen } = options;
  const stateOf = (campaign: Campaign) => campaignState(campaign, clock.now());
  const end = await verifiedWrite<Campaign>({
    write: () => api.cancelCampaign(id),
    check: async (signal) => {
      const campaign = await api.retrieveCampaign(id, signal);
      seen(campaign);
      const state = stateOf(campaign);
      if (state === 'cancelled' || state === 'completed') return { isDone: true, seen: campaign };
      return {
        isDone: false,
        seen: campaign,
        still: `it is still ${state === 'unknown' ? `"${campaign.status}"` : state}`,
      };
    },
    wait,
  });
  switch (end.kind) {
    case 'done':
      return { kind: stateOf(end.seen) === 'cancelled' ? 'cancelled' : 'completed', campaign: end.seen };
    case 'not done':
      return { kind: 'failed', problem: end.problem, campaign: end.seen };
    case 'cannot tell':
      return { ...end, campaign: undefined };
  }
}
