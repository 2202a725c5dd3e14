import type { Delimiter } from '../../callList/csv/delimiter.ts';
import type { Fix, Problem, ProblemCode, TextRange } from '../../callList/problems.ts';

/** New text for a range of a document, with the positions of problems. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
  /** The result as shown in a list of changes; absent: the text itself. */
  readonly summary?: string | undefined;
}

export type FixableProblem = Problem & { readonly fix: Fix };

export function isFixable(problem: Problem): problem is FixableProblem {
  return problem.fix !== undefined;
}

/** Problems whose fix changes neither who is called nor what is said. */
export function safelyFixable(problems: readonly Problem[]): FixableProblem[] {
  return problems.filter(isFixable).filter(({ fix }) => fix.safety === 'safe');
}

export function fixableOfKind(problems: readonly Problem[], code: ProblemCode): FixableProblem[] {
  return problems.filter(isFixable).filter((problem) => problem.code === code);
}

/**
 * The changes that repair these cells and nothing else.
 * @param written the text of a cell as written in the file, quotes included
 */
export function fixChanges(
  problems: readonly FixableProblem[],
  written: (range: TextRange) => string,
  delimiter: Delimiter,
): TextChange[] {
  const changes: TextChange[] = [];
  const taken = new Set<string>();
  for (const problem of problems) {
    // A cell may have two suggestions; only one can be used.
    const place = `${problem.line}:${problem.startCharacter}`;
    if (taken.has(place)) continue;
    taken.add(place);
    const { line, startCharacter, endLine, endCharacter, fix } = problem;
    const range = { line, startCharacter, endLine, endCharacter };
    const isCell = fix.isCell ?? true;
    const text = isCell ? cellText(fix.replacement, written(range), delimiter) : fix.replacement;
    changes.push({ range, text });
  }
  return changes;
}

/** A value as this file writes it: in quotes where the cell had them or needs them. */
export function cellText(value: string, before: string, delimiter: Delimiter): string {
  const needed = value.includes(delimiter.charAt(0)) || /["\r\n]/.test(value);
  return needed || before.startsWith('"') ? `"${value.replaceAll('"', '""')}"` : value;
}
