import { reportError } from '../host/reportError.ts';
import { withProgress } from '../host/messages.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

export async function refreshCampaigns(context: CommandContext): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  await withProgress({ location: { viewId: 'revox.campaigns' } }, () => context.refresh.refresh());
  if (context.store.state.error !== undefined) void reportError(context.store.state.error, context.log);
}
