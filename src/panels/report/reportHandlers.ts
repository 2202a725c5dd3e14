import * as vscode from 'vscode';
import { commandIds } from '../../host/commandIds.ts';
import {
  maxSvgLength,
  reportActions,
  type ReportAction,
  type ReportRequests,
  type ReportSection,
} from '../contract/protocolReport.ts';
import type { Handlers } from '../contract/rpcServer.ts';
import type { PeopleGroup } from '../peopleGroup.ts';
import { InvalidParams, choiceParam, fieldOf, noParams, textParam } from '../params.ts';
import { runCommand } from '../runCommand.ts';
import { toTsv } from '../tableText.ts';
import type { ReportModel } from './reportModel.ts';
import { checkKey, checkOptionalSettings, checkSettings } from './reportParams.ts';

export interface ReportHost {
  readonly model: ReportModel;
  openDocument(): Promise<void>;
  saveMarkdown(): Promise<void>;
}

/** The complete list of requests that the report page may send. */
export function reportHandlers(host: ReportHost): Handlers<ReportRequests> {
  const { model } = host;
  const ids = () => model.campaigns.map(({ id }) => id);
  const actions: Readonly<Record<ReportAction, () => unknown>> = {
    openDocument: () => host.openDocument(),
    saveMarkdown: () => host.saveMarkdown(),
    exportCalls: () => runCommand(commandIds.exportCalls, ids()),
    newList: () => runCommand(commandIds.newCsvFromRows, { campaignIds: ids() }),
    openRows: () => {
      for (const id of ids()) runCommand(commandIds.openRows, id);
    },
    searchTranscripts: () => runCommand(commandIds.searchTranscripts, { campaignIds: ids() }),
    redial: () => runCommand(commandIds.redial, ids()),
    setApiKey: () => runCommand(commandIds.setApiKey),
  };
  return {
    ready: {
      check: checkOptionalSettings,
      newestWins: true,
      run: ({ settings }, signal) => model.ready(settings, signal),
    },
    settings: { check: checkSettings, newestWins: true, run: (settings) => model.settings(settings) },
    refresh: { check: noParams, newestWins: true, run: (_, signal) => model.refresh(signal) },
    openPeople: {
      check: checkKey,
      run: ({ key }) => runCommand(commandIds.openRows, groupOf(model, key)),
    },
    newList: {
      check: checkKey,
      run: ({ key }) => runCommand(commandIds.newCsvFromRows, groupOf(model, key)),
    },
    copyTable: {
      check: (params) => ({ sectionId: textParam(fieldOf(params, 'sectionId')) }),
      run: async ({ sectionId }) => {
        const { header, lines } = sectionOf(model, sectionId).table;
        await vscode.env.clipboard.writeText(toTsv([header, ...lines]));
        return undefined;
      },
    },
    copyText: {
      check: (params) => ({ text: textParam(fieldOf(params, 'text'), maxSvgLength) }),
      run: async ({ text }) => {
        await vscode.env.clipboard.writeText(text);
        return undefined;
      },
    },
    action: {
      check: (params) => ({ action: choiceParam(reportActions, fieldOf(params, 'action')) }),
      run: async ({ action }) => {
        await actions[action]();
        return undefined;
      },
    },
  };
}

function groupOf(model: ReportModel, key: string): PeopleGroup {
  const people = model.peopleBehind(key);
  if (people === undefined) throw new InvalidParams('no such number');
  return { label: labelOf(model, key), people };
}

/** The label of the number on the page. */
function labelOf(model: ReportModel, key: string): string {
  for (const section of sectionsOf(model)) {
    const { chart } = section;
    const marks =
      chart === undefined
        ? []
        : chart.kind === 'heat'
          ? chart.cells.map(({ mark }) => mark)
          : chart.kind === 'steps'
            ? chart.steps.flatMap(({ by, open }) => [by, open])
            : chart.marks;
    const mark = marks.find((one) => one.key === key);
    if (mark !== undefined) return section.id === 'funnel' ? mark.label : `${section.title}: ${mark.label}`;
    const figure = section.figures.find((one) => one.key === key);
    if (figure !== undefined) return figure.label;
  }
  return 'These people';
}

function sectionOf(model: ReportModel, id: string): ReportSection {
  const section = sectionsOf(model).find((one) => one.id === id);
  if (section === undefined) throw new InvalidParams('no such section');
  return section;
}

function sectionsOf({ view }: ReportModel): readonly ReportSection[] {
  return view === undefined ? [] : [view.funnel, ...view.sections];
}
