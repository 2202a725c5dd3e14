import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What the heap may have grown by, after a collection. */
const maxGrowthBytes = 4 * 1024 * 1024;
/** Connections that nobody uses are closed by themselves within this time. */
const settleMs = 15_000;

interface Measured {
  readonly heapBytes: number;
  readonly outsideBytes: number;
}

/** Counts, memory, handles and objects, before and after. */
export class Figures {
  readonly problems: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #closed: WeakRef<object>[] = [];
  readonly #resources = resourceCounts();
  readonly #listeners = listenerCount();
  #before: Measured | undefined;
  #rows: readonly (readonly [what: string, before: string, after: string])[] = [];

  /** The object was closed: it has to leave memory. */
  readonly closed = (object: object): void => {
    this.#closed.push(new WeakRef(object));
  };

  count(what: string, more = 1): void {
    this.note(what, (this.#counts.get(what) ?? 0) + more);
  }

  note(what: string, value: number): void {
    this.#counts.set(what, value);
  }

  fail(problem: string): void {
    this.problems.push(problem);
  }

  /** What was closed so far is gone. */
  async checkClosed(): Promise<void> {
    const left = await this.#untilCollected();
    if (left > 0)
      this.fail(`${left} of ${this.#closed.length} closed windows, pages and clients stay in memory.`);
  }

  async begin(): Promise<void> {
    await this.#untilCollected();
    this.#before = measure();
  }

  async end(): Promise<void> {
    await this.checkClosed();
    const resources = await this.#untilReleased();
    const before = this.#before ?? measure();
    const after = measure();
    const listeners = listenerCount();
    this.#rows = [
      ['heap in use, MB', megabytes(before.heapBytes), megabytes(after.heapBytes)],
      ['buffers outside, MB', megabytes(before.outsideBytes), megabytes(after.outsideBytes)],
      ['active resources', describe(this.#resources), describe(resources)],
      ['listeners of the process', String(this.#listeners), String(listeners)],
      ['closed objects in memory', '', `${this.#left()} of ${this.#closed.length}`],
    ];
    if (!isWithin(resources, this.#resources))
      this.fail(`Resources are active that were not before: ${describe(resources)}.`);
    if (listeners > this.#listeners)
      this.fail(`The process has ${listeners} listeners, and had ${this.#listeners}.`);
    this.#growth('The heap', before.heapBytes, after.heapBytes);
    this.#growth('Memory of buffers', before.outsideBytes, after.outsideBytes);
  }

  table(): string {
    const counts = [...this.#counts].map(([what, value]) => ['', what, value.toLocaleString('en')] as const);
    const lines = [
      ['', 'before', 'after'] as const,
      ...this.#rows,
      ...counts.map(([, what, value]) => [what, '', value] as const),
    ];
    return lines.map(([what, before, after]) => `${what.padEnd(34)}${before.padEnd(22)}${after}`).join('\n');
  }

  #growth(what: string, before: number, after: number): void {
    if (after - before > maxGrowthBytes)
      this.fail(`${what} grew from ${megabytes(before)} to ${megabytes(after)} MB; 4 MB are allowed.`);
  }

  #left(): number {
    return this.#closed.filter((one) => one.deref() !== undefined).length;
  }

  /** @returns how many closed objects are left */
  async #untilCollected(): Promise<number> {
    const deadlineMs = performance.now() + settleMs;
    for (;;) {
      await wait(50); // what deref() gave stays alive until the turn ends
      collect();
      await wait(50);
      const left = this.#left();
      if (left === 0 || performance.now() > deadlineMs) return left;
    }
  }

  async #untilReleased(): Promise<ReadonlyMap<string, number>> {
    const deadlineMs = performance.now() + settleMs;
    for (;;) {
      const now = resourceCounts();
      if (isWithin(now, this.#resources) || performance.now() > deadlineMs) return now;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('Start it with node --expose-gc.');
  globalThis.gc();
}

function measure(): Measured {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { heapBytes: heapUsed, outsideBytes: external };
}

/** Timers, sockets, pipes and processes that keep this process alive, by kind. */
function resourceCounts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // that of the one who looks, and of this program's own file
  for (const kind of ['Immediate', 'CloseReq']) counts.delete(kind);
  return counts;
}

function isWithin(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): boolean {
  return [...now].every(([kind, count]) => count <= (before.get(kind) ?? 0));
}

function describe(resources: ReadonlyMap<string, number>): string {
  const sorted = [...resources].sort(([a], [b]) => a.localeCompare(b));
  return sorted.length === 0 ? 'none' : sorted.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function listenerCount(): number {
  return process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

const journalFile = /^(?:key|([0-9a-f-]{36})\.(?:\d+|beat))\.json$|^([0-9a-f-]{36})\.attachment$/;

/**
 * What is in the storage and docs/security.md does not name, a sentence each: other files, files that
 * others may read, or files that hold the key, a number or a name.
 * @param ids of the only launches that may be there; undefined: any
 */
export async function storageProblems(
  folder: string,
  key: string,
  ids?: readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) problems.push(`${path} can be read by others.`);
    if (entry.isDirectory()) {
      if (path !== join(folder, 'launches')) problems.push(`${path} is a folder that no page names.`);
      continue;
    }
    const match = journalFile.exec(entry.name);
    const id = match?.[1] ?? match?.[2];
    if (match === null) problems.push(`${path} is a file that no page names.`);
    else if (id !== undefined && ids?.includes(id) === false)
      problems.push(`${path} stays though it is settled.`);
    const text = await readFile(path, 'utf8');
    if (text.includes(key)) problems.push(`${path} holds the key.`);
    if (/\+1\d{10}|Person-of-/.test(text)) problems.push(`${path} holds a number or a name of a contact.`);
  }
  return problems;
}
