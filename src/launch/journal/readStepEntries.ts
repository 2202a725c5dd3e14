import type { JournalEntry, JournalIntent, JournalStep } from './stepJournal.ts';

/** The fields of an object that was read from storage. None of them is checked. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** What makes a stored object an intent or a step of one kind. */
export interface EntryChecks<Step extends JournalStep> {
  /** Checks the fields that not every intent has. */
  readonly intent: (fields: StoredFields) => boolean;
  /** For each state, checks the fields that not every step has. */
  readonly steps: Readonly<Record<Step['state'], (fields: StoredFields) => boolean>>;
  /** What an unreadable first step counts as: the request may have been sent. */
  readonly sent: (atMs: number) => Step;
  /** What an unreadable later step counts as. */
  readonly unsure: (atMs: number) => Step;
}

/**
 * The entries in what is stored: `ID.0` holds an intent, `ID.1`, `ID.2` … its steps, `ID.beat` the last sign
 * of life (ms since 1970, negative when the window said that it closes). What cannot be read counts as the
 * worse case.
 */
export function readStepEntries<Intent extends JournalIntent, Step extends JournalStep>(
  texts: ReadonlyMap<string, string>,
  checks: EntryChecks<Step>,
): readonly JournalEntry<Intent, Step>[] {
  return [...texts].flatMap(([name, text]) => {
    const fields = name.endsWith('.0') ? objectIn(text) : undefined;
    if (fields === undefined || !isIntent(fields) || !checks.intent(fields)) return [];
    return [readEntry(fields as unknown as Intent, texts, checks)];
  });
}

function readEntry<Intent extends JournalIntent, Step extends JournalStep>(
  intent: Intent,
  texts: ReadonlyMap<string, string>,
  checks: EntryChecks<Step>,
): JournalEntry<Intent, Step> {
  const steps: Step[] = [];
  for (;;) {
    const text = texts.get(`${intent.id}.${steps.length + 1}`);
    if (text === undefined) break;
    const unreadable = steps.length === 0 ? checks.sent : checks.unsure;
    steps.push(readStep(objectIn(text), checks) ?? unreadable(intent.startedMs));
  }
  const heartbeat = Number(texts.get(`${intent.id}.beat`) ?? intent.startedMs);
  const lastHeartbeatMs = Number.isFinite(heartbeat) ? Math.abs(heartbeat) : intent.startedMs;
  return { intent, steps, lastHeartbeatMs, released: heartbeat < 0 };
}

function isIntent({ id, name, startedMs, target }: StoredFields): boolean {
  if (typeof id !== 'string' || typeof name !== 'string' || typeof startedMs !== 'number') return false;
  return (
    typeof target === 'object' && target !== null && 'baseUrl' in target && typeof target.baseUrl === 'string'
  );
}

function readStep<Step extends JournalStep>(
  fields: StoredFields | undefined,
  { steps }: EntryChecks<Step>,
): Step | undefined {
  const { state, atMs } = fields ?? {};
  if (fields === undefined || typeof state !== 'string' || typeof atMs !== 'number') return undefined;
  if (!Object.hasOwn(steps, state) || !steps[state as Step['state']](fields)) return undefined;
  return fields as unknown as Step;
}

function objectIn(text: string): StoredFields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as StoredFields) : undefined;
  } catch {
    return undefined;
  }
}
