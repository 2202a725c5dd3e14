import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { overStatuses } from '../core/callCapabilities.ts';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { showWarningMessage, withProgress } from '../host/messages.ts';
import { termsOf } from '../launch/comparison/campaignTerms.ts';
import { delayText } from '../launch/start/launchDetails.ts';
import type { CallsStart, CallsEnd } from '../launch/calls/callsOrder.ts';
import { pilotOf } from '../launch/calls/pilotSample.ts';
import { readBack } from '../launch/create/readBack.ts';
import type { CampaignWithRows } from '../launch/comparison/readCampaign.ts';
import { selectAgain, type AgainSelection } from '../launch/calls/selectAgain.ts';
import {
  exclusionLines,
  selectWaiting,
  type WaitingCall,
  type WaitingSelection,
} from '../launch/calls/selectWaiting.ts';
import { sentContacts } from '../launch/comparison/sentContacts.ts';
import { typeCount } from './confirm.ts';
import {
  readGuardedCampaign,
  requireAllowed,
  requireStillAllowed,
  suppressionText,
} from './guardedCampaign.ts';
import { leaveOutWords } from '../launch/gate/historyText.ts';
import type { LeaveOut } from '../launch/draft/campaignSpec.ts';
import { reportLaunch } from './reportSteps.ts';
import { accountWithUser } from './sendDraft.ts';
import type { SendingServices } from './sendingServices.ts';
import { askForStart, type ChosenStart } from './startQuestion.ts';

export interface LaunchWaitingOptions {
  /** Only these calls; undefined: all that wait. */
  readonly callIds?: readonly string[] | undefined;
  /** `callIds` were made before and are over. */
  readonly again?: boolean | undefined;
}

/**
 * Launches waiting calls of an existing campaign, or repeats some. Its rows are checked like a list, the
 * confirmation says what will happen, and what has changed since is shown before the person is asked again.
 * @returns undefined when the person stopped and nothing was sent
 */
export async function launchWaiting(
  services: SendingServices,
  api: CampaignApi,
  campaign: Pick<Campaign, 'id' | 'name'>,
  { callIds, again = false }: LaunchWaitingOptions = {},
): Promise<CallsEnd | undefined> {
  const found = await readGuardedCampaign(services, api, campaign, { leavesOut: !again });
  if (found === undefined) return undefined;
  const { list, read, guards, changedTerms, leaveOut, historyWarning } = found;
  services.store.put(api, read.campaign);
  const name = quoted(campaign.name);
  const only = callIds === undefined ? undefined : new Set(callIds);
  const selection = again
    ? await selectAgain(read, { ...guards, callIds: only ?? new Set() })
    : await selectWaiting(read, { ...guards, callIds: only });
  if (selection === undefined) {
    throw new HumanError(
      only === undefined
        ? `${name} has no calls waiting to be launched.`
        : `None of the chosen calls of ${name} ${again ? 'exists' : 'is waiting to be launched'} now.`,
    );
  }
  if (selection.calls.length === 0) {
    const verb = again ? 'called again' : 'launched';
    throw new HumanError(
      `${name} has no calls that can be ${verb}:  ${exclusionLines(selection.excluded).join('; ')}.`,
    );
  }
  if (selection.operation === 'launchDraft' && selection.excluded.size > 0) {
    return takeOut(services, api, read, selection);
  }
  const canTry = !again && selection.operation === 'launchCalls' && selection.calls.length > 1;
  const start = await askForStart(list, { canTry, nowMs: services.clock.now() });
  if (start === undefined) return undefined;
  const calls =
    start.size === undefined ? selection.calls : sample(selection.calls, start.size, campaign.name);
  const contacts = calls.map(({ dialled }) => dialled);
  await requireAllowed(services, list, start.kind, contacts);
  const order = { read, selection, calls, start, list, again, changedTerms, leaveOut, historyWarning };
  if (!(await confirmed(services, api, order))) return undefined;
  const end = await launch(services, api, order);
  await reportLaunch(services, api, read.campaign, end);
  return end;
}

/** Some contacts of each country, the same ones each time. */
function sample(calls: readonly WaitingCall[], size: number, seed: string): readonly WaitingCall[] {
  const numbers = calls.map(({ dialled }) => dialled);
  return pilotOf(numbers, { size, pick: 'sample' }, seed).flatMap((index) => calls[index] ?? []);
}

