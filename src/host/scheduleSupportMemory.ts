import type * as vscode from 'vscode';
import type { Connection } from '../core/connection.ts';
import type { ScheduleSupport } from '../launch/start/scheduleSupport.ts';

const memoryKey = 'revox.scheduleSupport';

/** Which servers have been seen to wait for a start time, by their address. The newest answer counts. */
export class ScheduleSupportMemory {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** The sandbox that comes with the extension needs not be tried first. */
  of({ kind, baseUrl }: Connection): ScheduleSupport {
    if (kind === 'sandbox') return 'honoured';
    const scheduleSupport = this.#all()[baseUrl];
    return scheduleSupport === 'honoured' || scheduleSupport === 'ignored' ? scheduleSupport : 'unknown';
  }

  async learn(
    { kind, baseUrl }: Connection,
    scheduleSupport: Exclude<ScheduleSupport, 'unknown'>,
  ): Promise<void> {
    if (kind === 'sandbox') return;
    await this.#memory.update(memoryKey, { ...this.#all(), [baseUrl]: scheduleSupport });
  }

  #all(): Readonly<Record<string, unknown>> {
    const stored = this.#memory.get<unknown>(memoryKey);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  }
}
