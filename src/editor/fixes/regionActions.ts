import * as vscode from 'vscode';
import type { CallList } from '../../callList/callList.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { Spot } from './actionSource.ts';

const noRegion = 'revox.phone.noRegion';
const suggestions = new WeakMap<CallList, Promise<{ region: string; name: string } | undefined>>();

/** The light bulb on a number without a country: the country these numbers seem to be from, for a person to agree to. */
export async function regionActions({
  document,
  checked,
  here,
  context,
}: Spot): Promise<vscode.CodeAction[]> {
  if (!here.some(({ code }) => code === noRegion)) return [];
  const suggested = await suggestion(checked.list);
  if (suggested === undefined) return [];
  const { region, name } = suggested;
  const action = (target: 'folder' | 'user', where: string): vscode.CodeAction => {
    const title = `Set default country to ${name} (${region}) for ${where}`;
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = context.diagnostics.filter(({ code }) => code === noRegion);
    made.command = {
      title,
      command: commandIds.setDefaultRegion,
      arguments: [document.uri, region, target],
    };
    return made;
  };
  const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  return [...(inFolder ? [action('folder', 'this folder')] : []), action('user', 'all my folders')];
}

/** Worked out once a check: the light bulb is asked for whenever the cursor moves. */
function suggestion(list: CallList): Promise<{ region: string; name: string } | undefined> {
  const suggested =
    suggestions.get(list) ??
    import('../../callList/phone/regionGuess.ts').then(({ suggestedRegion }) => suggestedRegion(list));
  suggestions.set(list, suggested);
  return suggested;
}
