import * as vscode from 'vscode';
import type { Clock } from '../core/ports.ts';
import type { CallLists } from './callLists.ts';
import { csvSelector } from './csvSelector.ts';
import type { ListAssistants } from './listAssistants.ts';
import type { ListHover } from './listHover.ts';
import type { ListReading } from './listReading.ts';

/**
 * What the pointer on a cell tells loads with the first question about a call list: VS Code asks about every
 * other CSV file, too.
 */
export function registerListHover(
  lists: CallLists,
  reading: ListReading,
  assistants: ListAssistants,
  clock: Clock,
): vscode.Disposable {
  let loading: Promise<ListHover> | undefined;
  const load = async () => {
    const { ListHover } = await import('./listHover.ts');
    return new ListHover(lists, reading, assistants, clock);
  };
  return vscode.languages.registerHoverProvider(csvSelector, {
    provideHover: async (document, position) =>
      lists.isCallList(document) ? (await (loading ??= load())).provideHover(document, position) : undefined,
  });
}
