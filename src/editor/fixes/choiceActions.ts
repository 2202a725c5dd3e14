import * as vscode from 'vscode';
import { choiceOffers, type ChoiceOffer } from '../../callList/choiceOffers.ts';
import { commandIds } from '../../host/commandIds.ts';
import type { ListReading } from '../listReading.ts';
import type { ActionSource } from './actionSource.ts';

/** Code actions that solve a problem by reading the list in another way, without changing the file. */
export function choiceActions(reading: ListReading): ActionSource {
  return async ({ document, checked, here, context }) => {
    if (here.length === 0) return [];
    const { choices } = await reading.of(document.uri);
    const actions = new Map<string, vscode.CodeAction>();
    for (const problem of here) {
      for (const offer of choiceOffers(problem, checked.list, choices)) {
        const action = actions.get(offer.title) ?? toAction(offer, document.uri);
        const marks = context.diagnostics.filter(({ code }) => code === problem.code);
        action.diagnostics = [...(action.diagnostics ?? []), ...marks];
        actions.set(offer.title, action);
      }
    }
    return [...actions.values()];
  };
}

function toAction(offer: ChoiceOffer, uri: vscode.Uri): vscode.CodeAction {
  const action = new vscode.CodeAction(offer.title, vscode.CodeActionKind.QuickFix);
  const given = 'repair' in offer ? { repair: offer.repair } : { choices: offer.choices };
  action.command = { title: offer.title, command: commandIds.listChoices, arguments: [uri, given] };
  return action;
}
