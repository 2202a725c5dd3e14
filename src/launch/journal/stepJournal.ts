import type { Clock } from '../../core/ports.ts';
import type { LaunchStorage } from './launchStorage.ts';

/** The fields that every intent has. */
export interface JournalIntent {
  /** uuid */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
}

export interface JournalStep {
  readonly state: string;
  readonly atMs: number;
}

/** An intent with everything written about it. */
export interface JournalEntry<Intent, Step> {
  readonly intent: Intent;
  readonly steps: readonly Step[];
  /** The last sign of life of the window that owns it, ms since 1970. */
  readonly lastHeartbeatMs: number;
  /** Whether that window announced that it closes. */
  readonly released: boolean;
}

/** A window without a sign of life for this long counts as gone. */
export const leaseMs = 30_000;

/** True while the window that owns the entry lives and will itself record how it ends. */
export function isHeld(
  { steps, lastHeartbeatMs, released }: JournalEntry<JournalIntent, JournalStep>,
  nowMs: number,
): boolean {
  const state = steps.at(-1)?.state;
  if (released) return false;
  return (state === undefined || state === 'sent') && Math.abs(nowMs - lastHeartbeatMs) < leaseMs;
}

/** The last moment at which the request may still have been in transit, ms since 1970. */
export function lastActivityMs({
  intent,
  steps,
  lastHeartbeatMs,
}: JournalEntry<JournalIntent, JournalStep>): number {
  return Math.max(lastHeartbeatMs, intent.startedMs, ...steps.map(({ atMs }) => atMs));
}

export interface StepJournalOptions {
  readonly storage: LaunchStorage;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
}

/** How one kind of intent is read from the storage, and which intents exclude each other. */
export interface JournalKind<Intent, Step> {
  readonly read: (texts: ReadonlyMap<string, string>) => readonly JournalEntry<Intent, Step>[];
  /** Whether it is still unknown how the intent ended. */
  readonly isOpen: (entry: JournalEntry<Intent, Step>) => boolean;
  /** Whether only one of two intents may be under way. */
  readonly competes: (one: Intent, other: Intent) => boolean;
  /** How long a settled entry is kept, ms, counted from its last step. */
  readonly retentionMs: (entry: JournalEntry<Intent, Step>) => number;
  readonly withdrawn: (atMs: number) => Step;
}

const competingPollMs = 50;
const competingPolls = 40;

/**
 * Intents to write to the server and the steps each has taken, shared by all windows and outliving them. Each
 * step is on the disk before the next thing is done, and of two windows that want to write the next one
 * exactly one succeeds.
 */
export class StepJournal<Intent extends JournalIntent, Step extends JournalStep> {
  protected readonly options: StepJournalOptions;
  readonly #kind: JournalKind<Intent, Step>;
  readonly #mine = new Set<string>();

  constructor(options: StepJournalOptions, kind: JournalKind<Intent, Step>) {
    this.options = options;
    this.#kind = kind;
  }

  /** The key of the hashes that are kept in intents. */
  key(): Promise<Uint8Array<ArrayBuffer>> {
    return this.options.storage.key();
  }

  async entries(): Promise<readonly JournalEntry<Intent, Step>[]> {
    return this.#kind.read(await this.options.storage.readAll());
  }

  /**
   * Writes an intent down, unless an open one competes with it: then that one is returned as `by`, and
   * nothing may be sent. Rejects when it cannot be written.
   *
   * Each window writes first and reads afterwards, so that of two windows at the same moment at least one
   * sees the other: the later one withdraws, the earlier one waits until it has.
   */
  async begin(
    intent: Intent,
  ): Promise<{ readonly entry: JournalEntry<Intent, Step> } | { readonly by: JournalEntry<Intent, Step> }> {
    const [before] = await this.#competing(intent);
    if (before !== undefined) return { by: before };
    this.#mine.add(intent.id);
    try {
      return await this.#begin(intent);
    } catch (error) {
      this.#mine.delete(intent.id);
      throw error;
    }
  }

