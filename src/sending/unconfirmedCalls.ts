import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage, showWarningMessage, withProgress } from '../host/messages.ts';
import { scheduledMsOf, type CallsEntry } from '../launch/journal/callsIntent.ts';
import { releaseUntouched, type Release } from '../launch/calls/callsReconciler.ts';
import type { SendingServices } from './sendingServices.ts';

/**
 * A launch whose answer was lost: its calls are read twice, half a minute apart. Where both reads show them
 * untouched, the person may say that they can be launched again.
 */
export async function settleCalls(
  services: SendingServices,
  api: CampaignApi,
  entry: CallsEntry,
): Promise<void> {
  const { intent } = entry;
  const end = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Reading the calls of ${quoted(intent.name)} twice, half a minute apart`,
    },
    () =>
      releaseUntouched(
        {
          api,
          journal: services.submitter.calls,
          clock: services.clock,
          wait: (ms) => wait(ms),
          confirm: (untouched, launched) => confirm(entry, untouched, launched, services.clock.now()),
        },
        entry,
      ),
  );
  await services.launches.reconcile();
  await report(entry, end, services.clock.now());
}

async function confirm(
  { intent }: CallsEntry,
  untouched: number,
  launched: number,
  nowMs: number,
): Promise<boolean> {
  const button = 'Allow Launching Again';
  const detail = [
    `The launch was sent ${formatWhen(intent.startedMs, nowMs)}, and its answer was lost.`,
    `${formatCount(launched)} of ${plural(intent.count, 'call')} are launched. Two reads, half a minute apart, show the other ${formatCount(untouched)} untouched.`,
    'The request may still arrive within 15 minutes. It cannot launch a call that has already been launched.',
  ].join('\n');
  const chosen = await showWarningMessage(
    `Did the launch of ${quoted(intent.name)} not arrive?`,
    { modal: true, detail },
    'Go Back',
    button,
  );
  return chosen === button;
}

async function report(entry: CallsEntry, end: Release, nowMs: number): Promise<void> {
  const name = quoted(entry.intent.name);
  switch (end) {
    case 'kept':
      return;
    case 'launched':
      void showInformationMessage(`${name}: all ${plural(entry.intent.count, 'call')} are launched.`);
      return;
    case 'changed':
      void showWarningMessage(`The calls of ${name} are changing. Check its rows, then try again.`);
      return;
    case 'paused':
      void showWarningMessage(
        `${name} is paused. Whether the launch arrived can be seen only after you resume it.`,
      );
      return;
    case 'waits for its time':
      void showWarningMessage(
        `The calls of ${name} should start ${formatWhen(scheduledMsOf(entry) ?? nowMs, nowMs)}. Whether the launch arrived is known then. To prevent it, cancel the campaign.`,
      );
      return;
    case 'released': {
      const again = 'Launch…';
      const chosen = await showInformationMessage(
        `The waiting calls of ${name} can be launched again.`,
        again,
      );
      if (chosen === again) {
        await vscode.commands.executeCommand(commandIds.launchCampaign, entry.intent.campaignId);
      }
    }
  }
}
