import type { LaunchEntry, LaunchIntent, LaunchStep } from './launchIntent.ts';
import { readStepEntries } from './readStepEntries.ts';

/** The creates in what is stored; see `readStepEntries`. */
export function readEntries(texts: ReadonlyMap<string, string>): readonly LaunchEntry[] {
  return readStepEntries<LaunchIntent, LaunchStep>(texts, {
    intent: ({ assistantId, contacts, contactsHash }) =>
      typeof assistantId === 'string' && typeof contacts === 'number' && typeof contactsHash === 'string',
    steps: {
      sent: ({ knownIds }) => Array.isArray(knownIds),
      withdrawn: () => true,
      refused: () => true,
      unsure: ({ knownIds }) => knownIds === undefined || Array.isArray(knownIds),
      confirmed: ({ campaignId }) => typeof campaignId === 'string',
      absent: () => true,
      seen: () => true,
    },
    sent: (atMs) => ({ state: 'sent', atMs, knownIds: [] }),
    unsure: (atMs) => ({ state: 'unsure', atMs }),
  });
}
