import * as vscode from 'vscode';
import type { PhoneOptions } from '../../callList/phone/phoneVerdict.ts';
import type { Problem } from '../../callList/problems.ts';
import { formatCount } from '../../core/format.ts';
import { editorRange } from '../editorRange.ts';
import type { ListReading } from '../listReading.ts';
import { fixChanges } from './cellFix.ts';
import type { ActionSource, ActionRequest } from './actionSource.ts';
import { ListAction } from './listAction.ts';

const several = 'revox.phone.several';
const quickFix = vscode.CodeActionKind.QuickFix;

/**
 * Two numbers in one cell: each gets a row, or one of them stays. Which is to be called is chosen by a
 * person, so that none is preferred.
 */
export function severalNumbersActions(reading: ListReading): ActionSource {
  return async (request) => {
    const problems = request.here.filter(({ code }) => code === several);
    if (problems.length === 0) return [];
    const { options } = await reading.of(request.document.uri);
    const phones = { region: options.defaultRegion, repairs: options.repairs };
    const alike = request.checked.list.problems.filter(({ code }) => code === several);
    return (await Promise.all(problems.map((problem) => actionsFor(problem, alike, request, phones)))).flat();
  };
}

async function actionsFor(
  problem: Problem,
  alike: readonly Problem[],
  { document, checked, context: { diagnostics } }: ActionRequest,
  reading: PhoneOptions,
): Promise<vscode.CodeAction[]> {
  const { numbersInCell } = await import('../../callList/phone/severalNumbers.ts');
  const { numbers, complete } = numbersInCell(problem.value ?? '', reading);
  const rows = (title: string, problems: readonly Problem[], previewLabel?: string): ListAction =>
    new ListAction(
      title,
      quickFix,
      document,
      async () => {
        const { splitCells } = await import('./splitCells.ts');
        return splitCells(problems, checked, reading);
      },
      previewLabel,
    );
  const actions: ListAction[] = [];
  const [first, second] = numbers;
  const canSplit = complete && first !== undefined && second !== undefined;
  if (canSplit) {
    const title =
      numbers.length === 2
        ? `Call both: ${first.written} here, ${second.written} in a new row below`
        : `Call all ${numbers.length} numbers, each in its own row`;
    actions.push(rows(title, [problem]));
  }
  for (const { written } of numbers) {
    const fix = { title: `Keep only ${written}`, replacement: written, safety: 'ask' } as const;
    const { delimiter } = checked.list.dialect;
    actions.push(
      new ListAction(fix.title, quickFix, document, () =>
        fixChanges([{ ...problem, fix }], (range) => document.getText(editorRange(range)), delimiter),
      ),
    );
  }
  if (canSplit && alike.length > 1) {
    const title = `Move each number to its own row in all ${formatCount(alike.length)} cells like this, after a preview…`;
    actions.push(rows(title, alike, 'Rows to agree to'));
  }
  const range = editorRange(problem);
  for (const action of actions)
    action.diagnostics = diagnostics.filter((mark) => mark.code === several && mark.range.isEqual(range));
  return actions;
}
