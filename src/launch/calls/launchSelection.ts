import { HumanError, notSent } from '../../core/errors.ts';
import { readCampaign } from '../comparison/readCampaign.ts';
import type { CallsEntry } from '../journal/callsIntent.ts';
import { isAgain, type CallsEnd, type CallsOptions, type CallsOrder } from './callsOrder.ts';
import { checkBeforeLaunch, type CheckedLaunch } from './checkBeforeLaunch.ts';
import { recordStep, sendCalls } from './sendCalls.ts';

const heartbeatMs = 5_000;
/**
 * Launches exactly the calls that a person confirmed, with one request. Everything is read again before it,
 * and the rows once more after it. Never rejects because of the server.
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
  const heartbeat = options.every(heartbeatMs, () => void journal.heartbeat(entry).catch(() => undefined));
  try {
    return await prepare(options, order, entry);
  } finally {
    heartbeat.dispose();
    journal.release(entry);
  }
}

/** Everything that happens before the request is sent. */
async function prepare(options: CallsOptions, order: CallsOrder, entry: CallsEntry): Promise<CallsEnd> {
  const { api, signal } = options;
  let end: CallsEnd | CheckedLaunch;
  try {
    const read = order.read ?? (await readCampaign(api, order.campaignId, signal));
    end = await checkBeforeLaunch(options, { confirmedMs: entry.intent.startedMs, ...order }, read);
  } catch (error) {
    end = { kind: 'refused', error: notSent(error) };
  }
  if ('kind' in end) {
    await recordStep(options, entry, { state: 'withdrawn', atMs: options.clock.now() });
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
  return sendCalls(options, order, { entry: sent, read, scheduledMs });
}
