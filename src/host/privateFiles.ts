import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

// Stored files show who is called and by whom. On a machine with several users, such as an SSH host with open
// home folders, only their owner may read them. Windows restricts these folders by itself.

const ownerOnlyFolder = 0o700;
/** The mode of each file that is written into such a folder. */
export const ownerOnlyFile = 0o600;

export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerOnlyFolder });
}

/** Restricts a folder, and its files, that an earlier version left readable for others. */
export async function restrictToOwner(folder: string): Promise<void> {
  await chmod(folder, ownerOnlyFolder);
  for (const name of await readdir(folder)) {
    // Another window may remove it meanwhile.
    await chmod(join(folder, name), ownerOnlyFile).catch(() => undefined);
  }
}
