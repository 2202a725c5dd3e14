/** Numbers waiting for their time, the earliest first; of two for the same time the smaller number. */
export class TimeHeap {
  readonly #times: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#times.length;
  }

  /** The earliest time; Infinity when empty. */
  get nextMs(): number {
    return this.#times[0] ?? Infinity;
  }

  push(timeMs: number, item: number): void {
    let at = this.#times.length;
    this.#times.push(timeMs);
    this.#items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const first = this.#items[0];
    if (first === undefined) return undefined;
    this.#swap(0, this.#times.length - 1);
    this.#times.pop();
    this.#items.pop();
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < this.#times.length && this.#before(left, least)) least = left;
      if (right < this.#times.length && this.#before(right, least)) least = right;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  clear(): void {
    this.#times.length = 0;
    this.#items.length = 0;
  }

  #before(a: number, b: number): boolean {
    const [timeA = 0, timeB = 0] = [this.#times[a], this.#times[b]];
    return timeA < timeB || (timeA === timeB && (this.#items[a] ?? 0) < (this.#items[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    [this.#times[a], this.#times[b]] = [this.#times[b] ?? 0, this.#times[a] ?? 0];
    [this.#items[a], this.#items[b]] = [this.#items[b] ?? 0, this.#items[a] ?? 0];
  }
}
