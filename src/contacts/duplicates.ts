import type { DuplicatePolicy } from './callList.ts';
import { problemAt, type Problem, type TextRange } from './problems.ts';

/** A row that would be called, as far as duplicates are concerned. */
interface Seen {
  readonly line: number;
  readonly position: number;
  /** Kept only where the row may still lose its place to a later one. */
  readonly range: TextRange | undefined;
}

export interface DuplicateVerdict {
  /** Whether this row is called. */
  readonly keep: boolean;
  /** The position of an earlier row that loses its place to this one. */
  readonly drop?: number;
  readonly problem?: Problem;
}

/** Numbers called once only, or as often as the person wants: rows are shown to it in order. */
export class Duplicates {
  readonly #policy: DuplicatePolicy;
  readonly #seen = new Map<string, Seen>();

  constructor(policy: DuplicatePolicy) {
    this.#policy = policy;
  }

  /** @param position where the row will stand among the contacts @param range the cell with the number, asked for only when needed */
  check(
    e164: string,
    line: number,
    position: number,
    range: () => TextRange,
    value: string,
  ): DuplicateVerdict {
    const earlier = this.#seen.get(e164);
    if (earlier === undefined || this.#policy === 'last') {
      this.#seen.set(e164, { line, position, range: this.#policy === 'last' ? range() : undefined });
    }
    if (earlier === undefined) return { keep: true };
    switch (this.#policy) {
      case 'first': {
        const message = `${e164} is in line ${earlier.line} already, and is called once: this row is left out. Delete it, or choose to keep the last or all of them.`;
        const details = { value, otherLine: earlier.line };
        return { keep: false, problem: problemAt(range(), 'revox.phone.duplicate', message, details) };
      }
      case 'last': {
        const message = `${e164} comes again in line ${line}, and is called once: this row is left out. Delete it, or choose to keep the first or all of them.`;
        const at = earlier.range ?? range();
        const details = { value: e164, otherLine: line };
        return {
          keep: true,
          drop: earlier.position,
          problem: problemAt(at, 'revox.phone.duplicate', message, details),
        };
      }
      case 'all': {
        const message = `${e164} is in line ${earlier.line} already, and is called for each row, as chosen.`;
        const details = { value, otherLine: earlier.line };
        return { keep: true, problem: problemAt(range(), 'revox.phone.duplicateKept', message, details) };
      }
    }
  }
}
