import type { CallList } from '../../contacts/callList.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { launchPolicy } from '../../host/launchRules.ts';
import { reportError } from '../../host/reportError.ts';
import { requireAllowedSize, requireAllowedStart } from '../../launch/launchPolicy.ts';
import { createRequest, type LaunchPlan } from '../../launch/launchPlan.ts';
import type { CommandContext } from '../context.ts';
import type { CallListFile } from './callListFile.ts';
import { reportSubmission } from './report.ts';
import { refuseSuppressed } from './suppressionGate.ts';
import { submitWithProgress } from './submitting.ts';

/** A campaign that a person has confirmed, ready to be sent. */
export interface LaunchOrder {
  /** The connection it was confirmed for; when another one is current by then, nothing is sent. */
  readonly api: CampaignApi;
  readonly plan: LaunchPlan;
  /** What its contacts were read from, and what was found in it. */
  readonly file: CallListFile;
  readonly list: CallList;
}

/** Only after `refused` may the same be sent again without a look at the server; after `in doubt` it must not. */
export type LaunchEnd = 'created' | 'refused' | 'in doubt';

/**
 * The one door through which a campaign is created, whoever asked for it: sends at most once, finds out what became
 * of it, and tells the person. What the settings forbid is refused here, too: they may have become stricter since the
 * question. Ask for the last confirmation before, not after. Never rejects for what the server does.
 */
export async function launchCampaign(context: CommandContext, order: LaunchOrder): Promise<LaunchEnd> {
  const { api, plan, file, list } = order;
  try {
    const policy = launchPolicy(file.uri);
    requireAllowedSize(policy, list.contacts);
    requireAllowedStart(policy, plan.start.kind);
    await refuseSuppressed(context.reading, file.uri, list.contacts);
  } catch (error) {
    void reportError(error, context.log);
    return 'refused';
  }
  const request = createRequest(plan, list.contacts, context.clock.now());
  const submission = await submitWithProgress(api, request, () => context.store.api === api);
  if (submission.kind === 'refused') {
    void reportError(submission.error, context.log);
    return 'refused';
  }
  if (submission.kind === 'created') {
    await context.origins.remember(submission.campaign.id, file.uri.toString());
  }
  await reportSubmission(context, api, request, submission);
  return submission.kind === 'created' ? 'created' : 'in doubt';
}
