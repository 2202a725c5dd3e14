import { campaignCapabilities, type Campaign, type CampaignChanges } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { serverLacks } from '../core/optionalActions.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import { changeLines } from '../launch/changes/campaignEdit.ts';
import { isWidened } from '../launch/changes/isWidened.ts';
import { verifiedUpdate } from '../launch/changes/verifiedChange.ts';
import { changeOptions, withNoticeIfSlow } from '../sending/campaignOutcomes.ts';
import { allowedOpenCalls, type AllowedCalls } from '../sending/guardedOpenCalls.ts';
import { reportChangeProblem } from '../sending/pausing.ts';
import { askForChanges } from './askForChanges.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** Changes name, caller's number, parallel calls or calling rules. Only what changed is sent. */
export async function editCampaign(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [listed] = await targetCampaigns(context, args, {
    title: 'Edit a Campaign',
    many: false,
    suits: (candidate) => campaignCapabilities(candidate, context.clock.now(), api.server).editable,
    none:
      serverLacks('edit', api.server) ??
      'There is no campaign to edit: those that are completed or cancelled stay as they are.',
  });
  if (listed === undefined) return;
  const campaign = await api.retrieveCampaign(listed.id);
  context.store.put(api, campaign);
  const changes = await askForChanges(campaign, api.server.generation === 'launchesCalls');
  if (changes === undefined) return;
  // More hours, attempts or parallel calls call people who would not be called as it is.
  const isMore = isWidened(campaign, changes);
  const allowed = isMore ? await allowedOpenCalls(context, api, campaign) : undefined;
  if (isMore && allowed === undefined) return;
  if (!(await confirmed(campaign, changes, allowed))) return;
  await allowed?.require();
  await refuseIfChanged(api, campaign);
  const change = await withNoticeIfSlow(
    `Changing ${quoted(campaign.name)}`,
    verifiedUpdate(campaign, changes, changeOptions(context, api)),
  );
  void context.refresh.refresh();
  if (change.kind === 'done') {
    void showInformationMessage(`${quoted(change.campaign.name)} is changed.`);
    return;
  }
  void reportChangeProblem(context.log, campaign, change, 'changed');
}

async function confirmed(
  campaign: Campaign,
  changes: CampaignChanges,
  allowed: AllowedCalls | undefined,
): Promise<boolean> {
  const stats = campaign.row_stats;
  const open = (stats?.pending ?? 0) + (stats?.retry ?? 0) + (stats?.not_launched ?? 0);
  const button = 'Change';
  const detail = [
    ...changeLines(campaign, changes),
    '',
    stats === undefined
      ? 'This applies to calls that are not completed yet.'
      : `It applies to ${plural(open, 'call')} that ${open === 1 ? 'is' : 'are'} not completed yet.`,
    ...(allowed === undefined ? [] : ['', allowed.suppressions]),
  ].join('\n');
  const question = `Change ${quoted(campaign.name)}?`;
  return (await showWarningMessage(question, { modal: true, detail }, 'Go Back', button)) === button;
}

/** Others may use the dashboard, so what the question said must still be true. */
async function refuseIfChanged(api: CampaignApi, before: Campaign): Promise<void> {
  const now = await api.retrieveCampaign(before.id);
  const facts = ({ name, from_phone_number, max_concurrent_calls, call_retry_config, status }: Campaign) =>
    JSON.stringify([name, from_phone_number, max_concurrent_calls, call_retry_config, status]);
  if (facts(now) === facts(before)) return;
  throw new HumanError(
    `${quoted(now.name)} has changed since you began, so nothing was sent. Edit it again.`,
  );
}
