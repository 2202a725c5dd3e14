import { campaignState, type Campaign } from '../core/campaign.ts';

/**
 * Since when the counts of running campaigns are as they are now, as far as this window has seen. Calls that
 * were launched or resumed a moment ago have not waited for long, whenever their campaign was created.
 */
export class UnchangedCounts {
  readonly #seen = new Map<string, { readonly sinceMs: number; readonly counts: string }>();

  /** Takes in all campaigns as they were read at `nowMs`. */
  update(campaigns: readonly Campaign[], nowMs: number): void {
    const listed = new Set(campaigns.map(({ id }) => id));
    for (const id of [...this.#seen.keys()]) if (!listed.has(id)) this.#seen.delete(id);
    for (const campaign of campaigns) {
      const counts = JSON.stringify(campaign.row_stats);
      if (campaignState(campaign, nowMs) !== 'running') this.#seen.delete(campaign.id);
      else if (this.#seen.get(campaign.id)?.counts !== counts) {
        this.#seen.set(campaign.id, { sinceMs: nowMs, counts });
      }
    }
  }

  /** @returns milliseconds, 0 for a campaign that was not seen running */
  durationMs(id: string, nowMs: number): number {
    return nowMs - (this.#seen.get(id)?.sinceMs ?? nowMs);
  }

  clear(): void {
    this.#seen.clear();
  }
}
