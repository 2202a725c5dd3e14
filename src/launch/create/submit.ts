import type { Campaign } from '../../core/campaign.ts';
import { ApiError, HumanError, notSent } from '../../core/errors.ts';
import { TimeLimitError, withinTime } from '../../core/timeLimit.ts';
import { knownIds, type LaunchEntry } from '../journal/launchIntent.ts';
import { CandidateVerifier } from './candidateVerifier.ts';
import { prepareLaunch } from './prepareLaunch.ts';
import { RowMatcher } from '../comparison/rowMatcher.ts';
import { sentContacts } from '../comparison/sentContacts.ts';
import { matchByRows } from './matchByRows.ts';
import { matchLaunch, type LaunchMatch } from './matchLaunch.ts';
import type { FoundBy, Submission, SubmitOptions } from './submission.ts';
import { confirmed, recordOutcome } from '../journal/recordOutcome.ts';

/** Between reads of the list: a server that was slow to answer may be slow to list as well. */
const pollsMs = [0, 2_000, 5_000, 10_000, 20_000];
/** A list that takes longer is not awaited: a silent server must not keep the person from being told. */
const maxListMs = 30_000;
/** After as many such lists the launch is unconfirmed; it is still looked for whenever the list is read. */
const maxSilentLists = 2;
const heartbeatMs = 5_000;

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
    return { kind: 'refused', error: notSent(error) };
  }
  const heartbeat = options.every(
    heartbeatMs,
    () => void options.journal.heartbeat(entry).catch(() => undefined),
  );
  try {
    return await send(options, entry);
  } finally {
    heartbeat.dispose();
    options.journal.release(entry);
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
    // After an unexpected error it is not known how far the request got.
    const notSent = error instanceof ApiError ? !error.mayHaveHappened : error instanceof HumanError;
    if (!notSent) return reconcile(options, entry, error);
    await recordOutcome(options, entry, { state: 'refused', atMs: clock.now() });
    return { kind: 'refused', error };
  }
}

/** Reads the campaigns until one of them is surely the launch, or the polls are used up. Sends nothing. */
async function reconcile(options: SubmitOptions, entry: LaunchEntry, error: unknown): Promise<Submission> {
  const { api, journal, wait, clock } = options;
  const finder = options.inSteps === undefined ? findByNumbers(options, entry) : findByRows(options, entry);
  let candidates: readonly Campaign[] | undefined;
  let silentLists = 0;
  for (const [poll, pollMs] of pollsMs.entries()) {
    await wait(pollMs);
    await journal.heartbeat(entry).catch(() => undefined);
    try {
      const found = await finder.find(
        await withinTime(maxListMs, (ended) => api.listCampaigns(ended)),
        poll === pollsMs.length - 1,
      );
      if (found.sure !== undefined) {
        await recordOutcome(options, entry, confirmed(found.sure, clock, 'list'));
        return { kind: 'created', campaign: found.sure, foundBy: finder.foundBy(found.sure) };
      }
      candidates = found.candidates;
    } catch (error) {
      candidates = undefined; // read again at the next poll
      if (error instanceof TimeLimitError) silentLists += 1;
    }
    if (silentLists === maxSilentLists) break;
  }
  await recordOutcome(options, entry, { state: 'unsure', atMs: clock.now(), knownIds: finder.others() });
  if (candidates?.length === 0) return { kind: 'not seen', error };
  return { kind: 'unsure', error, candidates: candidates ?? [] };
}

/** How a launch whose answer was lost is found among the campaigns. */
interface LaunchFinder {
  /** @param isLast whether this is the last poll, at which counts that are still growing count as well */
  find(campaigns: readonly Campaign[], isLast: boolean): Promise<LaunchMatch>;
  foundBy(campaign: Campaign): FoundBy;
  /** Ids of campaigns that call other people. */
  others(): readonly string[];
}

/** For a create that may call people: by name, time and size, and by the first rows. */
function findByNumbers({ api, journal, request }: SubmitOptions, entry: LaunchEntry): LaunchFinder {
  const verifier = new CandidateVerifier(api, request.contacts);
  return {
    find: async (campaigns, counted) => {
      const { taken, hasSameName } = await journal.others(entry);
      const match = () =>
        matchLaunch(entry, campaigns, {
          hasSameName,
          counted,
          taken: new Set([...taken, ...verifier.others]),
        });
      await verifier.verify(match().candidates);
      return match();
    },
    foundBy: (campaign) => (verifier.hasOurNumbers(campaign) ? 'numbers' : 'list'),
    others: () => verifier.others,
  };
}

/** For a create that calls nobody: by every row. */
function findByRows({ api, journal, request }: SubmitOptions, entry: LaunchEntry): LaunchFinder {
  const matcher = new RowMatcher(api, sentContacts(request.contacts));
  return {
    find: (campaigns, late) => matchByRows({ entry, campaigns, journal, matcher, late }),
    foundBy: () => 'rows',
    others: () => matcher.others,
  };
}

function olderCampaign(): ApiError {
  return new ApiError('The server answered with a campaign that was there before.', {
    reason: 'unreadable',
    mayHaveHappened: true,
  });
}
