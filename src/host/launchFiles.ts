import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchStorage } from '../launch/journal/launchStorage.ts';
import { restrictToOwner, makePrivateFolder, ownerOnlyFile } from './privateFiles.ts';

/**
 * The journal of launches as one small file a step, in a folder that all windows of this machine (or of this
 * remote) share. A file is written beside its place, brought to the disk, and then linked into it, which only
 * one can do.
 */
export class LaunchFiles implements LaunchStorage {
  readonly #folder: string;
  #closed: Promise<void> | undefined;
  /** A step never changes once it is there. */
  readonly #read = new Map<string, string>();

  /** @param folder made when the first file is written */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async readAll(): Promise<ReadonlyMap<string, string>> {
    const names = (await this.#names()).filter((name) => name.endsWith(suffix) && name !== keyName + suffix);
    const texts = new Map<string, string>();
    for (const file of names) {
      const name = file.slice(0, -suffix.length);
      const text = this.#read.get(name) ?? (await this.#textOf(file));
      if (text === undefined) continue;
      texts.set(name, text);
      const whole = text.endsWith('}');
      if (whole && !name.endsWith('.beat')) this.#read.set(name, text);
    }
    for (const name of this.#read.keys()) if (!texts.has(name)) this.#read.delete(name);
    return texts;
  }

  /** Reads one text, never from the cache; undefined where there is none. */
  read(name: string): Promise<string | undefined> {
    return this.#textOf(`${name}${suffix}`);
  }

  async create(name: string, text: string): Promise<boolean> {
    await this.#makeFolder();
    const place = this.#place(name);
    const beside = `${place}.${randomUUID()}`;
    try {
      await writeFlushed(beside, text);
      await link(beside, place);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!noLinks.has(codeOf(error))) throw error;
      if (!(await createInPlace(place, text))) return false;
    } finally {
      await rm(beside, { force: true });
    }
    await this.#flushFolder();
    return true;
  }

  async replace(name: string, text: string): Promise<void> {
    await this.#makeFolder();
    const beside = `${this.#place(name)}.${randomUUID()}`;
    await writeFile(beside, text, { mode: ownerOnlyFile });
    await rename(beside, this.#place(name));
  }

  /** Writes synchronously, for a window that closes: nothing asynchronous is waited for any more. */
  replaceNow(name: string, text: string): void {
    writeFileSync(this.#place(name), text, { mode: ownerOnlyFile });
  }

  async remove(name: string): Promise<void> {
    await rm(this.#place(name), { force: true });
  }

  async attach(id: string, text: string): Promise<void> {
    await this.#makeFolder();
    const place = this.#attachmentPlace(id);
    const beside = `${place}.${randomUUID()}`;
    await writeFlushed(beside, text);
    await rename(beside, place);
    await this.#flushFolder();
  }

  attachment(id: string): Promise<string | undefined> {
    return this.#textOf(`${id}${attachmentSuffix}`);
  }

  async removeAttachment(id: string): Promise<void> {
    await rm(this.#attachmentPlace(id), { force: true });
  }

  /** @throws where the file of the key is damaged */
  async key(): Promise<Uint8Array<ArrayBuffer>> {
    const text = (await this.read(keyName)) ?? (await this.#makeKey());
    const { key } = (text === undefined ? {} : JSON.parse(text)) as { readonly key?: unknown };
    const bytes = typeof key === 'string' ? Buffer.from(key, 'hex') : Buffer.alloc(0);
    if (bytes.length !== keyBytes)
      throw new Error(`The key in ${this.#place(keyName)} is damaged. Delete the file.`);
    return new Uint8Array(bytes);
  }

  /** If two windows make a key at the same time, both use the first one. */
  async #makeKey(): Promise<string | undefined> {
    await this.create(keyName, JSON.stringify({ key: randomBytes(keyBytes).toString('hex') }));
    return this.read(keyName);
  }

  /** Called each time, because another window may have removed the folder. */
  async #makeFolder(): Promise<void> {
    await makePrivateFolder(this.#folder);
    this.#closed ??= restrictToOwner(this.#folder);
    await this.#closed;
  }

  #attachmentPlace(id: string): string {
    return join(this.#folder, `${id}${attachmentSuffix}`);
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(this.#folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #textOf(file: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.#folder, file), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined; // another window removed it just now
      throw error;
    }
  }

  #place(name: string): string {
    return join(this.#folder, `${name}${suffix}`);
  }

  /** Flushes the folder, so that the name is on the disk as well. Windows neither supports nor needs this. */
  async #flushFolder(): Promise<void> {
    try {
      const folder = await open(this.#folder, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    } catch {
      // the file itself is flushed
    }
  }
}

const suffix = '.json';
const keyName = 'key';
const keyBytes = 32;
/** Not read with the rest: an attachment can be large. */
const attachmentSuffix = '.attachment';
/** Error codes of file systems without hard links (exFAT, some network shares). */
const noLinks: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'ENOSYS',
  'EOPNOTSUPP',
  'EMLINK',
]);

/**
 * Fallback without hard links: the name is taken first, so a crash leaves an empty file, which counts as the
 * worse case.
 */
async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    await writeFlushed(path, text);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', ownerOnlyFile);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
