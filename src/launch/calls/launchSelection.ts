import type { Campaign } from '../../core/campaign.ts';
import { ApiError, HumanError, messageOf } from '../../core/errors.ts';
import type { Disposable } from '../../core/emitter.ts';
import { formatWhen, plural } from '../../core/format.ts';
import type { LaunchCallsAnswer, LaunchCallsRequest, SkippedCalls } from '../../core/launchCalls.ts';
import type { CampaignApi, Clock, Log } from '../../core/ports.ts';
import type { CallStatus } from '../../core/row.ts';
import { toMs } from '../../core/timestamp.ts';
import { errorForLog } from '../../core/logText.ts';
import { callsState, type CallsEntry, type CallsStep } from '../journal/callsIntent.ts';
import { isNamed, type CallsJournal } from '../journal/callsJournal.ts';
import { termDifferences } from '../comparison/campaignTerms.ts';
import { changesSince, draftChangesSince, type ConfirmedLaunch } from '../comparison/confirmedCalls.ts';
import { type LaunchTarget, type LaunchOperation, maxServerProcessingMs } from '../journal/launchIntent.ts';
import { readCampaign, type CampaignWithRows } from '../comparison/readCampaign.ts';
import { callStage, hasMoved, type ServerRow } from '../comparison/serverRow.ts';

/** When the calls are to start. The time is reckoned when the launch leaves, and the server keeps it. */
export type CallsStart =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly atMs: number }
  | { readonly kind: 'after'; readonly delayMs: number };

/** A launch that a person has confirmed. */
export interface CallsOrder {
  /** A uuid of its own: of its intent in the journal. */
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly operation: LaunchOperation;
  readonly confirmed: ConfirmedLaunch;
  readonly start: CallsStart;
  /** Which statuses the named calls must have; `not_launched` unless calls are made again. */
  readonly statuses?: readonly CallStatus[] | undefined;
  /** The campaign as it was read after the question, with nothing in between. Absent: it is read again. */
  readonly read?: CampaignWithRows | undefined;
}

/** How a launch ended, as far as can be known. */
export type CallsEnd =
  | {
      readonly kind: 'launched';
      readonly asked: number;
      readonly launched: number;
      readonly skipped: SkippedCalls;
      /** When the server starts them, ms since 1970; undefined: at once. */
      readonly scheduledMs: number | undefined;
      readonly by: 'answer' | 'rows';
      /** Calls that are launched and were not confirmed. More than 0 is an alarm. */
      readonly more: number;
      readonly campaign: Campaign | undefined;
      /** Of the confirmed calls: numbers of those that the rows do not show launched, where that was read. */
      readonly skippedNumbers?: readonly string[] | undefined;
    }
  /** Surely nothing was launched. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nothing was sent: another launch of this campaign is open. */
  | { readonly kind: 'blocked'; readonly by: CallsEntry }
  /** Nothing was sent: it is not what was confirmed any more. Sentences say what changed. */
  | { readonly kind: 'changed'; readonly changes: readonly string[]; readonly read: CampaignWithRows }
  /** Nothing was sent: the start time passed meanwhile. */
  | { readonly kind: 'time passed'; readonly atMs: number }
  /** The answer was lost. `seen` of the calls are launched so far. */
  | { readonly kind: 'cannot tell'; readonly error: unknown; readonly asked: number; readonly seen: number };

export interface CallsOptions {
  readonly api: Pick<
    CampaignApi,
    'retrieveCampaign' | 'readRows' | 'launchCalls' | 'launchDraft' | 'updateCampaign'
  >;
  readonly target: LaunchTarget;
  readonly journal: CallsJournal;
  readonly signal?: AbortSignal | undefined;
  /** Asked right before the request leaves: is this still the connection that the person sees? */
  readonly stillCurrent: () => boolean;
  /** Asked right before the launch leaves: rejects when anything forbids to call these people by then. */
  readonly stillAllowed: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  readonly every: (ms: number, run: () => void) => Disposable;
  readonly clock: Clock;
  readonly log: Log;
}

