import * as vscode from 'vscode';
import { writeAs } from '../../callList/phone/phoneVerdict.ts';
import type { Problem } from '../../callList/problems.ts';
import { formatCount, plural } from '../../core/format.ts';
import { problemSeverity } from '../../host/settings.ts';
import type { CheckedList } from '../watchedList.ts';
import { fixChanges, fixableOfKind, isFixable, safelyFixable, type FixableProblem } from './cellFix.ts';
import { editorRange } from '../editorRange.ts';
import { fixAllKind, type ActionRequest } from './actionSource.ts';
import { ListAction } from './listAction.ts';
import { otherRowsOf, isRemovable } from './removableRows.ts';
import { readSeverities, severityOf } from '../shownProblems.ts';

/**
 * Edits of what is wrong in a call list. Every action is one step to undo, and keeps the file's own way of
 * writing.
 */
export function problemActions({ document, checked, here, context }: ActionRequest): ListAction[] {
  const severities = readSeverities(problemSeverity(document.uri));
  const isShown = (problem: Problem) => severityOf(problem, severities) !== 'off';
  const isFixAll = context.only !== undefined && fixAllKind.intersects(context.only);
  const shownHere = here.filter(isShown);
  if (!isFixAll && shownHere.length === 0) return [];
  const problems = checked.list.problems.filter(isShown);
  const safe = safelyFixable(problems);
  if (isFixAll) {
    return safe.length === 0
      ? []
      : [fixAction('Fix all problems that can be fixed automatically', fixAllKind, document, checked, safe)];
  }
  const actions = shownHere.flatMap((problem) => {
    const found = [
      ...cellActions(document, checked, problem, problems),
      ...rowActions(document, checked, problem, problems),
    ];
    for (const action of found) action.diagnostics = diagnosticsOf(problem, context.diagnostics);
    return found;
  });
  if (safe.length > 0) {
    const title = `Fix ${safe.length === 1 ? 'the 1 problem' : `all ${formatCount(safe.length)} problems`} that can be fixed automatically`;
    actions.push(fixAction(title, vscode.CodeActionKind.QuickFix, document, checked, safe));
  }
  return actions;
}

function cellActions(
  document: vscode.TextDocument,
  checked: CheckedList,
  problem: Problem,
  problems: readonly Problem[],
): ListAction[] {
  const { readings = [], code } = problem;
  const chosen = readings
    .filter((e164) => e164 !== problem.fix?.replacement)
    .map((e164) => {
      const fix = writeAs(e164, 'ask');
      const kind = vscode.CodeActionKind.QuickFix;
      return fixAction(fix.title, kind, document, checked, [{ ...problem, fix }]);
    });
  if (!isFixable(problem)) return chosen;
  const { fix } = problem;
  const one = fixAction(fix.title, vscode.CodeActionKind.QuickFix, document, checked, [problem]);
  one.isPreferred = fix.safety === 'safe';
  const alike = fixableOfKind(problems, code);
  if (alike.length < 2) return [one, ...chosen];
  const count = formatCount(alike.length);
  const isSafe = alike.every((other) => other.fix.safety === 'safe');
  const title = isSafe
    ? `Fix all ${count} problems like this`
    : `Fix all ${count} problems like this, after a preview…`;
  const label = isSafe ? undefined : 'Repairs to agree to';
  const all = fixAction(title, vscode.CodeActionKind.QuickFix, document, checked, alike, label);
  return [one, ...chosen, all];
}

function rowActions(
  document: vscode.TextDocument,
  checked: CheckedList,
  problem: Problem,
  problems: readonly Problem[],
): ListAction[] {
  const { otherLine } = problem;
  const removal = (title: string, lines: readonly number[]) =>
    new ListAction(title, vscode.CodeActionKind.QuickFix, document, async () => {
      const { readRecords } = await import('../listRecords.ts');
      const { removalChanges } = await import('./rowRemoval.ts');
      return removalChanges(
        await readRecords(checked.text, checked.list.dialect.delimiter),
        lines,
        checked.text,
      );
    });
  if (problem.code === 'revox.phone.refusedElsewhere' && otherLine !== undefined)
    return [removal(`Delete line ${otherLine}, which would call this number`, [otherLine])];
  if (!isRemovable(problem)) return [];
  const actions = [removal('Delete this row', [problem.line])];
  if (problem.code !== 'revox.phone.duplicate') return actions;
  const others = otherRowsOf(problem, checked.list.problems);
  const [other] = others;
  const what =
    others.length === 1 && other !== undefined ? `line ${other}` : `the ${plural(others.length, 'other')}`;
  actions.push(removal(`Keep this row, delete ${what} with the same number`, others));
  const all = problems.filter(({ code }) => code === problem.code).map(({ line }) => line);
  if (all.length > 1) actions.push(removal(`Delete all ${formatCount(all.length)} duplicate rows`, all));
  return actions;
}

function fixAction(
  title: string,
  kind: vscode.CodeActionKind,
  document: vscode.TextDocument,
  checked: CheckedList,
  problems: readonly FixableProblem[],
  previewLabel?: string,
): ListAction {
  const { delimiter } = checked.list.dialect;
  const changes = () => fixChanges(problems, (range) => document.getText(editorRange(range)), delimiter);
  return new ListAction(title, kind, document, changes, previewLabel);
}

function diagnosticsOf(problem: Problem, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  const range = editorRange(problem);
  return diagnostics.filter(
    (diagnostic) => diagnostic.code === problem.code && diagnostic.range.isEqual(range),
  );
}
