import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import type { StartKind } from '../core/campaignDraft.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { formatStart, parseStart } from '../core/scheduleTime.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { showInputBox, showQuickPick, showWarningMessage, withProgress } from '../host/messages.ts';
import { graceMs } from '../host/settings.ts';
import { termsOf } from '../launch/campaignTerms.ts';
import { contactHasher } from '../launch/hashedContacts.ts';
import { delayText } from '../launch/launchDetails.ts';
import type { CallsEnd, CallsStart } from '../launch/launchSelection.ts';
import { readBack } from '../launch/readBack.ts';
import { readCampaign, type CampaignWithRows } from '../launch/readCampaign.ts';
import {
  exclusionLines,
  selectWaiting,
  type WaitingCall,
  type WaitingSelection,
} from '../launch/selectWaiting.ts';
import { hashedSentContacts, sentContacts, type SentContacts } from '../launch/sentContacts.ts';
import { isTypedCount } from '../launch/typedCount.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { gateOf } from './preparationOf.ts';
import { reportLaunch } from './reportSteps.ts';
import type { SendingServices } from './sendingServices.ts';

export interface LaunchWaitingOptions {
  /** Only these calls; undefined: all that wait. */
  readonly callIds?: readonly string[] | undefined;
}

/**
 * Launches the calls of an existing campaign that wait, wherever it was made: everything that guards a list
 * guards its rows, the last question says what will happen, and what changed since is shown and asked anew.
 */
export async function launchWaiting(
  services: SendingServices,
  api: CampaignApi,
  { id, name }: Campaign,
  { callIds }: LaunchWaitingOptions = {},
): Promise<void> {
  const only = callIds === undefined ? undefined : new Set(callIds);
  const found = await read(services, api, id, name, only);
  if (found === undefined) return;
  const { list, selection } = found;
  services.store.put(api, found.read.campaign);
  if (selection === undefined) {
    throw new HumanError(`Nothing of ${quoted(name)} waits to be launched.`);
  }
  if (selection.calls.length === 0) {
    throw new HumanError(
      `Nothing of ${quoted(name)} can be launched: ${exclusionLines(selection.excluded).join('; ')}.`,
    );
  }
  if (selection.operation === 'launchDraft' && selection.excluded.size > 0) {
    await takeOut(services, api, found.read, selection);
    return;
  }
  const start = await chooseStart(services, list, selection.operation === 'launchCalls');
  if (start === undefined) return;
  const calls = start.size === undefined ? selection.calls : sample(selection.calls, start.size);
  const contacts = calls.map(({ dialled }) => dialled);
  const gateList = { contacts, counts: { ready: contacts.length } };
  const [forbidden] = await gateOf(services, list ?? nowhere).check({ start: start.kind }, gateList);
  if (forbidden !== undefined) throw new HumanError(`Nothing was launched: ${forbidden.message}`);
  if (!(await confirmed(services, { read: found.read, selection, calls, start, list }))) return;
  const end = await launch(services, api, found.read, selection, calls, start.when);
  await reportLaunch(services, api, found.read.campaign, end);
}

/** A list that lies nowhere: the settings of the user apply to it, and nothing lies beside it. */
const nowhere = vscode.Uri.from({ scheme: 'untitled', path: 'calls.csv' });

interface Found {
  readonly read: CampaignWithRows;
  /** The list that the campaign was created from, where that is known. */
  readonly list: vscode.Uri | undefined;
  readonly selection: WaitingSelection | undefined;
}

