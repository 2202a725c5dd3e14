import * as vscode from 'vscode';
import { registerArrangeCampaigns } from './commands/arrangeCampaigns.ts';
import { registerRemoveApiKey, registerSetApiKey } from './commands/apiKey.ts';
import { registerCancelAllRunning } from './commands/cancelAllRunning.ts';
import { registerCancelCampaign } from './commands/cancelCampaign.ts';
import { registerCancelUpcomingStart } from './commands/cancelUpcomingStart.ts';
import { registerCheckCallList } from './commands/checkCallList.ts';
import { registerClearProvenance } from './commands/clearProvenance.ts';
import { registerConvertEncoding } from './commands/convertEncoding.ts';
import type { CommandContext } from './commands/context.ts';
import { registerCopyCampaign } from './commands/copyCampaign.ts';
import { registerCopyRows } from './commands/copyRows.ts';
import { registerCreateCampaign } from './commands/createCampaign.ts';
import { tellVerdicts } from './commands/create/verdicts.ts';
import { registerDeleteCampaign } from './commands/deleteCampaign.ts';
import { registerExportRows } from './commands/exportRows.ts';
import { registerNewCsvFromRows } from './commands/newCsvFromRows.ts';
import { registerGoToListLine } from './commands/goToListLine.ts';
import { registerOpenLaunchSheet } from './commands/openLaunchSheet.ts';
import { registerOpenElsewhere } from './commands/openElsewhere.ts';
import { registerOpenRows } from './commands/openRows.ts';
import { registerOpenTranscript } from './commands/openTranscript.ts';
import { registerPreviewRow } from './commands/previewRow.ts';
import { registerRefreshCampaigns } from './commands/refreshCampaigns.ts';
import { registerStartSandbox, registerStopSandbox, warnWhenSandboxEnds } from './commands/sandbox.ts';
import {
  registerOpenCleanList,
  registerOpenExcludedRows,
  registerSplitCallList,
} from './commands/splitCallList.ts';
import { LastPlans } from './commands/create/lastPlans.ts';
import { registerSaveCampaignFile } from './commands/saveCampaignFile.ts';
import { registerListChoices } from './commands/listChoices.ts';
import { registerSetDefaultRegion } from './commands/setDefaultRegion.ts';
import { registerSettleLaunch } from './commands/settleLaunch.ts';
import { registerWhyNotCalling } from './commands/whyNotCalling.ts';
import { CampaignStore } from './core/campaignStore.ts';
import type { Clock } from './core/ports.ts';
import { CampaignFileMarks } from './editor/campaignFileMarks.ts';
import { ChoiceActions } from './editor/fixes/choiceActions.ts';
import { ChoiceMemory } from './editor/choiceMemory.ts';
import { CallLists } from './editor/callLists.ts';
import { EncodingActions } from './editor/fixes/encodingActions.ts';
import { ListAssistants } from './editor/listAssistants.ts';
import { ListHover } from './editor/listHover.ts';
import { ListLens } from './editor/listLens.ts';
import { ListProblems } from './editor/listProblems.ts';
import { PreviewActions } from './editor/preview/previewActions.ts';
import { ProblemActions } from './editor/fixes/problemActions.ts';
import { ListReading } from './editor/listReading.ts';
import { ListStatus } from './editor/listStatus.ts';
import { RegionActions } from './editor/fixes/regionActions.ts';
import { RememberedLists } from './editor/rememberedLists.ts';
import { SpokenPreviews } from './editor/preview/spokenPreviews.ts';
import { CampaignOrigins } from './host/campaignOrigins.ts';
import { Connections } from './host/connections.ts';
import { DisposableStore } from './host/disposables.ts';
import { KeyStore } from './host/keyStore.ts';
import { LaunchDesk } from './host/launchDesk.ts';
import { LaunchWatch } from './host/launchWatch.ts';
import { OutputLog } from './host/outputLog.ts';
import { Provenances } from './host/provenances.ts';
import { SandboxProcess } from './host/sandboxProcess.ts';
import { ScheduleHabits } from './host/scheduleHabits.ts';
import { Session } from './host/session.ts';
import { UpcomingStarts } from './host/upcomingStarts.ts';
import { LaunchPanels } from './panels/launch/launchPanels.ts';
import { RowsPanels } from './panels/rows/rowsPanels.ts';
import { TranscriptPanels } from './panels/transcript/transcriptPanels.ts';
import { CampaignTree } from './views/campaignTree.ts';
import { CampaignView } from './views/campaignView.ts';
import { CountdownStatus } from './views/countdownStatus.ts';
import { csvDrop } from './views/csvDrop.ts';
import { LiveRefresh } from './views/liveRefresh.ts';
import { campaignFingerprint } from './views/presentation.ts';
import { showSandboxStatus } from './views/sandboxStatus.ts';

