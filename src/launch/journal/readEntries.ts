import type { LaunchEntry, LaunchIntent, LaunchStep } from './launchIntent.ts';
import { readStepEntries } from './readStepEntries.ts';

/** The creates in what is stored; see `readStepEntries`. */
export function readEntries(texts: ReadonlyMap<string, string>): readonly LaunchEntry[] {
  return readStepEntries<LaunchIntent, LaunchStep>(texts, {
    intent: readIntent,
    step: readStep,
    sent: (atMs) => ({ state: 'sent', atMs, knownIds: [] }),
    unsure: (atMs) => ({ state: 'unsure', atMs }),
  });
}

function readIntent(found: unknown): LaunchIntent | undefined {
  const value = found as Partial<LaunchIntent> | undefined;
  const good =
    typeof value?.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.assistantId === 'string' &&
    typeof value.contacts === 'number' &&
    typeof value.contactsHash === 'string' &&
    typeof value.startedMs === 'number' &&
    typeof value.target?.baseUrl === 'string';
  return good ? (value as LaunchIntent) : undefined;
}

const states: ReadonlySet<unknown> = new Set<LaunchStep['state']>([
  'sent',
  'withdrawn',
  'refused',
  'unsure',
  'confirmed',
  'absent',
  'seen',
]);

function readStep(found: unknown): LaunchStep | undefined {
  const value = found as Partial<LaunchStep> | undefined;
  const known = value !== undefined && 'knownIds' in value ? value.knownIds : undefined;
  if ((value?.state === 'sent' || known !== undefined) && !Array.isArray(known)) return undefined;
  return states.has(value?.state) && typeof value?.atMs === 'number' ? (value as LaunchStep) : undefined;
}
