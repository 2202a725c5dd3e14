import type { Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { StoredBytes } from '../callList/file/textSource.ts';
import { HumanError } from '../core/errors.ts';

/** VS Code shares no larger file with extensions, in bytes: it is read in pieces, and not kept in memory. */
export const largeBytes = 50 * 1024 * 1024;

const pieceBytes = 256 * 1024;

/**
 * A file on the disk, read in pieces. What is read through to its end was one state of the file: when it is
 * written meanwhile, reading it fails.
 * @throws HumanError, while it is read, that says what is wrong with the file and what to do
 */
export class FileBytes implements StoredBytes {
  readonly rereadable = true;
  readonly #path: string;
  readonly #name: string;

  /** @param name as a person knows it: `call-list.csv` */
  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    const file = await open(this.#path, 'r').catch((error: unknown) => this.#unreadable(error));
    try {
      const before = await this.#stat(file);
      let total = 0;
      for (;;) {
        // a new buffer for each piece: the caller may still use the end of the previous one
        const buffer = new Uint8Array(pieceBytes);
        const { bytesRead } = await file
          .read(buffer, 0, pieceBytes)
          .catch((error: unknown) => this.#unreadable(error));
        total += bytesRead;
        if (bytesRead === 0 || total > before.size) break;
        yield buffer.subarray(0, bytesRead);
      }
      this.#requireUnchanged(before, await this.#stat(file), total);
    } finally {
      await file.close();
    }
  }

  #stat(file: FileHandle): Promise<Stats> {
    return file.stat().catch((error: unknown) => this.#unreadable(error));
  }

  #requireUnchanged(before: Stats, after: Stats, total: number): void {
    if (total < before.size) {
      throw new HumanError(
        `“${this.#name}” was truncated while it was being read, so none of it is used. Wait until it has been written completely, then try again.`,
      );
    }
    if (total !== before.size || before.mtimeMs !== after.mtimeMs || before.size !== after.size) {
      throw new HumanError(
        `“${this.#name}” changed while it was being read, so none of it is used. Wait until it has been written completely, then try again.`,
      );
    }
  }

  #unreadable(error: unknown): never {
    throw fileUnreadable(this.#name, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no longer exists. It may have been moved or deleted: put it back, or choose it where it is now.',
  FileNotFound:
    'no longer exists. It may have been moved or deleted: put it back, or choose it where it is now.',
  EACCES: 'may not be read: you have no permission. Ask its owner, or copy it to a folder of yours.',
  EPERM: 'may not be read: you have no permission. Ask its owner, or copy it to a folder of yours.',
  NoPermissions: 'may not be read: you have no permission. Ask its owner, or copy it to a folder of yours.',
  EISDIR: 'is a folder. Choose the CSV in it.',
  FileIsADirectory: 'is a folder. Choose the CSV in it.',
};

/** A sentence with a remedy for what Node or VS Code say of a file. */
export function fileUnreadable(name: string, error: unknown): HumanError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const what =
    reasons[code] ??
    'cannot be read. Its disk or network may be disconnected. Check that you can open the file, then try again.';
  return new HumanError(`“${name}” ${what}`, { cause: error });
}
