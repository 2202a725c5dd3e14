type Numbers = Float64Array | Uint32Array | Uint8Array | Int32Array;

/** A typed array that grows as numbers are added. */
export class GrowingNumbers<T extends Numbers> {
  readonly #allocate: (size: number) => T;
  #values: T;
  #length = 0;

  constructor(allocate: (size: number) => T) {
    this.#allocate = allocate;
    this.#values = allocate(64);
  }

  get length(): number {
    return this.#length;
  }

  /** @returns 0 beyond the end */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** A copy of all numbers. */
  values(): T {
    return this.#values.slice(0, this.#length) as T;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const values = this.#allocate(this.#length * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }
}
