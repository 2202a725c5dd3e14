import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotifiedOnce } from '../../../src/host/notifiedOnce.ts';

describe('a notification that one of several windows shows', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'revox-told-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is shown by the first window that asks', async () => {
    const windows = [new NotifiedOnce(join(folder, 'told')), new NotifiedOnce(join(folder, 'told'))];
    const answers = await Promise.all(windows.map((window) => window.claim('campaign 1')));
    assert.deepEqual(answers.sort(), [false, true]);
    assert.equal(await windows[0]?.claim('campaign 2'), true);
  });

  it('stores no name on the disk', async () => {
    await new NotifiedOnce(folder).claim('campaign 1');
    assert.match((await readdir(folder)).join(), /^[0-9a-f]{32}$/);
  });
});
