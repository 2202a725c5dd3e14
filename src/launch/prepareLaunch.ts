import type { Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { toMs } from '../core/timestamp.ts';
import { isSameCause, launchState, type LaunchEntry, type LaunchIntent } from './launchIntent.ts';
import { requestHash } from './requestHash.ts';
import { sight } from './sighting.ts';
import type { Submission, SubmitOptions } from './submit.ts';
import { confirmed, write } from './writeEnd.ts';

/** All that comes before the request leaves: when this is done, "sent" is on the disk. */
export async function prepareLaunch(options: SubmitOptions): Promise<LaunchEntry | Submission> {
  const { api, journal, stillCurrent, signal, clock } = options;
  const campaigns = await api.listCampaigns(signal);
  const intent = await intentOf(options, campaigns);
  const late = await lateOne(options, intent, campaigns);
  if (late !== undefined) return late;
  const begun = await journal.begin(intent);
  if ('by' in begun) return { kind: 'blocked', by: begun.by };
  const isCurrent = stillCurrent();
  const isLate = startHasPassed(options);
  const goesOn = isCurrent && !isLate && signal?.aborted !== true;
  const entry = await journal.record(begun.entry, {
    state: goesOn ? 'sent' : 'withdrawn',
    atMs: clock.now(),
  });
  if (!isCurrent) throw new HumanError('The connection changed meanwhile.');
  if (isLate) throw new HumanError('The start time passed before it could be sent. Choose a later one.');
  if (goesOn && entry === undefined) throw new HumanError('This window was away for too long.');
  if (entry !== undefined && goesOn) return entry;
  throw new DOMException('Withdrawn.', 'AbortError');
}

/** A start that has passed means "now" to the server: a list that was slow to read must not make it so. */
function startHasPassed({ request, clock }: SubmitOptions): boolean {
  const startMs = toMs(request.scheduled_at);
  return startMs !== undefined && startMs <= clock.now();
}

async function intentOf(
  { request, target, list, newId, clock }: SubmitOptions,
  campaigns: readonly Campaign[],
): Promise<LaunchIntent> {
  const hashes = await requestHash(request);
  return {
    id: newId(),
    target,
    name: request.name,
    assistantId: request.assistant_id,
    contacts: request.contacts.length,
    launch: request.launch,
    scheduledAt: request.scheduled_at,
    list,
    requestHash: hashes.request,
    contactsHash: hashes.contacts,
    knownIds: campaigns.map(({ id }) => id),
    startedMs: clock.now(),
  };
}

/**
 * An earlier launch of the same list or contacts that was taken for absent may have appeared since. When the list
 * shows it, it is settled as what it is, and nothing is sent.
 */
async function lateOne(
  options: SubmitOptions,
  intent: LaunchIntent,
  campaigns: readonly Campaign[],
): Promise<Submission | undefined> {
  const { journal, clock } = options;
  for (const earlier of await journal.entries()) {
    // What a person said is not doubted: they may have looked at the very campaign.
    const wasAbsent = earlier.steps.some((step) => step.state === 'absent' && step.by === 'time');
    const isLast = ['absent', 'seen'].includes(launchState(earlier));
    if (!wasAbsent || !isLast || !isSameCause(earlier.intent, intent)) continue;
    const taken = await journal.takenIds(earlier);
    const { sure, candidates } = sight(earlier, campaigns, { taken, counted: true });
    if (sure !== undefined) {
      await write(options, earlier, confirmed(sure, clock, 'list'));
      return { kind: 'appeared', campaign: sure };
    }
    if (candidates.length > 0) {
      await write(options, earlier, { state: 'unsure', atMs: clock.now() });
      return { kind: 'blocked', by: earlier };
    }
  }
  return undefined;
}
