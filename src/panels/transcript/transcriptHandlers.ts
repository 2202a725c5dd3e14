import * as vscode from 'vscode';
import { commandIds } from '../../host/commandIds.ts';
import { redact } from '../../core/redact.ts';
import type { Row } from '../../core/row.ts';
import { InvalidParams, countParam, fieldOf, noParams, textParam } from '../params.ts';
import type {
  PlayRequest,
  TranscriptReady,
  TranscriptRequests,
  TranscriptView,
} from '../contract/protocolTranscript.ts';
import { runCommand } from '../runCommand.ts';
import { recordingOf } from './recording.ts';
import type { Handlers } from '../contract/rpcServer.ts';
import { transcriptMarkdown, turnMarkdown } from './transcriptMarkdown.ts';
import { transcriptView } from './transcriptView.ts';

/** What the answers are made from. */
export interface TranscriptHost {
  ready(signal: AbortSignal): Promise<TranscriptReady>;
  refresh(signal: AbortSignal): Promise<TranscriptView>;
  step(by: 1 | -1, signal: AbortSignal): Promise<TranscriptView>;
  play(request: PlayRequest): void;
  /** The row that is shown; throws while there is none. */
  row(): Row;
  serviceOrigin(): string | undefined;
  campaignId(): string;
  openDocument(row: Row): Promise<void>;
  nowMs(): number;
}

/** The complete list of requests that the transcript page may send. */
export function transcriptHandlers(host: TranscriptHost): Handlers<TranscriptRequests> {
  return {
    ready: { check: noParams, newestWins: true, run: (_, signal) => host.ready(signal) },
    refresh: { check: noParams, newestWins: true, run: (_, signal) => host.refresh(signal) },
    step: {
      check: (params) => ({ by: fieldOf(params, 'by') === -1 ? -1 : 1 }),
      newestWins: true,
      run: ({ by }, signal) => host.step(by, signal),
    },
    play: {
      check: (params) => ({
        attemptId: textParam(fieldOf(params, 'attemptId')),
        fromMs: fromParam(fieldOf(params, 'fromMs')),
      }),
      run: (request) => {
        host.play(request);
        return undefined;
      },
    },
    openRecording: {
      check: checkAttempt,
      run: async ({ attemptId }) => {
        await vscode.env.openExternal(
          vscode.Uri.parse(recordingOf(host.row(), attemptId, host.serviceOrigin()).href),
        );
        return undefined;
      },
    },
    assistant: {
      check: noParams,
      run: () => JSON.stringify(redact(host.row().call?.assistant ?? null), null, 2),
    },
    copyTurn: {
      check: (params) => ({
        ...checkAttempt(params),
        turn: countParam(fieldOf(params, 'turn'), 1_000_000),
        live: fieldOf(params, 'live') === true,
      }),
      run: ({ attemptId, turn, live }) => copy(turnOf(host.row(), attemptId, turn, live)),
    },
    copyAll: { check: noParams, run: () => copy(transcriptMarkdown(host.row(), host.nowMs())) },
    openDocument: {
      check: noParams,
      run: async () => {
        await host.openDocument(host.row());
        return undefined;
      },
    },
    openRows: {
      check: noParams,
      run: () => runCommand(commandIds.openRows, host.campaignId()),
    },
    setApiKey: {
      check: noParams,
      run: () => runCommand(commandIds.setApiKey),
    },
  };
}

function turnOf(row: Row, attemptId: string, turn: number, live: boolean): string {
  const attempt = transcriptView(row).attempts.find(({ id }) => id === attemptId);
  const found = (live ? attempt?.liveTurns : attempt?.turns)?.[turn];
  if (found === undefined) throw new InvalidParams('no such turn');
  return turnMarkdown(found);
}

async function copy(text: string): Promise<undefined> {
  await vscode.env.clipboard.writeText(text);
  return undefined;
}

function checkAttempt(params: unknown): { attemptId: string } {
  return { attemptId: textParam(fieldOf(params, 'attemptId')) };
}

const maxCallMs = 86_400_000;

function fromParam(value: unknown): number | undefined {
  return value === undefined || value === null ? undefined : countParam(value, maxCallMs);
}
