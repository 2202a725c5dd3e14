import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProvenanceFiles } from '../../../src/host/provenanceFiles.ts';

describe('the salt of kept numbers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'provenance-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is the same in every window', async () => {
    const [one, other] = [new ProvenanceFiles(folder), new ProvenanceFiles(folder)];
    assert.deepEqual(await one.salt(), await other.salt());
  });

  it('is the new one in every window once one of them has forgotten everything', async () => {
    const [one, other] = [new ProvenanceFiles(folder), new ProvenanceFiles(folder)];
    const before = await one.salt();
    await other.clear();
    const after = await other.salt();
    assert.notDeepEqual(after, before);
    assert.deepEqual(await one.salt(), after);
  });
});