/** Builds everything and asks the network nothing: that begins when somebody looks. */
export function activate(extension: vscode.ExtensionContext): void {
  const own = new DisposableStore();
  extension.subscriptions.push(own);
  const clock: Clock = { now: Date.now };

  const log = own.add(new OutputLog());
  const keys = own.add(new KeyStore(extension.secrets, log));
  const sandbox = own.add(new SandboxProcess(extension.extensionUri, log));
  const connections = own.add(new Connections(keys, sandbox));
  const store = new CampaignStore({
    clock,
    fingerprint: (campaign) => campaignFingerprint(campaign, clock.now()),
  });
  const session = own.add(new Session(connections, keys, store, log));

  const folder = vscode.Uri.joinPath(extension.globalStorageUri, 'launches').fsPath;
  const desk = own.add(new LaunchDesk({ connections, keys, clock, log, folder }));
  const provenances = new Provenances({
    folder: vscode.Uri.joinPath(extension.globalStorageUri, 'provenance').fsPath,
    journal: desk.journal,
    store,
    connections,
    clock,
    log,
  });
  const launches = own.add(new LaunchWatch({ store, desk, clock, log }));
  const tree = own.add(new CampaignTree(store, launches, clock));
  const view = own.add(
    vscode.window.createTreeView('revox.campaigns', {
      treeDataProvider: tree,
      dragAndDropController: csvDrop,
      canSelectMany: true,
      showCollapseAll: true,
    }),
  );
  const refresh = own.add(new LiveRefresh(store, session, view, clock));
  own.add(
    launches.onDidBecomeDue(() => {
      if (view.visible) void refresh.refresh();
    }),
  );
  own.add(new CampaignView(store, session, connections, tree, view, clock));
  own.add(showSandboxStatus(connections));
  const upcomingStarts = new UpcomingStarts(extension.globalState);
  const countdown = own.add(new CountdownStatus(store, connections, upcomingStarts, clock));
  const listProblems = own.add(new ListProblems());
  const remembered = new RememberedLists(extension.workspaceState);
  const reading = own.add(new ListReading(new ChoiceMemory(extension.workspaceState)));
  const callLists = own.add(new CallLists(remembered, reading, listProblems));
  const listAssistants = own.add(new ListAssistants());
  own.add(ProblemActions.register(callLists));
  own.add(RegionActions.register(callLists));
  own.add(ChoiceActions.register(callLists, reading));
  own.add(PreviewActions.register(callLists));
  own.add(EncodingActions.register(callLists));
  own.add(new ListLens(callLists));
  own.add(new ListStatus(callLists));
  own.add(ListHover.register(callLists, reading, listAssistants, clock));

  const context: CommandContext = {
    store,
    session,
    connections,
    keys,
    tree,
    view,
    refresh,
    listProblems,
    callLists,
    reading,
    lastPlans: new LastPlans(),
    listAssistants,
    origins: new CampaignOrigins(extension.workspaceState),
    provenances,
    desk,
    launches,
    scheduleHabits: new ScheduleHabits(extension.globalState),
    upcomingStarts,
    log,
    clock,
  };
  own.add(registerSetApiKey(context));
  own.add(registerRemoveApiKey(context));
  own.add(registerStartSandbox(context));
  own.add(registerStopSandbox(context));
  own.add(warnWhenSandboxEnds(context));
  own.add(registerRefreshCampaigns(context));
  own.add(registerCheckCallList(context));
  own.add(registerSetDefaultRegion(context));
  own.add(registerListChoices(context));
  own.add(registerSaveCampaignFile(context));
  own.add(new CampaignFileMarks());
  own.add(registerOpenExcludedRows(context));
  own.add(registerOpenCleanList(context));
  own.add(registerSplitCallList(context));
  own.add(registerConvertEncoding(context));
  own.add(registerPreviewRow(context, own.add(new SpokenPreviews(callLists, listAssistants))));
  own.add(registerCreateCampaign(context));
  own.add(registerSettleLaunch(context));
  own.add(registerClearProvenance(context));
  own.add(tellVerdicts(context));
  own.add(registerWhyNotCalling(context));
  own.add(registerCancelCampaign(context));
  own.add(registerCancelUpcomingStart(context, countdown));
  own.add(registerCancelAllRunning(context));
  own.add(registerDeleteCampaign(context));
  own.add(registerExportRows(context));
  own.add(registerCopyCampaign(context));
  own.add(registerArrangeCampaigns(context));
  own.add(registerOpenElsewhere(context));

  const { extensionUri, workspaceState: memento } = extension;
  const panelContext = { extensionUri, store, session, connections, log, clock, memento };
  const rows = own.add(new RowsPanels(panelContext));
  const transcript = own.add(new TranscriptPanels(panelContext));
  const sheets = own.add(new LaunchPanels(panelContext, context));
  own.add(registerOpenLaunchSheet(context, sheets));
  own.add(registerOpenRows(context, rows));
  own.add(registerOpenTranscript(context, { rows, transcript }));
  own.add(registerCopyRows(context, { rows, transcript }));
  own.add(registerNewCsvFromRows(context, { rows, transcript }));
  own.add(registerGoToListLine(context, { rows, transcript }));
}
