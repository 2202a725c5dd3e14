import type * as vscode from 'vscode';
import { Emitter } from '../core/emitter.ts';
import { readUpcomingStarts, type UpcomingStart } from '../launch/start/upcomingStart.ts';

const memoryKey = 'revox.upcomingStarts';

/**
 * Campaigns created here that start soon; stored, so that a reloaded or another window can still cancel them.
 */
export class UpcomingStarts {
  readonly #memory: vscode.Memento;
  readonly #changed = new Emitter<void>();

  readonly onDidChange = this.#changed.event;

  /** @param memory shared by all windows */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Of one connection, those that start first in front. */
  of(baseUrl: string): readonly UpcomingStart[] {
    return this.#all()
      .filter((start) => start.baseUrl === baseUrl)
      .sort((one, other) => one.startMs - other.startMs);
  }

  /** Removes those that have started by now, of all connections. */
  async add(start: UpcomingStart, nowMs: number): Promise<void> {
    const others = this.#all().filter(
      ({ campaignId, startMs }) => campaignId !== start.campaignId && startMs > nowMs,
    );
    await this.#keep([...others, start]);
  }

  async remove(campaignIds: readonly string[]): Promise<void> {
    await this.#keep(this.#all().filter(({ campaignId }) => !campaignIds.includes(campaignId)));
  }

  #all(): readonly UpcomingStart[] {
    return readUpcomingStarts(this.#memory.get<unknown>(memoryKey));
  }

  async #keep(starts: readonly UpcomingStart[]): Promise<void> {
    await this.#memory.update(memoryKey, starts.length === 0 ? undefined : starts);
    this.#changed.fire();
  }
}
