import { rm } from 'node:fs/promises';
import type * as vscode from 'vscode';

const forgottenName = 'revox.forgottenMs';
/** Entries that survive "forget": what is needed to cancel a campaign before it starts. */
const keptNames: ReadonlySet<string> = new Set([forgottenName, 'revox.upcomingStarts', 'revox.keyOrigins']);

/**
 * What the extension remembers on this machine besides keys and launches: in VS Code's memory for all windows
 * and for each workspace, and in folders. The memory of a workspace can be reached only while it is open, so
 * that another workspace forgets when it is opened the next time.
 */
export class MachineMemory {
  readonly #global: vscode.Memento;
  readonly #workspace: vscode.Memento;
  readonly #folders: readonly string[];

  /** @param folders removed as a whole */
  constructor(global: vscode.Memento, workspace: vscode.Memento, folders: readonly string[]) {
    this.#global = global;
    this.#workspace = workspace;
    this.#folders = folders;
  }

  /**
   * To be called before anything is read: forgets here what was to be forgotten while another workspace was
   * open.
   */
  catchUp(): void {
    const forgottenMs = this.#global.get<number>(forgottenName, 0);
    if (forgottenMs > this.#workspace.get<number>(forgottenName, 0)) void this.#forgetWorkspace(forgottenMs);
  }

  async forget(nowMs: number): Promise<void> {
    await this.#global.update(forgottenName, nowMs);
    await clear(this.#global);
    await this.#forgetWorkspace(nowMs);
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true });
  }

  async #forgetWorkspace(forgottenMs: number): Promise<void> {
    const cleared = clear(this.#workspace);
    await Promise.all([cleared, this.#workspace.update(forgottenName, forgottenMs)]);
  }
}

/** Clears all entries at once: they can no longer be read, even before they are gone from the disk. */
async function clear(memory: vscode.Memento): Promise<void> {
  const names = memory.keys().filter((name) => !keptNames.has(name));
  await Promise.all(names.map((name) => memory.update(name, undefined)));
}
