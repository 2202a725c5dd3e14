import type { LaunchEntry, LaunchIntent, LaunchStep } from './launchIntent.ts';

/**
 * The entries in what is stored: `ID.0` holds an intent, `ID.1`, `ID.2` … its steps, `ID.beat` the last sign
 * of life (ms since 1970, negative when the window said that it goes). What cannot be read counts as the
 * worse case: an unreadable step may have been "sent".
 */
export function readEntries(texts: ReadonlyMap<string, string>): readonly LaunchEntry[] {
  return [...texts].flatMap(([name, text]) => {
    const intent = name.endsWith('.0') ? readIntent(text) : undefined;
    return intent === undefined ? [] : [readEntry(intent, texts)];
  });
}

function readEntry(intent: LaunchIntent, texts: ReadonlyMap<string, string>): LaunchEntry {
  const steps: LaunchStep[] = [];
  for (;;) {
    const text = texts.get(`${intent.id}.${steps.length + 1}`);
    if (text === undefined) break;
    const atMs = intent.startedMs;
    steps.push(
      readStep(text) ??
        (steps.length === 0 ? { state: 'sent', atMs, knownIds: [] } : { state: 'unsure', atMs }),
    );
  }
  const beat = Number(texts.get(`${intent.id}.beat`) ?? intent.startedMs);
  const beatMs = Number.isFinite(beat) ? Math.abs(beat) : intent.startedMs;
  return { intent, steps, beatMs, released: beat < 0 };
}

function readIntent(text: string): LaunchIntent | undefined {
  const value = parse(text) as Partial<LaunchIntent> | undefined;
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

function readStep(text: string): LaunchStep | undefined {
  const value = parse(text) as Partial<LaunchStep> | undefined;
  const known = value !== undefined && 'knownIds' in value ? value.knownIds : undefined;
  if ((value?.state === 'sent' || known !== undefined) && !Array.isArray(known)) return undefined;
  return states.has(value?.state) && typeof value?.atMs === 'number' ? (value as LaunchStep) : undefined;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
