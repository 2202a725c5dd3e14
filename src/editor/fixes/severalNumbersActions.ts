import * as vscode from 'vscode';
import type { PhoneOptions } from '../../contacts/phone/phoneVerdict.ts';
import type { Problem } from '../../contacts/problems.ts';
import { formatCount } from '../../core/format.ts';
import type { CallLists } from '../callLists.ts';
import { editorRange } from '../editorRange.ts';
import type { ListReading } from '../listReading.ts';
import type { CheckedList } from '../watchedList.ts';
import { fixChanges } from './cellFix.ts';
import type { ActionSource } from './actionSource.ts';
import { ListAction } from './listAction.ts';

const several = 'revox.phone.several';
const quickFix = vscode.CodeActionKind.QuickFix;

/** Two numbers in one cell: each gets a row, or one of them stays. Which is to be called is chosen by a person, so that none is preferred. */
export class SeveralNumbersActions implements ActionSource {
  readonly #lists: CallLists;
  readonly #reading: ListReading;

  constructor(lists: CallLists, reading: ListReading) {
    this.#lists = lists;
    this.#reading = reading;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const checked = await this.#lists.current(document);
    const here = checked?.list.problems.filter(
      (problem) => problem.code === several && editorRange(problem).intersection(range) !== undefined,
    );
    if (checked === undefined || here === undefined || here.length === 0) return [];
    const { options } = await this.#reading.of(document.uri);
    const reading = { region: options.defaultRegion, repairs: options.repairs };
    const alike = checked.list.problems.filter(({ code }) => code === several);
    const found = await Promise.all(
      here.map((problem) => actionsFor(problem, alike, document, checked, reading, context)),
    );
    return found.flat();
  }
}

async function actionsFor(
  problem: Problem,
  alike: readonly Problem[],
  document: vscode.TextDocument,
  checked: CheckedList,
  reading: PhoneOptions,
  { diagnostics }: vscode.CodeActionContext,
): Promise<vscode.CodeAction[]> {
  const { numbersInCell } = await import('../../contacts/phone/severalNumbers.ts');
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
        ? `Call both: ${first.written} here, ${second.written} in a row of its own below`
        : `Call all ${numbers.length} numbers, each in a row of its own`;
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
    const title = `Give each number a row of its own in all ${formatCount(alike.length)} cells like this, after a preview…`;
    actions.push(rows(title, alike, 'Rows to agree to'));
  }
  const range = editorRange(problem);
  for (const action of actions)
    action.diagnostics = diagnostics.filter((mark) => mark.code === several && mark.range.isEqual(range));
  return actions;
}
