import * as vscode from 'vscode';
import { callActions, type CallAction } from '../../core/callCapabilities.ts';
import { commandIds } from '../../host/commandIds.ts';
import { checkLayout, type LayoutMemory } from './layoutMemory.ts';
import { choiceParam, noParams } from '../params.ts';
import {
  campaignActions,
  rowActions,
  type CampaignAction,
  type RowAction,
  type RowsRequests,
} from '../contract/protocolRows.ts';
import type { Handlers } from '../contract/rpcServer.ts';
import { checkCellPlace, checkCells, checkChoice, checkColumnIds, checkRowsParams } from './rowsParams.ts';
import type { RowsModel } from './rowsModel.ts';
import { cellReading, cellValue } from './rowView.ts';
import { runCommand } from '../runCommand.ts';
import { toTsv } from '../tableText.ts';

const campaignCommands: Readonly<Record<CampaignAction, string>> = {
  cancel: commandIds.cancelCampaign,
  delete: commandIds.deleteCampaign,
  copyId: commandIds.copyCampaignId,
  report: commandIds.openReport,
  allRows: commandIds.openRows,
};

const rowCommands: Readonly<Record<RowAction, string>> = {
  openTranscript: commandIds.openTranscript,
  copyNumbers: commandIds.copyRowNumbers,
  copyJson: commandIds.copyRowsAsJson,
  copyMarkdown: commandIds.copyRowsAsMarkdown,
  newCsv: commandIds.newCsvFromRows,
};

const callCommands: Readonly<Record<CallAction, string>> = {
  launch: commandIds.launchRows,
  again: commandIds.callRowsAgain,
  pause: commandIds.pauseRows,
  resume: commandIds.resumeRows,
  cancel: commandIds.cancelRows,
};

/**
 * The complete list of requests that the rows page may send. It names actions; this file decides which
 * commands they run.
 */
export function rowsHandlers(
  model: RowsModel,
  campaignId: string,
  layouts: LayoutMemory,
): Handlers<RowsRequests> {
  return {
    ready: { check: noParams, newestWins: true, run: (_, signal) => model.ready(signal) },
    rows: {
      check: checkRowsParams,
      newestWins: true,
      run: ({ question, fresh }, signal) => model.rows(question, fresh, signal),
    },
    cellText: {
      check: checkCellPlace,
      run: ({ rowId, columnId }) => cellReading(model.shown.cells(rowId)[columnId]),
    },
    copyCells: {
      check: checkCells,
      run: async ({ rowIds, columnIds }) => {
        const lines = rowIds.map((id) => columnIds.map((column) => cellValue(model.shown.cells(id)[column])));
        await vscode.env.clipboard.writeText(toTsv(lines));
        return undefined;
      },
    },
    select: {
      check: checkChoice,
      run: (choice) => {
        model.select(choice);
        return undefined;
      },
    },
    exportRows: {
      check: checkColumnIds,
      run: ({ columnIds }) => runCommand(commandIds.exportRows, { campaignId, columnIds }),
    },
    saveLayout: {
      check: checkLayout,
      run: async (layout) => {
        await layouts.save(campaignId, layout);
        return undefined;
      },
    },
    campaignAction: {
      check: (params) => ({ action: choiceParam(campaignActions, actionOf(params)) }),
      run: ({ action }) => runCommand(campaignCommands[action], campaignId),
    },
    rowAction: {
      check: (params) => ({ action: choiceParam(rowActions, actionOf(params)) }),
      run: ({ action }) => runCommand(rowCommands[action]),
    },
    callAction: {
      check: (params) => ({ action: choiceParam(callActions, actionOf(params)) }),
      run: ({ action }) => runCommand(callCommands[action]),
    },
    setApiKey: { check: noParams, run: () => runCommand(commandIds.setApiKey) },
  };
}

function actionOf(params: unknown): unknown {
  return (params as { readonly action?: unknown } | undefined)?.action;
}
