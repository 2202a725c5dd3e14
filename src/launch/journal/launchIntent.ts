import type { Connection } from '../../core/connection.ts';
import type { CampaignTerms } from '../comparison/campaignTerms.ts';
import type { JournalEntry } from './stepJournal.ts';

/** How calls are launched once a campaign is created: by call ids (0.5.0) or the whole draft (0.3.0). */
export type LaunchOperation = 'launchCalls' | 'launchDraft';

/**
 * A launch as it is written down before anything is sent: enough to find out later what happened to it. It
 * holds no key and nothing of the contacts but their number and a hash.
 */
export interface LaunchIntent {
  readonly id: string;
  /** Which service, and which account there. */
  readonly target: LaunchTarget;
  readonly name: string;
  /** uuid */
  readonly assistantId: string;
  /** How many contacts are sent. */
  readonly contacts: number;
  readonly launch: boolean;
  /** ISO 8601 */
  readonly scheduledAt?: string | undefined;
  /** The address of the call list, where there is one. */
  readonly list?: string | undefined;
  /**
   * The create calls nobody, and is recognised by its rows alone. The journal keeps hashes of its contacts,
   * and its terms stand here, so that it can be checked after a restart as well.
   */
  readonly inSteps?:
    { readonly terms: CampaignTerms; readonly operation?: LaunchOperation | undefined } | undefined;
  /** Hexadecimal SHA-256 of the whole request, and of its contacts alone. */
  readonly requestHash: string;
  readonly contactsHash: string;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
}

export interface LaunchTarget {
  readonly kind: Connection['kind'];
  readonly baseUrl: string;
  /** Tells accounts of one service apart; see `accountMark`. */
  readonly account: string;
}

/**
 * What happened next, each written down before anything else is done. `withdrawn` and `refused`: it surely
 * was not created. `unsure` is the one that waits for another. `seen`: the person was told that it is absent.
 */
export type LaunchStep =
  | {
      readonly state: 'sent';
      readonly atMs: number;
      /** The campaigns that were there before: none of them can be this one. */
      readonly knownIds: readonly string[];
    }
  | { readonly state: 'withdrawn'; readonly atMs: number }
  | { readonly state: 'refused'; readonly atMs: number }
  | {
      readonly state: 'unsure';
      readonly atMs: number;
      /** Campaigns that look like it and call other people: none of them can be this one either. */
      readonly knownIds?: readonly string[];
    }
  | {
      readonly state: 'confirmed';
      readonly atMs: number;
      readonly campaignId: string;
      readonly by: 'answer' | 'list' | 'person';
    }
  | { readonly state: 'absent'; readonly atMs: number; readonly by: 'time' | 'person' }
  | { readonly state: 'seen'; readonly atMs: number };

export type LaunchState = 'intent' | LaunchStep['state'];

export type LaunchEntry = JournalEntry<LaunchIntent, LaunchStep>;

export function launchState({ steps }: LaunchEntry): LaunchState {
  return steps.at(-1)?.state ?? 'intent';
}

/** The campaigns that were there before it was sent, or are known to be somebody else's. */
export function knownIds({ steps }: LaunchEntry): readonly string[] {
  return steps.flatMap((step) =>
    step.state === 'sent' || step.state === 'unsure' ? (step.knownIds ?? []) : [],
  );
}

/** It may still become a campaign, or may be one that nobody knows of. */
export function isOpen(entry: LaunchEntry): boolean {
  return ['intent', 'sent', 'unsure'].includes(launchState(entry));
}

/**
 * Two launches of which only one can be meant: the same list or the same contacts, for the same service. Of
 * which account does not matter: a key may have been replaced in between.
 */
export function isSameCause(
  one: LaunchIntent,
  other: Pick<LaunchIntent, 'id' | 'target' | 'list' | 'contactsHash'>,
): boolean {
  if (one.id === other.id || one.target.baseUrl !== other.target.baseUrl) return false;
  return one.contactsHash === other.contactsHash || (one.list !== undefined && one.list === other.list);
}

/**
 * No campaign appears later than this after the request was in transit: a quarter of an hour is the longest
 * that the common hosting platforms let one request be worked on (AWS Lambda 900 s, Vercel 800 s), and the
 * create answers with the campaign, so that it is made while the request lasts. The service itself promises
 * no bound, which is why the time alone never settles a launch: two reads must agree, see `LaunchReconciler`.
 */
export const maxServerProcessingMs = 15 * 60_000;
