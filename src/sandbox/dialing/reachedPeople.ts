/**
 * The people of one campaign who were reached, by their numbers: the same number twice is one person. Counts
 * are always at hand, because the list of campaigns tells them of every campaign.
 */
export class ReachedPeople {
  readonly #reached = new Set<string>();
  /** How many calls to the number came to an outcome that makes a lead. */
  readonly #hotCalls = new Map<string, number>();

  get reachedCount(): number {
    return this.#reached.size;
  }

  /** Those whose latest conversation came to an outcome that makes a lead. */
  get hotCount(): number {
    return this.#hotCalls.size;
  }

  addReached(number: string): void {
    this.#reached.add(number);
  }

  addHot(number: string): void {
    this.#hotCalls.set(number, (this.#hotCalls.get(number) ?? 0) + 1);
  }

  /** One call to the number is made again: its outcome is no longer reported. */
  removeHot(number: string): void {
    const calls = (this.#hotCalls.get(number) ?? 0) - 1;
    if (calls > 0) this.#hotCalls.set(number, calls);
    else this.#hotCalls.delete(number);
  }
}
