import { campaignCapabilities } from '../core/campaign.ts';
import { launchWaiting } from '../sending/launchWaiting.ts';
import { serverLacks } from '../core/optionalActions.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** Launches what waits in a campaign, wherever it was made. A second argument may name calls: `{callIds}`. */
export async function launchFromTree(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [campaign] = await targetCampaigns(context, args, {
    title: 'Launch a Campaign',
    many: false,
    suits: (candidate) => campaignCapabilities(candidate, context.clock.now(), api.server).launchable,
    none: serverLacks('launch', api.server) ?? 'There is no campaign to launch: nothing waits.',
  });
  if (campaign !== undefined) await launchWaiting(context, api, campaign, { callIds: callIdsIn(args[1]) });
}

function callIdsIn(given: unknown): readonly string[] | undefined {
  if (typeof given !== 'object' || given === null || !('callIds' in given)) return undefined;
  const { callIds } = given;
  return Array.isArray(callIds) ? callIds.filter((id) => typeof id === 'string') : undefined;
}
