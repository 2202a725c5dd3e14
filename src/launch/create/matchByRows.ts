import type { Campaign } from '../../core/campaign.ts';
import type { LaunchEntry } from '../journal/launchIntent.ts';
import type { LaunchJournal } from '../journal/launchJournal.ts';
import { matchLaunch, type LaunchMatch } from './matchLaunch.ts';
import type { RowMatcher } from '../comparison/rowMatcher.ts';

export interface RowMatchOptions {
  readonly entry: LaunchEntry;
  readonly campaigns: readonly Campaign[];
  readonly journal: Pick<LaunchJournal, 'others'>;
  readonly matcher: RowMatcher;
  /** A campaign that has too few rows now will not get more. */
  readonly late: boolean;
}

/**
 * Looks for a create in the list of campaigns, and compares every row of those that could be it. One that
 * equals what was sent is it, unless another one could be it as well: of two such campaigns only a person can
 * tell.
 */
export async function matchByRows(options: RowMatchOptions): Promise<LaunchMatch> {
  const { entry, campaigns, journal, matcher, late } = options;
  const { taken, hasSameName } = await journal.others(entry);
  const match = () =>
    matchLaunch(entry, campaigns, {
      hasSameName,
      counted: late,
      taken: new Set([...taken, ...matcher.others]),
    });
  await matcher.verify(match().candidates, late);
  const { candidates } = match();
  const [only, ...more] = candidates;
  const isSure = only !== undefined && more.length === 0 && !hasSameName && matcher.isOurs(only);
  return { sure: isSure ? only : undefined, candidates };
}
