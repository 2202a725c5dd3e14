import { HumanError } from '../core/errors.ts';
import { formatWhen } from '../core/format.ts';
import { showQuickPick } from '../host/messages.ts';
import type { LaunchEntry } from '../launch/launchIntent.ts';
import { settleEntry } from '../sending/unconfirmedLaunch.ts';
import { apiOrAsk, type CommandContext } from './context.ts';

/** What became of a launch whose answer was lost: looked up again, and where the list cannot tell, said by the person. */
export async function settleLaunch(context: CommandContext, given: unknown): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  await context.refresh.refresh();
  await context.launches.reconcile();
  const entry = await chosenEntry(context.launches.unsettled, given, context.clock.now());
  if (entry !== undefined) await settleEntry(context, entry);
}

async function chosenEntry(
  entries: readonly LaunchEntry[],
  given: unknown,
  nowMs: number,
): Promise<LaunchEntry | undefined> {
  if (typeof given === 'object' && given !== null && 'id' in given) {
    return entries.find(({ intent }) => intent.id === given.id);
  }
  if (entries.length === 0) throw new HumanError('No launch is unconfirmed here.');
  if (entries.length === 1) return entries[0];
  const items = entries.map((entry) => ({
    label: entry.intent.name,
    description: `sent ${formatWhen(entry.intent.startedMs, nowMs)}`,
    entry,
  }));
  return (await showQuickPick(items, { title: 'Which launch?' }))?.entry;
}
