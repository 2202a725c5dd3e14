import type * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignDraft } from '../core/campaignDraft.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import { quoted } from '../core/plainText.ts';
import { oneLine } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { launchProtocol, type LaunchProtocol } from '../launch/start/launchProtocol.ts';
import type { ForecastFacts } from '../launch/start/launchDetails.ts';
import type { FoundBy, Submission } from '../launch/create/submission.ts';
import type { CampaignPreparation, Evaluation, PreparedLaunch } from './campaignPreparation.ts';
import { confirmLaunch } from './confirm.ts';
import { launchCampaign } from './launchCampaign.ts';
import type { SendingServices } from './sendingServices.ts';
import type { SubmitWatch } from './submitting.ts';

export interface SendDraftOptions {
  readonly services: SendingServices;
  readonly preparation: CampaignPreparation;
  /** Address of the list. */
  readonly uri: vscode.Uri;
  readonly draft: CampaignDraft;
  /** What the page says about the start and the warnings, for the confirmation to repeat. */
  readonly forecast?: ForecastFacts | undefined;
  /** Called when the person has confirmed. */
  readonly onConfirmed?: (() => void) | undefined;
  /** Where its progress is shown; undefined: in a notification. */
  readonly watch?: SubmitWatch | undefined;
}

/** What is shown beside the button that was pressed; notifications say more. */
export type SendOutcome =
  | { readonly kind: 'created'; readonly campaign: Campaign; readonly foundBy: FoundBy | undefined }
  /** Something is wrong or has changed: nothing was sent, and the person may try again at once. */
  | { readonly kind: 'not yet'; readonly message: string; readonly evaluation: Evaluation }
  /** The person went back from the confirmation. */
  | { readonly kind: 'back' }
  /** Certainly nothing was sent, or the server refused. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nothing was sent: an earlier launch of the same list or contacts is open, or has become a campaign. */
  | { readonly kind: 'blocked'; readonly message: string }
  /** It cannot be told whether it was created. */
  | { readonly kind: 'unsure'; readonly message: string };

/**
 * Creates a campaign from a draft, or says why not: checks the list again, asks for the confirmation, checks
 * once more because the question may have been open for long, and sends once. Resolves when the outcome is
 * known, not when everything has been reported.
 */
export async function sendDraft({
  services,
  preparation,
  uri,
  draft,
  forecast,
  onConfirmed,
  watch,
}: SendDraftOptions): Promise<SendOutcome> {
  const first = await preparation.prepare(draft);
  if (!('prepared' in first)) return { kind: 'not yet', ...first };
  const { connections, scheduleSupport, provenances, clock, store } = services;
  const protocol = await protocolOf(preparation.api);
  if ('refused' in protocol) return { kind: 'refused', error: protocol.refused };
  const confirmed = await confirmLaunch(
    {
      ...first.prepared,
      account: await accountWithUser(services, preparation.api),
      protocol,
      scheduleSupport: protocol.kind === 'in steps' ? 'honoured' : scheduleSupport.of(connections.required()),
      usedBefore: await provenances.usedBefore(first.prepared.list.contacts),
      forecast,
      nowMs: clock.now(),
    },
    launchPolicy(uri),
  );
  if (!confirmed) return { kind: 'back' };
  onConfirmed?.();
  const again = await preparation.prepare(draft);
  if (!('prepared' in again)) return { kind: 'not yet', ...again };
  const { historyWarning } = first.prepared;
  if (again.prepared.historyWarning !== undefined && historyWarning === undefined) {
    const message = `Nothing was sent, because the confirmation did not show this warning: ${again.prepared.historyWarning}`;
    return { kind: 'refused', error: new HumanError(message) };
  }
  if (store.api !== preparation.api) {
    return { kind: 'refused', error: new HumanError('The connection has changed, so nothing was sent.') };
  }
  const historyMayFail = historyWarning !== undefined;
  return send(services, { preparation, protocol, uri, watch, historyMayFail }, again.prepared);
}

function send(
  services: SendingServices,
  target: {
    readonly preparation: CampaignPreparation;
    readonly protocol: LaunchProtocol;
    readonly uri: vscode.Uri;
    readonly watch: SubmitWatch | undefined;
    readonly historyMayFail: boolean;
  },
  { list, hash, spec }: PreparedLaunch,
): Promise<SendOutcome> {
  return new Promise((resolve, reject) => {
    const onEnd = (submission: Submission) => resolve(outcomeOf(submission, spec.name));
    const { api } = target.preparation;
    const { protocol, uri, watch, historyMayFail } = target;
    const order = { api, protocol, spec, uri, hash, list, onEnd, watch, historyMayFail };
    launchCampaign(services, order).catch((error: unknown) => {
      services.log.unexpected(error); // after `onEnd` nobody waits for this promise
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

/** Finds out by reads alone how the server handles a create. Where these fail, nothing may be sent. */
async function protocolOf(api: CampaignApi): Promise<LaunchProtocol | { readonly refused: HumanError }> {
  try {
    const protocol = launchProtocol(await api.discover());
    if (protocol !== undefined) return protocol;
  } catch (error) {
    const message = `Nothing was sent: it could not be determined how this server handles new campaigns. ${messageOf(error)}`;
    return { refused: new HumanError(message, { cause: error }) };
  }
  return {
    refused: new HumanError(
      'Nothing was sent: it is not known whether this server calls people as soon as a campaign is created. Refresh the campaigns, then try again.',
    ),
  };
}

function outcomeOf(submission: Submission, name: string): SendOutcome {
  switch (submission.kind) {
    case 'created':
      return { kind: 'created', campaign: submission.campaign, foundBy: submission.foundBy };
    case 'refused':
      return { kind: 'refused', error: submission.error };
    case 'blocked':
      return {
        kind: 'blocked',
        message: 'Nothing was sent: an earlier launch of this list is still unconfirmed.',
      };
    case 'appeared':
      return {
        kind: 'blocked',
        message: `Nothing was sent: an earlier launch of this list has become “${submission.campaign.name}” after all.`,
      };
    case 'not seen':
    case 'unsure':
      return {
        kind: 'unsure',
        message: unsureText(name),
      };
  }
}

export function unsureText(name: string): string {
  return `It is not known whether ${quoted(name)} was created. It stays at the top of the campaign list until you resolve it there; until then, no other campaign can be created from this list.`;
}

const maxUserMs = 3_000;

/**
 * As `accountOf`, with whose account it is where the server says so soon: `api.getrevox.com,
 * ada@example.org`.
 */
export async function accountWithUser(
  services: Pick<SendingServices, 'connections'>,
  api: Pick<CampaignApi, 'currentUser'>,
): Promise<string | undefined> {
  const host = accountOf(services);
  if (host === undefined) return undefined;
  // Without it, the question names the host alone.
  const user = await api.currentUser(AbortSignal.timeout(maxUserMs)).catch(() => undefined);
  return user?.email === undefined || user.email === '' ? host : `${host}, ${oneLine(user.email, 80)}`;
}

/** Host name of the account that pays; undefined in the sandbox. */
export function accountOf({ connections }: Pick<SendingServices, 'connections'>): string | undefined {
  const connection = connections.required();
  return connection.kind === 'sandbox' ? undefined : new URL(connection.baseUrl).host;
}
