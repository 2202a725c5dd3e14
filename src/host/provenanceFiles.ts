import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NumberSalt } from '../launch/numberHash.ts';
import { readProvenance, type Provenance } from '../launch/provenance.ts';
import { LaunchFiles } from './launchFiles.ts';

export interface KeptProvenance {
  readonly provenance: Provenance;
  /** Undefined: not known yet, or it became none. */
  readonly campaignId: string | undefined;
}

const saltName = 'salt';
const became = '.became';

/** Provenances in a folder of this machine: `ID` says where from, `ID.became` which campaign it is, `ID.numbers` holds the hashes. */
export class ProvenanceFiles {
  readonly #folder: string;
  readonly #texts: LaunchFiles;

  constructor(folder: string) {
    this.#folder = folder;
    this.#texts = new LaunchFiles(folder);
  }

  async all(): Promise<readonly KeptProvenance[]> {
    const texts = await this.#texts.readAll();
    return [...texts].flatMap(([name, text]) => {
      const provenance = name === saltName || name.endsWith(became) ? undefined : readProvenance(text);
      if (provenance === undefined) return [];
      return [{ provenance, campaignId: readId(texts.get(name + became)) }];
    });
  }

  /** The numbers first: what is named has all that belongs to it. */
  async keep(provenance: Provenance, hashes: Float64Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const place = this.#numbersOf(provenance.launchId);
    const beside = `${place}.${randomUUID()}`;
    await writeFile(beside, hashes);
    await rename(beside, place);
    await this.#texts.create(provenance.launchId, JSON.stringify(provenance));
  }

  async became(launchId: string, campaignId: string): Promise<void> {
    await this.#texts.create(launchId + became, JSON.stringify({ campaignId }));
  }

  async hashes(launchId: string): Promise<Float64Array> {
    const bytes = await readFile(this.#numbersOf(launchId));
    return new Float64Array(new Uint8Array(bytes).buffer);
  }

  async remove(launchId: string): Promise<void> {
    await this.#texts.remove(launchId);
    await this.#texts.remove(launchId + became);
    await rm(this.#numbersOf(launchId), { force: true });
  }

  /** The same for all windows of this machine, made when first needed. Never cached: another window may forget it. */
  async salt(): Promise<NumberSalt> {
    const text = (await this.#texts.read(saltName)) ?? (await this.#makeSalt());
    const { salt } = (text === undefined ? {} : JSON.parse(text)) as { readonly salt?: readonly number[] };
    const [one, other] = salt ?? [];
    if (one === undefined || other === undefined) throw new Error('The salt of the numbers is gone.');
    return [one, other];
  }

  /** Of two windows that make one at the same time, the first counts for both. */
  async #makeSalt(): Promise<string | undefined> {
    const made = JSON.stringify({ salt: [...crypto.getRandomValues(new Uint32Array(2))] });
    await this.#texts.create(saltName, made);
    return this.#texts.read(saltName);
  }

  /** All of it, the salt included. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #numbersOf(launchId: string): string {
    return join(this.#folder, `${launchId}.numbers`);
  }
}

function readId(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { campaignId } = JSON.parse(text) as { campaignId?: unknown };
  return typeof campaignId === 'string' ? campaignId : undefined;
}
