import * as vscode from 'vscode';
import type { CommandContext } from './commands/context.ts';
import type { Commands } from './commands/allCommands.ts';
import { CommandRunner } from './commands/commandRunner.ts';
import { reportVerdicts } from './sending/reportVerdicts.ts';
import { reportTriedCalls } from './sending/triedCalls.ts';
import { LastSpecs } from './sending/lastSpecs.ts';
import { CampaignStore } from './core/campaignStore.ts';
import type { Clock } from './core/ports.ts';
import { CampaignFileMarks } from './editor/campaignFileMarks.ts';
import { ChoiceMemory } from './editor/choiceMemory.ts';
import { CallLists } from './editor/callLists.ts';
import { CallListCodeActions } from './editor/fixes/callListCodeActions.ts';
import { ListAssistants } from './editor/listAssistants.ts';
import { AccountCountry } from './editor/accountCountry.ts';
import { ListHistories } from './editor/listHistories.ts';
import { registerListHover } from './editor/registerListHover.ts';
import { ListGreeting } from './editor/listGreeting.ts';
import { ListLens } from './editor/listLens.ts';
import { ListProblems } from './editor/listProblems.ts';
import { ListReading } from './editor/listReading.ts';
import { ListStatus } from './editor/listStatus.ts';
import { RememberedLists } from './editor/rememberedLists.ts';
import { SpokenPreviews } from './editor/preview/spokenPreviews.ts';
import { CampaignFacts } from './host/campaignFacts.ts';
import { Connections } from './host/connections.ts';
import { connectionContext, hasApiKeyContext } from './host/contextKeys.ts';
import { DisposableStore } from './host/disposables.ts';
import { KeyStore } from './host/keyStore.ts';
import { CampaignSubmitter } from './host/campaignSubmitter.ts';
import { ReconciliationService } from './host/reconciliationService.ts';
import { OutputLog } from './host/outputLog.ts';
import { MachineMemory } from './host/machineMemory.ts';
import { NumberKey } from './host/numberKey.ts';
import { Provenances } from './host/provenances.ts';
import { SandboxProcess } from './host/sandboxProcess.ts';
import { RedialMemory } from './host/redialMemory.ts';
import { ScheduleSupportMemory } from './host/scheduleSupportMemory.ts';
import { Session } from './host/session.ts';
import { apiBaseUrl, onDidChangeSetting } from './host/settings.ts';
import { NotifiedOnce } from './host/notifiedOnce.ts';
import { UpcomingStarts } from './host/upcomingStarts.ts';
import { LaunchPanels } from './panels/launch/launchPanels.ts';
import { ReportDocuments } from './panels/report/reportDocuments.ts';
import { ReportPanels } from './panels/report/reportPanels.ts';
import { RowsPanels } from './panels/rows/rowsPanels.ts';
import { TranscriptPanels } from './panels/transcript/transcriptPanels.ts';
import { RunningCampaignsStatus } from './views/runningCampaignsStatus.ts';
import { CampaignTree } from './views/campaignTree.ts';
import { CampaignView } from './views/campaignView.ts';
import { CountdownStatus } from './views/countdownStatus.ts';
import type { DeferredTree } from './views/deferredTree.ts';
import { EarlyWarnings } from './views/earlyWarnings.ts';
import { LiveRefresh } from './views/liveRefresh.ts';
import type { Node } from './views/nodes.ts';
import { campaignFingerprint } from './views/presentation.ts';
import { SearchTree } from './views/search/searchTree.ts';
import { TranscriptSearch } from './views/search/transcriptSearch.ts';
import { showUnconfirmedStatus } from './views/unconfirmedStatus.ts';
import { showSandboxStatus, warnWhenSandboxEnds } from './views/sandboxStatus.ts';

