import type { Uri } from 'vscode';
import { commandIds } from '../../host/commandIds.ts';
import { checkDraft, checkReading } from './launchDraft.ts';
import { countParam, fieldOf, noParams, optionalParam, textParam } from '../params.ts';
import type {
  Assistants,
  LaunchRequests,
  ForecastView,
  PreviewView,
  SheetReady,
  SheetView,
  SubmitAnswer,
} from '../contract/protocolLaunch.ts';
import type { ReadingDraft, SheetDraft } from '../contract/protocolLaunchDraft.ts';
import type { Handlers } from '../contract/rpcServer.ts';
import { runCommand } from '../runCommand.ts';

/** What the answers are made from. */
export interface LaunchHost {
  /** Address of the list. */
  readonly uri: Uri;
  ready(saved: unknown, signal: AbortSignal): Promise<SheetReady>;
  evaluate(draft: SheetDraft, signal: AbortSignal): Promise<SheetView>;
  plan(draft: SheetDraft, signal: AbortSignal): Promise<ForecastView | undefined>;
  read(reading: ReadingDraft): Promise<void>;
  readAgain(): Promise<void>;
  assistants(again: boolean, signal: AbortSignal): Promise<Assistants>;
  preview(assistantId: string, at: number): Promise<PreviewView | undefined>;
  callMe(draft: SheetDraft, at: number): Promise<void>;
  submit(draft: SheetDraft): Promise<SubmitAnswer>;
  withdraw(): void;
  settle(): Promise<void>;
  another(draft: SheetDraft): Promise<SheetReady>;
  showProblems(reason: string | undefined): Promise<void>;
  openList(line: number | undefined): Promise<void>;
  /** The campaign that was created from this sheet; throws while there is none. */
  createdId(): string;
}

/** Beyond what a place in a list can be. */
const maxContacts = 100_000_000;

/** The complete list of requests that the launch sheet may send. */
export function launchHandlers(host: LaunchHost): Handlers<LaunchRequests> {
  return {
    ready: {
      check: (params) => ({ saved: fieldOf(params, 'saved') }),
      newestWins: true,
      run: ({ saved }, signal) => host.ready(saved, signal),
    },
    evaluate: {
      check: draftOf,
      newestWins: true,
      run: ({ draft }, signal) => host.evaluate(draft, signal),
    },
    plan: { check: draftOf, newestWins: true, run: ({ draft }, signal) => host.plan(draft, signal) },
    read: {
      check: (params) => ({ reading: checkReading(fieldOf(params, 'reading')) }),
      run: ({ reading }) => done(host.read(reading)),
    },
    readAgain: { check: noParams, run: () => done(host.readAgain()) },
    assistants: {
      check: (params) => ({ again: fieldOf(params, 'again') === true }),
      run: ({ again }, signal) => host.assistants(again, signal),
    },
    preview: {
      check: (params) => ({
        assistantId: textParam(fieldOf(params, 'assistantId')),
        at: countParam(fieldOf(params, 'at'), maxContacts),
      }),
      newestWins: true,
      run: ({ assistantId, at }) => host.preview(assistantId, at),
    },
    callMe: {
      check: (params) => ({ ...draftOf(params), at: countParam(fieldOf(params, 'at'), maxContacts) }),
      run: ({ draft, at }) => done(host.callMe(draft, at)),
    },
    // Never aborted: a withdrawn question would not withdraw a campaign.
    submit: { check: draftOf, run: ({ draft }) => host.submit(draft) },
    withdraw: {
      check: noParams,
      run: () => {
        host.withdraw();
        return Promise.resolve(undefined);
      },
    },
    settle: { check: noParams, run: () => done(host.settle()) },
    another: { check: draftOf, run: ({ draft }) => host.another(draft) },
    showProblems: {
      check: (params) => ({ reason: optionalParam(fieldOf(params, 'reason'), (value) => textParam(value)) }),
      run: ({ reason }) => done(host.showProblems(reason)),
    },
    openList: {
      check: (params) => ({
        line: optionalParam(fieldOf(params, 'line'), (value) => countParam(value, 1_000_000_000)),
      }),
      run: ({ line }) => done(host.openList(line)),
    },
    openRows: { check: noParams, run: () => runCommand(commandIds.openRows, host.createdId()) },
    openSettings: {
      check: (params) => ({
        setting: optionalParam(fieldOf(params, 'setting'), (value) => textParam(value)),
      }),
      run: ({ setting }) => runCommand(commandIds.openSettings, setting),
    },
    setApiKey: { check: noParams, run: () => runCommand(commandIds.setApiKey) },
    splitList: { check: noParams, run: () => runCommand(commandIds.splitCallList, host.uri) },
    startSandbox: { check: noParams, run: () => runCommand(commandIds.startSandbox) },
  };
}

function draftOf(params: unknown): { readonly draft: SheetDraft } {
  return { draft: checkDraft(fieldOf(params, 'draft')) };
}

async function done(work: Promise<void>): Promise<undefined> {
  await work;
  return undefined;
}
