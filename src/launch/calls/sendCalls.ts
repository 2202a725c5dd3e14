import { ApiError, HumanError } from '../../core/errors.ts';
import type { LaunchCallsAnswer, LaunchCallsRequest, SkippedCalls } from '../../core/launchCalls.ts';
import { errorForLog } from '../../core/logText.ts';
import { readCampaign, type CampaignWithRows } from '../comparison/readCampaign.ts';
import type { CallsEntry, CallsStep } from '../journal/callsIntent.ts';
import type { CallsEnd, CallsOptions, CallsOrder } from './callsOrder.ts';
import { launchedBeyond, launchedOf, notMoved } from './launchedRows.ts';

/** Pauses before each read after a lost answer. */
const pollsMs = [0, 2_000, 5_000, 10_000, 20_000];
const noSkips: SkippedCalls = { active: 0, attempts_exhausted: 0, cancelled: 0 };

/** A launch whose step "sent" is in the journal. */
interface JournalledLaunch {
  readonly entry: CallsEntry;
  readonly read: CampaignWithRows;
  readonly scheduledMs: number | undefined;
}

/**
 * Sends a launch once and finds out what happened to it. If the answer is lost, the rows show it; nothing is
 * ever sent again.
 */
export async function sendCalls(
  options: CallsOptions,
  order: CallsOrder,
  sent: JournalledLaunch,
): Promise<CallsEnd> {
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
    // After an unexpected error it is not known how far the request got.
    const isNotSent = error instanceof ApiError ? !error.mayHaveHappened : error instanceof HumanError;
    if (!isNotSent) return reconcile(options, order, sent, error);
    await recordStep(options, sent.entry, { state: 'refused', atMs: clock.now() });
    return { kind: 'refused', error };
  }
}

function requestOf(
  { confirmed, statuses }: CallsOrder,
  { scheduledMs }: JournalledLaunch,
): LaunchCallsRequest {
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
  { entry, read, scheduledMs }: JournalledLaunch,
  launched: number,
  skipped: SkippedCalls,
): Promise<CallsEnd> {
  const { api, clock, log, signal } = options;
  await recordStep(options, entry, { state: 'launched', atMs: clock.now(), launched, by: 'answer' });
  const asked = order.confirmed.calls.length;
  let after: CampaignWithRows | undefined;
  try {
    // It is known what was launched, so a person who cancels now need not wait.
    after = await readCampaign(api, order.campaignId, signal);
  } catch (error) {
    log.warn(`the rows could not be read after a launch: ${errorForLog(error)}`);
  }
  const others = after === undefined ? 0 : await launchedBeyond(order, read.rows, after.rows);
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

/** Finds out by the calls' own statuses what happened to a launch whose answer was lost. Sends nothing. */
async function reconcile(
  options: CallsOptions,
  order: CallsOrder,
  sent: JournalledLaunch,
  error: unknown,
): Promise<CallsEnd> {
  const { api, clock, journal, wait } = options;
  const asked = order.confirmed.calls.length;
  let seen = 0;
  for (const pollMs of pollsMs) {
    await wait(pollMs);
    await journal.heartbeat(sent.entry).catch(() => undefined);
    try {
      const now = await readCampaign(api, order.campaignId);
      seen = launchedOf(order, sent.read, now);
      if (seen < asked) continue;
      await recordStep(options, sent.entry, {
        state: 'launched',
        atMs: clock.now(),
        launched: seen,
        by: 'rows',
      });
      const more = await launchedBeyond(order, sent.read.rows, now.rows);
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
  await recordStep(options, sent.entry, { state: 'unsure', atMs: clock.now() });
  return { kind: 'cannot tell', error, asked, seen };
}

/** Writes down a known outcome. If it cannot be written, the rows will show it again. */
export async function recordStep(
  { journal, log }: CallsOptions,
  entry: CallsEntry,
  step: CallsStep,
): Promise<void> {
  try {
    await journal.conclude(entry, step);
  } catch (error) {
    log.warn(`the outcome of a launch could not be written down: ${errorForLog(error)}`);
  }
}
