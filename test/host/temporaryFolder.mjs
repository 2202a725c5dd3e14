import { realpathSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();
process.once('exit', () => {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
    } catch {
      // a program that is just ending may still write: the system clears its temporary folder in time
    }
  }
});

/**
 * A fresh folder that is gone with remove(), or at the latest with this process, Ctrl-C included.
 * @param {string} name what it is for
 * @returns {Promise<{path: string, remove: () => Promise<void>}>}
 */
export async function temporaryFolder(name) {
  const path = await mkdtemp(join(realpathSync(tmpdir()), `revox-${name}-`));
  folders.add(path);
  const remove = async () => {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    folders.delete(path);
  };
  return { path, remove };
}
