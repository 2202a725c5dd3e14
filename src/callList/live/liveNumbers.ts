import type { LiveBlock } from './liveBlock.ts';

/** The position of a row with a number. */
export interface NumberPlace {
  readonly block: LiveBlock;
  /** Index into the block's numbers. */
  readonly at: number;
}

/**
 * Which blocks contain which number, so that a change in one row finds the other rows with that number at
 * once.
 */
export class LiveNumbers {
  /** Split into 64 maps, so that growing one of them is quick. */
  readonly #shares = Array.from({ length: 64 }, () => new Map<number, LiveBlock | LiveBlock[]>());
  #rows = 0;
  #different = 0;

  /** How many rows have a number that an earlier row has. */
  get repeated(): number {
    return this.#rows - this.#different;
  }

  get rows(): number {
    return this.#rows;
  }

  add(block: LiveBlock): void {
    this.#rows += block.numbers.length;
    for (const number of block.subscribers) {
      const share = this.#share(number);
      const holders = share.get(number);
      if (holders === undefined) {
        share.set(number, block);
        this.#different++;
      } else if (holders instanceof Array) {
        if (holders.includes(block)) continue;
        holders.forEach(forgetRepeats);
        holders.push(block);
      } else if (holders !== block) {
        forgetRepeats(holders);
        share.set(number, [holders, block]);
      }
    }
  }

  remove(block: LiveBlock): void {
    this.#rows -= block.numbers.length;
    for (const number of block.subscribers) {
      const share = this.#share(number);
      const holders = share.get(number);
      if (holders instanceof Array) {
        const others = holders.filter((other) => other !== block);
        others.forEach(forgetRepeats);
        const [only] = others;
        if (only !== undefined) share.set(number, others.length === 1 ? only : others);
      } else if (holders === block) {
        share.delete(number);
        this.#different--;
      }
    }
  }

  /** The first row of the list with a number. @param number one that stands for its subscriber */
  first(number: number): NumberPlace | undefined {
    return this.#nextFrom(number, -1);
  }

  /** The next row with the same number. */
  next({ block, at }: NumberPlace): NumberPlace | undefined {
    const number = block.subscribers[at] ?? 0;
    const here = block.subscribers.indexOf(number, at + 1);
    return here >= 0 ? { block, at: here } : this.#nextFrom(number, block.position);
  }

  #nextFrom(number: number, after: number): NumberPlace | undefined {
    const holders = this.#share(number).get(number);
    if (holders === undefined) return undefined;
    let found: LiveBlock | undefined;
    for (const block of holders instanceof Array ? holders : [holders]) {
      if (block.position > after && block.position < (found?.position ?? Infinity)) found = block;
    }
    return found && { block: found, at: found.subscribers.indexOf(number) };
  }

  #share(number: number): Map<number, LiveBlock | LiveBlock[]> {
    const share = this.#shares[number % 64];
    if (share === undefined) throw new RangeError('No share for this number');
    return share;
  }
}

function forgetRepeats(block: LiveBlock): void {
  block.repeats = undefined;
  block.shown = undefined;
}
