import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const keptMs = 30 * 86_400_000;

/**
 * Makes exactly one of several windows on this machine show a notification. Each notification is marked by
 * one empty file.
 */
export class NotifiedOnce {
  readonly #folder: string;
  #pruned = false;

  /** @param folder made when the first file is written; the same for all windows */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param news what it is about, such as a campaign's id; only a hash of it is written
   * @returns true for the first caller
   * @throws what the file system says when the folder cannot be written
   */
  async claim(news: string): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#prune();
    const name = createHash('sha256').update(news).digest('hex').slice(0, 32);
    try {
      const file = await open(join(this.#folder, name), 'wx', 0o600);
      await file.close();
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  }

  async #prune(): Promise<void> {
    if (this.#pruned) return;
    this.#pruned = true;
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > keptMs) await rm(path, { force: true });
    }
  }
}