  async #begin(
    intent: Intent,
  ): Promise<{ readonly entry: JournalEntry<Intent, Step> } | { readonly by: JournalEntry<Intent, Step> }> {
    const entry = { intent, steps: [], lastHeartbeatMs: intent.startedMs, released: false };
    if (!(await this.options.storage.create(`${intent.id}.0`, JSON.stringify(intent)))) {
      throw new Error(`Two launches have the id ${intent.id}.`);
    }
    for (let poll = 0; poll < competingPolls; poll += 1) {
      const competing = await this.#competing(intent);
      const first = competing.find((other) => other.steps.length > 0 || isEarlier(other.intent, intent));
      if (first !== undefined) {
        await this.#withdraw(entry);
        return { by: first };
      }
      if (competing.length === 0) return { entry };
      await this.options.wait(competingPollMs);
    }
    await this.#withdraw(entry);
    const [by = entry] = await this.#competing(intent);
    return { by };
  }

  /**
   * Writes the next step.
   * @returns undefined when another window has written a different one meanwhile, which counts
   */
  async record(
    entry: JournalEntry<Intent, Step>,
    step: Step,
  ): Promise<JournalEntry<Intent, Step> | undefined> {
    if (step.state !== 'sent') this.#mine.delete(entry.intent.id); // nothing more to record here
    const steps = [...entry.steps, step];
    const name = `${entry.intent.id}.${steps.length}`;
    const isFirst = await this.options.storage.create(name, JSON.stringify(step));
    return isFirst ? { ...entry, steps } : undefined;
  }

  /**
   * Writes how an intent of this window ended. While the machine slept, another window may have taken this
   * one for gone and have written that it cannot tell: what is known now is written after that.
   *
   * @returns undefined when another window has settled it, which counts
   */
  async conclude(
    entry: JournalEntry<Intent, Step>,
    step: Step,
  ): Promise<JournalEntry<Intent, Step> | undefined> {
    for (let latest = entry; ;) {
      const written = await this.record(latest, step);
      if (written !== undefined) return written;
      const now = (await this.entries()).find(({ intent }) => intent.id === entry.intent.id);
      if (now === undefined || now.steps.length <= latest.steps.length || !this.#kind.isOpen(now))
        return undefined;
      latest = now;
    }
  }

  /**
   * Ends this window's work on an intent, however it ended. If it is still open, it is settled as one whose
   * window is gone.
   */
  release({ intent }: { readonly intent: JournalIntent }): void {
    this.#mine.delete(intent.id);
  }

  /** True while a living window, this one or another, will itself record how the entry ends. */
  isUnderWay(entry: JournalEntry<Intent, Step>): boolean {
    return this.#mine.has(entry.intent.id) || isHeld(entry, this.options.clock.now());
  }

  /** Ids of the intents that are under way in this window. */
  get mine(): readonly string[] {
    return [...this.#mine];
  }

  /** Writes a sign of life of the window that owns the entry. */
  async heartbeat({ intent }: { readonly intent: JournalIntent }): Promise<void> {
    await this.options.storage.replace(`${intent.id}.beat`, String(this.options.clock.now()));
  }

  /** Removes entries that were settled long ago. */
  async prune(): Promise<void> {
    const nowMs = this.options.clock.now();
    const old = (await this.entries()).filter(
      (entry) =>
        !this.#kind.isOpen(entry) &&
        nowMs - (entry.steps.at(-1)?.atMs ?? nowMs) > this.#kind.retentionMs(entry),
    );
    await this.#remove(old);
  }

  /** Removes all settled entries, however recent. @returns how many are open, and stay */
  async forget(): Promise<number> {
    const entries = await this.entries();
    const open = entries.filter((entry) => this.#kind.isOpen(entry));
    await this.#remove(entries.filter((entry) => !open.includes(entry)));
    return open.length;
  }

  async #remove(entries: readonly JournalEntry<Intent, Step>[]): Promise<void> {
    for (const { intent, steps } of entries) {
      await this.options.storage.remove(`${intent.id}.0`); // without the intent the other files mean nothing
      for (const step of steps.keys()) await this.options.storage.remove(`${intent.id}.${step + 1}`);
      await this.options.storage.remove(`${intent.id}.beat`);
      await this.options.storage.removeAttachment(intent.id);
    }
  }

  async #withdraw(entry: JournalEntry<Intent, Step>): Promise<void> {
    await this.record(entry, this.#kind.withdrawn(this.options.clock.now()));
  }

  /**
   * Open entries that compete with this intent. Those whose window closed before it sent anything are settled
   * first.
   */
  async #competing(intent: Intent): Promise<readonly JournalEntry<Intent, Step>[]> {
    const competing: JournalEntry<Intent, Step>[] = [];
    for (const entry of await this.entries()) {
      const isOther = entry.intent.id !== intent.id;
      if (!isOther || !this.#kind.isOpen(entry) || !this.#kind.competes(entry.intent, intent)) continue;
      const nowMs = this.options.clock.now();
      const abandoned = entry.steps.length === 0 && !isHeld(entry, nowMs);
      const over = abandoned && (await this.record(entry, this.#kind.withdrawn(nowMs))) !== undefined;
      if (!over) competing.push(entry);
    }
    return competing;
  }
}

function isEarlier(one: JournalIntent, other: JournalIntent): boolean {
  return one.startedMs === other.startedMs ? one.id < other.id : one.startedMs < other.startedMs;
}
