import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';

const secretName = 'revox.numberKey';
const keyBytes = 32;

/**
 * The key of the hashes of phone numbers, in VS Code's secret storage: a copy of the files with the hashes,
 * such as a backup or a synchronised home folder, tells nothing without it. Never cached: another window may
 * forget it.
 */
export class NumberKey {
  readonly #secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>;

  constructor(secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>) {
    this.#secrets = secrets;
  }

  /** Made when it is first asked for. @throws where the system's key store cannot be used */
  async get(): Promise<Uint8Array> {
    const known = decode(await this.#secrets.get(secretName));
    if (known !== undefined) return known;
    await this.#secrets.store(secretName, randomBytes(keyBytes).toString('base64'));
    // If two windows make a key at the same time, both use the last one.
    const made = decode(await this.#secrets.get(secretName));
    if (made === undefined) throw new Error("the system's key store keeps nothing");
    return made;
  }

  async forget(): Promise<void> {
    await this.#secrets.delete(secretName);
  }
}

function decode(text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === keyBytes ? bytes : undefined;
}
