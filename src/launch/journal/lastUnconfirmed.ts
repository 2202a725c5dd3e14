import { isOpen, launchState, type LaunchEntry } from './launchIntent.ts';

/** What the journal says of a launch whose answer was lost. */
export type LastUnconfirmed =
  | { readonly kind: 'open'; readonly entry: LaunchEntry }
  | { readonly kind: 'created'; readonly entry: LaunchEntry; readonly campaignId: string }
  | { readonly kind: 'not created'; readonly entry: LaunchEntry };

/**
 * The newest launch of a list, where its answer was lost.
 *
 * @param list its address
 * @returns undefined where no launch of it is known, or none was ever unconfirmed
 */
export function lastUnconfirmed(
  entries: readonly LaunchEntry[],
  list: string,
  baseUrl: string | undefined,
): LastUnconfirmed | undefined {
  const [entry] = entries
    .filter(({ intent }) => intent.list === list && intent.target.baseUrl === baseUrl)
    .toSorted((one, other) => other.intent.startedMs - one.intent.startedMs);
  if (entry?.steps.some(({ state }) => state === 'unsure') !== true) return undefined;
  if (isOpen(entry)) return { kind: 'open', entry };
  const last = entry.steps.at(-1);
  if (last?.state === 'confirmed') return { kind: 'created', entry, campaignId: last.campaignId };
  return ['absent', 'seen'].includes(launchState(entry)) ? { kind: 'not created', entry } : undefined;
}
