import * as vscode from 'vscode';
import type { CampaignApi } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import { hasCalled } from '../launch/comparison/verify.ts';
import {
  showErrorMessage,
  showInformationMessage,
  showQuickPick,
  showWarningMessage,
} from '../host/messages.ts';
import type { UpcomingStart } from '../launch/start/upcomingStart.ts';
import { verifiedCancel, type Cancellation } from '../launch/changes/verifiedCancel.ts';
import type { CountdownStatus } from '../views/countdownStatus.ts';
import { changeOptions } from '../sending/campaignOutcomes.ts';
import { pauseAtOnce } from '../sending/pausing.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

/**
 * Cancels a campaign before it starts, by one click in the status bar and without a question: a click by
 * mistake harms nobody, and the campaign can be created again from its list.
 */
export async function cancelUpcomingStart(
  context: CommandContext,
  countdown: CountdownStatus,
  id: unknown,
): Promise<void> {
  const api = await apiOrAsk(context);
  const start = api && (await chosenStart(countdown, id));
  if (api === undefined || start === undefined || !countdown.beginCancelling(start.campaignId)) return;
  if (start.cancelBy === 'pause') {
    await takeBackByPause(context, countdown, api, start);
    return;
  }
  let end: Cancellation;
  try {
    end = await verifiedCancel(start.campaignId, changeOptions(context, api));
    if (!('problem' in end)) await context.upcomingStarts.remove([start.campaignId]);
  } finally {
    countdown.endCancelling(start.campaignId);
  }
  await report(context, api, start, end);
}

/** Where other calls of the campaign ran, pausing it keeps them and holds the rest. */
async function takeBackByPause(
  context: CommandContext,
  countdown: CountdownStatus,
  api: CampaignApi,
  start: UpcomingStart,
): Promise<void> {
  try {
    const campaign =
      context.store.campaign(start.campaignId) ?? (await api.retrieveCampaign(start.campaignId));
    const isPaused = await pauseAtOnce(context, api, campaign);
    if (isPaused) await context.upcomingStarts.remove([start.campaignId]);
  } finally {
    countdown.endCancelling(start.campaignId);
  }
}

async function chosenStart(countdown: CountdownStatus, id: unknown): Promise<UpcomingStart | undefined> {
  const { waiting } = countdown;
  const named = waiting.find(({ campaignId }) => campaignId === id);
  if (named !== undefined) return named;
  if (waiting.length === 0) {
    void showInformationMessage('No campaign created here starts within the next hour.');
    return undefined;
  }
  if (waiting.length === 1) return waiting[0];
  const items = waiting.map((start) => ({ label: start.name, description: start.campaignId, start }));
  return (await showQuickPick(items, { title: 'Cancel Upcoming Start' }))?.start;
}

async function report(
  context: CommandContext,
  api: CampaignApi,
  start: UpcomingStart,
  end: Cancellation,
): Promise<void> {
  if ('problem' in end) {
    context.log.warn(`campaign ${start.campaignId} is not cancelled before its start`);
    const again = 'Try Again';
    const text =
      end.kind === 'cannot tell'
        ? `It is not yet known whether “${start.name}” was cancelled. It may start as planned: ${end.problem}`
        : `“${start.name}” is not cancelled, and starts as planned: ${end.problem}`;
    const chosen = await showErrorMessage(text, again);
    if (chosen === again && context.store.api === api) {
      await vscode.commands.executeCommand(commandIds.cancelCampaign, start.campaignId);
    }
    return;
  }
  if (hasCalled(end.campaign)) {
    const text = `“${start.name}” is ${end.kind}, but calls had already started. Calls in progress will finish.`;
    void showWarningMessage(text);
    return;
  }
  const again = 'Create It Again…';
  const text = `“${start.name}” is cancelled before it started: nobody was called.`;
  const address = await context.provenances.listOf(start.campaignId);
  const chosen = await showInformationMessage(text, ...(address === undefined ? [] : [again]));
  if (chosen !== again || address === undefined) return;
  await vscode.commands.executeCommand(commandIds.createCampaign, vscode.Uri.parse(address));
}
