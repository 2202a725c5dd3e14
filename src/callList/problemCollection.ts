import { deepCopy } from './deepCopy.ts';
import type { Problem, ProblemCode, ProblemTotals } from './problems.ts';

/** All problems, or the first of each kind; how many there are is counted in any case. */
export class ProblemCollection {
  readonly #maxPerCode: number;
  readonly #problems: Problem[] = [];
  readonly #totals: Partial<Record<ProblemCode, number>> = {};

  constructor(maxPerCode: number) {
    this.#maxPerCode = maxPerCode;
  }

  add(problem: Problem): void {
    const total = (this.#totals[problem.code] ?? 0) + 1;
    this.#totals[problem.code] = total;
    if (total > this.#maxPerCode) return;
    this.#problems.push(this.#maxPerCode === Infinity ? problem : deepCopy(problem));
  }

  get totals(): ProblemTotals {
    return this.#totals;
  }

  /** In the file's order. */
  sorted(): Problem[] {
    // only problems that were found late are out of order
    return this.#problems.sort(inFileOrder);
  }
}

export function inFileOrder(one: Problem, other: Problem): number {
  return one.line - other.line || one.startCharacter - other.startCharacter;
}
