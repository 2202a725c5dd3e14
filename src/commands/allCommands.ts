import type { commandIds } from '../host/commandIds.ts';
import type { LaunchPanels } from '../panels/launch/launchPanels.ts';
import type { ReportDocuments } from '../panels/report/reportDocuments.ts';
import type { ReportPanels } from '../panels/report/reportPanels.ts';
import type { SpokenPreviews } from '../editor/preview/spokenPreviews.ts';
import type { ListGreeting } from '../editor/listGreeting.ts';
import type { SearchTree } from '../views/search/searchTree.ts';
import type { TranscriptSearch } from '../views/search/transcriptSearch.ts';
import type { CountdownStatus } from '../views/countdownStatus.ts';
import { removeApiKey, setApiKey } from './apiKey.ts';
import { filterCampaigns, groupByStatus, sortCampaigns } from './arrangeCampaigns.ts';
import { cancelAllRunning } from './cancelAllRunning.ts';
import { cancelCampaigns } from './cancelCampaign.ts';
import { cancelUpcomingStart } from './cancelUpcomingStart.ts';
import { checkListFile } from './checkListFile.ts';
import type { Panels } from './chosenRows.ts';
import type { ShownColumns } from './exportShownRows.ts';
import { clearProvenance } from './clearProvenance.ts';
import { forgetEverything } from './forgetEverything.ts';
import type { CommandContext } from './context.ts';
import { convertEncoding } from './convertEncoding.ts';
import { copyCampaignAsJson, copyCampaignId } from './copyCampaign.ts';
import { copyRowNumbers, copyRowsAsJson, copyRowsAsMarkdown } from './copyRows.ts';
import { CampaignCreation } from './createCampaign.ts';
import { deleteCampaigns } from './deleteCampaign.ts';
import { exportRows } from './exportRows.ts';
import { goToListLine } from './goToListLine.ts';
import { chooseListOptions } from './chooseListOptions.ts';
import { openDashboard, openSettings, openWalkthrough } from './openLinks.ts';
import { dismissGreeting, openSampleList } from './greeting.ts';
import { openLaunchSheet } from './openLaunchSheet.ts';
import { openReport } from './openReport.ts';
import { openRows } from './openRows.ts';
import { openTranscript, openTranscriptDocument } from './openTranscript.ts';
import { pauseCampaigns, resumeCampaign } from './pauseCampaign.ts';
import { previewNeighbour, previewRow, previewWithAssistant } from './previewRow.ts';
import { refreshCampaigns } from './refreshCampaigns.ts';
import { startSandbox, stopSandbox } from './sandbox.ts';
import { saveCampaignFile } from './saveCampaignFile.ts';
import { chooseDefaultRegion } from './setDefaultRegion.ts';
import { settleLaunch } from './settleLaunch.ts';
import { openCleanList, openExcludedRows, splitCallList } from './splitCallList.ts';
import { whyNotCalling } from './whyNotCalling.ts';

/** The views and panels that commands open or act on. */
export interface CommandViews extends Panels {
  readonly reports: ReportPanels;
  readonly documents: ReportDocuments;
  readonly search: TranscriptSearch;
  readonly searchTree: SearchTree;
  readonly sheets: LaunchPanels;
  readonly previews: SpokenPreviews;
  readonly countdown: CountdownStatus;
  readonly greeting: ListGreeting;
}

export type Commands = Readonly<Record<keyof typeof commandIds, (...args: unknown[]) => unknown>>;