/** What a person is asked about, and what is launched afterwards. */
interface Order {
  readonly read: CampaignWithRows;
  readonly selection: WaitingSelection & Partial<Pick<AgainSelection, 'exhausted'>>;
  readonly calls: readonly WaitingCall[];
  readonly start: ChosenStart;
  readonly list: vscode.Uri | undefined;
  /** Whether the calls were made before. */
  readonly again: boolean;
  /** What differs from what was sent from here, one sentence each. */
  readonly changedTerms: readonly string[];
  /** Who is left out because of earlier calls; undefined: nobody. */
  readonly leaveOut: LeaveOut | undefined;
  readonly historyWarning: string | undefined;
}

/** The confirmation. Enter goes back. */
async function confirmed(services: SendingServices, api: CampaignApi, order: Order): Promise<boolean> {
  const {
    read: { campaign },
    selection,
    calls,
    start,
    list,
    again,
    changedTerms,
    leaveOut,
    historyWarning,
  } = order;
  const nowMs = services.clock.now();
  const isLater = start.when.kind !== 'now';
  const people = `${plural(calls.length, 'person', 'people')}${again ? ' again' : ''}`;
  const scheduled = `${plural(calls.length, 'call')}${again ? ' again' : ''}`;
  const button = isLater ? `Schedule ${plural(calls.length, 'Call')}` : `Call ${people}`;
  const account = await accountWithUser(services, api);
  const rules = campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
  const left = selection.calls.length - calls.length;
  const { exhausted = 0 } = selection;
  const lines = exclusionLines(selection.excluded);
  const detail = [
    account === undefined ? 'This is the sandbox: nobody is called.' : `Account: your key for ${account}`,
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
      ? ['The campaign is paused. Nobody is called until you resume it.']
      : []),
    ...(left > 0 ? [`The other ${formatCount(left)} wait for you.`] : []),
    ...(leaveOut === undefined
      ? []
      : [`Not called again: ${leaveOutWords(leaveOut)}, as chosen when the campaign was created`]),
    ...(again ? ['The service decides by the attempts that each call has left.'] : []),
    ...(exhausted > 0
      ? [
          `${plural(exhausted, 'call was', 'calls were')} made as often as the rules allow, and will be skipped by it.`,
        ]
      : []),
    ...(changedTerms.length === 0
      ? []
      : [
          '',
          'Not as it was created from here:',
          ...changedTerms.map((change) => `• ${oneLine(change, 300)}`),
        ]),
    ...(lines.length === 0 ? [] : ['', 'Left out:', ...lines.map((line) => `• ${line}`)]),
    '',
    suppressionText(list),
    ...(historyWarning === undefined ? [] : [`Warning: ${oneLine(historyWarning, 1_000)}`]),
  ].join('\n');
  const chosen = await showWarningMessage(
    isLater
      ? `Schedule ${scheduled} of ${quoted(campaign.name)}?`
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

async function launch(
  services: SendingServices,
  api: CampaignApi,
  { read: { campaign }, selection, calls, start, list, again, leaveOut, historyWarning }: Order,
): Promise<CallsEnd> {
  const contacts = calls.map(({ dialled }) => dialled);
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
          start: start.when,
          ...(again ? { statuses: overStatuses } : {}),
        },
        signal: abort.signal,
        stillCurrent: () => services.store.api === api,
        stillAllowed: () =>
          requireStillAllowed(services, api, {
            list,
            start: start.kind,
            contacts,
            leaveOut,
            historyMayFail: historyWarning !== undefined,
          }),
      });
    },
  );
}

/**
 * A draft is launched as a whole, so people who must not be called are removed first, and the draft is read
 * back.
 */
async function takeOut(
  services: SendingServices,
  api: CampaignApi,
  { campaign }: CampaignWithRows,
  { calls, excluded }: WaitingSelection,
): Promise<CallsEnd | undefined> {
  const button = `Keep ${plural(calls.length, 'Contact')}`;
  const chosen = await showWarningMessage(
    `Not all of ${quoted(campaign.name)} may be called`,
    {
      modal: true,
      detail: [
        ...exclusionLines(excluded).map((line) => `• ${line}`),
        '',
        'This server can only launch a whole draft. The draft can be changed to contain only the remaining contacts; this does not call anybody.',
      ].join('\n'),
    },
    'Go Back',
    button,
  );
  if (chosen !== button) return undefined;
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
  return launchWaiting(services, api, check.campaign);
}
