import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { normalizePhoneNumber } from '../callList/phone/readPhone.ts';
import type { CreateCallRequest } from '../core/callRequests.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import type { Assistant } from '../core/assistant.ts';
import type { Call } from '../core/row.ts';
import {
  showErrorMessage,
  showInformationMessage,
  showInputBox,
  showWarningMessage,
  withProgress,
} from '../host/messages.ts';
import { defaultRegion, ownPhoneNumber, setOwnPhoneNumber } from '../host/settings.ts';
import { callOnce, hasTranscript, isCallOver, refusalText } from '../launch/calls/callOnce.ts';
import { verifiedWrite } from '../launch/changes/verifiedWrite.ts';
import type { SpokenPreviews } from '../editor/preview/spokenPreviews.ts';
import type { TranscriptPanels } from '../panels/transcript/transcriptPanels.ts';
import { requireAllowed } from '../sending/guardedCampaign.ts';
import { accountWithUser } from '../sending/sendDraft.ts';
import { openDocument } from '../editor/callLists.ts';
import { chooseCallList } from '../sending/callListFile.ts';
import { lastAssistantOf, pickAssistant } from './previewAssistant.ts';
import { cursorLine, checkAgainst } from './previewRow.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

/** A call to the person's own number: the assistant and the values. */
interface CallMeRequest {
  /** The list that the values are from: its suppression lists and settings apply. */
  readonly list: vscode.Uri;
  readonly assistant: Pick<Assistant, 'id' | 'name' | 'call_retry_config'>;
  /** E.164; undefined: the assistant's or the organisation's own. */
  readonly from: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Calls the person's own number at once, with the values of a row, and opens the transcript when there is
 * one.
 */
async function callMeWith(
  context: CommandContext,
  transcripts: TranscriptPanels,
  request: CallMeRequest,
): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  await api.discover();
  if (api.server.has('calls') === false) throw new HumanError('This server cannot make single calls.');
  const number = await ownNumber(request.list);
  if (number === undefined) return;
  await requireMayCall(context, api, request, number);
  const answer = await confirm(context, api, request, number);
  if (answer === 'back') return;
  if (answer === 'another number') {
    const other = await askOwnNumber(request.list, number);
    if (other !== undefined) await callMeWith(context, transcripts, request);
    return;
  }
  await requireMayCall(context, api, request, number);
  if (context.store.api !== api) {
    throw new HumanError('The connection has changed, so nothing was sent.');
  }
  await call(context, api, transcripts, {
    phone_number: number,
    assistant_id: request.assistant.id,
    prompt_variables: request.values,
    skip_calling_window: true,
    ...(request.from === undefined ? {} : { from_phone_number: request.from }),
  });
}

/**
 * Calls one's own number with the values of a row: of the row that a preview shows, of a line of a list, or,
 * from the launch sheet, of what it names.
 */
export async function callMe(
  context: CommandContext,
  { transcript, previews }: { readonly transcript: TranscriptPanels; readonly previews: SpokenPreviews },
  [given, line]: readonly unknown[],
): Promise<void> {
  const request = requestOfSheet(given) ?? (await requestOfRow(context, previews, given, line));
  if (request !== undefined) await callMeWith(context, transcript, request);
}

/** The arguments that the launch sheet passes. */
export interface SheetCall {
  /** Address of the list. */
  readonly list: string;
  readonly assistant: Pick<Assistant, 'id' | 'name' | 'call_retry_config'>;
  readonly from: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

function requestOfSheet(given: unknown): CallMeRequest | undefined {
  if (typeof given !== 'object' || given === null || !('assistant' in given)) return undefined;
  const sheet = given as SheetCall;
  return { ...sheet, list: vscode.Uri.parse(sheet.list) };
}

async function requestOfRow(
  context: CommandContext,
  previews: SpokenPreviews,
  given: unknown,
  givenLine: unknown,
): Promise<CallMeRequest | undefined> {
  const previewed = previews.activeList;
  const uri =
    previewed ?? (await chooseCallList(typeof given === 'string' ? vscode.Uri.parse(given) : given));
  if (uri === undefined) return undefined;
  const assistant = (await lastAssistantOf(context, uri)) ?? (await pickAssistant(context));
  if (assistant === undefined) return undefined;
  const shownLine = previewed === undefined ? undefined : previews.lineOf(previewed);
  const line = typeof givenLine === 'number' ? givenLine : (shownLine ?? (await cursorLine(uri)));
  if (!(await checkAgainst(context, uri, assistant))) return undefined;
  const document = openDocument(uri);
  const checked = document && (await context.callLists.current(document));
  if (checked === undefined) throw new HumanError('The list has changed. Try again.');
  const { valuesAt } = await import('../editor/preview/rowPreview.ts');
  const values = await valuesAt(checked, line);
  if (values === undefined)
    throw new HumanError('This row cannot be read, so there are no values to call with.');
  return { list: uri, assistant, from: undefined, values };
}

async function ownNumber(list: vscode.Uri): Promise<string | undefined> {
  const found = normalizePhoneNumber(ownPhoneNumber(), undefined);
  return 'number' in found ? found.number : askOwnNumber(list, '');
}

async function askOwnNumber(list: vscode.Uri, value: string): Promise<string | undefined> {
  const read = (text: string) => normalizePhoneNumber(text, defaultRegion(list));
  const text = await showInputBox({
    title: 'Your Own Phone Number',
    prompt: 'It is kept in your settings on this machine as revox.ownPhoneNumber.',
    placeHolder: '+33612345678',
    value,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const found = read(typed);
      return 'problem' in found ? found.problem : undefined;
    },
  });
  const found = text === undefined ? undefined : read(text);
  if (found === undefined || !('number' in found)) return undefined;
  await setOwnPhoneNumber(found.number);
  return found.number;
}

