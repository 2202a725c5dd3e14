import type { CallListCounts } from '../callList.ts';
import type { LiveBlock } from './liveBlock.ts';
import { LiveNumbers } from './liveNumbers.ts';
import { exclusionReasons, type ExclusionReason } from '../problems.ts';

/**
 * All rows of a list in the editor, in blocks, with the sum and the numbers kept up to date when blocks are
 * replaced.
 */
export class LiveBlocks {
  readonly numbers = new LiveNumbers();
  #blocks: LiveBlock[] = [];
  #rows = 0;
  #blank = 0;
  readonly #excluded = new Map<ExclusionReason, number>();
  readonly #firstLine: number;

  /** @param firstLine the one the first row is on */
  constructor(firstLine: number) {
    this.#firstLine = firstLine;
  }

  /** In characters. */
  get length(): number {
    const last = this.#blocks.at(-1);
    return last === undefined ? 0 : last.offset + last.text.length;
  }

  get all(): readonly LiveBlock[] {
    return this.#blocks;
  }

  append(blocks: readonly LiveBlock[]): void {
    for (const block of blocks) {
      block.position = this.#blocks.length;
      block.offset = this.length;
      block.rowsBefore = this.#rows;
      this.#count(block, 1);
      this.#blocks.push(block);
      this.numbers.add(block);
    }
  }

  replace(from: number, to: number, blocks: readonly LiveBlock[]): void {
    const gone = this.#blocks.slice(from, to);
    for (const block of gone) {
      this.#count(block, -1);
      this.numbers.remove(block);
    }
    this.#blocks = [...this.#blocks.slice(0, from), ...blocks, ...this.#blocks.slice(to)];
    this.#place();
    for (const block of blocks) {
      this.#count(block, 1);
      this.numbers.add(block);
    }
  }

  /** The block that an offset, counted from the first row, is in; at the very end the last. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The sum, with those left out because their number is there already. */
  counts(keepsRepeated: boolean): CallListCounts {
    const excluded = Object.fromEntries(
      exclusionReasons.map((reason) => [reason, this.#excluded.get(reason) ?? 0]),
    ) as Record<ExclusionReason, number>;
    const repeated = keepsRepeated ? 0 : this.numbers.repeated;
    excluded.duplicate += repeated;
    return { read: this.#rows, ready: this.numbers.rows - repeated, excluded, blank: this.#blank };
  }

  #place(): void {
    let line = this.#firstLine;
    let offset = 0;
    let rowsBefore = 0;
    let moved = false;
    for (const [position, block] of this.#blocks.entries()) {
      moved ||= block.line !== line;
      block.position = position;
      block.line = line;
      block.offset = offset;
      block.rowsBefore = rowsBefore;
      line += block.lines;
      offset += block.text.length;
      rowsBefore += block.rows;
    }
    // a row may have been said to repeat a line that is another one now
    if (moved) for (const block of this.#blocks) block.shown = undefined;
  }

  #count(block: LiveBlock, sign: 1 | -1): void {
    this.#rows += sign * block.rows;
    this.#blank += sign * block.blank;
    for (const [reason, count] of block.excluded) {
      this.#excluded.set(reason, (this.#excluded.get(reason) ?? 0) + sign * count);
    }
  }
}
