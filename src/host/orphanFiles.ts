import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of each file starts with the UUID of its owner. */
const idOf = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** The name of a file that is written before it is moved to its place. A crash can leave it behind. */
const besidePlace = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes files that a crash has left without the one that names them, such as hashes of contacts that were
 * written before their intent.
 *
 * @param folder may be missing
 * @param ownerOf name of the file without which those of an id mean nothing
 * @param beforeMs only what was last written before that, ms since 1970: another window may be writing
 */
export async function removeOrphanFiles(
  folder: string,
  ownerOf: (id: string) => string,
  beforeMs: number,
): Promise<void> {
  const names = new Set(await readdir(folder).catch(() => []));
  for (const name of names) {
    const [id] = idOf.exec(name) ?? [];
    if (id === undefined || (names.has(ownerOf(id)) && !besidePlace.test(name))) continue;
    const path = join(folder, name);
    const times = await stat(path).catch(() => undefined); // another window may have removed it just now
    if (times !== undefined && times.mtimeMs < beforeMs) await rm(path, { force: true });
  }
}
