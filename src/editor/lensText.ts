import type { CallList } from '../callList/callList.ts';
import { formatCount, plural } from '../core/format.ts';
import { severityOf, type SeverityChoice } from './shownProblems.ts';

/** How many errors and warnings there are; remarks do not count as problems. */
export function problemCount(list: CallList, severities: ReadonlyMap<string, SeverityChoice>): number {
  let count = 0;
  for (const problem of list.problems) {
    const severity = severityOf(problem, severities);
    if (severity === 'error' || severity === 'warning') count++;
  }
  return count;
}

/** `1,214 ready · 6 problems`, `3 ready, but blocked · 1 problem` */
export function lensTitle(list: CallList, severities: ReadonlyMap<string, SeverityChoice>): string {
  const count = problemCount(list, severities);
  const isBlocked = list.counts.ready > 0 && list.problems.some(({ blocks }) => blocks);
  const ready = `${formatCount(list.counts.ready)} ready${isBlocked ? ', but blocked' : ''}`;
  return count === 0 ? `${ready} · no problems` : `${ready} · ${plural(count, 'problem')}`;
}
