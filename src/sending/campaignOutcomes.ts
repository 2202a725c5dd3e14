import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { showErrorMessage, showInformationMessage, withProgress } from '../host/messages.ts';
import type { SendingServices } from './sendingServices.ts';

export interface Outcome {
  readonly campaign: Campaign;
  /** Why it did not work; undefined: it did. */
  readonly problem: string | undefined;
}

/**
 * One after the other, so that a limit of the server is met gently. A campaign that fails does not keep the
 * others from their turn; closing the progress stops before the next.
 */
export async function forEachCampaign(
  campaigns: readonly Campaign[],
  doing: string,
  act: (campaign: Campaign) => Promise<string | undefined>,
): Promise<readonly Outcome[]> {
  const many = campaigns.length > 1;
  const location = many ? vscode.ProgressLocation.Notification : { viewId: 'revox.campaigns' };
  const options = { location, cancellable: many };
  return withProgress(options, async (progress, token) => {
    const outcomes: Outcome[] = [];
    for (const campaign of campaigns) {
      if (token.isCancellationRequested) break;
      progress.report({ message: `${doing} “${campaign.name}”`, increment: 100 / campaigns.length });
      outcomes.push({ campaign, problem: await act(campaign).catch(messageOf) });
    }
    return outcomes;
  });
}

/** Says what became of each: quietly when all went well, with every reason when not. */
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
  const reasons = failed.map(({ campaign, problem }) => `“${campaign.name}”: ${problem ?? ''}`);
  for (const { campaign } of failed) log.warn(`campaign ${campaign.id} is not ${done}`);
  const some =
    failed.length < outcomes.length ? `${formatCount(outcomes.length - failed.length)} ${done}, ` : '';
  const text = `${some}${formatCount(failed.length)} not ${done}. ${reasons.slice(0, 3).join(' ')}`;
  if ((await showErrorMessage(text, 'Show Output')) !== undefined) log.show();
}
