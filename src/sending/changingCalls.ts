import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import {
  showErrorMessage,
  showInformationMessage,
  showWarningMessage,
  withProgress,
} from '../host/messages.ts';
import { changeCalls, changeReport, type CallChange, type ChangedCall } from '../launch/calls/changeCalls.ts';
import { selectPaused } from '../launch/calls/selectPaused.ts';
import { exclusionLines } from '../launch/calls/selectWaiting.ts';
import {
  readGuardedCampaign,
  requireAllowed,
  requireStillAllowed,
  suppressionText,
} from './guardedCampaign.ts';
import type { SendingServices } from './sendingServices.ts';

type NamedCampaign = Pick<Campaign, 'id' | 'name'>;

/** Pausing calls nobody, so that it asks nothing. @returns false when nothing was sent */
export async function pauseCalls(
  services: SendingServices,
  api: CampaignApi,
  campaign: NamedCampaign,
  callIds: readonly string[],
): Promise<boolean> {
  await change(services, api, callIds, 'pause', campaign);
  return true;
}

/** A call stays cancelled, so it asks first. @returns false when nothing was sent */
export async function cancelCalls(
  services: SendingServices,
  api: CampaignApi,
  campaign: NamedCampaign,
  callIds: readonly string[],
): Promise<boolean> {
  const calls = plural(callIds.length, 'Call');
  // Enter presses the first button that is not for closing, and a cancelled call cannot be launched again.
  // VS Code's own "Cancel" would say the opposite of what it does here: the button for closing replaces it.
  const choices: vscode.MessageItem[] = [
    { title: callIds.length === 1 ? 'Keep Call' : 'Keep Calls' },
    { title: `Cancel ${calls}` },
    { title: 'Close', isCloseAffordance: true },
  ];
  const detail = [
    'Calls that have not started will not be made. Calls in progress will be allowed to finish.',
    'Rows and transcripts stay. A cancelled call cannot be launched again.',
  ].join('\n');
  const question = `Cancel ${calls.toLowerCase()} of ${quoted(campaign.name)}?`;
  const chosen = await showWarningMessage(question, { modal: true, detail }, ...choices);
  if (chosen === undefined || chosen !== choices[1]) return false;
  await change(services, api, callIds, 'cancel', campaign);
  return true;
}

/**
 * Resuming calls people: it has the same checks as a launch, and asks first.
 * @returns false when nothing was sent
 */
export async function resumeCalls(
  services: SendingServices,
  api: CampaignApi,
  campaign: NamedCampaign,
  callIds: readonly string[],
): Promise<boolean> {
  const found = await readGuardedCampaign(services, api, campaign);
  if (found === undefined) return false;
  services.store.put(api, found.read.campaign);
  const { calls, excluded } = await selectPaused(found.read, found.guards, new Set(callIds));
  const lines = exclusionLines(excluded);
  if (calls.length === 0) {
    const why = lines.length === 0 ? 'none of them is still paused' : lines.join('; ');
    throw new HumanError(`No call of ${quoted(campaign.name)} can be resumed: ${why}.`);
  }
  const contacts = calls.map(({ dialled }) => dialled);
  await requireAllowed(services, found.list, 'now', contacts);
  const button = `Resume ${plural(calls.length, 'Call')}`;
  const detail = [
    'Calls whose retry time has already passed are made in the next calling window, the others at their scheduled time.',
    ...(lines.length === 0 ? [] : ['', 'These stay paused:', ...lines.map((line) => `• ${line}`)]),
    '',
    suppressionText(found.list),
    ...(found.historyWarning === undefined ? [] : [`Warning: ${oneLine(found.historyWarning, 1_000)}`]),
  ].join('\n');
  const question = `Resume ${plural(calls.length, 'call')} of ${quoted(campaign.name)}?`;
  if ((await showWarningMessage(question, { modal: true, detail }, 'Go Back', button)) !== button) {
    return false;
  }
  const historyMayFail = found.historyWarning !== undefined;
  await requireStillAllowed(services, api, { list: found.list, start: 'now', contacts, historyMayFail });
  const wanted = calls.flatMap(({ callId }) => callId ?? []);
  await change(services, api, wanted, 'resume', campaign);
  return true;
}

const doing: Readonly<Record<CallChange, string>> = {
  cancel: 'Cancelling',
  pause: 'Pausing',
  resume: 'Resuming',
};

async function change(
  services: SendingServices,
  api: CampaignApi,
  callIds: readonly string[],
  kind: CallChange,
  { name }: NamedCampaign,
): Promise<void> {
  const ends = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `${doing[kind]} ${plural(callIds.length, 'call')} of ${quoted(name)}`,
      cancellable: callIds.length > 1,
    },
    (progress, token): Promise<readonly ChangedCall[]> => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return changeCalls(callIds, kind, {
        api,
        signal: abort.signal,
        stillCurrent: () => services.store.api === api,
        began: () => progress.report({ increment: 100 / callIds.length }),
        wait: (ms) => wait(ms),
      });
    },
  );
  void services.refresh.refresh();
  const { text, isGood } = changeReport(callIds.length, kind, ends);
  const message = `${quoted(name)}: ${oneLine(text, 600)}`;
  if (isGood) void showInformationMessage(message);
  else void showErrorMessage(message);
}
