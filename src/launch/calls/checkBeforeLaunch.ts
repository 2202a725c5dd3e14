import type { Campaign } from '../../core/campaign.ts';
import { HumanError, messageOf } from '../../core/errors.ts';
import { formatWhen, plural } from '../../core/format.ts';
import { toMs } from '../../core/timestamp.ts';
import { termDifferences } from '../comparison/campaignTerms.ts';
import { changesSince, draftChangesSince } from '../comparison/confirmedCalls.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import { callsState } from '../journal/callsIntent.ts';
import { isNamed } from '../journal/callsJournal.ts';
import { refuseOldConfirmation } from '../journal/confirmationAge.ts';
import { maxServerProcessingMs } from '../journal/launchIntent.ts';
import { isAgain, startMs, type CallsEnd, type CallsOptions, type CallsOrder } from './callsOrder.ts';

/** What is sent when nothing has changed since the question. */
export interface CheckedLaunch {
  readonly read: CampaignWithRows;
  /** ms since 1970; undefined: at once */
  readonly scheduledMs: number | undefined;
}

/**
 * Compares a campaign that was just read with what a person confirmed, and checks again everything that can
 * forbid the launch. Sets the start time of a draft.
 * @throws HumanError when the launch must not be sent
 */
export async function checkBeforeLaunch(
  options: CallsOptions,
  order: CallsOrder,
  read: CampaignWithRows,
): Promise<CallsEnd | CheckedLaunch> {
  const { clock, signal, stillCurrent } = options;
  const changes = await changesOf(options, order, read);
  if (changes.length > 0) return { kind: 'changed', changes, read };
  signal?.throwIfAborted();
  if (!stillCurrent()) {
    throw new HumanError('The connection has changed. Switch back to it and launch again.');
  }
  await options.stillAllowed();
  refuseOldConfirmation(order.confirmedMs ?? clock.now(), clock.now());
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

/** What differs from what was confirmed, one sentence each. */
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
    if (campaign.status !== 'draft') changes.push('It is no longer a draft.');
    const { gone, added, moved } = await draftChangesSince(confirmed.calls, rows);
    add(gone, 'contact is no longer in it', 'contacts are no longer in it');
    add(added, 'contact is new or changed', 'contacts are new or changed');
    add(moved, 'call is launched already', 'calls are launched already');
  } else {
    const { gone, changed, moved } = await changesSince(confirmed.calls, rows, !again);
    add(gone, 'call is no longer in it', 'calls are no longer in it');
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
  if (now.status !== 'draft') throw new HumanError('It is no longer a draft.');
  if (!isSet) {
    const why = failure === undefined ? 'The server did not keep the start time.' : messageOf(failure);
    throw new HumanError(`The start time could not be set. ${why}`);
  }
}
