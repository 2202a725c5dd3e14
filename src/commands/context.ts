import * as vscode from 'vscode';
import type { CampaignApi } from '../core/ports.ts';
import type { CampaignFacts } from '../host/campaignFacts.ts';
import type { RedialMemory } from '../host/redialMemory.ts';
import type { KeyStore } from '../host/keyStore.ts';
import type { MachineMemory } from '../host/machineMemory.ts';
import type { CallLists } from '../editor/callLists.ts';
import type { AccountCountry } from '../editor/accountCountry.ts';
import type { ListHistories } from '../editor/listHistories.ts';
import type { ListAssistants } from '../editor/listAssistants.ts';
import type { ListProblems } from '../editor/listProblems.ts';
import type { Session } from '../host/session.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage } from '../host/messages.ts';
import type { SendingServices } from '../sending/sendingServices.ts';

/** The services that commands use. */
export interface CommandContext extends SendingServices {
  readonly session: Session;
  readonly keys: KeyStore;
  readonly machineMemory: MachineMemory;
  readonly listProblems: ListProblems;
  readonly callLists: CallLists;
  readonly listAssistants: ListAssistants;
  readonly listHistories: ListHistories;
  readonly accountCountry: AccountCountry;
  /** Facts read from campaigns, for reports, searches and lists. */
  readonly facts: CampaignFacts;
  /** Remembers who was put on a redial list. */
  readonly redials: RedialMemory;
}

/** The current API; without a key the person is told how to set one, and the command ends. */
export async function apiOrAsk(context: CommandContext): Promise<CampaignApi | undefined> {
  await context.session.ready();
  if (context.store.api !== undefined) return context.store.api;
  context.connections.required(); // throws the reason where the address in the settings is wrong
  const setKey = 'Set API Key';
  const trySandbox = 'Try with Sample Campaigns';
  const chosen = await showInformationMessage(
    'This needs a Revox API key.',
    { modal: true, detail: 'You can also try the sandbox, where nobody is called.' },
    setKey,
    trySandbox,
  );
  if (chosen === setKey) await vscode.commands.executeCommand(commandIds.setApiKey);
  if (chosen === trySandbox) await vscode.commands.executeCommand(commandIds.startSandbox);
  if (chosen === undefined) return undefined;
  await context.session.ready();
  return context.store.api;
}
