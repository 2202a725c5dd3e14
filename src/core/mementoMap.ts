/** The part of VS Code's `Memento` that is used here. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

export interface MementoMapOptions<T> {
  readonly memory: Memory;
  /** The key under which the memory stores all entries. */
  readonly key: string;
  /** Most entries; the oldest are forgotten first. */
  readonly max: number;
  /** Reads what any version stored. @throws or returns undefined where it does not fit: it is forgotten */
  readonly read: (stored: unknown) => T | undefined;
  /** Whether an entry is stored; default: every entry. Others last as long as the window. */
  readonly keeps?: (key: string) => boolean;
}

/** A map that survives the window, stored as a list of `[key, value]` with the latest last. */
export class MementoMap<T> {
  readonly #options: MementoMapOptions<T>;
  readonly #notKept = new Map<string, T>();

  constructor(options: MementoMapOptions<T>) {
    this.#options = options;
  }

  get(key: string): T | undefined {
    return this.#notKept.get(key) ?? this.#entries().find(([known]) => known === key)?.[1];
  }

  /** @param value undefined: forget the entry */
  async set(key: string, value: T | undefined): Promise<void> {
    const { memory, key: place, max, keeps } = this.#options;
    if (keeps?.(key) === false) {
      if (value === undefined) this.#notKept.delete(key);
      else this.#notKept.set(key, value);
      return;
    }
    const others = this.#entries().filter(([known]) => known !== key);
    const entries = value === undefined ? others : [...others, [key, value] as const];
    await memory.update(place, entries.slice(-max));
  }

  /** Gives entries another key. @param moved the new one; undefined: it stays */
  async rename(moved: (key: string) => string | undefined): Promise<void> {
    const entries = this.#entries();
    if (!entries.some(([key]) => moved(key) !== undefined)) return;
    const targets = new Set(entries.flatMap(([key]) => moved(key) ?? []));
    const renamed = entries
      .filter(([key]) => moved(key) !== undefined || !targets.has(key))
      .map(([key, value]) => [moved(key) ?? key, value] as const);
    await this.#options.memory.update(this.#options.key, renamed);
  }

  #entries(): readonly (readonly [string, T])[] {
    const stored = this.#options.memory.get(this.#options.key);
    return Array.isArray(stored) ? stored.flatMap((entry: unknown) => this.#entryOf(entry)) : [];
  }

  #entryOf(entry: unknown): readonly (readonly [string, T])[] {
    const [key, stored] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof key !== 'string') return [];
    try {
      const value = this.#options.read(stored);
      return value === undefined ? [] : [[key, value]];
    } catch {
      return [];
    }
  }
}
