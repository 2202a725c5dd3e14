/**
 * The people of one campaign who were reached, by number: the same number twice is one person. It counts as
 * calls end, because the list of campaigns shows these counts of every campaign.
 */
export class ReachedPeople {
  readonly #reached = new Set<string>();
  /** By number: how many of its calls have an outcome that makes a lead. */
  readonly #hotCalls = new Map<string, number>();

  get reachedCount(): number {
    return this.#reached.size;
  }

  /** The people whose latest conversation has an outcome that makes a lead. */
  get hotCount(): number {
    return this.#hotCalls.size;
  }

  addReached(number: string): void {
    this.#reached.add(number);
  }

  addHot(number: string): void {
    this.#hotCalls.set(number, (this.#hotCalls.get(number) ?? 0) + 1);
  }

  /** Called when a call to the number is repeated, because its outcome is no longer reported. */
  removeHot(number: string): void {
    const calls = (this.#hotCalls.get(number) ?? 0) - 1;
    if (calls > 0) this.#hotCalls.set(number, calls);
    else this.#hotCalls.delete(number);
  }
}
