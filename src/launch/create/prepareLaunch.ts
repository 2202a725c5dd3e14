import type { Campaign } from '../../core/campaign.ts';
import { HumanError } from '../../core/errors.ts';
import { toMs } from '../../core/timestamp.ts';
import { refuseOldConfirmation } from '../journal/confirmationAge.ts';
import { isSameCause, launchState, type LaunchEntry, type LaunchIntent } from '../journal/launchIntent.ts';
import { termsOf } from '../comparison/campaignTerms.ts';
import { contactHasher, hashContacts } from '../comparison/hashedContacts.ts';
import { requestHash } from '../comparison/requestHash.ts';
import { matchLaunch } from './matchLaunch.ts';
import type { Submission, SubmitOptions } from './submission.ts';
import { confirmed, recordOutcome } from '../journal/recordOutcome.ts';

/**
 * Everything that happens before the request is sent; afterwards the step "sent" is on the disk. The
 * campaigns that exist already are read after the intent is written, so that no other window of this machine
 * can send anything in between.
 */
export async function prepareLaunch(options: SubmitOptions): Promise<LaunchEntry | Submission> {
  const { api, journal, stillCurrent, signal, clock } = options;
  const intent = await intentOf(options);
  if (options.inSteps !== undefined) {
    const hash = await contactHasher(await journal.key());
    await journal.keepContacts(intent.id, await hashContacts(options.request.contacts, hash));
  }
  const begun = await begin(options, intent);
  if ('by' in begun) return { kind: 'blocked', by: begun.by };
  let end: Submission | undefined;
  try {
    const campaigns = await api.listCampaigns(signal);
    end = await findEarlierLaunch(options, intent, campaigns);
    signal?.throwIfAborted();
    if (!stillCurrent())
      throw new HumanError('The connection has changed. Switch back to it and create the campaign again.');
    refuseOldConfirmation(intent.startedMs, clock.now());
    if (startHasPassed(options)) {
      throw new HumanError('The start time passed before it could be sent. Choose a later one.');
    }
    if (end === undefined) {
      const knownIds = campaigns.map(({ id }) => id);
      const sent = await journal.record(begun.entry, { state: 'sent', atMs: clock.now(), knownIds });
      if (sent === undefined)
        throw new HumanError(
          'This window was inactive for too long, and another one may have taken over. Refresh the campaigns, then create it again.',
        );
      return sent;
    }
  } catch (error) {
    await recordOutcome(options, begun.entry, { state: 'withdrawn', atMs: clock.now() });
    throw error;
  }
  await recordOutcome(options, begun.entry, { state: 'withdrawn', atMs: clock.now() });
  return end;
}

/** Without its intent in the journal nothing would ever remove the hashes of its contacts. */
async function begin({ journal, signal }: SubmitOptions, intent: LaunchIntent) {
  let hasBegun = false;
  try {
    signal?.throwIfAborted();
    const begun = await journal.begin(intent);
    hasBegun = 'entry' in begun;
    return begun;
  } finally {
    if (!hasBegun) await journal.dropContacts(intent.id).catch(() => undefined);
  }
}

/** A start that has passed means "now" to the server: a list that was slow to read must not make it so. */
function startHasPassed({ request, clock }: SubmitOptions): boolean {
  const startMs = toMs(request.scheduled_at);
  return startMs !== undefined && startMs <= clock.now();
}

async function intentOf(options: SubmitOptions): Promise<LaunchIntent> {
  const { request, target, list, newId, clock, inSteps } = options;
  const hashes = await requestHash(request, await options.journal.key());
  return {
    id: newId(),
    target,
    name: request.name,
    assistantId: request.assistant_id,
    contacts: request.contacts.length,
    launch: inSteps === undefined && (request.launch ?? true),
    scheduledAt: request.scheduled_at,
    list,
    ...(inSteps === undefined ? {} : { inSteps: { terms: termsOf(request), operation: inSteps.operation } }),
    requestHash: hashes.request,
    contactsHash: hashes.contacts,
    startedMs: clock.now(),
  };
}

/**
 * An earlier launch of the same list or contacts: one that has just been carried out, or one that was taken
 * for absent and has appeared since. When the list shows it, it is settled as what it is, and nothing is
 * sent.
 */
async function findEarlierLaunch(
  options: SubmitOptions,
  intent: LaunchIntent,
  campaigns: readonly Campaign[],
): Promise<Submission | undefined> {
  const { journal, clock } = options;
  const entries = (await journal.entries()).filter((entry) => isSameCause(entry.intent, intent));
  const duplicate = entries
    .map((entry) => findRecentDuplicate(entry, intent, campaigns))
    .find((found) => found !== undefined);
  if (duplicate !== undefined) return { kind: 'appeared', campaign: duplicate };
  for (const earlier of entries) {
    // What a person settled stays settled: they may have looked at that campaign.
    const wasAbsent = earlier.steps.some((step) => step.state === 'absent' && step.by === 'time');
    const isLast = ['absent', 'seen'].includes(launchState(earlier));
    if (!wasAbsent || !isLast) continue;
    const others = await journal.others(earlier);
    const { sure, candidates } = matchLaunch(earlier, campaigns, { ...others, counted: true });
    // A create in steps is recognised by its rows alone, which the reconciler reads.
    if (sure !== undefined && earlier.intent.inSteps === undefined) {
      await recordOutcome(options, earlier, confirmed(sure, clock, 'list'));
      return { kind: 'appeared', campaign: sure };
    }
    if (candidates.length > 0) {
      await recordOutcome(options, earlier, { state: 'unsure', atMs: clock.now() });
      return { kind: 'blocked', by: earlier };
    }
  }
  return undefined;
}

const duplicateWithinMs = 3600_000;

/**
 * The same people by the same name within the hour: a second click, whose first one this or another window
 * has just carried out.
 */
function findRecentDuplicate(
  earlier: LaunchEntry,
  intent: LaunchIntent,
  campaigns: readonly Campaign[],
): Campaign | undefined {
  const last = earlier.steps.at(-1);
  const { name, contactsHash, assistantId, startedMs } = earlier.intent;
  const isSame =
    name === intent.name && contactsHash === intent.contactsHash && assistantId === intent.assistantId;
  if (last?.state !== 'confirmed' || !isSame || intent.startedMs - startedMs > duplicateWithinMs)
    return undefined;
  return campaigns.find(({ id }) => id === last.campaignId);
}
