import { plural } from '../core/format.ts';
import { oneLine } from '../core/plainText.ts';
import type { Problem, ProblemTotals, Severity } from '../callList/problems.ts';

export type SeverityChoice = Severity | 'off';

/** A sentence on a range of the editor: a problem of the list, or what sums up those that are not shown. */
export interface ProblemMark {
  /** 0-based, as editors count. */
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly severity: Severity;
  readonly message: string;
  readonly code: string | undefined;
}

/** The most problems that are shown in a list. */
export const maxMarks = 1000;

/** Of a sentence that quotes names of columns and values of cells. */
const maxMessageCharacters = 1_000;

const choices: readonly unknown[] = ['error', 'warning', 'info', 'off'] satisfies SeverityChoice[];

/** The setting `revox.problemSeverity`; an invalid severity is ignored. */
export function readSeverities(setting: unknown): ReadonlyMap<string, SeverityChoice> {
  if (typeof setting !== 'object' || setting === null) return new Map();
  const entries = Object.entries(setting) as [string, unknown][];
  return new Map(entries.filter((entry): entry is [string, SeverityChoice] => choices.includes(entry[1])));
}

/** How severe a person wants a problem to be. Whether its row is called does not depend on it. */
export function severityOf(
  problem: Problem,
  severities: ReadonlyMap<string, SeverityChoice>,
): SeverityChoice {
  return severities.get(problem.code) ?? problem.severity;
}

/**
 * What is shown of a list's problems: the worst where there are too many, and then a line that says so.
 * @param totals how many there are of each kind, where not all of them are in `problems`
 */
export function marksOf(
  problems: readonly Problem[],
  severities: ReadonlyMap<string, SeverityChoice>,
  limit = maxMarks,
  totals: ProblemTotals = {},
): ProblemMark[] {
  const counts = { error: 0, warning: 0, info: 0, off: 0 } satisfies Record<SeverityChoice, number>;
  for (const problem of problems) counts[severityOf(problem, severities)]++;
  const visible = problems.length - counts.off + notKept(problems, severities, totals);
  const room = shares(counts, visible <= limit ? visible : limit - 1);
  const shown: ProblemMark[] = [];
  // the first of each severity: a list can have a problem in every line, and marks are made for few of them
  // only
  for (const problem of problems) {
    const severity = severityOf(problem, severities);
    if (severity === 'off' || room[severity]-- <= 0) continue;
    shown.push(toMark(problem, severity));
  }
  const hidden = visible - shown.length;
  if (hidden === 0) return shown;
  const message = `${plural(hidden, 'more problem')} in this list ${hidden === 1 ? 'is' : 'are'} not shown to keep the editor responsive. They still count; fix some to see more.`;
  return [markAtTop(message, 'info'), ...shown];
}

function notKept(
  problems: readonly Problem[],
  severities: ReadonlyMap<string, SeverityChoice>,
  totals: ProblemTotals,
): number {
  const more: Record<string, number> = { ...totals };
  for (const { code } of problems) if (code in more) more[code] = (more[code] ?? 0) - 1;
  return Object.entries(more).reduce(
    (sum, [code, count]) => (severities.get(code) === 'off' ? sum : sum + count),
    0,
  );
}

/** On the first line, for what is about the file and not a place in it. */
export function markAtTop(message: string, severity: Severity): ProblemMark {
  return {
    startLine: 0,
    startCharacter: 0,
    endLine: 0,
    endCharacter: 0,
    severity,
    message: oneLine(message, maxMessageCharacters),
    code: undefined,
  };
}

/** How many of each are shown: errors before warnings before remarks. */
function shares(counts: Readonly<Record<Severity, number>>, limit: number): Record<Severity, number> {
  const error = Math.min(counts.error, limit);
  const warning = Math.min(counts.warning, limit - error);
  return { error, warning, info: Math.min(counts.info, limit - error - warning) };
}

function toMark(problem: Problem, severity: Severity): ProblemMark {
  return {
    startLine: problem.line - 1,
    startCharacter: problem.startCharacter,
    endLine: problem.endLine - 1,
    endCharacter: problem.endCharacter,
    severity,
    message: oneLine(problem.message, maxMessageCharacters),
    code: problem.code,
  };
}
