import * as vscode from 'vscode';
import type { CallLists } from './callLists.ts';
import { csvSelector } from './csvSelector.ts';
import type { ListHover, ListHoverSources } from './listHover.ts';

/**
 * The hover over cells loads with the first request for a call list: VS Code asks about every other CSV file,
 * too.
 */
export function registerListHover(lists: CallLists, sources: ListHoverSources): vscode.Disposable {
  let loading: Promise<ListHover> | undefined;
  const load = async () => {
    const { ListHover } = await import('./listHover.ts');
    return new ListHover(lists, sources);
  };
  return vscode.languages.registerHoverProvider(csvSelector, {
    provideHover: async (document, position) =>
      lists.isCallList(document) ? (await (loading ??= load())).provideHover(document, position) : undefined,
  });
}