/** What the entry file asks for once everything is loaded. */
export interface Application {
  readonly tree: CampaignTree;
  /** Runs a command. Never rejects: a failure is shown to the person. */
  run(command: keyof Commands, args: readonly unknown[]): Promise<unknown>;
  /** Takes what was dropped on the tree. */
  drop(transfer: vscode.DataTransfer): Promise<void>;
  /** Takes a page back after a reload of the window. */
  restorePage(page: PageType, panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

export type PageType = 'revox.rows' | 'revox.transcript' | 'revox.launch' | 'revox.report';

/** Not while a window opens, when everything wants the disk. */
const pruneAfterMs = 20_000;

/** Builds everything and asks the network nothing: that begins when somebody looks. */
export function startApplication(
  extension: vscode.ExtensionContext,
  view: vscode.TreeView<Node>,
  deferredTree: DeferredTree<Node>,
): Application {
  const own = new DisposableStore();
  extension.subscriptions.push(own);
  const clock: Clock = { now: Date.now };

  const { globalState, workspaceState, globalStorageUri } = extension;
  const machineMemory = new MachineMemory(globalState, workspaceState, [
    vscode.Uri.joinPath(globalStorageUri, 'told').fsPath,
  ]);
  machineMemory.catchUp();

  const log = own.add(new OutputLog());
  const keys = own.add(new KeyStore(extension.secrets, extension.globalState, log));
  log.redactSecrets(() => keys.known);
  const sandbox = own.add(new SandboxProcess(extension.extensionUri, log));
  const connections = own.add(
    new Connections(keys, sandbox, {
      read: apiBaseUrl,
      onDidChange: (listener) => onDidChangeSetting(['apiBaseUrl'], listener),
    }),
  );
  const isSandbox = () => connections.current?.kind === 'sandbox';
  const store = new CampaignStore({
    clock,
    fingerprint: (campaign) => campaignFingerprint(campaign, clock.now()),
  });
  const session = own.add(
    new Session({
      connections,
      keys,
      store,
      context: { connection: connectionContext, hasKey: hasApiKeyContext },
      log,
    }),
  );

  const folder = vscode.Uri.joinPath(extension.globalStorageUri, 'launches').fsPath;
  const submitter = own.add(new CampaignSubmitter({ connections, keys, clock, log, folder }));
  const numberKey = new NumberKey(extension.secrets);
  const provenances = new Provenances({
    folder: vscode.Uri.joinPath(extension.globalStorageUri, 'provenance').fsPath,
    key: numberKey,
    journal: submitter.journal,
    store,
    connections,
    clock,
    log,
  });
  const launches = own.add(new ReconciliationService({ store, submitter, clock, log }));
  const tree = own.add(new CampaignTree(store, launches, clock));
  deferredTree.follow(tree);
  const refresh = own.add(
    new LiveRefresh({ store, session, view, launches, clock, announcesEnds: isSandbox }),
  );
  own.add(sandbox.onDidEndCampaign(() => void refresh.refresh()));
  own.add(
    launches.onDidBecomeDue(() => {
      if (view.visible) void refresh.refresh();
    }),
  );
  const pruning = setTimeout(() => void submitter.prune().then(() => provenances.prune()), pruneAfterMs);
  own.add({ dispose: () => clearTimeout(pruning) });
  own.add(new CampaignView({ store, session, connections, tree, launches, view, clock }));
  own.add(showSandboxStatus(connections));
  own.add(showUnconfirmedStatus(launches));
  const upcomingStarts = new UpcomingStarts(extension.globalState);
  const countdown = own.add(new CountdownStatus(store, connections, upcomingStarts, clock));
  const told = new NotifiedOnce(vscode.Uri.joinPath(extension.globalStorageUri, 'told').fsPath);
  const facts = new CampaignFacts(clock);
  own.add(new RunningCampaignsStatus({ store, facts, notifiedOnce: told, clock, log }));
  const listProblems = own.add(new ListProblems());
  const remembered = new RememberedLists(extension.workspaceState);
  const reading = own.add(new ListReading(new ChoiceMemory(extension.workspaceState)));
  const callLists = own.add(new CallLists(remembered, reading, listProblems));
  const dismissed = new RememberedLists(extension.workspaceState, 'revox.dismissedGreetings');
  const greeting = own.add(new ListGreeting(callLists, reading, dismissed));
  const listAssistants = own.add(new ListAssistants());
  const accountCountry = new AccountCountry(store);
  const listHistories = own.add(new ListHistories(store));
  own.add(CallListCodeActions.register(callLists, reading, accountCountry));
  own.add(new ListLens(callLists));
  own.add(new ListStatus(callLists));
  own.add(
    registerListHover(callLists, { reading, assistants: listAssistants, histories: listHistories, clock }),
  );

  own.add(new EarlyWarnings({ store, facts, clock, log, sandbox: isSandbox }));
  const context: CommandContext = {
    store,
    session,
    connections,
    keys,
    machineMemory,
    tree,
    view,
    refresh,
    listProblems,
    callLists,
    reading,
    lastSpecs: new LastSpecs(),
    listAssistants,
    listHistories,
    accountCountry,
    facts,
    redials: new RedialMemory(workspaceState, numberKey),
    provenances,
    submitter,
    launches,
    scheduleSupport: new ScheduleSupportMemory(extension.globalState),
    upcomingStarts,
    log,
    clock,
  };
  own.add(warnWhenSandboxEnds(connections));
  own.add(reportVerdicts(context));
  own.add(reportTriedCalls(context, told));
  own.add(new CampaignFileMarks());

  const { extensionUri, workspaceState: memento } = extension;
  const panelContext = { extensionUri, store, session, connections, log, clock, memento };
  const rows = own.add(new RowsPanels(panelContext));
  const transcript = own.add(new TranscriptPanels(panelContext));
  const documents = own.add(new ReportDocuments());
  const reports = own.add(new ReportPanels(panelContext, facts, documents));
  const search = own.add(new TranscriptSearch(store, clock));
  const searchTree = own.add(new SearchTree(search));
  const sheets = own.add(new LaunchPanels(panelContext, context));
  const previews = own.add(new SpokenPreviews(callLists, listAssistants));
  const shown = {
    ...{ rows, transcript, reports, documents, search, searchTree },
    ...{ sheets, previews, countdown, greeting },
  };
  const runner = new CommandRunner(context, shown);
  const pages = {
    'revox.rows': rows,
    'revox.transcript': transcript,
    'revox.launch': sheets,
    'revox.report': reports,
  };
  return {
    tree,
    run: (command, args) => runner.run(command, args),
    drop: async (transfer) => (await import('./views/csvDrop.ts')).dropCallList(transfer),
    restorePage: (page, panel, state) => pages[page].restore(panel, state),
  };
}
