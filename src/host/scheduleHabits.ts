import type * as vscode from 'vscode';
import type { Connection } from '../core/connection.ts';
import type { ScheduleHabit } from '../launch/serverHabits.ts';

const memoryKey = 'revox.scheduleHabits';

/** Which servers have been seen to wait for a start time, by their address. The newest answer counts. */
export class ScheduleHabits {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** The sandbox that comes with the extension needs not be tried first. */
  of({ kind, baseUrl }: Connection): ScheduleHabit {
    if (kind === 'sandbox') return 'kept';
    const habit = this.#all()[baseUrl];
    return habit === 'kept' || habit === 'ignored' ? habit : 'unseen';
  }

  async learn({ kind, baseUrl }: Connection, habit: Exclude<ScheduleHabit, 'unseen'>): Promise<void> {
    if (kind === 'sandbox') return;
    await this.#memory.update(memoryKey, { ...this.#all(), [baseUrl]: habit });
  }

  #all(): Readonly<Record<string, unknown>> {
    const stored = this.#memory.get<unknown>(memoryKey);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  }
}
