/** Numbers that wait for the same moment. */
interface Bucket {
  readonly items: number[];
  /** The next to come out of it. */
  cursor: number;
  sorted: boolean;
}

/**
 * Numbers waiting for their time, the earliest first; of two for the same time the smaller number. Times are
 * few where numbers are many (a whole morning's retries wait for ten o'clock), so only the times are kept in
 * a heap.
 */
export class TimeHeap {
  readonly #times: number[] = [];
  readonly #buckets = new Map<number, Bucket>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The earliest time; Infinity when empty. */
  get nextMs(): number {
    return this.#times[0] ?? Infinity;
  }

  push(timeMs: number, item: number): void {
    this.#size += 1;
    const bucket = this.#buckets.get(timeMs);
    if (bucket === undefined) {
      this.#buckets.set(timeMs, { items: [item], cursor: 0, sorted: true });
      this.#pushTime(timeMs);
      return;
    }
    bucket.sorted &&= item >= (bucket.items.at(-1) ?? 0);
    bucket.items.push(item);
  }

  pop(): number | undefined {
    const time = this.#times[0];
    const bucket = time === undefined ? undefined : this.#buckets.get(time);
    if (time === undefined || bucket === undefined) return undefined;
    if (!bucket.sorted) sortRest(bucket);
    const item = bucket.items[bucket.cursor];
    bucket.cursor += 1;
    this.#size -= 1;
    if (bucket.cursor >= bucket.items.length) {
      this.#buckets.delete(time);
      this.#popTime();
    }
    return item;
  }

  clear(): void {
    this.#times.length = 0;
    this.#buckets.clear();
    this.#size = 0;
  }

  #pushTime(timeMs: number): void {
    const times = this.#times;
    let at = times.push(timeMs) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((times[parent] ?? 0) <= timeMs) break;
      times[at] = times[parent] ?? 0;
      at = parent;
    }
    times[at] = timeMs;
  }

  #popTime(): void {
    const times = this.#times;
    const last = times.pop() ?? 0;
    if (times.length === 0) return;
    let at = 0;
    for (;;) {
      let least = 2 * at + 1;
      if (least + 1 < times.length && (times[least + 1] ?? 0) < (times[least] ?? 0)) least += 1;
      if (least >= times.length || (times[least] ?? 0) >= last) break;
      times[at] = times[least] ?? 0;
      at = least;
    }
    times[at] = last;
  }
}

function sortRest(bucket: Bucket): void {
  const rest = bucket.items.slice(bucket.cursor).sort((one, other) => one - other);
  bucket.items.length = 0;
  for (const item of rest) bucket.items.push(item);
  bucket.cursor = 0;
  bucket.sorted = true;
}