const beatMs = 5_000;
/** Between reads after a lost answer. */
const pollsMs = [0, 2_000, 5_000, 10_000, 20_000];
const noSkips: SkippedCalls = { active: 0, attempts_exhausted: 0, cancelled: 0 };

/**
 * Launches exactly the calls that a person confirmed, and sends that once. Everything is read again before,
 * and the rows once more after. Never rejects for what the server does.
 */
export async function launchSelection(options: CallsOptions, order: CallsOrder): Promise<CallsEnd> {
  const { journal, clock } = options;
  const count = order.confirmed.calls.length;
  if (count === 0) return { kind: 'refused', error: new HumanError('Nothing was sent: no call was chosen.') };
  let entry: CallsEntry;
  try {
    await journal.keepCallIds(
      order.id,
      order.confirmed.calls.flatMap(({ callId }) => callId ?? []),
    );
    const begun = await journal.begin({
      kind: 'calls',
      id: order.id,
      target: options.target,
      campaignId: order.campaignId,
      name: order.name,
      operation: order.operation,
      count,
      ...(isAgain(order) ? { again: true } : {}),
      startedMs: clock.now(),
    });
    if ('by' in begun) return { kind: 'blocked', by: begun.by };
    entry = begun.entry;
  } catch (error) {
    return { kind: 'refused', error: notSent(error) };
  }
  const beat = options.every(beatMs, () => void journal.beat(entry).catch(() => undefined));
  try {
    return await prepare(options, order, entry);
  } finally {
    beat.dispose();
  }
}

/** All that comes before the request leaves. */
async function prepare(options: CallsOptions, order: CallsOrder, entry: CallsEntry): Promise<CallsEnd> {
  const { api, signal } = options;
  let end: CallsEnd | { readonly read: CampaignWithRows; readonly scheduledMs: number | undefined };
  try {
    const read = order.read ?? (await readCampaign(api, order.campaignId, signal));
    end = await check(options, order, read);
  } catch (error) {
    end = { kind: 'refused', error: notSent(error) };
  }
  if ('kind' in end) {
    await record(options, entry, { state: 'withdrawn', atMs: options.clock.now() });
    return end;
  }
  const { read, scheduledMs } = end;
  let sent: CallsEntry | undefined;
  try {
    sent = await options.journal.record(entry, {
      state: 'sent',
      atMs: options.clock.now(),
      ...(scheduledMs === undefined ? {} : { scheduledAt: new Date(scheduledMs).toISOString() }),
    });
  } catch (error) {
    return { kind: 'refused', error: notSent(error) };
  }
  if (sent === undefined) {
    const message =
      'This window was inactive for too long, and another may have taken over. Refresh, then launch again.';
    return { kind: 'refused', error: new HumanError(`Nothing was sent. ${message}`) };
  }
  return send(options, order, { entry: sent, read, scheduledMs });
}

async function check(
  options: CallsOptions,
  order: CallsOrder,
  read: CampaignWithRows,
): Promise<CallsEnd | { readonly read: CampaignWithRows; readonly scheduledMs: number | undefined }> {
  const { clock, signal, stillCurrent } = options;
  const changes = await changesOf(options, order, read);
  if (changes.length > 0) return { kind: 'changed', changes, read };
  signal?.throwIfAborted();
  if (!stillCurrent()) {
    throw new HumanError('The connection has changed. Switch back to it and launch again.');
  }
  await options.stillAllowed();
  const { start } = order;
  if (start.kind === 'at' && start.atMs <= clock.now()) return { kind: 'time passed', atMs: start.atMs };
  await refuseLateRequests(options, order);
  if (order.operation === 'launchDraft') await setDraftTime(options, order, read.campaign);
  const nowMs = clock.now();
  if (start.kind === 'at' && start.atMs <= nowMs) return { kind: 'time passed', atMs: start.atMs };
  return { read, scheduledMs: startMs(start, nowMs) };
}

