import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaunchFiles } from '../../../src/host/launchFiles.ts';
import { NumberKey } from '../../../src/host/numberKey.ts';
import { ProvenanceFiles } from '../../../src/host/provenanceFiles.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { provenance } from '../support/provenances.ts';

describe('the files of campaign origins', () => {
  let root: string;
  let folder: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'revox-kept-'));
    folder = join(root, 'kept');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function openToOthers(): Promise<readonly string[]> {
    const names = (await readdir(folder)).map((name) => join(folder, name));
    const modes = await Promise.all(
      [folder, ...names].map(async (path) => ({ path, mode: (await stat(path)).mode })),
    );
    return modes.flatMap(({ path, mode }) => ((mode & 0o077) === 0 ? [] : [path]));
  }

  it('are readable by their owner only', async () => {
    if (process.platform === 'win32') return;
    await new ProvenanceFiles(folder).keep(provenance(), Float64Array.of(1, 2));
    const files = new LaunchFiles(folder);
    await files.create('a.0', '{}');
    await files.replace('a.beat', '1');
    files.replaceNow('b.beat', '1');
    await files.attach('a', '{}');
    await files.key();
    assert.ok((await readdir(folder)).length > 5);
    assert.deepEqual(await openToOthers(), []);
  });

  it('become private where an earlier version left them open', async () => {
    if (process.platform === 'win32') return;
    await mkdir(folder, { mode: 0o755 });
    await writeFile(join(folder, 'a.0.json'), '{}', { mode: 0o644 });
    await chmod(folder, 0o755);
    await new LaunchFiles(folder).create('b.0', '{}');
    assert.deepEqual(await openToOthers(), []);
  });

  it('are read despite a file that a crash left empty', async () => {
    const files = new ProvenanceFiles(folder);
    await files.keep(provenance({ launchId: 'a' }), Float64Array.of(1));
    await files.became('a', 'c1');
    await files.keep(provenance({ launchId: 'b' }), Float64Array.of(2));
    await writeFile(join(folder, 'b.became.json'), '');
    const ids = (await new ProvenanceFiles(folder).all()).map(({ campaignId }) => campaignId);
    assert.deepEqual(ids.sort(), ['c1', undefined]);
  });

  it('are deleted with the salt of an earlier version, which could reveal their numbers', async () => {
    const files = new ProvenanceFiles(folder);
    await files.keep(provenance(), Float64Array.of(1, 2));
    await writeFile(join(folder, 'salt.json'), '{"salt":[1,2]}');
    assert.deepEqual(await files.all(), []);
    await files.keep(provenance(), Float64Array.of(1, 2));
    assert.equal((await files.all()).length, 1);
  });
});

describe('the salt of stored numbers', () => {
  const keys: readonly [
    where: string,
    open: (secrets: MemorySecrets, folder: string) => () => Promise<Uint8Array>,
  ][] = [
    ['the secret storage', (secrets) => () => new NumberKey(secrets).get()],
    ['the folder of the journal', (_, folder) => () => new LaunchFiles(folder).key()],
  ];
  for (const [where, open] of keys) {
    it(`in ${where} is the same in every window, and new after it was deleted`, async () => {
      const root = await mkdtemp(join(tmpdir(), 'revox-key-'));
      try {
        const secrets = new MemorySecrets();
        const key = open(secrets, join(root, 'launches'));
        const [before, same] = await Promise.all([key(), key()]);
        assert.deepEqual(same, before);
        assert.equal(before.length, 32);
        await new NumberKey(secrets).forget();
        await rm(root, { recursive: true });
        assert.notDeepEqual(await key(), before);
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    });
  }

  it('is not a step of a launch', async () => {
    const root = await mkdtemp(join(tmpdir(), 'revox-key-'));
    try {
      const files = new LaunchFiles(root);
      await files.key();
      assert.equal((await files.readAll()).size, 0);
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
