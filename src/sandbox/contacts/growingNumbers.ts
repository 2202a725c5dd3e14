type Numbers = Float64Array | Uint32Array | Uint8Array | Int32Array;

/** A column of numbers that grows at its end. */
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

  /** 0 where there is none. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** All of them, without the room to grow. */
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