/**
 * A launch whose answer was lost may still arrive, also after a person said that its calls may be launched
 * again. It cannot launch a call twice that is launched by then; one that waits for a later time might start
 * at once.
 */
async function refuseLateRequests(
  { journal, target, clock }: CallsOptions,
  order: CallsOrder,
): Promise<void> {
  if (order.start.kind === 'now' || order.operation === 'launchDraft') return;
  const untilMs = Math.max(
    0,
    ...(await journal.launchesOf(target.baseUrl, order.campaignId))
      .filter(
        (entry) => callsState(entry) === 'released' && entry.steps.some(({ state }) => state === 'unsure'),
      )
      .map(
        ({ intent, steps }) =>
          (steps.find(({ state }) => state === 'unsure')?.atMs ?? intent.startedMs) + maxServerProcessingMs,
      ),
  );
  if (untilMs <= clock.now()) return;
  throw new HumanError(
    `An earlier launch may still arrive until ${formatWhen(untilMs, clock.now())}, and would start these calls at once. Wait until then, or start them now.`,
  );
}

function startMs(start: CallsStart, nowMs: number): number | undefined {
  if (start.kind === 'at') return start.atMs;
  return start.kind === 'after' ? nowMs + start.delayMs : undefined;
}

/** Calls that were launched before, and are made again. */
function isAgain({ statuses }: CallsOrder): boolean {
  return statuses !== undefined && !statuses.includes('not_launched');
}

/** What is not as it was confirmed, a sentence each. */
async function changesOf(
  { journal, target }: CallsOptions,
  order: CallsOrder,
  { campaign, rows }: CampaignWithRows,
): Promise<readonly string[]> {
  const { campaignId, confirmed, operation } = order;
  const again = isAgain(order);
  const terms = await termDifferences(confirmed.terms, campaign, { undefinedMeans: 'seen' });
  const changes = [...terms, ...(campaign.is_cancelled ? ['It was cancelled.'] : [])];
  const add = (count: number, one: string, many: string) => {
    if (count > 0) changes.push(`${plural(count, one, many)}.`);
  };
  if (operation === 'launchDraft') {
    if (campaign.status !== 'draft') changes.push('It is no draft any more.');
    const { gone, added, moved } = await draftChangesSince(confirmed.calls, rows);
    add(gone, 'contact is not in it any more', 'contacts are not in it any more');
    add(added, 'contact is new or changed', 'contacts are new or changed');
    add(moved, 'call is launched already', 'calls are launched already');
  } else {
    const { gone, changed, moved } = await changesSince(confirmed.calls, rows, !again);
    add(gone, 'call is not in it any more', 'calls are not in it any more');
    add(changed, 'call has another number or another value', 'calls have another number or another value');
    add(moved, 'call is launched or cancelled already', 'calls are launched or cancelled already');
  }
  if (again) return changes;
  const named = await journal.namedCalls(target.baseUrl, campaignId);
  const twice =
    operation === 'launchDraft'
      ? named === 'all' || named.size > 0
        ? confirmed.calls.length
        : 0
      : confirmed.calls.filter(({ callId }) => callId !== undefined && isNamed(named, callId)).length;
  add(
    twice,
    'call is named in an earlier launch, and may be launched by it',
    'calls are named in an earlier launch, and may be launched by it',
  );
  return changes;
}

const timeToleranceMs = 60_000;

/**
 * A draft carries its own start time: it is set, read back and compared before the launch, and removed where
 * the calls are to start now.
 */
