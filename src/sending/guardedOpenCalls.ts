import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import { showWarningMessage } from '../host/messages.ts';
import { openCalls } from '../launch/calls/openCalls.ts';
import { exclusionLines } from '../launch/calls/selectWaiting.ts';
import { cancelCalls } from './changingCalls.ts';
import {
  readGuardedCampaign,
  requireAllowed,
  requireStillAllowed,
  suppressionText,
} from './guardedCampaign.ts';
import type { SendingServices } from './sendingServices.ts';

/** The calls that a change lets the service make, and the checks that protect their people. */
export interface AllowedCalls {
  readonly count: number;
  /** Which suppression lists were checked, as a sentence of the question. */
  readonly suppressions: string;
  /** Repeats the checks right before the request. @throws HumanError */
  readonly require: () => Promise<void>;
}

/**
 * Checks the open calls of a campaign before it is resumed, or its hours, attempts or parallel calls become
 * more, as a launch is checked. Where people must not be called any more, their calls are to be cancelled
 * first.
 * @returns undefined when it must not be done, or the person stopped: they were told
 * @throws HumanError when the settings or a file forbid it, or a list cannot be read
 */
export async function allowedOpenCalls(
  services: SendingServices,
  api: CampaignApi,
  campaign: Pick<Campaign, 'id' | 'name'>,
): Promise<AllowedCalls | undefined> {
  const found = await readGuardedCampaign(services, api, campaign);
  if (found === undefined) return undefined;
  const { contacts, forbiddenIds, excluded } = await openCalls(found.read, found.guards);
  if (forbiddenIds.length > 0) {
    const cancel = `Cancel ${plural(forbiddenIds.length, 'Call')}…`;
    const rows = 'Open Rows';
    const detail = [
      ...exclusionLines(excluded).map((line) => `• ${line}`),
      '',
      'Nothing was sent. Cancel these calls first, then try again.',
    ].join('\n');
    const chosen = await showWarningMessage(
      `${plural(forbiddenIds.length, 'call')} of ${quoted(campaign.name)} must not be made`,
      { modal: true, detail },
      ...(api.server.has('cancelCall') === false ? [] : [cancel]),
      rows,
    );
    if (chosen === cancel) await cancelCalls(services, api, campaign, forbiddenIds);
    if (chosen === rows) await vscode.commands.executeCommand(commandIds.openRows, campaign.id);
    return undefined;
  }
  await requireAllowed(services, found.list, 'now', contacts);
  const { list, historyWarning } = found;
  const suppressions = [suppressionText(list), historyWarning].filter(Boolean).join(' ');
  const historyMayFail = historyWarning !== undefined;
  const about = { list, start: 'now', contacts, historyMayFail } as const;
  const require = () => requireStillAllowed(services, api, about);
  return { count: contacts.length, suppressions, require };
}
