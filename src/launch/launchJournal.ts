import type { Clock } from '../core/ports.ts';
import {
  isHeld,
  isOpen,
  isSameCause,
  launchState,
  type LaunchEntry,
  type LaunchIntent,
  type LaunchStep,
} from './launchIntent.ts';
import type { LaunchStorage } from './launchStorage.ts';
import { readEntries } from './readEntries.ts';

export interface OtherLaunches {
  /** The campaigns that they became: none of them can be this one. */
  readonly taken: ReadonlySet<string>;
  /** One of the same name is open, too. */
  readonly contested: boolean;
}

export interface LaunchJournalOptions {
  readonly storage: LaunchStorage;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
}

/** Settled ones are kept this long, so that one that appears late after all is recognised. */
const keptMs = 7 * 24 * 3600_000;
const rivalLookMs = 50;
const rivalLooks = 40;

/**
 * What is about to be sent and what became of it, shared by all windows and outliving them. A launch is an intent
 * and its steps: intent → sent → confirmed | absent | unsure | refused. Each is on the disk before the next thing is done.
 */
export class LaunchJournal {
  readonly #options: LaunchJournalOptions;
  readonly #mine = new Set<string>();

  constructor(options: LaunchJournalOptions) {
    this.#options = options;
  }

  async entries(): Promise<readonly LaunchEntry[]> {
    return readEntries(await this.#options.storage.readAll());
  }

  /**
   * Writes an intent down, unless another one for the same list or contacts is open: then that one is the answer, and
   * nothing may be sent. Rejects when it cannot be written.
   *
   * Each writes first and looks afterwards, so that of two windows at the same moment at least one sees the other:
   * the later one gives way, the earlier one waits until it has.
   */
  async begin(intent: LaunchIntent): Promise<{ readonly entry: LaunchEntry } | { readonly by: LaunchEntry }> {
    const [before] = await this.#rivals(intent);
    if (before !== undefined) return { by: before };
    this.#mine.add(intent.id);
    const entry: LaunchEntry = { intent, steps: [], beatMs: intent.startedMs, released: false };
    if (!(await this.#options.storage.create(`${intent.id}.0`, JSON.stringify(intent)))) {
      throw new Error(`Two launches have the id ${intent.id}.`);
    }
    for (let look = 0; look < rivalLooks; look += 1) {
      const rivals = await this.#rivals(intent);
      const first = rivals.find(
        (rival) => launchState(rival) !== 'intent' || isEarlier(rival.intent, intent),
      );
      if (first !== undefined) {
        await this.record(entry, { state: 'withdrawn', atMs: this.#options.clock.now() });
        return { by: first };
      }
      if (rivals.length === 0) return { entry };
      await this.#options.wait(rivalLookMs);
    }
    await this.record(entry, { state: 'withdrawn', atMs: this.#options.clock.now() });
    const [by = entry] = await this.#rivals(intent);
    return { by };
  }

  /** Writes the next step. Undefined: another window has written a different one meanwhile, which counts. */
  async record(entry: LaunchEntry, step: LaunchStep): Promise<LaunchEntry | undefined> {
    if (step.state !== 'sent') this.#mine.delete(entry.intent.id); // nothing more can come of it here
    const steps = [...entry.steps, step];
    const name = `${entry.intent.id}.${steps.length}`;
    const isFirst = await this.#options.storage.create(name, JSON.stringify(step));
    return isFirst ? { ...entry, steps } : undefined;
  }

  /** The launches that are under way in this window. */
  get mine(): readonly string[] {
    return [...this.#mine];
  }

  /** The window that launches lives. */
  async beat({ intent }: LaunchEntry): Promise<void> {
    await this.#options.storage.replace(`${intent.id}.beat`, String(this.#options.clock.now()));
  }

  /** What the other launches of this machine say about which campaign one can be. */
  async others({ intent }: LaunchEntry): Promise<OtherLaunches> {
    const others = (await this.entries()).filter((entry) => entry.intent.id !== intent.id);
    const steps = others.flatMap((entry) => entry.steps);
    return {
      taken: new Set(steps.flatMap((step) => (step.state === 'confirmed' ? [step.campaignId] : []))),
      contested: others.some((entry) => isOpen(entry) && entry.intent.name === intent.name),
    };
  }

  /** Lets go of what was settled long ago. */
  async prune(): Promise<void> {
    const nowMs = this.#options.clock.now();
    const old = (await this.entries()).filter(
      (entry) => !isOpen(entry) && nowMs - (entry.steps.at(-1)?.atMs ?? nowMs) > keptMs,
    );
    for (const { intent, steps } of old) {
      await this.#options.storage.remove(`${intent.id}.0`); // without it the others mean nothing
      for (const step of steps.keys()) await this.#options.storage.remove(`${intent.id}.${step + 1}`);
      await this.#options.storage.remove(`${intent.id}.beat`);
    }
  }

  /** Open launches with the same cause. Those whose window went before it sent anything are settled on the way. */
  async #rivals(intent: LaunchIntent): Promise<readonly LaunchEntry[]> {
    const rivals: LaunchEntry[] = [];
    for (const entry of await this.entries()) {
      if (!isOpen(entry) || !isSameCause(entry.intent, intent)) continue;
      const nowMs = this.#options.clock.now();
      const abandoned = launchState(entry) === 'intent' && !isHeld(entry, nowMs);
      const over = abandoned && (await this.record(entry, { state: 'withdrawn', atMs: nowMs })) !== undefined;
      if (!over) rivals.push(entry);
    }
    return rivals;
  }
}

function isEarlier(one: LaunchIntent, other: LaunchIntent): boolean {
  return one.startedMs === other.startedMs ? one.id < other.id : one.startedMs < other.startedMs;
}
