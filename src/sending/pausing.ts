import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi, Log } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import { showErrorMessage, showInformationMessage } from '../host/messages.ts';
import { verifiedPause, type Change } from '../launch/changes/verifiedChange.ts';
import { changeOptions, withNoticeIfSlow, type Problem } from './campaignOutcomes.ts';
import type { SendingServices } from './sendingServices.ts';

/**
 * For calls that nobody asked for: the button that was pressed is the confirmation.
 * @returns whether it is paused
 */
export async function pauseAtOnce(
  services: Pick<SendingServices, 'store' | 'clock' | 'log'>,
  api: CampaignApi,
  campaign: Campaign,
): Promise<boolean> {
  const change = await withNoticeIfSlow(
    `Pausing ${quoted(campaign.name)}`,
    verifiedPause(campaign.id, changeOptions(services, api)),
  );
  if (change.kind === 'done') {
    void showInformationMessage(`${quoted(campaign.name)} is paused. Calls in progress will finish.`);
    return true;
  }
  services.log.warn(`campaign ${campaign.id} is not paused: ${change.kind}`);
  const again = 'Try Again';
  const chosen = await showErrorMessage(`${quoted(campaign.name)} ${changeProblem(change, 'paused')}`, again);
  return chosen === again ? pauseAtOnce(services, api, campaign) : false;
}

/** @returns why it is not paused, or why that is unknown; undefined: it is paused */
export async function pause(
  services: Pick<SendingServices, 'store' | 'clock'>,
  api: CampaignApi,
  campaign: Campaign,
): Promise<Problem> {
  const change = await verifiedPause(campaign.id, changeOptions(services, api));
  return change.kind === 'done'
    ? undefined
    : { problem: oneLine(change.problem, 300), isOpen: change.kind !== 'failed' };
}

/** Says that a change failed or is unknown. What is unknown can be looked at again. */
export async function reportChangeProblem(
  log: Log,
  campaign: Campaign,
  change: Exclude<Change, { kind: 'done' }>,
  done: string,
): Promise<void> {
  log.warn(`campaign ${campaign.id} is not ${done}: ${change.kind}`);
  const again = 'Refresh';
  const buttons = change.kind === 'failed' ? [] : [again];
  const text = `${quoted(campaign.name)} ${changeProblem(change, done)}`;
  const chosen = await showErrorMessage(text, ...buttons);
  if (chosen === again) await vscode.commands.executeCommand(commandIds.refreshCampaigns);
}

/** `is not paused: …`, or that this is unknown. */
function changeProblem(change: Exclude<Change, { kind: 'done' }>, done: string): string {
  const why = oneLine(change.problem, 300);
  return change.kind === 'failed' ? `is not ${done}: ${why}` : `may or may not be ${done}: ${why}`;
}
