import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import {
  showErrorMessage,
  showInformationMessage,
  showWarningMessage,
  withProgress,
} from '../host/messages.ts';
import { reportError } from '../host/reportError.ts';
import { mayCall, stopAll, stopQuestion, stopReport, type StopEnd } from '../launch/changes/stopAll.ts';
import { changeOptions } from '../sending/campaignOutcomes.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

/**
 * For an emergency: stops whatever runs or is about to run, after one question that names it all.
 */
export async function cancelAllRunning(context: CommandContext): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await confirmed(context);
  if (campaigns.length > 0) await stop(context, api, campaigns);
}

/** Asks which campaigns to stop. Enter stops none, because a cancelled campaign cannot be restarted. */
async function confirmed({
  store,
  refresh,
  clock,
  connections,
  upcomingStarts,
}: CommandContext): Promise<readonly Campaign[]> {
  await refresh.refresh(); // a list that was read hours ago may be out of date
  const nowMs = clock.now();
  const { error, updatedMs } = store.state;
  if (error !== undefined && updatedMs === undefined) throw error;
  const upcoming = new Set(
    upcomingStarts.of(connections.required().baseUrl).map(({ campaignId }) => campaignId),
  );
  const campaigns = store.state.campaigns.filter((campaign) =>
    mayCall(campaign, nowMs, (id) => upcoming.has(id)),
  );
  if (campaigns.length === 0) {
    if (error !== undefined) throw error;
    void showInformationMessage('No campaign is running, scheduled or paused.');
    return [];
  }
  const stale = error && { problem: messageOf(error), readMs: updatedMs ?? nowMs };
  const words = stopQuestion(campaigns, nowMs, stale);
  // VS Code presses the first button on Enter: it must be one that stops nobody.
  const choices: vscode.MessageItem[] = [
    { title: 'Show Campaigns' },
    { title: words.stop },
    { title: words.keep, isCloseAffordance: true },
  ];
  const options = { modal: true, detail: words.detail };
  const chosen = await showWarningMessage(words.question, options, ...choices);
  if (chosen !== undefined && chosen === choices[0]) {
    await vscode.commands.executeCommand('revox.campaigns.focus');
  }
  return chosen !== undefined && chosen === choices[1] ? campaigns : [];
}

async function stop(
  context: CommandContext,
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<void> {
  const ends = await withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Stopping campaigns', cancellable: true },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return stopAll(campaigns, {
        ...changeOptions(context, api),
        signal: abort.signal,
        began: ({ name }) => progress.report({ message: `“${name}”`, increment: 100 / campaigns.length }),
      });
    },
  );
  report(context, api, campaigns.length, ends).catch((error: unknown) => reportError(error, context.log));
}

/** Trying again is safe: what is cancelled stays cancelled, and it never starts anything. */
async function report(
  context: CommandContext,
  api: CampaignApi,
  asked: number,
  ends: readonly StopEnd[],
): Promise<void> {
  const { text, failed } = stopReport(asked, ends);
  if (failed.length === 0) {
    void showInformationMessage(text);
    return;
  }
  for (const { campaign, end } of failed) {
    context.log.warn(`campaign ${campaign.id} is not stopped: ${end.kind}`);
  }
  const again = 'Try Again';
  const show = 'Show Output';
  const chosen = await showErrorMessage(text, again, show);
  if (chosen === show) context.log.show();
  if (chosen !== again) return;
  if (context.store.api !== api) {
    void showWarningMessage(
      'The connection has changed, so nothing was sent. Switch back to it and try again.',
    );
    return;
  }
  await stop(
    context,
    api,
    failed.map(({ campaign }) => campaign),
  );
}
