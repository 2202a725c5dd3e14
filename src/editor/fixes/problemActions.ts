import * as vscode from 'vscode';
import type { Problem } from '../../contacts/problems.ts';
import { formatCount, plural } from '../../core/format.ts';
import { problemSeverity } from '../../host/settings.ts';
import type { CallLists } from '../callLists.ts';
import type { CheckedList } from '../watchedList.ts';
import {
  fixChanges,
  fixableOfKind,
  isFixable,
  safelyFixable,
  type FixableProblem,
  type TextChange,
} from './cellFix.ts';
import { csvSelector } from '../csvSelector.ts';
import { editorRange } from '../editorRange.ts';
import { otherRowsOf, isRemovable } from './removableRows.ts';
import { readSeverities, severityOf } from '../shownProblems.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('revox');

/** An action whose edit is worked out when it is chosen: a big list has thousands. */
class ListAction extends vscode.CodeAction {
  readonly changes: () => Promise<readonly TextChange[]>;
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** Shown in the refactor preview first, each change with this label, to be agreed to. */
  readonly previewLabel: string | undefined;

  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    document: vscode.TextDocument,
    changes: () => Promise<readonly TextChange[]> | readonly TextChange[],
    previewLabel?: string,
  ) {
    super(title, kind);
    this.document = document;
    this.version = document.version;
    this.changes = async () => changes();
    this.previewLabel = previewLabel;
  }
}

/** The light bulb on what is wrong in a call list. Every action is one step to undo, and keeps the file's own way of writing. */
export class ProblemActions implements vscode.CodeActionProvider<ListAction> {
  static register(lists: CallLists): vscode.Disposable {
    return vscode.languages.registerCodeActionsProvider(csvSelector, new ProblemActions(lists), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    });
  }

  readonly #lists: CallLists;

  private constructor(lists: CallLists) {
    this.#lists = lists;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<ListAction[]> {
    const checked = await this.#lists.current(document);
    if (checked === undefined) return [];
    const severities = readSeverities(problemSeverity(document.uri));
    const problems = checked.list.problems.filter((problem) => severityOf(problem, severities) !== 'off');
    const safe = safelyFixable(problems);
    if (context.only !== undefined && fixAllKind.intersects(context.only)) {
      return safe.length === 0
        ? []
        : [fixAction('Fix all safe problems', fixAllKind, document, checked, safe)];
    }
    const here = problems.filter((problem) => editorRange(problem).intersection(range) !== undefined);
    const actions = here.flatMap((problem) => {
      const found = [
        ...cellActions(document, checked, problem, problems),
        ...rowActions(document, checked, problem, problems),
      ];
      for (const action of found) action.diagnostics = diagnosticsOf(problem, context.diagnostics);
      return found;
    });
    if (here.length > 0 && safe.length > 0) {
      const title = `Fix ${safe.length === 1 ? 'the safe problem' : `all ${formatCount(safe.length)} safe problems`} in this list`;
      actions.push(fixAction(title, vscode.CodeActionKind.QuickFix, document, checked, safe));
    }
    return actions;
  }

  async resolveCodeAction(action: ListAction): Promise<ListAction> {
    const changes = await action.changes();
    // places in a text that has changed meanwhile are other places
    if (action.document.version !== action.version) return action;
    const edit = new vscode.WorkspaceEdit();
    const { previewLabel } = action;
    for (const { range, text } of changes) {
      const preview =
        previewLabel === undefined
          ? undefined
          : { label: previewLabel, description: text, needsConfirmation: true };
      edit.replace(action.document.uri, editorRange(range), text, preview);
    }
    action.edit = edit;
    return action;
  }
}

function cellActions(
  document: vscode.TextDocument,
  checked: CheckedList,
  problem: Problem,
  problems: readonly Problem[],
): ListAction[] {
  if (!isFixable(problem)) return [];
  const { fix, code } = problem;
  const one = fixAction(fix.title, vscode.CodeActionKind.QuickFix, document, checked, [problem]);
  one.isPreferred = fix.safety === 'safe';
  const alike = fixableOfKind(problems, code);
  if (alike.length < 2) return [one];
  const count = formatCount(alike.length);
  const isSafe = alike.every((other) => other.fix.safety === 'safe');
  const title = isSafe
    ? `Fix all ${count} problems like this`
    : `Fix all ${count} problems like this, after a preview…`;
  const label = isSafe ? undefined : 'Repairs to agree to';
  return [one, fixAction(title, vscode.CodeActionKind.QuickFix, document, checked, alike, label)];
}

function rowActions(
  document: vscode.TextDocument,
  checked: CheckedList,
  problem: Problem,
  problems: readonly Problem[],
): ListAction[] {
  if (!isRemovable(problem)) return [];
  const removal = (title: string, lines: readonly number[]) =>
    new ListAction(title, vscode.CodeActionKind.QuickFix, document, async () => {
      const { readRecords } = await import('../listRecords.ts');
      const { removalChanges } = await import('./rowRemoval.ts');
      return removalChanges(await readRecords(checked.text), lines, checked.text);
    });
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
