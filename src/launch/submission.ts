import type { Campaign } from '../core/campaign.ts';
import type { CreateCampaignRequest } from '../core/createRequest.ts';
import type { Disposable } from '../core/emitter.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import type { LaunchEntry, LaunchTarget } from './launchIntent.ts';
import type { LaunchJournal } from './launchJournal.ts';

/** How a campaign whose answer was lost was recognised: by what the list says, or by numbers of its rows as well. */
export type FoundBy = 'list' | 'numbers';

/** How a submission ended, as far as can be known. Only `refused` may be sent again without a look. */
export type Submission =
  | { readonly kind: 'created'; readonly campaign: Campaign; readonly foundBy?: FoundBy }
  /** Surely not created: it was not sent, or the server said no. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nothing was sent: another launch of the same list or contacts is open. */
  | { readonly kind: 'blocked'; readonly by: LaunchEntry }
  /** Nothing was sent: an earlier launch of it has become this campaign, just now or after all. */
  | { readonly kind: 'appeared'; readonly campaign: Campaign }
  /** The answer was lost, and the list does not show it either (yet). */
  | { readonly kind: 'not seen'; readonly error: unknown }
  /** The answer was lost, and the list shows others it could be, or could not be read. */
  | { readonly kind: 'unsure'; readonly error: unknown; readonly candidates: readonly Campaign[] };

export interface SubmitOptions {
  readonly api: CampaignApi;
  readonly target: LaunchTarget;
  readonly request: CreateCampaignRequest;
  /** The address of the call list. */
  readonly list?: string | undefined;
  readonly journal: LaunchJournal;
  readonly newId: () => string;
  /** Stops waiting for the answer. It does not undo the request, so the list is read all the same. */
  readonly signal?: AbortSignal | undefined;
  /** Asked right before the request leaves: is this still the connection that the person sees? */
  readonly stillCurrent: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  readonly every: (ms: number, run: () => void) => Disposable;
  readonly clock: Clock;
  readonly log: Log;
}
