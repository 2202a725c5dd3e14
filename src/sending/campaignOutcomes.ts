import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { commandIds } from '../host/commandIds.ts';
import { showErrorMessage, showInformationMessage, withProgress } from '../host/messages.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { CancelOptions } from '../launch/changes/verifiedCancel.ts';
import type { ChangeOptions } from '../launch/changes/verifiedChange.ts';
import type { SendingServices } from './sendingServices.ts';

export interface Outcome {
  readonly campaign: Campaign;
  /** Why it did not work, or why the result is unknown; undefined: it worked. */
  readonly problem: string | undefined;
  /** Whether it may have worked: the answer was lost, or the state could not be read for a minute. */
  readonly isOpen: boolean;
}

/** What happened to one campaign; undefined: it worked. */
export type Problem = { readonly problem: string; readonly isOpen: boolean } | undefined;

/**
 * Runs one after the other, to stay within the server's rate limit. A failure does not stop the others;
 * cancelling the progress stops before the next one.
 */
export async function forEachCampaign(
  campaigns: readonly Campaign[],
  doing: string,
  act: (campaign: Campaign) => Promise<Problem>,
): Promise<readonly Outcome[]> {
  const [only] = campaigns;
  const many = campaigns.length > 1;
  const location = many ? vscode.ProgressLocation.Notification : { viewId: 'revox.campaigns' };
  const options = { location, cancellable: many };
  const done = withProgress(options, async (progress, token) => {
    const outcomes: Outcome[] = [];
    for (const campaign of campaigns) {
      if (token.isCancellationRequested) break;
      progress.report({ message: `${doing} “${campaign.name}”`, increment: 100 / campaigns.length });
      const found = await act(campaign).catch((error: unknown): Problem => ({
        problem: messageOf(error),
        isOpen: false,
      }));
      outcomes.push({ campaign, problem: found?.problem, isOpen: found?.isOpen ?? false });
    }
    return outcomes;
  });
  return many || only === undefined ? done : withNoticeIfSlow(`${doing} “${only.name}”`, done);
}

/** A working server has answered by then, ms. */
const noticeAfterMs = 5_000;

/** Shows a notification while a change of a campaign takes long: the view with its progress may be hidden. */
export async function withNoticeIfSlow<T>(title: string, change: Thenable<T>): Promise<T> {
  const slow = await Promise.race([change.then(() => false), wait(noticeAfterMs, true, { ref: false })]);
  if (!slow) return change;
  return withProgress({ location: vscode.ProgressLocation.Notification, title }, (progress) => {
    // the request, a minute of reads, and the last of them
    progress.report({
      message: 'No answer yet. The result is shown within two minutes.',
    });
    return change;
  });
}

/** Reports the outcome of each: briefly when all went well, with every reason when not. */
export async function reportOutcomes(
  { log }: Pick<SendingServices, 'log'>,
  outcomes: readonly Outcome[],
  done: string,
): Promise<void> {
  const failed = outcomes.filter((outcome) => outcome.problem !== undefined);
  const [first] = outcomes;
  if (first === undefined) return;
  if (failed.length === 0) {
    const what =
      outcomes.length === 1 ? `“${first.campaign.name}” is` : `${plural(outcomes.length, 'campaign')} are`;
    void showInformationMessage(`${what} ${done}.`);
    return;
  }
  const open = failed.filter(({ isOpen }) => isOpen);
  const reasons = failed.map(({ campaign, problem }) => `“${campaign.name}”: ${problem ?? ''}`);
  for (const { campaign } of failed) log.warn(`campaign ${campaign.id} is not ${done}`);
  const some =
    failed.length < outcomes.length ? `${formatCount(outcomes.length - failed.length)} ${done}, ` : '';
  const not =
    failed.length === open.length ? '' : `${formatCount(failed.length - open.length)} not ${done}. `;
  const unclear =
    open.length === 0
      ? ''
      : `It is not yet known whether ${plural(open.length, 'campaign')} ${open.length === 1 ? 'is' : 'are'} ${done}. `;
  const text = `${some}${not}${unclear}${reasons.slice(0, 3).join(' ')}`;
  const again = 'Refresh';
  const output = 'Show Output';
  const chosen = await showErrorMessage(text, ...(open.length === 0 ? [] : [again]), output);
  if (chosen === output) log.show();
  if (chosen === again) await vscode.commands.executeCommand(commandIds.refreshCampaigns);
}

/** How a change or cancellation is read back. Each state that is read enters the list of campaigns. */
export function changeOptions(
  { store, clock }: Pick<SendingServices, 'store' | 'clock'>,
  api: CampaignApi,
): ChangeOptions & CancelOptions {
  return { api, clock, wait: (ms) => wait(ms), seen: (campaign) => store.put(api, campaign) };
}
