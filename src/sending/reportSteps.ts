import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import type { Contact } from '../core/createRequest.ts';
import { messageOf } from '../core/errors.ts';
import { formatCount, formatWhen, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { serverLacks } from '../core/optionalActions.ts';
import { commandIds } from '../host/commandIds.ts';
import { campaignCreatedKey } from '../host/contextKeys.ts';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { CampaignSpec } from '../launch/draft/campaignSpec.ts';
import type { DifferingRow } from '../launch/comparison/compareContacts.ts';
import type { CallsEnd } from '../launch/calls/callsOrder.ts';
import type { ReadBack } from '../launch/create/readBack.ts';
import { hasCalled } from '../launch/comparison/verify.ts';
import type { Submission } from '../launch/create/submission.ts';
import { maxCountdownMs } from '../launch/start/upcomingStart.ts';
import { cancelAtOnce } from './cancelling.ts';
import { foundText } from '../launch/create/submission.ts';
import { reveal } from './report.ts';
import { pauseAtOnce } from './pausing.ts';
import type { SendingServices } from './sendingServices.ts';

export interface SentCampaign {
  readonly api: CampaignApi;
  readonly spec: CampaignSpec;
  readonly uri: vscode.Uri;
  readonly contacts: readonly Contact[];
}

type Created = Extract<Submission, { kind: 'created' }>;

/** Reports how far a campaign got that is created, checked and launched in steps. */
export async function reportSteps(
  services: SendingServices,
  sent: SentCampaign,
  { campaign, foundBy, check, launch }: Created,
): Promise<void> {
  services.store.put(sent.api, campaign);
  campaignCreatedKey.set(true);
  void services.refresh.refresh();
  void reveal(services, campaign.id);
  if (launch !== undefined) {
    await reportLaunch(services, sent.api, campaign, launch);
    return;
  }
  if (check === undefined) return;
  switch (check.kind) {
    case 'agrees': {
      const extra = extraText(check.contacts.extraNames);
      void showInformationMessage(
        `${quoted(campaign.name)} is created with ${plural(sent.contacts.length, 'contact')} and checked. Nobody is called.${foundText(foundBy)}${extra}`,
      );
      return;
    }
    case 'calling':
      await alarmCalling(services, sent.api, campaign, check.calls);
      return;
    case 'not checked':
      await notChecked(campaign, check.why);
      return;
    case 'differs':
      await differs(services, sent, check);
  }
}

function extraText(names: readonly string[]): string {
  return names.length === 0
    ? ''
    : ` The server holds variables that were not sent: ${names.map((name) => oneLine(name, 40)).join(', ')}.`;
}

async function alarmCalling(
  services: SendingServices,
  api: CampaignApi,
  campaign: Campaign,
  calls: number,
): Promise<void> {
  const [pause, cancel] = ['Pause', 'Cancel Campaign'];
  const chosen = await showErrorMessage(
    `${quoted(campaign.name)} is calling people although you have not launched it`,
    {
      modal: true,
      detail: `The campaign was created without launching it, but the server shows ${plural(calls, 'call')} in progress or finished.`,
    },
    pause,
    cancel,
  );
  if (chosen === pause) await pauseAtOnce(services, api, campaign);
  if (chosen === cancel) await cancelAtOnce(services, api, campaign);
}

async function notChecked({ id, name }: Campaign, why: string): Promise<void> {
  const again = 'Check Again…';
  const rows = 'Open Rows';
  const chosen = await showWarningMessage(
    `${quoted(name)} was created but not checked: ${oneLine(why, 200)}. Nothing was launched and nobody was called.`,
    again,
    rows,
  );
  if (chosen === again) await vscode.commands.executeCommand(commandIds.launchCampaign, id);
  if (chosen === rows) await vscode.commands.executeCommand(commandIds.openRows, id);
}

const maxShown = 8;

async function differs(
  services: SendingServices,
  { contacts }: SentCampaign,
  check: Extract<ReadBack, { kind: 'differs' }>,
): Promise<void> {
  const { campaign, contacts: compared, terms } = check;
  services.log.warn(`a created campaign differs from what was sent: ${compared.differing.length} rows`);
  const [launch, rows, remove] = ['Launch Matching Contacts…', 'Open Rows', 'Delete Campaign…'];
  const more = compared.differing.length - maxShown;
  const missing = compared.missing - compared.differing.filter(({ sent }) => sent !== undefined).length;
  const detail = [
    ...terms,
    ...(compared.differing.length === 0
      ? []
      : [`${plural(compared.differing.length, 'row')} of the server, compared with what was sent:`]),
    ...compared.differing.slice(0, maxShown).map(differenceText),
    ...(more > 0 ? [`and ${formatCount(more)} more`] : []),
    ...(missing > 0 ? [`${plural(missing, 'contact')} of the list cannot be found on the server.`] : []),
    '',
    `${formatCount(compared.agreeing.length)} of ${plural(contacts.length, 'contact')} match. Nothing was launched and nobody was called.`,
  ].join('\n');
  const chosen = await showErrorMessage(
    `${quoted(campaign.name)} is not what you sent`,
    { modal: true, detail },
    ...(compared.agreeing.length > 0 && check.operation === 'launchCalls' ? [launch] : []),
    rows,
    remove,
  );
  if (chosen === launch) {
    const callIds = compared.agreeing.flatMap(({ callId }) => callId ?? []);
    await vscode.commands.executeCommand(commandIds.launchCampaign, campaign.id, { callIds });
  }
  if (chosen === rows) await vscode.commands.executeCommand(commandIds.openRows, campaign.id);
  if (chosen === remove) await vscode.commands.executeCommand(commandIds.deleteCampaign, campaign.id);
}

/** `+1 212 … first_name: Max, sent: +1 212 … first_name: Zoé` */
function differenceText({ row, fault, sent }: DifferingRow): string {
  const said = contactLine(
    row.call?.to_phone_number ?? row.phone_number,
    row.call?.prompt_variables ?? row.input_data,
  );
  const was =
    sent === undefined ? 'not in the list' : contactLine(sent.to_phone_number, sent.prompt_variables);
  return `• ${said} (${fault}); sent: ${was}`;
}

function contactLine(number: string, variables: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(variables).map(([name, value]) => `${name}: ${value}`);
  return oneLine([number === '' ? 'no number' : number, ...pairs.slice(0, 4)].join(', '), 160);
}

/** How a launch of calls ended, of a new campaign or of one in the tree. */
export async function reportLaunch(
  services: SendingServices,
  api: CampaignApi,
  campaign: Campaign,
  end: CallsEnd,
): Promise<void> {
  const name = quoted(campaign.name);
  const nowMs = services.clock.now();
  const again = 'Launch…';
  const relaunch = () => vscode.commands.executeCommand(commandIds.launchCampaign, campaign.id);
  switch (end.kind) {
    case 'launched': {
      if (end.campaign !== undefined) services.store.put(api, end.campaign);
      void services.refresh.refresh();
      if (end.more > 0) {
        await alarmMore(services, api, campaign, end.more);
        return;
      }
      await countDown(services, end.campaign ?? campaign, end);
      const text = launchedText(end, nowMs);
      if (end.launched === end.asked) void showInformationMessage(`${name}: ${text}`);
      else void showWarningMessage(`${name}: ${text}`);
      return;
    }
    case 'refused': {
      // "Not found" would be said of the campaign, which is there.
      const lack = serverLacks('launch', api.server, campaign);
      if (lack === undefined) {
        await offerAgain(`${name} is not launched: ${messageOf(end.error)}`, again, relaunch);
      } else {
        void showErrorMessage(
          `${name} is not launched, and nobody is called. ${lack} Launch it in Revox, or delete it.`,
        );
      }
      return;
    }
    case 'blocked':
      await offerAgain(
        `Nothing was launched: another launch of ${name} is still unconfirmed.`,
        'Resolve…',
        () => vscode.commands.executeCommand(commandIds.settleLaunch, { id: end.by.intent.id }),
      );
      return;
    case 'changed': {
      services.store.put(api, end.read.campaign);
      const chosen = await showWarningMessage(
        `${name} has changed since you confirmed, so nothing was launched`,
        { modal: true, detail: end.changes.map((change) => oneLine(change, 300)).join('\n') },
        again,
      );
      if (chosen === again) await relaunch();
      return;
    }
    case 'time passed':
      await offerAgain(
        `The start time, ${formatWhen(end.atMs, nowMs)}, passed before ${name} was checked, so nothing was launched.`,
        again,
        relaunch,
      );
      return;
    case 'cannot tell':
      await offerAgain(
        `It is not yet known how many of the ${plural(end.asked, 'call')} of ${name} were launched: ${messageOf(end.error)} So far ${formatCount(end.seen)} were. The request is not sent again.`,
        'Resolve…',
        () => vscode.commands.executeCommand(commandIds.settleLaunch, undefined),
      );
  }
}

/** A start that comes soon is counted down in the status bar, where one click cancels it. */
async function countDown(
  { upcomingStarts, connections, clock }: SendingServices,
  campaign: Campaign,
  { scheduledMs, launched }: Extract<CallsEnd, { kind: 'launched' }>,
): Promise<void> {
  const baseUrl = connections.current?.baseUrl;
  const nowMs = clock.now();
  const isSoon = scheduledMs !== undefined && scheduledMs > nowMs && scheduledMs - nowMs <= maxCountdownMs;
  if (baseUrl === undefined || !isSoon || launched === 0) return;
  await upcomingStarts.add(
    {
      campaignId: campaign.id,
      name: campaign.name,
      baseUrl,
      startMs: scheduledMs,
      contacts: launched,
      // Cancelling would end the calls of an earlier launch as well.
      ...(hasCalled(campaign) ? { cancelBy: 'pause' as const } : {}),
    },
    nowMs,
  );
}

/** `12 of 12 calls are launched.` with why some were skipped, and when they start. */
export function launchedText(end: Extract<CallsEnd, { kind: 'launched' }>, nowMs: number): string {
  const { skipped } = end;
  const reasons = [
    skipped.active > 0 ? `${formatCount(skipped.active)} already active` : '',
    skipped.attempts_exhausted > 0 ? `${formatCount(skipped.attempts_exhausted)} without attempts left` : '',
    skipped.cancelled > 0 ? `${formatCount(skipped.cancelled)} cancelled` : '',
  ].filter((reason) => reason !== '');
  const when = end.scheduledMs === undefined ? '' : ` They start ${formatWhen(end.scheduledMs, nowMs)}.`;
  const found = end.by === 'rows' ? ' The answer was lost; the status of the calls confirms it.' : '';
  const isAll = end.launched === end.asked;
  const count = isAll
    ? `${plural(end.asked, 'call')} ${end.asked === 1 ? 'is' : 'are'} launched.`
    : `only ${formatCount(end.launched)} of ${plural(end.asked, 'call')} are launched.`;
  const who = numbersText(end.skippedNumbers ?? []);
  const why = reasons.length === 0 ? '' : ` Skipped: ${reasons.join(', ')}${who}.`;
  return `${count}${when}${why}${found}`;
}

const numbersShown = 5;

function numbersText(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  const more = numbers.length - numbersShown;
  const rest = more > 0 ? ` and ${formatCount(more)} more` : '';
  return ` (${numbers
    .slice(0, numbersShown)
    .map((number) => oneLine(number, 40))
    .join(', ')}${rest})`;
}

async function alarmMore(
  services: SendingServices,
  api: CampaignApi,
  campaign: Campaign,
  more: number,
): Promise<void> {
  const pause = 'Pause';
  const chosen = await showErrorMessage(
    `${quoted(campaign.name)} calls more people than you confirmed`,
    {
      modal: true,
      detail: `${plural(more, 'call')} that you did not confirm ${more === 1 ? 'is' : 'are'} launched.`,
    },
    pause,
  );
  if (chosen === pause) await pauseAtOnce(services, api, campaign);
}

async function offerAgain(message: string, title: string, run: () => unknown): Promise<void> {
  if ((await showWarningMessage(oneLine(message, 1_000), title)) === title) await run();
}