/** This call has the same checks as a launch. */
async function requireMayCall(
  context: CommandContext,
  api: CampaignApi,
  { list }: CallMeRequest,
  number: string,
): Promise<void> {
  await requireAllowed(context, list, 'now', [{ to_phone_number: number, prompt_variables: {} }]);
  const history = await api.phoneHistory(new Set([number]));
  if (history?.get(number)?.do_not_contact === true) {
    throw new HumanError(
      `Nothing was sent: Revox marks ${number} as “do not contact”. Change that in Revox, or use another number.`,
    );
  }
}

const valuesShown = 12;

async function confirm(
  context: CommandContext,
  api: CampaignApi,
  { assistant, from, values }: CallMeRequest,
  number: string,
): Promise<'call' | 'another number' | 'back'> {
  const account = await accountWithUser(context, api);
  const pairs = Object.entries(values);
  const more = pairs.length - valuesShown;
  const rules = assistant.call_retry_config;
  const detail = [
    account === undefined ? 'This is the sandbox: nobody is called.' : `Account: your key for ${account}`,
    `Assistant: ${quoted(assistant.name === '' ? assistant.id : assistant.name)}`,
    `From: ${oneLine(from ?? 'the default number')}`,
    ...pairs.slice(0, valuesShown).map(([name, value]) => `• ${name}: ${oneLine(value, 80)}`),
    ...(more > 0 ? [`and ${plural(more, 'more value')}`] : []),
    '',
    'Calling hours do not count for this call.',
    rules === undefined
      ? 'The retries of the assistant apply: whoever does not answer is called again.'
      : `The retries of the assistant apply if you do not answer: ${retryConfigWords(rules).attempts}.`,
  ].join('\n');
  const [call, another] = ['Call Me', 'Another Number…'];
  const options = { modal: true, detail };
  const chosen = await showWarningMessage(`Call ${number} now?`, options, 'Go Back', call, another);
  if (chosen === call) return 'call';
  return chosen === another ? 'another number' : 'back';
}

/** How long the end of the call is waited for: longer than nearly every call. */
const maxWaitMs = 15 * 60_000;
const pollMs = 3_000;

async function call(
  context: CommandContext,
  api: CampaignApi,
  transcripts: TranscriptPanels,
  request: CreateCallRequest,
): Promise<void> {
  const { clock, log, store } = context;
  const number = request.phone_number;
  await withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Calling ${number}`, cancellable: true },
    async (progress, token) => {
      const end = await callOnce({ api, request, id: crypto.randomUUID(), wait: (ms) => wait(ms) });
      if (end.kind === 'refused') {
        void showErrorMessage(`${number} is not called: ${oneLine(refusalText(end.error), 300)}`);
        return;
      }
      if (end.kind === 'cannot tell') {
        log.warn('the answer to a single call was lost');
        void showWarningMessage(
          `It is not known whether ${number} is being called: ${oneLine(end.problem, 300)} It is not sent again.`,
        );
        return;
      }
      const untilMs = clock.now() + maxWaitMs;
      let latest = end.call;
      while (!isReadable(latest)) {
        if (token.isCancellationRequested) return cancel(api, latest);
        if (isCallOver(latest) || store.api !== api || clock.now() > untilMs) break;
        progress.report({ message: latest.status.replaceAll('_', ' ') });
        await wait(pollMs);
        latest = await api.retrieveCall(latest.id).catch(() => latest);
      }
      if (isReadable(latest)) await transcripts.openDocument(rowOf(latest, request));
      void reportCall(api, number, latest);
    },
  );
}

/** Whether an attempt is over and has a transcript. */
function isReadable(called: Call): boolean {
  return hasTranscript(called) && called.status !== 'calling' && called.status !== 'post_processing';
}

/** A call that is not over may come again: that can be stopped here. */
async function reportCall(api: CampaignApi, number: string, called: Call): Promise<void> {
  if (isCallOver(called)) {
    if (hasTranscript(called)) return;
    void showInformationMessage(
      `The call to ${number} ended without a transcript: ${oneLine(called.status)}.`,
    );
    return;
  }
  const stop = 'Cancel the Call';
  const message = `The call to ${number} is not over: the retries of the assistant apply.`;
  if ((await showInformationMessage(message, stop)) === stop) await cancel(api, called);
}

/** Cancelling the progress cancels the call: an attempt in progress finishes, and no other follows. */
async function cancel(api: CampaignApi, { id, to_phone_number }: Call): Promise<void> {
  const end = await verifiedWrite<Call>({
    write: () => api.cancelCall(id),
    check: async (signal) => {
      const seen = await api.retrieveCall(id, signal);
      if (isCallOver(seen)) return { isDone: true, seen };
      return {
        isDone: seen.status === 'calling' ? 'if accepted' : false,
        seen,
        still: `it is ${seen.status}`,
      };
    },
    wait: (ms) => wait(ms),
  });
  const number = to_phone_number ?? 'you';
  if (end.kind === 'done') void showInformationMessage(`The call to ${number} is cancelled.`);
  else void showErrorMessage(`The call to ${number} may not be cancelled: ${oneLine(end.problem, 300)}`);
}

function rowOf(called: Call, { phone_number, prompt_variables = {} }: CreateCallRequest) {
  return { id: called.id, phone_number, input_data: prompt_variables, call: called };
}
