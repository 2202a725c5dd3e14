import type * as vscode from 'vscode';
import type { CallList, ReadyContact } from '../callList/callList.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { createRequest, type CampaignSpec } from '../launch/draft/campaignSpec.ts';
import type { InitialLaunch } from '../launch/create/createInSteps.ts';
import type { LaunchProtocol } from '../launch/start/launchProtocol.ts';
import { pilotOf } from '../launch/calls/pilotSample.ts';
import { PolicyError } from '../launch/gate/launchPolicy.ts';
import type { Submission } from '../launch/create/submission.ts';
import { requireStillAllowed } from './guardedCampaign.ts';
import { gateOf } from './preparationOf.ts';
import { reportSubmission } from './report.ts';
import { reportSteps } from './reportSteps.ts';
import type { SendingServices } from './sendingServices.ts';
import { submitWithProgress, type SubmitWatch } from './submitting.ts';

/** A campaign that a person has confirmed, ready to be sent. */
export interface LaunchOrder {
  /** The connection it was confirmed for; when another one is current by then, nothing is sent. */
  readonly api: CampaignApi;
  /** How the server handles a create, as the person was told. */
  readonly protocol: LaunchProtocol;
  readonly spec: CampaignSpec;
  /** What its contacts were read from: the address of the list, and the hash of its content. */
  readonly uri: vscode.Uri;
  readonly hash: string;
  readonly list: CallList;
  /** Called with the outcome before it is reported: a refusal is shown only where the button was pressed. */
  readonly onEnd: (submission: Submission) => void;
  /** Where its progress is shown; undefined: in a notification. */
  readonly watch?: SubmitWatch | undefined;
  /** Whether the person was told that the call history cannot be read, and continues without it. */
  readonly historyMayFail: boolean;
}

/**
 * The single entry point for creating a campaign: sends at most once, finds out what happened to it, and
 * tells the person. Asks the gate again, because settings and lists may have become stricter since the last
 * question. Never rejects for what the server does.
 */
export async function launchCampaign(services: SendingServices, order: LaunchOrder): Promise<void> {
  const { store, submitter, provenances, launches } = services;
  const { api, spec, uri, list, onEnd } = order;
  services.lastSpecs.remember(uri, spec);
  const [forbidden] = await gateOf(services, uri).check({ start: spec.start.kind }, list);
  if (forbidden !== undefined) {
    const message = `Nothing was sent: ${forbidden.message}`;
    const { setting } = forbidden;
    const error = setting === undefined ? new HumanError(message) : new PolicyError(message, setting);
    onEnd({ kind: 'refused', error });
    return;
  }
  const request = createRequest(spec, list.contacts, services.clock.now());
  const address = uri.toString();
  const stillCurrent = () => store.api === api;
  const launch = initialLaunch(spec, list.contacts);
  const called = launch?.only?.flatMap((index) => list.contacts[index] ?? []) ?? list.contacts;
  const launchId = crypto.randomUUID();
  await keepProvenance(services, order, launchId);
  const submitted = {
    launchId,
    api,
    request,
    protocol: order.protocol,
    launch,
    list: address,
    stillCurrent,
    stillAllowed: () =>
      requireStillAllowed(services, api, {
        list: uri,
        start: spec.start.kind,
        contacts: called,
        leaveOut: spec.leaveOut,
        historyMayFail: order.historyMayFail,
      }),
  };
  const submission = await submitWithProgress(submitter, submitted, order.watch);
  onEnd(submission);
  await provenances.end(launchId, submission);
  if (submission.kind === 'refused') return;
  await launches.reconcile();
  if (submission.kind === 'created' && submission.check !== undefined) {
    await reportSteps(services, { api, spec, uri, contacts: list.contacts }, submission);
  } else {
    await reportSubmission(services, api, request, submission);
  }
}

/** What should be launched once the campaign is checked; undefined: nobody is called. */
function initialLaunch(
  { start, name }: CampaignSpec,
  contacts: readonly ReadyContact[],
): InitialLaunch | undefined {
  switch (start.kind) {
    case 'draft':
      return undefined;
    case 'pilot':
      return { start: { kind: 'now' }, only: pilotOf(contacts, start, name) };
    case 'now':
      return { start: { kind: 'now' } };
    case 'grace':
      return { start: { kind: 'after', delayMs: start.delayMs } };
    case 'schedule':
      return { start: { kind: 'at', atMs: start.atMs } };
  }
}

async function keepProvenance(
  { provenances, reading, connections, clock }: SendingServices,
  { spec, uri, hash, list }: LaunchOrder,
  launchId: string,
): Promise<void> {
  const baseUrl = connections.current?.baseUrl;
  if (baseUrl === undefined) return; // nothing will be sent
  const provenance = {
    launchId,
    baseUrl,
    name: spec.name,
    list: uri.toString(),
    contentHash: hash,
    choices: (await reading.of(uri)).choices,
    counts: list.counts,
    start: spec.start,
    rules: spec.callRetryConfig,
    leaveOut: spec.leaveOut,
    sentMs: clock.now(),
  };
  await provenances.keep(provenance, list.contacts);
}
