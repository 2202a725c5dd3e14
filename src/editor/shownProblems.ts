import { plural } from '../core/format.ts';
import type { Problem, Severity } from '../contacts/problems.ts';

export type SeverityChoice = Severity | 'off';

/** A sentence on a range of the editor: a problem of the list, or what sums up those that are not shown. */
export interface Mark {
  /** 0-based, as editors count. */
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly severity: Severity;
  readonly message: string;
  readonly code: string | undefined;
}

/** More would bury the editor, and no one reads them. */
export const maxMarks = 1000;

const choices: readonly unknown[] = ['error', 'warning', 'info', 'off'] satisfies SeverityChoice[];

/** The setting `revox.problemSeverity`; what is no severity in it changes nothing. */
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

/** What is shown of a list's problems: the worst where there are too many, and then a line that says so. */
export function marksOf(
  problems: readonly Problem[],
  severities: ReadonlyMap<string, SeverityChoice>,
  limit = maxMarks,
): Mark[] {
  const visible: Mark[] = [];
  for (const problem of problems) {
    const severity = severityOf(problem, severities);
    if (severity !== 'off') visible.push(toMark(problem, severity));
  }
  if (visible.length <= limit) return visible;
  const shown = worst(visible, limit - 1);
  const hidden = visible.length - shown.length;
  const message = `${plural(hidden, 'more problem')} in this list ${hidden === 1 ? 'is' : 'are'} not shown here, to keep the editor quick. They count all the same; repair some to see the next.`;
  return [markAtTop(message, 'info'), ...shown];
}

/** On the first line, for what is about the file and not a place in it. */
export function markAtTop(message: string, severity: Severity): Mark {
  return {
    startLine: 0,
    startCharacter: 0,
    endLine: 0,
    endCharacter: 0,
    severity,
    message,
    code: undefined,
  };
}

/** Errors before warnings before remarks, each in the file's order. */
function worst(marks: readonly Mark[], limit: number): Mark[] {
  const kept = new Set<Mark>();
  for (const severity of ['error', 'warning', 'info'] satisfies Severity[]) {
    for (const mark of marks) {
      if (kept.size >= limit) break;
      if (mark.severity === severity) kept.add(mark);
    }
  }
  return marks.filter((mark) => kept.has(mark));
}

function toMark(problem: Problem, severity: Severity): Mark {
  return {
    startLine: problem.line - 1,
    startCharacter: problem.startCharacter,
    endLine: problem.endLine - 1,
    endCharacter: problem.endCharacter,
    severity,
    message: problem.message,
    code: problem.code,
  };
}