async function setDraftTime(options: CallsOptions, order: CallsOrder, campaign: Campaign): Promise<void> {
  const { api, clock, signal } = options;
  const wantedMs = startMs(order.start, clock.now());
  const hasMs = toMs(campaign.scheduled_at);
  if (wantedMs === undefined && hasMs === undefined) return;
  let failure: unknown;
  try {
    const scheduled_at = wantedMs === undefined ? null : new Date(wantedMs).toISOString();
    await api.updateCampaign(order.campaignId, { scheduled_at }, signal);
  } catch (error) {
    failure = error; // what the campaign says next decides
  }
  const now = await api.retrieveCampaign(order.campaignId, signal);
  const nowMs = toMs(now.scheduled_at);
  const isSet =
    wantedMs === undefined
      ? nowMs === undefined
      : nowMs !== undefined && Math.abs(nowMs - wantedMs) <= timeToleranceMs;
  if (now.status !== 'draft') throw new HumanError('It is no draft any more.');
  if (!isSet) {
    const why = failure === undefined ? 'The server did not keep the start time.' : messageOf(failure);
    throw new HumanError(`The start time could not be set. ${why}`);
  }
}

interface Sent {
  readonly entry: CallsEntry;
  readonly read: CampaignWithRows;
  readonly scheduledMs: number | undefined;
}

async function send(options: CallsOptions, order: CallsOrder, sent: Sent): Promise<CallsEnd> {
  const { api, clock, signal } = options;
  try {
    if (order.operation === 'launchDraft') {
      const campaign = await api.launchDraft(order.campaignId, signal);
      if (campaign.status === 'draft') throw lostAnswer('The server answered, but it is still a draft.');
      return await launchedByAnswer(options, order, sent, order.confirmed.calls.length, noSkips);
    }
    const answer: LaunchCallsAnswer = await api.launchCalls(order.campaignId, requestOf(order, sent), signal);
    if (answer.launched === undefined) throw lostAnswer('The server did not say how many calls it launched.');
    return await launchedByAnswer(options, order, sent, answer.launched, answer.skipped);
  } catch (error) {
    // Of an error that nobody foresaw it is not known how far the request came.
    const isNotSent = error instanceof ApiError ? !error.mayHaveHappened : error instanceof HumanError;
    if (!isNotSent) return reconcile(options, order, sent, error);
    await record(options, sent.entry, { state: 'refused', atMs: clock.now() });
    return { kind: 'refused', error };
  }
}

function requestOf({ confirmed, statuses }: CallsOrder, { scheduledMs }: Sent): LaunchCallsRequest {
  return {
    mode: 'ai_first',
    selection: {
      rows: { mode: 'only', call_ids: confirmed.calls.flatMap(({ callId }) => callId ?? []) },
      filters: {
        assignee_ids: [],
        directions: [],
        outcomes: [],
        results: [],
        statuses: statuses ?? ['not_launched'],
      },
    },
    ...(scheduledMs === undefined ? {} : { scheduled_at: new Date(scheduledMs).toISOString() }),
  };
}

function lostAnswer(message: string): ApiError {
  return new ApiError(message, { reason: 'unreadable', mayHaveHappened: true });
}

async function launchedByAnswer(
  options: CallsOptions,
  order: CallsOrder,
  { entry, read, scheduledMs }: Sent,
  launched: number,
  skipped: SkippedCalls,
): Promise<CallsEnd> {
  const { api, clock, log } = options;
  await record(options, entry, { state: 'launched', atMs: clock.now(), launched, by: 'answer' });
  const asked = order.confirmed.calls.length;
  let after: CampaignWithRows | undefined;
  try {
    after = await readCampaign(api, order.campaignId);
  } catch (error) {
    log.warn(`the rows could not be read after a launch: ${errorForLog(error)}`);
  }
  const others = after === undefined ? 0 : await beyond(order, read.rows, after.rows);
  const more = Math.max(others, launched - asked, 0);
  return {
    kind: 'launched',
    asked,
    launched,
    skipped,
    scheduledMs,
    by: 'answer',
    more,
    campaign: after?.campaign,
    skippedNumbers:
      after !== undefined && launched < asked ? notMoved(order, read.rows, after.rows) : undefined,
  };
}