/** @returns undefined when the person stopped */
async function read(
  services: SendingServices,
  api: CampaignApi,
  id: string,
  name: string,
  callIds: ReadonlySet<string> | undefined,
): Promise<Found | undefined> {
  const address = await services.provenances.listOf(id);
  const list = address === undefined ? undefined : vscode.Uri.parse(address);
  return withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Reading the contacts of ${quoted(name)}`,
      cancellable: true,
    },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        const campaign = await readCampaign(api, id, abort.signal);
        const { suppressions } = await services.reading.fresh(list ?? nowhere);
        const [failure] = suppressions.failures;
        if (failure !== undefined) throw new HumanError(`Nothing was launched: ${failure}`);
        const numbers = new Set(
          campaign.rows.map(({ call, phone_number }) => call?.to_phone_number ?? phone_number),
        );
        const history = await api.phoneHistory(numbers, abort.signal);
        const { numbers: suppressed } = suppressions;
        const selection = await selectWaiting(campaign, {
          named: await services.submitter.calls.namedCalls(services.connections.required().baseUrl, id),
          isSuppressed: (number) => suppressed?.has(number) === true,
          mustNotBeCalled: (number) => history?.get(number)?.do_not_contact === true,
          sent: await sentFromHere(services, id),
          callIds,
        });
        return { read: campaign, list, selection };
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      }
    },
  );
}

/** What was sent when the campaign was created on this machine; undefined: it was not, or too long ago. */
async function sentFromHere({ submitter }: SendingServices, id: string): Promise<SentContacts | undefined> {
  const { journal } = submitter;
  const entry = await journal.createOf(id);
  const hashed = entry && (await journal.contacts(entry.intent.id));
  if (hashed === undefined) return undefined;
  return hashedSentContacts(hashed, await contactHasher(await journal.key()));
}

interface StartItem extends vscode.QuickPickItem {
  readonly start: Exclude<StartKind, 'draft'>;
}

interface ChosenStart {
  readonly kind: StartKind;
  readonly when: CallsStart;
  /** How many to try; undefined: all. */
  readonly size?: number | undefined;
}

async function chooseStart(
  services: SendingServices,
  list: vscode.Uri | undefined,
  canTry: boolean,
): Promise<ChosenStart | undefined> {
  const { allowedStarts } = launchPolicy(list);
  const delayMs = graceMs();
  const items: readonly StartItem[] = [
    {
      label: '$(beaker) Try it on a few first…',
      start: 'pilot',
      detail: 'Only these are called. The others wait for you.',
    },
    { label: '$(calendar) At a time…', start: 'schedule', detail: 'The server keeps the time.' },
    {
      label: `$(clock) In ${delayText(delayMs)}`,
      start: 'grace',
      detail: 'One click takes it back until then.',
    },
    { label: '$(call-outgoing) Now', start: 'now', detail: 'As soon as the calling hours allow.' },
  ];
  const possible = items.filter(
    ({ start }) =>
      allowedStarts.value.includes(start) &&
      (start !== 'pilot' || canTry) &&
      (start !== 'grace' || delayMs > 0),
  );
  if (possible.length === 0)
    throw new HumanError('The settings do not allow to launch anything: see revox.policy.allowedStarts.');
  const chosen = await showQuickPick(possible, { title: 'When should calls start?' });
  if (chosen === undefined) return undefined;
  switch (chosen.start) {
    case 'now':
      return { kind: 'now', when: { kind: 'now' } };
    case 'grace':
      return { kind: 'grace', when: { kind: 'after', delayMs } };
    case 'pilot': {
      const size = await askSize();
      return size === undefined ? undefined : { kind: 'pilot', when: { kind: 'now' }, size };
    }
    case 'schedule': {
      const atMs = await askTime(services.clock.now());
      return atMs === undefined ? undefined : { kind: 'schedule', when: { kind: 'at', atMs } };
    }
  }
}

const usualSize = 10;

async function askSize(): Promise<number | undefined> {
  const text = await showInputBox({
    title: 'Try it on how many?',
    value: String(usualSize),
    validateInput: (value) =>
      /^[1-9]\d{0,4}$/.test(value.trim()) ? undefined : 'Write a whole number from 1 up.',
  });
  return text === undefined ? undefined : Number(text.trim());
}

async function askTime(nowMs: number): Promise<number | undefined> {
  const text = await showInputBox({
    title: 'When should the first calls start?',
    prompt: 'In your time, such as 2026-11-23 09:00, tomorrow 9:00 or 14:30',
    value: formatStart(parseStart('tomorrow 9:00', nowMs) ?? nowMs),
    validateInput: (value) => {
      const atMs = parseStart(value, Date.now());
      if (atMs === undefined) return 'Write day and time like 2026-11-23 09:00, tomorrow 9:00 or 14:30.';
      return atMs > Date.now() ? undefined : 'This time is past. Choose a later one.';
    },
  });
  return text === undefined ? undefined : parseStart(text, nowMs);
}

/** Spread evenly over the whole campaign, the first included. */
function sample(calls: readonly WaitingCall[], size: number): readonly WaitingCall[] {
  if (size >= calls.length) return calls;
  return Array.from({ length: size }, (_, index) => calls[Math.floor((index * calls.length) / size)]).filter(
    (call) => call !== undefined,
  );
}

interface Question {
  readonly read: CampaignWithRows;
  readonly selection: WaitingSelection;
  readonly calls: readonly WaitingCall[];
  readonly start: ChosenStart;
  readonly list: vscode.Uri | undefined;
}

/** The last question. Enter goes back. */
async function confirmed(services: SendingServices, question: Question): Promise<boolean> {
  const {
    read: { campaign },
    selection,
    calls,
    start,
    list,
  } = question;
  const nowMs = services.clock.now();
  const people = plural(calls.length, 'person', 'people');
  const isLater = start.when.kind !== 'now';
  const button = isLater ? `Schedule ${plural(calls.length, 'Call')}` : `Call ${people}`;
  const connection = services.connections.required();
  const rules = campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
  const left = selection.calls.length - calls.length;
  const lines = exclusionLines(selection.excluded);
  const detail = [
    connection.kind === 'sandbox'
      ? 'This is the sandbox: nobody is called.'
      : `Account: your key for ${new URL(connection.baseUrl).host}`,
    `Campaign: ${quoted(campaign.name)}`,
    `Assistant: ${campaign.assistant === undefined ? oneLine(campaign.assistant_id) : quoted(campaign.assistant.name)}`,
    `Start: ${startText(start.when, nowMs)}`,
    `From: ${oneLine(campaign.from_phone_number ?? 'the default number')}`,
    ...(rules === undefined
      ? []
      : [
          `Calling windows: ${retryConfigWords(rules).windows}, ${retryConfigWords(rules).days}`,
          `Attempts: ${retryConfigWords(rules).attempts}`,
        ]),
    ...(campaignState(campaign, nowMs) === 'paused'
      ? ['The campaign is paused: nobody is called before it is resumed.']
      : []),
    ...(left > 0 ? [`The other ${formatCount(left)} wait for you.`] : []),
    ...(lines.length === 0 ? [] : ['', 'Left out:', ...lines.map((line) => `• ${line}`)]),
    '',
    list === undefined
      ? 'It is not known from which list this campaign was made: only the suppression lists of your settings apply.'
      : `Suppression lists: those of ${quoted(list.path.split('/').at(-1) ?? '')} and of your settings.`,
  ].join('\n');
  const chosen = await showWarningMessage(
    isLater
      ? `Schedule ${plural(calls.length, 'call')} of ${quoted(campaign.name)}?`
      : `Call ${people} of ${quoted(campaign.name)} now?`,
    { modal: true, detail },
    'Go Back',
    button,
  );
  if (chosen !== button) return false;
  return calls.length <= launchPolicy(list).strongAbove.value || typeCount(calls.length);
}

function startText(start: CallsStart, nowMs: number): string {
  switch (start.kind) {
    case 'now':
      return 'as soon as a calling window is open';
    case 'after':
      return `${delayText(start.delayMs)} after it is sent`;
    case 'at':
      return `${formatWhen(start.atMs, nowMs)}, your time`;
  }
}

async function typeCount(count: number): Promise<boolean> {
  const typed = await showInputBox({
    title: `Call ${plural(count, 'person', 'people')}`,
    prompt: `Type ${formatCount(count)}. Escape goes back.`,
    ignoreFocusOut: true,
  });
  return typed !== undefined && isTypedCount(typed, count);
}

async function launch(
  services: SendingServices,
  api: CampaignApi,
  { campaign }: CampaignWithRows,
  selection: WaitingSelection,
  calls: readonly WaitingCall[],
  start: CallsStart,
): Promise<CallsEnd> {
  return withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Launching ${plural(calls.length, 'call')} of ${quoted(campaign.name)}`,
      cancellable: true,
    },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        progress.report({ message: 'Finding out what was launched…' });
        abort.abort();
      });
      return services.submitter.launch({
        api,
        order: {
          campaignId: campaign.id,
          name: campaign.name,
          operation: selection.operation,
          confirmed: { terms: termsOf(campaign), calls },
          start,
        },
        signal: abort.signal,
        stillCurrent: () => services.store.api === api,
      });
    },
  );
}

