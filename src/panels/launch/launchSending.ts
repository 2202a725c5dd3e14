import type * as vscode from 'vscode';
import type { SendingServices } from '../../sending/sendingServices.ts';
import { confirmLaunch } from '../../sending/confirm.ts';
import { foundText } from '../../sending/report.ts';
import { launchCampaign } from '../../sending/launchCampaign.ts';
import { refuseSuppressed } from '../../sending/suppressionGate.ts';
import { messageOf } from '../../core/errors.ts';
import { plural } from '../../core/format.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { launchPolicy } from '../../host/launchRules.ts';
import type { Submission } from '../../launch/submission.ts';
import type { Flight, LaunchSheet } from './launchSheet.ts';
import type { SubmitAnswer } from '../contract/protocolLaunch.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';

export interface SendingOptions {
  readonly services: SendingServices;
  readonly api: CampaignApi;
  readonly sheet: LaunchSheet;
  /** Of the list. */
  readonly uri: vscode.Uri;
  readonly draft: SheetDraft;
}

/**
 * From a pressed button to a campaign, or to the reason why not: looks at the list once more, asks the last question,
 * looks again (it may have stood there for long), and sends once. Nothing is lost when it does not come to that.
 */
export async function sendSheet({ services, api, sheet, uri, draft }: SendingOptions): Promise<SubmitAnswer> {
  await refuseSuppressed(services.reading, uri, []);
  const prepared = await sheet.prepare(draft);
  if (!('flight' in prepared)) return { kind: 'not yet', ...prepared };
  const account = accountOf(services);
  const scheduleSupport = services.scheduleSupport.of(services.connections.required());
  const usedBefore = await services.provenances.usedBefore(prepared.flight.list.contacts);
  const facts = { ...prepared.flight, account, scheduleSupport, usedBefore, nowMs: services.clock.now() };
  if (!(await confirmLaunch(facts, launchPolicy(uri)))) return { kind: 'back' };
  const again = await sheet.prepare(draft);
  if (!('flight' in again)) return { kind: 'not yet', ...again };
  if (services.store.api !== api) {
    return { kind: 'refused', message: 'The connection changed meanwhile, so nothing was sent.' };
  }
  return send({ services, api, uri, flight: again.flight });
}

interface Sending {
  readonly services: SendingServices;
  readonly api: CampaignApi;
  readonly uri: vscode.Uri;
  readonly flight: Flight;
}

/** Through the one door; the answer is there as soon as it is known how it ended, not when all is said about it. */
function send({ services, api, uri, flight: { list, hash, plan } }: Sending): Promise<SubmitAnswer> {
  return new Promise((resolve, reject) => {
    const onEnd = (submission: Submission) => resolve(answerOf(submission, plan.name, list.contacts.length));
    launchCampaign(services, { api, plan, file: { uri }, hash, list, onEnd }).then(
      // refused at the door: nothing was sent, and the person has been told why
      () => resolve({ kind: 'refused', message: 'Nothing was sent.' }),
      reject,
    );
  });
}

function answerOf(submission: Submission, name: string, contacts: number): SubmitAnswer {
  switch (submission.kind) {
    case 'created': {
      const { campaign, foundBy } = submission;
      const text = `was created with ${plural(contacts, 'contact')}.${foundText(foundBy)}`;
      return { kind: 'created', created: { id: campaign.id, name: campaign.name, text } };
    }
    case 'refused':
      return { kind: 'refused', message: messageOf(submission.error) };
    case 'blocked':
      return {
        kind: 'refused',
        message: 'Nothing was sent: an earlier launch of this list is not settled yet.',
      };
    case 'appeared':
      return {
        kind: 'refused',
        message: `Nothing was sent: an earlier launch of this list has become “${submission.campaign.name}” after all.`,
      };
    case 'not seen':
    case 'unsure':
      return {
        kind: 'unsure',
        message: `It cannot be told whether “${name}” was created. It stands above the campaigns until it is settled there; before that, nothing more can be created from this list.`,
      };
  }
}

/** Host name of the account that pays; undefined in the sandbox. */
export function accountOf({ connections }: SendingServices): string | undefined {
  const connection = connections.required();
  return connection.kind === 'sandbox' ? undefined : new URL(connection.baseUrl).host;
}
