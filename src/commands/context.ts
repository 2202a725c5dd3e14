import * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';
import type { CampaignOrigins } from '../host/campaignOrigins.ts';
import type { Connections } from '../host/connections.ts';
import type { KeyStore } from '../host/keyStore.ts';
import type { CampaignSubmitter } from '../host/campaignSubmitter.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import type { Provenances } from '../host/provenances.ts';
import type { OutputLog } from '../host/outputLog.ts';
import type { CallLists } from '../editor/callLists.ts';
import type { ListAssistants } from '../editor/listAssistants.ts';
import type { LastPlans } from './create/lastPlans.ts';
import type { ListReading } from '../editor/listReading.ts';
import type { ListProblems } from '../editor/listProblems.ts';
import type { ScheduleSupportMemory } from '../host/scheduleSupportMemory.ts';
import type { Session } from '../host/session.ts';
import type { UpcomingStarts } from '../host/upcomingStarts.ts';
import type { CampaignTree } from '../views/campaignTree.ts';
import type { LiveRefresh } from '../views/liveRefresh.ts';
import type { Node } from '../views/nodes.ts';
import { commandIds } from '../host/commandIds.ts';

/** What commands work with. */
export interface CommandContext {
  readonly store: CampaignStore;
  readonly session: Session;
  readonly connections: Connections;
  readonly keys: KeyStore;
  readonly tree: CampaignTree;
  readonly view: vscode.TreeView<Node>;
  readonly refresh: LiveRefresh;
  readonly listProblems: ListProblems;
  readonly callLists: CallLists;
  /** How each list is read: the same for every command. */
  readonly reading: ListReading;
  readonly lastPlans: LastPlans;
  readonly listAssistants: ListAssistants;
  readonly origins: CampaignOrigins;
  readonly provenances: Provenances;
  readonly submitter: CampaignSubmitter;
  readonly launches: ReconciliationService;
  readonly scheduleSupport: ScheduleSupportMemory;
  readonly upcomingStarts: UpcomingStarts;
  readonly log: OutputLog;
  readonly clock: Clock;
}

/** The API of the moment; without a key the person is told how to get on, and the command ends. */
export async function apiOrAsk(context: CommandContext): Promise<CampaignApi | undefined> {
  await context.session.ready();
  if (context.store.api !== undefined) return context.store.api;
  context.connections.required(); // says what is wrong with the address, if that is why
  const setKey = 'Set API Key';
  const practise = 'Practise in the Sandbox';
  const chosen = await vscode.window.showInformationMessage(
    'This needs a Revox API key.',
    { modal: true, detail: 'You can also practise in the sandbox, where nobody is called.' },
    setKey,
    practise,
  );
  if (chosen === setKey) await vscode.commands.executeCommand(commandIds.setApiKey);
  if (chosen === practise) await vscode.commands.executeCommand(commandIds.startSandbox);
  if (chosen === undefined) return undefined;
  await context.session.ready();
  return context.store.api;
}
