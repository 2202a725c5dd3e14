import type { Campaign } from '../../core/campaign.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { errorForLog } from '../../core/logText.ts';
import type { LaunchEntry, LaunchStep } from './launchIntent.ts';
import type { LaunchJournal } from './launchJournal.ts';

export function confirmed(campaign: Campaign, clock: Clock, by: 'answer' | 'list'): LaunchStep {
  return { state: 'confirmed', atMs: clock.now(), campaignId: campaign.id, by };
}

/** Writes down a known outcome. If it cannot be written, the list will show it again. */
export async function recordOutcome(
  { journal, log }: { readonly journal: LaunchJournal; readonly log: Log },
  entry: LaunchEntry,
  step: LaunchStep,
): Promise<void> {
  try {
    await journal.conclude(entry, step);
  } catch (error) {
    log.warn(`the end of a launch could not be written down: ${errorForLog(error)}`);
  }
}
