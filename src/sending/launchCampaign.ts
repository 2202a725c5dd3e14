import type { CallList } from '../callList/callList.ts';
import type { CampaignApi } from '../core/ports.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { reportError } from '../host/reportError.ts';
import { requireAllowedSize, requireAllowedStart } from '../launch/launchPolicy.ts';
import { createRequest, type LaunchPlan } from '../launch/launchPlan.ts';
import type { SendingServices } from './sendingServices.ts';
import type { CallListFile } from './callListFile.ts';
import { reportSubmission } from './report.ts';
import { refuseBeyondLimits } from './campaignLimits.ts';
import { refuseSuppressed } from './suppressionGate.ts';
import type { Submission } from '../launch/submission.ts';
import { submitWithProgress } from './submitting.ts';

/** A campaign that a person has confirmed, ready to be sent. */
export interface LaunchOrder {
  /** The connection it was confirmed for; when another one is current by then, nothing is sent. */
  readonly api: CampaignApi;
  readonly plan: LaunchPlan;
  /** What its contacts were read from: the address, and the hash of what stood there. */
  readonly file: Pick<CallListFile, 'uri'>;
  readonly hash: string;
  readonly list: CallList;
  /** Told how it ended, before the person is: a page shows it where the order was given, and a refusal only there. */
  readonly onEnd?: ((submission: Submission) => void) | undefined;
}

/**
 * After `refused` the same may be sent again without a look at the server. After `in doubt` it must not, nor after
 * `blocked`, when nothing was sent because an earlier launch of the same list or contacts is open.
 */
export type LaunchEnd = 'created' | 'refused' | 'in doubt' | 'blocked';

/**
 * The one door through which a campaign is created, whoever asked for it: sends at most once, finds out what became
 * of it, and tells the person. What the settings forbid is refused here, too: they may have become stricter since the
 * question. Ask for the last confirmation before, not after. Never rejects for what the server does.
 */
export async function launchCampaign(context: SendingServices, order: LaunchOrder): Promise<LaunchEnd> {
  const { store, submitter, origins, provenances, launches, log } = context;
  const { api, plan, file } = order;
  context.lastPlans.remember(file.uri, plan);
  try {
    const policy = launchPolicy(file.uri);
    requireAllowedSize(policy, order.list.contacts, order.list.counts.ready);
    requireAllowedStart(policy, plan.start.kind);
    await refuseSuppressed(context.reading, file.uri, order.list.contacts);
    await refuseBeyondLimits(context.reading, file.uri, plan, order.list.contacts.length);
  } catch (error) {
    void reportError(error, log);
    return 'refused';
  }
  const request = createRequest(plan, order.list.contacts, context.clock.now());
  const list = file.uri.toString();
  const stillCurrent = () => store.api === api;
  const launchId = crypto.randomUUID();
  await keepProvenance(context, order, launchId);
  const submission = await submitWithProgress(submitter, { launchId, api, request, list, stillCurrent });
  order.onEnd?.(submission);
  await provenances.end(launchId, submission);
  if (submission.kind === 'refused') {
    // a page says it beside its button, and a notification would lie on that
    if (order.onEnd === undefined) void reportError(submission.error, log);
    return 'refused';
  }
  if (submission.kind === 'created') await origins.remember(submission.campaign.id, list);
  await launches.reconcile();
  await reportSubmission(context, api, request, submission);
  if (submission.kind === 'created') return 'created';
  return submission.kind === 'blocked' || submission.kind === 'appeared' ? 'blocked' : 'in doubt';
}

async function keepProvenance(
  { provenances, reading, connections, clock }: SendingServices,
  { plan, file, hash, list }: LaunchOrder,
  launchId: string,
): Promise<void> {
  const baseUrl = connections.current?.baseUrl;
  if (baseUrl === undefined) return; // nothing will be sent
  const provenance = {
    launchId,
    baseUrl,
    name: plan.name,
    list: file.uri.toString(),
    contentHash: hash,
    choices: (await reading.of(file.uri)).choices,
    counts: list.counts,
    start: plan.start,
    rules: plan.callRetryConfig,
    sentMs: clock.now(),
  };
  await provenances.keep(provenance, list.contacts);
}
