import type { Campaign } from '../../core/campaign.ts';
import { toMs } from '../../core/timestamp.ts';
import type { CompetingLaunches } from '../journal/launchJournal.ts';
import { knownIds, maxServerProcessingMs, type LaunchEntry } from '../journal/launchIntent.ts';
import { lastActivityMs } from '../journal/stepJournal.ts';

/** What a complete list of the campaigns says about a launch whose answer was lost. */
export interface LaunchMatch {
  /** The campaign that was launched, where this is certain. */
  readonly sure: Campaign | undefined;
  /** All that could be it: new since, with its name and assistant, and not too large. */
  readonly candidates: readonly Campaign[];
}

export interface MatchOptions extends CompetingLaunches {
  /** The server has had time to count the rows: a campaign that is too small will not grow any more. */
  readonly counted: boolean;
}

/** How far the clocks of the server and of this machine may differ. */
const clocksApartMs = 10 * 60_000;

/**
 * Looks for a launch in the list. A new campaign of its name and assistant, of its size and time is it,
 * unless another one could be it too: a colleague may have created one of the same name just then. One that
 * is too small may still be counted, or have lost rows on the way: it is a candidate and no more. So is one
 * of another time: after a sleep the clock of a virtual machine may be hours off, and is then corrected.
 */
export function matchLaunch(
  entry: LaunchEntry,
  campaigns: readonly Campaign[],
  { taken, hasSameName, counted }: MatchOptions,
): LaunchMatch {
  const { intent } = entry;
  const known = new Set(knownIds(entry));
  const fits: Campaign[] = [];
  const small: Campaign[] = [];
  const ofAnotherTime: Campaign[] = [];
  for (const campaign of campaigns) {
    if (known.has(campaign.id) || taken.has(campaign.id) || campaign.name !== intent.name) continue;
    if (campaign.assistant_id !== '' && campaign.assistant_id !== intent.assistantId) continue;
    const total = campaign.row_stats?.total;
    // Older servers count the rows only after the answer, and some never tell.
    const hasAll = total === undefined || total === 0 || total === intent.contacts;
    if (!hasAll && total > intent.contacts) continue;
    if (!isOfThatTime(campaign, entry)) ofAnotherTime.push(campaign);
    else (hasAll ? fits : small).push(campaign);
  }
  const isSure = !hasSameName && fits.length === 1 && (small.length === 0 || counted);
  return { sure: isSure ? fits[0] : undefined, candidates: [...fits, ...small, ...ofAnotherTime] };
}

function isOfThatTime(campaign: Campaign, entry: LaunchEntry): boolean {
  const createdMs = toMs(campaign.created_at);
  if (createdMs === undefined) return true; // some answers hold no times
  const earliestMs = entry.intent.startedMs - clocksApartMs;
  return (
    createdMs >= earliestMs && createdMs <= lastActivityMs(entry) + maxServerProcessingMs + clocksApartMs
  );
}
