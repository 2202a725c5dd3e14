import type { JournalEntry, JournalIntent, JournalStep } from './stepJournal.ts';

/** How the texts of one kind of intent are read. */
export interface EntryReaders<Intent, Step> {
  /** @returns undefined where the value is no intent of this kind */
  readonly intent: (value: unknown) => Intent | undefined;
  /** @returns undefined where the value is no step of this kind */
  readonly step: (value: unknown) => Step | undefined;
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
  readers: EntryReaders<Intent, Step>,
): readonly JournalEntry<Intent, Step>[] {
  return [...texts].flatMap(([name, text]) => {
    const intent = name.endsWith('.0') ? readers.intent(objectIn(text)) : undefined;
    return intent === undefined ? [] : [readEntry(intent, texts, readers)];
  });
}

function readEntry<Intent extends JournalIntent, Step extends JournalStep>(
  intent: Intent,
  texts: ReadonlyMap<string, string>,
  { step, sent, unsure }: EntryReaders<Intent, Step>,
): JournalEntry<Intent, Step> {
  const steps: Step[] = [];
  for (;;) {
    const text = texts.get(`${intent.id}.${steps.length + 1}`);
    if (text === undefined) break;
    const unreadable = steps.length === 0 ? sent : unsure;
    steps.push(step(objectIn(text)) ?? unreadable(intent.startedMs));
  }
  const beat = Number(texts.get(`${intent.id}.beat`) ?? intent.startedMs);
  const beatMs = Number.isFinite(beat) ? Math.abs(beat) : intent.startedMs;
  return { intent, steps, beatMs, released: beat < 0 };
}

function objectIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
