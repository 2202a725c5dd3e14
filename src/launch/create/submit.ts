import type { Campaign } from '../../core/campaign.ts';
import { ApiError, HumanError, isAbort, messageOf } from '../../core/errors.ts';
import { knownIds, type LaunchEntry } from '../journal/launchIntent.ts';
import { CandidateVerifier } from './candidateVerifier.ts';
import { prepareLaunch } from './prepareLaunch.ts';
import { RowMatcher } from '../comparison/rowMatcher.ts';
import { sentContacts } from '../comparison/sentContacts.ts';
import { matchByRows } from './matchByRows.ts';
import { matchLaunch } from './matchLaunch.ts';
import type { Submission, SubmitOptions } from './submission.ts';
import { confirmed, recordOutcome } from '../journal/recordOutcome.ts';

/** Between looks at the list: a server that was slow to answer may be slow to list as well. */
const looksMs = [0, 2_000, 5_000, 10_000, 20_000];
const beatMs = 5_000;

/**
 * Writes down what is about to be sent, then sends it exactly once. When the answer is lost (time-out, reset,
 * 5xx, unreadable, withdrawn), the list of campaigns is read to find out what happened; the request is never
 * sent again.
 */
export async function submit(options: SubmitOptions): Promise<Submission> {
  let entry: LaunchEntry;
  try {
    const prepared = await prepareLaunch(options);
    if ('kind' in prepared) return prepared;
    entry = prepared;
  } catch (error) {
    return {
      kind: 'refused',
      error: new HumanError(`Nothing was sent. ${reasonOf(error)}`, { cause: error }),
    };
  }
  const beat = options.every(beatMs, () => void options.journal.beat(entry).catch(() => undefined));
  try {
    return await send(options, entry);
  } finally {
    beat.dispose();
  }
}

async function send(options: SubmitOptions, entry: LaunchEntry): Promise<Submission> {
  const { api, request, signal, clock } = options;
  try {
    const campaign = await api.createCampaign(request, signal);
    if (knownIds(entry).includes(campaign.id)) throw olderCampaign();
    await recordOutcome(options, entry, confirmed(campaign, clock, 'answer'));
    return { kind: 'created', campaign };
  } catch (error) {
    // Of an error that nobody foresaw it is not known how far the request came.
    const notSent = error instanceof ApiError ? !error.mayHaveHappened : error instanceof HumanError;
    if (!notSent) return reconcile(options, entry, error);
    await recordOutcome(options, entry, { state: 'refused', atMs: clock.now() });
    return { kind: 'refused', error };
  }
}

async function reconcile(options: SubmitOptions, entry: LaunchEntry, error: unknown): Promise<Submission> {
  if (options.inSteps !== undefined) return reconcileByRows(options, entry, error);
  const { api, journal, wait, clock } = options;
  const verifier = new CandidateVerifier(api, options.request.contacts);
  let candidates: readonly Campaign[] | undefined;
  for (const [look, lookMs] of looksMs.entries()) {
    await wait(lookMs);
    await journal.beat(entry).catch(() => undefined);
    try {
      const campaigns = await api.listCampaigns();
      const counted = look === looksMs.length - 1;
      const { taken, hasSameName } = await journal.others(entry);
      const see = () =>
        matchLaunch(entry, campaigns, {
          hasSameName,
          counted,
          taken: new Set([...taken, ...verifier.others]),
        });
      await verifier.verify(see().candidates);
      const found = see();
      if (found.sure !== undefined) {
        await recordOutcome(options, entry, confirmed(found.sure, clock, 'list'));
        const foundBy = verifier.hasOurNumbers(found.sure) ? 'numbers' : 'list';
        return { kind: 'created', campaign: found.sure, foundBy };
      }
      candidates = found.candidates;
    } catch {
      candidates = undefined; // the next look may be luckier
    }
  }
  await recordOutcome(options, entry, { state: 'unsure', atMs: clock.now(), knownIds: verifier.others });
  if (candidates?.length === 0) return { kind: 'not seen', error };
  return { kind: 'unsure', error, candidates: candidates ?? [] };
}

/** As `reconcile`, for a create that calls nobody: every row of a candidate is compared. */
async function reconcileByRows(
  options: SubmitOptions,
  entry: LaunchEntry,
  error: unknown,
): Promise<Submission> {
  const { api, journal, wait, clock } = options;
  const matcher = new RowMatcher(api, sentContacts(options.request.contacts));
  let candidates: readonly Campaign[] | undefined;
  for (const [poll, pollMs] of looksMs.entries()) {
    await wait(pollMs);
    await journal.beat(entry).catch(() => undefined);
    try {
      const campaigns = await api.listCampaigns();
      const match = await matchByRows({
        entry,
        campaigns,
        journal,
        matcher,
        late: poll === looksMs.length - 1,
      });
      if (match.sure !== undefined) {
        await recordOutcome(options, entry, confirmed(match.sure, clock, 'list'));
        return { kind: 'created', campaign: match.sure, foundBy: 'rows' };
      }
      candidates = match.candidates;
    } catch {
      candidates = undefined; // read again at the next poll
    }
  }
  await recordOutcome(options, entry, { state: 'unsure', atMs: clock.now(), knownIds: matcher.others });
  if (candidates?.length === 0) return { kind: 'not seen', error };
  return { kind: 'unsure', error, candidates: candidates ?? [] };
}

function olderCampaign(): ApiError {
  return new ApiError('The server answered with a campaign that was there before.', {
    reason: 'unreadable',
    mayHaveHappened: true,
  });
}

function reasonOf(error: unknown): string {
  return isAbort(error) ? 'You cancelled in time.' : messageOf(error);
}