/** A draft is launched as a whole: who must not be called is taken out of it first, and that is read back. */
async function takeOut(
  services: SendingServices,
  api: CampaignApi,
  { campaign }: CampaignWithRows,
  { calls, excluded }: WaitingSelection,
): Promise<void> {
  const button = `Keep ${plural(calls.length, 'Contact')}`;
  const chosen = await showWarningMessage(
    `Not all of ${quoted(campaign.name)} may be called`,
    {
      modal: true,
      detail: [
        ...exclusionLines(excluded).map((line) => `• ${line}`),
        '',
        'This server launches a draft as a whole. The draft can be changed so that only the others are in it; nobody is called by that.',
      ].join('\n'),
    },
    'Go Back',
    button,
  );
  if (chosen !== button) return;
  const contacts = calls.map(({ dialled }) => dialled);
  let problem: string | undefined;
  try {
    await api.updateCampaign(campaign.id, { contacts });
  } catch (error) {
    problem = messageOf(error);
  }
  const check = await readBack({
    api,
    id: campaign.id,
    sent: sentContacts(contacts),
    terms: termsOf(campaign),
    operation: 'launchDraft',
    clock: services.clock,
    wait: (ms) => wait(ms),
  });
  if (check.kind !== 'agrees') {
    throw new HumanError(
      `The draft could not be changed, so nothing was launched. ${problem ?? 'The server holds other contacts than it was given.'}`,
    );
  }
  await launchWaiting(services, api, check.campaign);
}
