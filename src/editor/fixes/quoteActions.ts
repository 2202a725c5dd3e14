import * as vscode from 'vscode';
import type { OddQuotes } from '../../callList/csv/oddQuotes.ts';
import type { Problem } from '../../callList/problems.ts';
import type { ActionRequest } from './actionSource.ts';
import { ListAction } from './listAction.ts';

/** The light bulb on quotes that a CSV does not support: one edit replaces them all. */
export function quoteActions({ document, checked, here, context }: ActionRequest): ListAction[] {
  const problem = here.find((one) => quotesOf(one, document) !== undefined);
  const quotes = problem && quotesOf(problem, document);
  if (problem === undefined || quotes === undefined) return [];
  const action = new ListAction(titles[quotes], vscode.CodeActionKind.QuickFix, document, async () => {
    const { readRecords } = await import('../listRecords.ts');
    const { quoteChanges } = await import('./quoteRewrite.ts');
    const { delimiter } = checked.list.dialect;
    return quoteChanges(await readRecords(checked.text, delimiter), quotes, delimiter);
  });
  action.isPreferred = true;
  action.diagnostics = context.diagnostics.filter(({ code }) => code === problem.code);
  return [action];
}

const titles: Readonly<Record<OddQuotes, string>> = {
  lines: 'Remove the quotes around the lines of this list',
  single: 'Write double quotes instead of single ones in this list',
  escaped: 'Write \\" as "" in this list',
};

function quotesOf({ code, line }: Problem, document: vscode.TextDocument): OddQuotes | undefined {
  if (code === 'revox.list.quotedLines') return 'lines';
  if (code === 'revox.list.singleQuotes') return 'single';
  const isBroken = code === 'revox.row.quoteMalformed' || code === 'revox.row.quoteUnclosed';
  return isBroken && document.lineAt(line - 1).text.includes('\\"') ? 'escaped' : undefined;
}
