/**
 * One sending of a sheet at a time. What changes meanwhile, such as the connection, waits until the page has
 * the outcome.
 */
export class SheetSending {
  /** Cancels the sending; undefined: nothing is being sent. */
  #withdrawal: AbortController | undefined;
  #afterwards: (() => void) | undefined;

  get isUnderWay(): boolean {
    return this.#withdrawal !== undefined;
  }

  withdraw(): void {
    this.#withdrawal?.abort();
  }

  /**
   * A second click must not become a second campaign.
   * @param send rejects with what it failed at; its signal fires at `withdraw`
   * @returns undefined where another sending is under way: then `send` is not called
   */
  async run<T>(send: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.isUnderWay) return undefined;
    const withdrawal = new AbortController();
    this.#withdrawal = withdrawal;
    try {
      return await send(withdrawal.signal);
    } finally {
      this.#withdrawal = undefined;
      const afterwards = this.#afterwards;
      this.#afterwards = undefined;
      // a task of its own: until then the page has got the answer
      if (afterwards !== undefined) setTimeout(() => this.whenIdle(afterwards, { isLarge: true }));
    }
  }

  /**
   * Makes a change now, or right after the sending. One change is made then: the first, unless a large one
   * came, which includes the others.
   */
  whenIdle(change: () => void, { isLarge = false } = {}): void {
    if (!this.isUnderWay) change();
    else if (isLarge || this.#afterwards === undefined) this.#afterwards = change;
  }
}
