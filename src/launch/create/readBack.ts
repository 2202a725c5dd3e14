import type { Campaign } from '../../core/campaign.ts';
import { isAbort, messageOf } from '../../core/errors.ts';
import { formatCount } from '../../core/format.ts';
import type { Clock } from '../../core/ports.ts';
import { termDifferences, type CampaignTerms } from '../comparison/campaignTerms.ts';
import { agrees, compareContacts, type ContactComparison } from '../comparison/compareContacts.ts';
import { readCampaign, type CampaignWithRows, type ReadingApi } from '../comparison/readCampaign.ts';
import type { LaunchOperation } from '../journal/launchIntent.ts';
import type { SentContacts } from '../comparison/sentContacts.ts';
import { callStage } from '../comparison/serverRow.ts';

/** What reading a created campaign back has shown. */
export type ReadBack =
  /** Every contact is there once, nobody was called, and the terms are those confirmed. */
  | (CampaignWithRows & {
      readonly kind: 'agrees';
      readonly operation: LaunchOperation;
      readonly contacts: ContactComparison;
    })
  /** Nothing may be launched: rows or terms differ. */
  | (CampaignWithRows & {
      readonly kind: 'differs';
      readonly operation: LaunchOperation;
      readonly contacts: ContactComparison;
      /** Of the campaign itself, a sentence each. */
      readonly terms: readonly string[];
    })
  /** Calls are under way though nothing was launched from here. */
  | { readonly kind: 'calling'; readonly campaign: Campaign; readonly calls: number }
  /** It could not be read to its end. Nothing is known to be wrong. */
  | { readonly kind: 'not checked'; readonly why: string; readonly campaign: Campaign | undefined };

export interface ReadBackOptions {
  readonly api: ReadingApi;
  readonly id: string;
  readonly sent: SentContacts;
  readonly terms: CampaignTerms;
  /** Undefined: the server shows by the campaign itself which operation it has. */
  readonly operation: LaunchOperation | undefined;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** A server that makes no progress for this long is not waited for any more. */
export const readBackTimeoutMs = 120_000;
/** A round takes no longer while the machine is awake; the rest of its time the machine slept. */
const maxRoundMs = 40_000;
const pausesMs = [500, 1_000, 2_000, 3_000, 5_000];

/**
 * Reads a campaign until all its contacts are there, and compares it with what was sent. The server may need
 * time: rows may come in parts, and calls after the rows.
 */
export async function readBack(options: ReadBackOptions): Promise<ReadBack> {
  const { api, id, sent, clock, wait, signal } = options;
  let idleMs = 0;
  let roundMs = clock.now();
  let best = -1;
  let why: string;
  let campaign: Campaign | undefined;
  for (let round = 0; ; round += 1) {
    try {
      const read = await readCampaign(api, id, signal);
      campaign = read.campaign;
      const operation = options.operation ?? operationOf(read);
      const state = readiness(read, operation, sent.count);
      if (state.calling > 0) return { kind: 'calling', campaign, calls: state.calling };
      if (state.ready && operation !== undefined) return await compare(options, read, operation);
      why =
        operation === undefined
          ? 'the server does not show whether it waits for a launch'
          : `${formatCount(state.ready ? read.rows.length : state.done)} of ${formatCount(sent.count)} contacts are ready`;
      if (state.done > best) {
        best = state.done;
        idleMs = 0;
        roundMs = clock.now();
      }
    } catch (error) {
      if (signal?.aborted === true || isAbort(error)) {
        return { kind: 'not checked', why: 'you stopped the check', campaign };
      }
      why = messageOf(error);
    }
    const nowMs = clock.now();
    idleMs += Math.min(Math.max(0, nowMs - roundMs), maxRoundMs);
    roundMs = nowMs;
    if (idleMs >= readBackTimeoutMs) return { kind: 'not checked', why, campaign };
    await wait(pausesMs[Math.min(round, pausesMs.length - 1)] ?? 0);
    if (signal?.aborted === true) return { kind: 'not checked', why: 'you stopped the check', campaign };
  }
}

/** What the campaign shows of its server's generation; undefined: nothing yet. */
function operationOf({ campaign, rows }: CampaignWithRows): LaunchOperation | undefined {
  if (campaign.row_stats?.not_launched !== undefined) return 'launchCalls';
  if (rows.some(({ call }) => call?.status === 'not_launched')) return 'launchCalls';
  return campaign.status === 'draft' ? 'launchDraft' : undefined;
}

interface Readiness {
  readonly ready: boolean;
  /** Rows that are as they should be before a launch. */
  readonly done: number;
  /** Calls that are under way or were made. */
  readonly calling: number;
}

function readiness(
  { campaign, rows }: CampaignWithRows,
  operation: LaunchOperation | undefined,
  sent: number,
): Readiness {
  const stages = rows.map(({ call }) => callStage(call));
  const launched = stages.filter((stage) => stage === 'launched').length;
  const stats = campaign.row_stats;
  // A count is evidence as well: rows may be read a moment before a call begins.
  const counted = stats === undefined ? 0 : stats.calling + stats.retry + stats.completed;
  const isRunningDraft =
    operation === 'launchDraft' && campaign.status !== 'draft' && !campaign.is_cancelled && rows.length > 0;
  const calling = Math.max(launched, counted, isRunningDraft ? rows.length : 0);
  const done =
    operation === 'launchDraft'
      ? rows.length
      : stages.filter((stage) => stage === 'waiting' || stage === 'cancelled').length;
  const total = stats?.total;
  return {
    calling,
    done,
    ready: rows.length >= sent && done === rows.length && (total === undefined || total === rows.length),
  };
}

async function compare(
  { sent, terms, signal }: ReadBackOptions,
  read: CampaignWithRows,
  operation: LaunchOperation,
): Promise<ReadBack> {
  const contacts = await compareContacts(sent, read.rows, signal);
  const different = [
    ...(await termDifferences(terms, read.campaign, { undefinedMeans: 'asked' })),
    ...(read.campaign.is_cancelled ? ['It is cancelled.'] : []),
    ...(read.rows.some(({ call }) => callStage(call) === 'cancelled')
      ? ['Some of its calls are cancelled.']
      : []),
    ...sharedCallIds(read, operation),
  ];
  return agrees(contacts) && different.length === 0
    ? { kind: 'agrees', ...read, operation, contacts }
    : { kind: 'differs', ...read, operation, contacts, terms: different };
}

/** A call that two rows share could not be launched once for each. */
function sharedCallIds({ rows }: CampaignWithRows, operation: LaunchOperation): readonly string[] {
  if (operation === 'launchDraft') return [];
  const ids = new Set(rows.map(({ call }) => call?.id));
  return ids.size === rows.length ? [] : ['Several of its rows share a call.'];
}
