import * as vscode from 'vscode';
import type { CallList } from '../../callList/callList.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { AccountCountry } from '../accountCountry.ts';
import type { ActionRequest, ActionSource } from './actionSource.ts';

const noRegion = 'revox.phone.noRegion';
const suggestions = new WeakMap<CallList, Promise<{ region: string; name: string } | undefined>>();

/**
 * The light bulb on a number without a country: the country of the account, the one that the list's numbers
 * seem to be from, the countries in which this one is valid, and in any case a way to choose another. Nothing
 * of it is applied by itself.
 */
export function regionActions(account: Pick<AccountCountry, 'get'>): ActionSource {
  return (request) => actionsFor(request, account);
}

async function actionsFor(
  { document, checked, here, context }: ActionRequest,
  account: Pick<AccountCountry, 'get'>,
): Promise<vscode.CodeAction[]> {
  const problem = here.find(({ code }) => code === noRegion);
  if (problem === undefined) return [];
  const diagnostics = context.diagnostics.filter(({ code }) => code === noRegion);
  const action = (title: string, command: string, ...given: readonly unknown[]): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = diagnostics;
    made.command = { title, command, arguments: [document.uri, ...given] };
    return made;
  };
  const suggested = await suggestion(checked.list);
  const { countryInText } = await import('../../callList/phone/countryName.ts');
  const countries = await likelyHere(problem.value ?? '', checked.list);
  const own = await account.get();
  const readAs = (region: string, why = '') => {
    const title = `Read this list’s national numbers as numbers of ${countryInText(region)} (${region})${why}`;
    return action(title, commandIds.listChoices, { choices: { defaultRegion: region } });
  };
  const ofList = countries.filter((region) => region !== own).map((region) => readAs(region));
  const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  const setting = (target: 'folder' | 'user', where: string): vscode.CodeAction[] => {
    if (suggested === undefined) return [];
    const { region, name } = suggested;
    const title = `Set default country to ${name} (${region}) for ${where}`;
    return [action(title, commandIds.setDefaultRegion, region, target)];
  };
  return [
    ...(own === undefined ? [] : [readAs(own, ', your account’s country')]),
    ...(inFolder ? setting('folder', 'this folder') : []),
    ...setting('user', 'all my folders'),
    ...ofList,
    action('Choose the default country…', commandIds.setDefaultRegion),
  ];
}

/** Computed once per check, because code actions are requested whenever the cursor moves. */
function suggestion(list: CallList): Promise<{ region: string; name: string } | undefined> {
  const suggested =
    suggestions.get(list) ??
    import('../../callList/phone/regionGuess.ts').then(({ suggestedRegion }) => suggestedRegion(list));
  suggestions.set(list, suggested);
  return suggested;
}

const likely = new WeakMap<CallList, Map<string, Promise<readonly string[]>>>();

/** Computed once for each cell of a check. */
function likelyHere(text: string, list: CallList): Promise<readonly string[]> {
  const known = likely.get(list) ?? new Map<string, Promise<readonly string[]>>();
  likely.set(list, known);
  const found =
    known.get(text) ??
    import('../../callList/phone/regionGuess.ts').then(({ likelyCountries }) => likelyCountries(text, list));
  known.set(text, found);
  return found;
}
