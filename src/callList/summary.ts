import { formatCount, plural } from '../core/format.ts';
import type { CallList, CallListCounts } from './callList.ts';
import { exclusionReasons, type ExclusionReason, type Problem } from './problems.ts';

const reasonTexts: Readonly<Record<ExclusionReason, (count: number) => string>> = {
  duplicate: (count) => plural(count, 'duplicate'),
  invalidNumber: (count) => plural(count, 'invalid number'),
  notCallable: (count) => `${plural(count, 'number')} not to be called`,
  suppressed: (count) => `${formatCount(count)} on a suppression list`,
  doNotContact: (count) => `${formatCount(count)} marked “do not contact” in Revox`,
  calledBefore: (count) => `${formatCount(count)} called before`,
  noNumber: (count) => `${formatCount(count)} without a number`,
  brokenRow: (count) => plural(count, 'unreadable row'),
  emptyVariable: (count) => `${formatCount(count)} with an empty variable`,
};

/** How many rows are neither called nor empty. */
export function leftOutCount({ read, ready, blank }: CallListCounts): number {
  return read - blank - ready;
}

/** Why rows are left out, with the count: `12 invalid numbers`. */
export function reasonText(reason: ExclusionReason, count: number): string {
  return reasonTexts[reason](count);
}

const linesNamed = 3;

/**
 * `1,214 of 1,260 rows ready. Left out: 30 duplicates, 12 invalid numbers (lines 14, 92, 340…), 4 without a
 * number.`
 * Rows that are ready are still not called while the list as a whole is blocked, which is said last.
 */
export function summarySentence({ counts, problems }: CallList): string {
  const rows = plural(counts.read - counts.blank, 'row');
  const ready = `${formatCount(counts.ready)} of ${rows} ready.`;
  const leftOut = exclusionReasons
    .filter((reason) => counts.excluded[reason] > 0)
    .map((reason) => reasonText(reason, counts.excluded[reason]) + linesOf(reason, problems));
  const blank = counts.blank > 0 ? ` ${plural(counts.blank, 'empty row')} skipped.` : '';
  const sum = `${ready}${leftOut.length > 0 ? ` Left out: ${leftOut.join(', ')}.` : ''}${blank}`;
  const block = counts.ready === 0 ? undefined : problems.find(({ blocks }) => blocks);
  if (block === undefined) return sum;
  return `${sum} Blocked: nobody is called until the error on line ${block.line} is resolved.`;
}

/** Whether rows left out for this reason can usually be repaired. */
function isRepairable(reason: ExclusionReason): boolean {
  return !['duplicate', 'noNumber', 'suppressed', 'doNotContact', 'calledBefore'].includes(reason);
}

/** Where to look for what can be repaired. */
function linesOf(reason: ExclusionReason, problems: readonly Problem[]): string {
  if (!isRepairable(reason)) return '';
  const lines: number[] = [];
  for (const problem of problems) {
    if (problem.excludedAs !== reason || lines.at(-1) === problem.line) continue;
    if (lines.length === linesNamed) return ` (lines ${lines.map(String).join(', ')}…)`;
    lines.push(problem.line);
  }
  if (lines.length === 0) return '';
  return ` (line${lines.length === 1 ? '' : 's'} ${lines.map(String).join(', ')})`;
}
