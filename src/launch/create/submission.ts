import type { Campaign } from '../../core/campaign.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import type { Disposable } from '../../core/emitter.ts';
import type { CampaignApi, Clock, Log } from '../../core/ports.ts';
import type { LaunchEntry, LaunchTarget, LaunchOperation } from '../journal/launchIntent.ts';
import type { LaunchJournal } from '../journal/launchJournal.ts';
import type { CallsEnd } from '../calls/callsOrder.ts';
import type { ReadBack } from './readBack.ts';

/**
 * How a campaign whose answer was lost was recognised: by what the list says, by numbers of its rows as well,
 * or by every one of its rows.
 */
export type FoundBy = 'list' | 'numbers' | 'rows';

/** How a submission ended, as far as is known. Only `refused` may be sent again without checking. */
export type Submission =
  | {
      readonly kind: 'created';
      readonly campaign: Campaign;
      readonly foundBy?: FoundBy;
      /** What was read back; undefined: the create is all there was to do on this server. */
      readonly check?: ReadBack;
      /** How the launch ended; undefined: none was asked for, or the check did not allow it. */
      readonly launch?: CallsEnd;
    }
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

export interface StepsOfCreate {
  /** Undefined: the campaign itself shows which operation its server has. */
  readonly operation: LaunchOperation | undefined;
}

export interface SubmitOptions {
  readonly api: CampaignApi;
  readonly target: LaunchTarget;
  readonly request: CreateCampaignRequest;
  /** The create calls nobody: it is recognised by all its rows, and may be launched in a second step. */
  readonly inSteps?: StepsOfCreate | undefined;
  /** The address of the call list. */
  readonly list?: string | undefined;
  readonly journal: LaunchJournal;
  readonly newId: () => string;
  /** Stops waiting for the answer. It does not undo the request, so the list is read all the same. */
  readonly signal?: AbortSignal | undefined;
  /** Called right before the request is sent: whether the person still sees this connection. */
  readonly stillCurrent: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  readonly every: (ms: number, run: () => void) => Disposable;
  readonly clock: Clock;
  readonly log: Log;
}

const foundByText: Readonly<Record<FoundBy, string>> = {
  list: 'its name, assistant, size and time',
  numbers: 'its name and phone numbers',
  rows: 'its contacts',
};

/** What is known about it, and how; empty where the server itself answered. */
export function foundText(foundBy: FoundBy | undefined): string {
  if (foundBy === undefined) return '';
  return ` The answer was lost; the campaign was found by ${foundByText[foundBy]}.`;
}
