import { HumanError } from '../core/errors.ts';
import { formatWhen } from '../core/format.ts';
import { showQuickPick } from '../host/messages.ts';
import type { CallsEntry } from '../launch/journal/callsIntent.ts';
import type { LaunchEntry } from '../launch/journal/launchIntent.ts';
import { settleCalls } from '../sending/unconfirmedCalls.ts';
import { settleEntry } from '../sending/unconfirmedLaunch.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

type Unsettled =
  | { readonly kind: 'create'; readonly entry: LaunchEntry }
  | { readonly kind: 'calls'; readonly entry: CallsEntry };

/**
 * What happened to a create or a launch whose answer was lost: read again, and where that cannot tell, said
 * by the person.
 */
export async function settleLaunch(context: CommandContext, given: unknown): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  await context.refresh.refresh();
  await context.launches.reconcile();
  const unsettled: readonly Unsettled[] = [
    ...context.launches.unsettled.map((entry) => ({ kind: 'create' as const, entry })),
    ...context.launches.unsettledCalls.map((entry) => ({ kind: 'calls' as const, entry })),
  ];
  const chosen = await chosenEntry(unsettled, given, context.clock.now());
  if (chosen?.kind === 'create') await settleEntry(context, chosen.entry);
  if (chosen?.kind === 'calls') await settleCalls(context, api, chosen.entry);
}

async function chosenEntry(
  unsettled: readonly Unsettled[],
  given: unknown,
  nowMs: number,
): Promise<Unsettled | undefined> {
  if (typeof given === 'object' && given !== null && 'id' in given) {
    return unsettled.find(({ entry }) => entry.intent.id === given.id);
  }
  if (unsettled.length === 0) throw new HumanError('No launch is unconfirmed here.');
  if (unsettled.length === 1) return unsettled[0];
  const items = unsettled.map((one) => ({
    label: one.entry.intent.name,
    description: `sent ${formatWhen(one.entry.intent.startedMs, nowMs)}`,
    one,
  }));
  return (await showQuickPick(items, { title: 'Which launch?' }))?.one;
}
