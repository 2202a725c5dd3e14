import { createCipheriv, createDecipheriv, createHash, type Cipher, type Decipher } from 'node:crypto';

export type IdKind = 'row' | 'call' | 'attempt';
const kinds: readonly IdKind[] = ['row', 'call', 'attempt'];

/** What an id identifies. Campaigns and rows count from 0, attempts from 1 (0 in the id of a row or call). */
export interface IdParts {
  readonly kind: IdKind;
  readonly campaign: number;
  readonly row: number;
  readonly attempt: number;
}

const magic = 0x5e7c;

/**
 * Ids that contain what they identify, encrypted into the 16 bytes of a UUID. So a million rows need no table
 * of ids, and the address of a recording, which needs no key, cannot be guessed.
 */
export class Ids {
  /** Each block is encrypted by itself (ECB, no padding), so one cipher and one decipher serve all ids. */
  readonly #cipher: Cipher;
  readonly #decipher: Decipher;
  readonly #seed: number;

  /** The same key and seed make the same ids. */
  constructor(key: string, seed: number) {
    const secret = createHash('sha256').update(`revox-sandbox:${seed}:${key}`).digest().subarray(0, 16);
    this.#cipher = createCipheriv('aes-128-ecb', secret, null).setAutoPadding(false);
    this.#decipher = createDecipheriv('aes-128-ecb', secret, null).setAutoPadding(false);
    this.#seed = seed;
  }

  of({ kind, campaign, row, attempt }: IdParts): string {
    const block = Buffer.alloc(16);
    block.writeUInt16BE(magic, 0);
    block.writeUInt16BE(kinds.indexOf(kind), 2);
    block.writeUInt32BE(campaign, 4);
    block.writeUInt32BE(row, 8);
    block.writeUInt16BE(attempt, 12);
    return asUuid(this.#cipher.update(block).toString('hex'));
  }

  /** @returns undefined for an id that this sandbox did not make */
  read(id: string): IdParts | undefined {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    if (bytes.length !== 16) return undefined;
    const block = this.#decipher.update(bytes);
    const kind = kinds[block.readUInt16BE(2)];
    if (block.readUInt16BE(0) !== magic || block.readUInt16BE(14) !== 0 || kind === undefined)
      return undefined;
    const [campaign, row, attempt] = [block.readUInt32BE(4), block.readUInt32BE(8), block.readUInt16BE(12)];
    return { kind, campaign, row, attempt };
  }

  /** A version 4 UUID from a name, for campaigns and assistants. The same seed and name make the same one. */
  named(name: string): string {
    const hex = createHash('sha256').update(`${this.#seed}:${name}`).digest('hex');
    return asUuid(`${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17, 32)}`);
  }
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