/** Numbers of the named calls that are as they were. */
function notMoved(
  { confirmed }: CallsOrder,
  before: readonly ServerRow[],
  after: readonly ServerRow[],
): readonly string[] {
  const earlier = new Map(before.flatMap(({ call }) => (call === undefined ? [] : [[call.id, call]])));
  const named = new Set(confirmed.calls.map(({ callId }) => callId));
  return after.flatMap(({ call, phone_number }) => {
    const previous = call === undefined || !named.has(call.id) ? undefined : earlier.get(call.id);
    const isSame = call !== undefined && previous !== undefined && !hasMoved(previous, call);
    return isSame ? [call.to_phone_number ?? phone_number] : [];
  });
}

/** Calls that are launched and were not confirmed: others that waited, or contacts that came into a draft. */
async function beyond(
  order: CallsOrder,
  before: readonly ServerRow[],
  after: readonly ServerRow[],
): Promise<number> {
  if (order.operation === 'launchDraft') return (await draftChangesSince(order.confirmed.calls, after)).added;
  const named = new Set(order.confirmed.calls.map(({ callId }) => callId));
  const waited = new Set(
    before.flatMap(({ call }) =>
      call !== undefined && callStage(call) === 'waiting' && !named.has(call.id) ? [call.id] : [],
    ),
  );
  return after.filter(
    ({ call }) => call !== undefined && waited.has(call.id) && callStage(call) === 'launched',
  ).length;
}

/** Finds out by the calls' own statuses what became of a launch whose answer was lost. Sends nothing. */
async function reconcile(
  options: CallsOptions,
  order: CallsOrder,
  sent: Sent,
  error: unknown,
): Promise<CallsEnd> {
  const { api, clock, journal, wait } = options;
  const asked = order.confirmed.calls.length;
  let seen = 0;
  for (const pollMs of pollsMs) {
    await wait(pollMs);
    await journal.beat(sent.entry).catch(() => undefined);
    try {
      const now = await readCampaign(api, order.campaignId);
      seen = launchedOf(order, sent.read, now);
      if (seen < asked) continue;
      await record(options, sent.entry, { state: 'launched', atMs: clock.now(), launched: seen, by: 'rows' });
      const more = await beyond(order, sent.read.rows, now.rows);
      return {
        kind: 'launched',
        asked,
        launched: seen,
        skipped: noSkips,
        scheduledMs: sent.scheduledMs,
        by: 'rows',
        more,
        campaign: now.campaign,
      };
    } catch {
      // read again at the next poll
    }
  }
  await record(options, sent.entry, { state: 'unsure', atMs: clock.now() });
  return { kind: 'cannot tell', error, asked, seen };
}

function launchedOf(order: CallsOrder, before: CampaignWithRows, now: CampaignWithRows): number {
  if (order.operation === 'launchDraft') {
    return now.campaign.status === 'draft' || now.campaign.is_cancelled ? 0 : order.confirmed.calls.length;
  }
  const named = new Set(order.confirmed.calls.map(({ callId }) => callId));
  const earlier = new Map(before.rows.flatMap(({ call }) => (call === undefined ? [] : [[call.id, call]])));
  return now.rows.filter(({ call }) => {
    const previous = call === undefined ? undefined : earlier.get(call.id);
    return call !== undefined && previous !== undefined && named.has(call.id) && hasMoved(previous, call);
  }).length;
}

/** What became of it is known; when the disk does not take it, the rows tell once more. */
async function record({ journal, log }: CallsOptions, entry: CallsEntry, step: CallsStep): Promise<void> {
  try {
    await journal.record(entry, step);
  } catch (error) {
    log.warn(`the outcome of a launch could not be written down: ${errorForLog(error)}`);
  }
}

function notSent(error: unknown): HumanError {
  return new HumanError(`Nothing was sent. ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === 'AbortError' ? 'You stopped in time.' : messageOf(error);
}