/** The handler of each command, by its id. */
export function allCommands(context: CommandContext, shown: CommandViews): Commands {
  const { rows, reports, sheets, previews, countdown } = shown;
  const creation = new CampaignCreation(context);
  return {
    setApiKey: () => setApiKey(context),
    removeApiKey: () => removeApiKey(context),
    startSandbox: () => startSandbox(context),
    stopSandbox: () => stopSandbox(context),
    openWalkthrough: () => openWalkthrough(),
    refreshCampaigns: () => refreshCampaigns(context),
    tryAgain: () => refreshCampaigns(context),
    checkCallList: (given) => checkListFile(context, given),
    dismissGreeting: (given) => dismissGreeting(shown.greeting, given),
    openSampleList: () => openSampleList(),
    saveCampaignFile: (given) => saveCampaignFile(context, given),
    listChoices: (given, choices) => chooseListOptions(context, given, choices),
    setDefaultRegion: (...args) => chooseDefaultRegion(context, args),
    openExcludedRows: (given) => openExcludedRows(context, given),
    openCleanList: (given) => openCleanList(context, given),
    splitCallList: (given) => splitCallList(context, given),
    neverCallAgain: async (...args) => {
      const { neverCallAgain } = await import('./neverCallAgain.ts');
      return neverCallAgain(context, shown, args);
    },
    convertEncoding: (given, encoding) => convertEncoding(given, encoding),
    previewRow: (...args) => previewRow(context, previews, args),
    previewNextRow: () => previewNeighbour(previews, 1),
    previewPreviousRow: () => previewNeighbour(previews, -1),
    previewWithAssistant: () => previewWithAssistant(context, previews),
    callMe: async (...args) => {
      const { callMe } = await import('./callMe.ts');
      return callMe(context, shown, args);
    },
    openLaunchSheet: (given, proposed) => openLaunchSheet(context, sheets, given, proposed),
    createCampaign: (given) => creation.begin(given),
    settleLaunch: (given) => settleLaunch(context, given),
    clearProvenance: () => clearProvenance(context),
    forgetEverything: () => forgetEverything(context),
    whyNotCalling: (...args) => whyNotCalling(context, args),
    launchCampaign: async (...args) => (await launching()).launchFromTree(context, args),
    launchOthers: async (...args) => (await launching()).launchFromTree(context, args),
    pauseCampaign: (...args) => pauseCampaigns(context, args),
    resumeCampaign: (...args) => resumeCampaign(context, args),
    editCampaign: async (...args) => {
      const { editCampaign } = await import('./editCampaign.ts');
      return editCampaign(context, args);
    },
    cancelCampaign: (...args) => cancelCampaigns(context, args),
    cancelUpcomingStart: (id) => cancelUpcomingStart(context, countdown, id),
    cancelAllRunning: () => cancelAllRunning(context),
    deleteCampaign: (...args) => deleteCampaigns(context, args),
    exportRows: async (...args) => {
      const [given] = args;
      if (typeof given !== 'object' || given === null || !('columnIds' in given)) {
        return exportRows(context, args);
      }
      const { exportShownRows } = await import('./exportShownRows.ts');
      return exportShownRows(context, shown, given as ShownColumns);
    },
    openReport: (...args) => openReport(context, shown, reports, args),
    exportCalls: async (...args) => {
      const { exportCalls } = await import('./exportCalls.ts');
      return exportCalls(context, args);
    },
    searchTranscripts: async (...args) => (await searching()).searchTranscripts(context, shown, args),
    openSearchHit: async (node) => (await searching()).openSearchHit(shown, node),
    nextSearchHit: async () => (await searching()).stepSearch(shown, 1),
    previousSearchHit: async () => (await searching()).stepSearch(shown, -1),
    refreshSearch: async () => (await searching()).refreshSearch(context, shown),
    clearSearch: () => shown.search.clear(),
    openSearchDocument: async () => (await searching()).openSearchDocument(shown),
    newListFromSearch: async (...args) => (await searching()).newListFromSearch(context, shown, args),
    redial: async (...args) => {
      const { redial } = await import('./redial.ts');
      return redial(context, args);
    },
    reviewOptOuts: async (...args) => {
      const { reviewOptOuts } = await import('./reviewOptOuts.ts');
      return reviewOptOuts(context, args);
    },
    compareCampaigns: async (...args) => {
      const { compareCampaigns } = await import('./compareCampaigns.ts');
      return compareCampaigns(context, shown.documents, args);
    },
    openRows: (...args) => openRows(context, rows, args),
    openTranscript: () => openTranscript(shown),
    openTranscriptDocument: () => openTranscriptDocument(shown),
    copyRowNumbers: () => copyRowNumbers(shown),
    copyRowsAsJson: () => copyRowsAsJson(shown),
    copyRowsAsMarkdown: () => copyRowsAsMarkdown(context, shown),
    launchRows: async () => (await rowChanges()).changeRows(context, shown, 'launch'),
    callRowsAgain: async () => (await rowChanges()).changeRows(context, shown, 'again'),
    pauseRows: async () => (await rowChanges()).changeRows(context, shown, 'pause'),
    resumeRows: async () => (await rowChanges()).changeRows(context, shown, 'resume'),
    cancelRows: async () => (await rowChanges()).changeRows(context, shown, 'cancel'),
    goToListLine: () => goToListLine(context, shown),
    newCsvFromRows: async (...args) => {
      const { newCsvFromRows } = await import('./newCsvFromRows.ts');
      return newCsvFromRows(context, shown, args);
    },
    copyCampaignId: (...args) => copyCampaignId(context, args),
    copyCampaignAsJson: (...args) => copyCampaignAsJson(context, args),
    openDashboard: () => openDashboard(context),
    showMoreCampaigns: (node) => context.tree.showMore(node),
    filterCampaigns: () => filterCampaigns(context),
    clearFilter: () => (context.tree.filter = ''),
    groupByStatus: () => groupByStatus(true),
    ungroup: () => groupByStatus(false),
    sortCampaigns: () => sortCampaigns(),
    openSettings: (given) => openSettings(given),
    showLog: () => context.log.show(),
  };
}

const searching = () => import('./searchTranscripts.ts');
const launching = () => import('./launchFromTree.ts');
const rowChanges = () => import('./changeRows.ts');
