import * as vscode from 'vscode';
import { triedCalls, type Campaign } from '../core/campaign.ts';
import type { Disposable } from '../core/emitter.ts';
import { errorForLog } from '../core/logText.ts';
import { formatCount, plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage } from '../host/messages.ts';
import type { NotifiedOnce } from '../host/notifiedOnce.ts';
import type { SendingServices } from './sendingServices.ts';

type TriedCallsServices = Pick<SendingServices, 'store' | 'submitter' | 'connections' | 'log'>;

/**
 * Notifies once, of all windows, when the calls that were launched first from this machine are over and
 * others of their campaign wait. Launches nothing by itself.
 */
export function reportTriedCalls(services: TriedCallsServices, notifiedOnce: NotifiedOnce): Disposable {
  const { store, log } = services;
  const seen = new Set<string>();
  return store.onDidChangeState(({ campaigns }) => {
    for (const campaign of campaigns) {
      const tried = triedCalls(campaign);
      if (tried === undefined) continue;
      const news = `tried ${campaign.id} ${tried.waiting}`;
      if (seen.has(news)) continue;
      seen.add(news);
      notify(services, notifiedOnce, campaign, news).catch((error: unknown) => {
        log.warn(`the end of the tried calls could not be reported: ${errorForLog(error)}`);
      });
    }
  });
}

async function notify(
  { submitter, connections }: TriedCallsServices,
  notifiedOnce: NotifiedOnce,
  campaign: Campaign,
  news: string,
): Promise<void> {
  const tried = triedCalls(campaign);
  const baseUrl = connections.current?.baseUrl;
  if (tried === undefined || baseUrl === undefined) return;
  const launches = await submitter.calls.launchesOf(baseUrl, campaign.id);
  if (launches.length === 0 || !(await notifiedOnce.claim(news))) return;
  const launch = `Launch the Other ${formatCount(tried.waiting)}…`;
  const [edit, cancel] = ['Edit It…', 'Cancel It…'];
  const done = `${plural(tried.done, 'call')} of ${quoted(campaign.name)} ${tried.done === 1 ? 'is' : 'are'} over`;
  const waiting = `${formatCount(tried.waiting)} ${tried.waiting === 1 ? 'waits' : 'wait'} for you`;
  const chosen = await showInformationMessage(`${done}, ${waiting}.`, launch, edit, cancel);
  const commands = new Map([
    [launch, commandIds.launchOthers],
    [edit, commandIds.editCampaign],
    [cancel, commandIds.cancelCampaign],
  ]);
  const command = chosen === undefined ? undefined : commands.get(chosen);
  if (command !== undefined) await vscode.commands.executeCommand(command, campaign.id);
}
