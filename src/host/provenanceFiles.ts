import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProvenance, type Provenance } from '../launch/gate/provenance.ts';
import { LaunchFiles } from './launchFiles.ts';
import { makePrivateFolder, ownerOnlyFile } from './privateFiles.ts';

export interface KeptProvenance {
  readonly provenance: Provenance;
  /** Undefined: not known yet, or it became none. */
  readonly campaignId: string | undefined;
}

/** Beside hashes that earlier versions made with it: whoever has both can try numbers one after the other. */
const saltName = 'salt';
const became = '.became';

/**
 * Provenances in a folder of this machine: `ID` says where from, `ID.became` which campaign it is,
 * `ID.numbers` holds the hashes.
 */
export class ProvenanceFiles {
  readonly #folder: string;
  readonly #texts: LaunchFiles;

  constructor(folder: string) {
    this.#folder = folder;
    this.#texts = new LaunchFiles(folder);
  }

  async all(): Promise<readonly KeptProvenance[]> {
    const texts = await this.#texts.readAll();
    if (texts.has(saltName)) {
      await this.clear();
      return [];
    }
    return [...texts].flatMap(([name, text]) => {
      const provenance = name.endsWith(became) ? undefined : readProvenance(text);
      if (provenance === undefined) return [];
      return [{ provenance, campaignId: readId(texts.get(name + became)) }];
    });
  }

  /** The numbers are written first, so that a provenance is complete as soon as it is named. */
  async keep(provenance: Provenance, hashes: Float64Array): Promise<void> {
    await this.all(); // first removes what an earlier version stored
    await makePrivateFolder(this.#folder);
    const place = this.#numbersOf(provenance.launchId);
    const beside = `${place}.${randomUUID()}`;
    await writeFile(beside, hashes, { mode: ownerOnlyFile });
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

  /** Removes hashes that a crash has left without what names them. */
  async prune(beforeMs: number): Promise<void> {
    const { removeOrphanFiles } = await import('./orphanFiles.ts');
    await removeOrphanFiles(this.#folder, (id) => `${id}.json`, beforeMs);
  }

  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #numbersOf(launchId: string): string {
    return join(this.#folder, `${launchId}.numbers`);
  }
}

function readId(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { campaignId } = JSON.parse(text) as { readonly campaignId?: unknown };
    return typeof campaignId === 'string' ? campaignId : undefined;
  } catch {
    return undefined; // a crash can leave an empty file on disks without links
  }
}
