import * as vscode from 'vscode';
import { openDocument } from '../editor/callLists.ts';
import { defaultRegion, setDefaultRegion, type RegionTarget } from '../host/settings.ts';
import { showInputBox, showQuickPick } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

interface Choice {
  readonly uri: vscode.Uri;
  readonly region: string;
  readonly target: RegionTarget;
}

/**
 * Sets the country of numbers without a country code: the one that a quick fix passes, otherwise one that the
 * person chooses.
 */
export async function chooseDefaultRegion(context: CommandContext, given: readonly unknown[]): Promise<void> {
  const choice = readChoice(given) ?? (await ask(context));
  if (choice !== undefined) await setDefaultRegion(choice.uri, choice.region, choice.target);
}

function readChoice([uri, region, target]: readonly unknown[]): Choice | undefined {
  if (!(uri instanceof vscode.Uri) || typeof region !== 'string') return undefined;
  return target === 'folder' || target === 'user' ? { uri, region, target } : undefined;
}

async function ask(context: CommandContext): Promise<Choice | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const { knownRegion } = await import('../callList/phone/readPhone.ts');
  const typed = await showInputBox({
    title: 'Default Country',
    prompt: 'The country of numbers without a country code: two letters, such as FR, US or GB',
    value: defaultRegion(uri) ?? (await suggestion(context, uri)) ?? '',
    validateInput: (text) =>
      /^[a-z]{2}$/i.test(text.trim()) && knownRegion(text) !== undefined
        ? undefined
        : 'Enter a two-letter country code, such as FR, US or GB.',
  });
  if (typed === undefined) return undefined;
  const region = typed.trim().toUpperCase();
  if (uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) {
    return { uri: uri ?? vscode.Uri.file('/'), region, target: 'user' };
  }
  const chosen = await showQuickPick(
    [
      {
        label: 'This folder',
        detail: 'For the lists in it, and for everybody who works in it',
        target: 'folder' as const,
      },
      { label: 'Everywhere', detail: 'Your own setting, for folders without one', target: 'user' as const },
    ],
    { title: 'Default Country', placeHolder: `Where should ${region} be the default country?` },
  );
  return chosen && { uri, region, target: chosen.target };
}

async function suggestion(context: CommandContext, uri: vscode.Uri | undefined): Promise<string | undefined> {
  const document = uri && openDocument(uri);
  const checked = document && (await context.callLists.current(document));
  if (checked === undefined) return undefined;
  const { suggestedRegion } = await import('../callList/phone/regionGuess.ts');
  return (await suggestedRegion(checked.list))?.region;
}
