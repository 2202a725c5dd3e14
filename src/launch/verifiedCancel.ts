import { campaignState, type Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';

/** How a cancellation ended, as the campaign itself says afterwards. */
export type Cancellation =
  | { readonly kind: 'cancelled'; readonly campaign: Campaign }
  /** It was over before. */
  | { readonly kind: 'completed'; readonly campaign: Campaign }
  /** Calls may still be made. To ask again is safe: what is cancelled stays so. */
  | { readonly kind: 'failed'; readonly problem: string; readonly campaign: Campaign | undefined };

export interface CancelOptions {
  readonly api: Pick<CampaignApi, 'cancelCampaign' | 'retrieveCampaign'>;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of each state that is read. */
  readonly seen: (campaign: Campaign) => void;
}

const looks = 3;
const betweenLooksMs = 1_000;

/** Sends the one request, then believes only what is read afterwards. Never rejects. */
export async function verifiedCancel(id: string, options: CancelOptions): Promise<Cancellation> {
  const { api, clock, wait, seen } = options;
  let refusal: string | undefined;
  try {
    if (!(await api.cancelCampaign(id))) refusal = 'the server says that it did not succeed';
  } catch (error) {
    refusal = messageOf(error);
  }
  for (let look = 1; ; look += 1) {
    let campaign: Campaign;
    try {
      campaign = await api.retrieveCampaign(id);
    } catch (error) {
      const unread = `the server accepted, but its state could not be read afterwards: ${messageOf(error)}`;
      return { kind: 'failed', problem: refusal ?? unread, campaign: undefined };
    }
    seen(campaign);
    const state = campaignState(campaign, clock.now());
    if (state === 'cancelled') return { kind: 'cancelled', campaign };
    if (state === 'completed' && refusal === undefined) return { kind: 'completed', campaign };
    if (refusal !== undefined) return { kind: 'failed', problem: refusal, campaign };
    if (look === looks) {
      const word = state === 'unknown' ? `"${campaign.status}"` : state;
      return { kind: 'failed', problem: `the server accepted, but it is still ${word}`, campaign };
    }
    await wait(betweenLooksMs); // some servers need a moment
  }
}
