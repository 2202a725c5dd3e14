import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CampaignSubmitter } from '../../../src/host/campaignSubmitter.ts';
import { ProvenanceFiles } from '../../../src/host/provenanceFiles.ts';

const [open, crashed, fresh] = ['1', '2', '3'].map(
  (digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`,
);
const nowMs = Date.parse('2026-11-27T10:00:00Z');
const hourMs = 3600_000;
const unexpected = (message: string) => assert.ok(false, message);
const log = { info: () => undefined, warn: unexpected, error: unexpected };

describe('files that a crash leaves behind', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-orphans-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (name: string, ageMs: number) => {
    const path = join(folder, name);
    await writeFile(path, '{}');
    await utimes(path, (nowMs - ageMs) / 1000, (nowMs - ageMs) / 1000);
  };
  const left = async () => (await readdir(folder)).sort();
  const submitter = () =>
    new CampaignSubmitter({
      folder,
      log,
      clock: { now: () => nowMs },
      connections: { current: undefined },
      keys: {},
    } as never);
  const intent = JSON.stringify({
    id: open,
    name: 'March',
    assistantId: 'a',
    contacts: 1,
    contactsHash: 'x',
    startedMs: nowMs - 48 * hourMs,
    target: { baseUrl: 'https://example.com/api' },
  });

  async function putAll(): Promise<void> {
    await put(`${open}.0.json`, 48 * hourMs);
    await writeFile(join(folder, `${open}.0.json`), intent);
    await put(`${open}.attachment`, 48 * hourMs);
    await put(`${crashed}.attachment`, 25 * hourMs); // hashes of contacts, and no intent
    await put(`${crashed}.1.json`, 25 * hourMs);
    await put(`${crashed}.beat.json`, 25 * hourMs);
    await put(`${open}.1.json.${crashed}`, 25 * hourMs);
    await put(`${fresh}.attachment`, hourMs);
    await put('key.json', 25 * hourMs);
  }

  it('are deleted a day later, but no file of a launch and none that may be being written', async () => {
    await putAll();
    await submitter().prune();
    assert.deepEqual(await left(), [
      `${open}.0.json`,
      `${open}.attachment`,
      `${fresh}.attachment`,
      'key.json',
    ]);
  });

  it('are deleted at once when everything is deleted, except those of unconfirmed launches', async () => {
    await putAll();
    assert.equal(await submitter().forget(), 1);
    assert.deepEqual(await left(), [`${open}.0.json`, `${open}.attachment`, 'key.json']);
  });

  it('are deleted among the origins of campaigns, too', async () => {
    await put(`${open}.json`, 48 * hourMs);
    await put(`${open}.became.json`, 48 * hourMs);
    await put(`${open}.numbers`, 48 * hourMs);
    await put(`${crashed}.numbers`, 48 * hourMs);
    await new ProvenanceFiles(folder).prune(nowMs - 24 * hourMs);
    assert.deepEqual(await left(), [`${open}.became.json`, `${open}.json`, `${open}.numbers`]);
  });

  it('cause no error where there is no folder yet', async () => {
    await rm(folder, { recursive: true });
    await submitter().prune();
    assert.equal(await submitter().forget(), 0);
    await writeFile(folder, ''); // for afterEach
  });
});
