import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { searchFiles } from '../../src/editor/suppression/fileSearch.ts';
import { findSuppressions } from '../../src/editor/suppression/suppressionFiles.ts';
import { readSmallDiskFile } from '../../src/host/diskFiles.ts';
import { readCampaignFile } from '../../src/launch/draft/campaignFile.ts';
import { placesIn } from '../../src/launch/draft/campaignFileText.ts';
import { noonMs } from '../unit/support/campaigns.ts';
import { diskTree } from '../unit/support/diskTree.ts';

// What a folder that somebody cloned may hold beside a list. Each ends soon, in a sentence.

const maxBytes = 1024 * 1024;

describe('a hostile folder', function () {
  this.timeout(60_000);
  let folder: string;
  let socket: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-hostile-'));
  });

  afterEach(async () => {
    socket?.close();
    socket = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const odd: readonly (readonly [
    what: string,
    make: (path: string) => Promise<unknown>,
    sentence: RegExp,
  ])[] = [
    ['a folder', (path) => mkdir(path), /is a folder, device or pipe, not a file/],
    ['a pipe', (path) => promisify(execFile)('mkfifo', [path]), /is a folder, device or pipe/],
    ['a link to a device', (path) => symlink('/dev/zero', path), /is a folder, device or pipe/],
    ['a link to a terminal', (path) => symlink('/dev/tty', path), /./],
    ['a socket', (path) => new Promise<void>((done) => (socket = createServer().listen(path, done))), /./],
    ['a link to itself', (path) => symlink(path, path), /./],
    ['a link that leads nowhere', (path) => symlink('/nowhere/at/all', path), /./],
    [
      'a file of 100 MB',
      async (path) => {
        await writeFile(path, '{');
        await truncate(path, 100 * 1024 * 1024);
      },
      /is larger than 1 MB\. Split it into smaller files\./,
    ],
  ];
  for (const [what, make, sentence] of odd) {
    it(`may contain ${what} as a campaign file or a suppression list`, async function () {
      if (process.platform === 'win32') this.skip();
      const path = join(folder, 'suppression.csv');
      await make(path);
      await assert.rejects(readSmallDiskFile(path, 'suppression.csv', maxBytes), sentence);
      const { files, failures } = await suppressionsFor('people.csv');
      // A folder is no list. All else of that name is taken for one, and reading it stops the launch.
      assert.equal(files.length + failures.length, what === 'a folder' ? 0 : 1);
    });
  }

  const texts: readonly (readonly [what: string, text: string])[] = [
    ['that nests 100,000 levels deep', '['.repeat(100_000)],
    ['that nests and closes', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['of 50,000 keys that nobody knows', `{${keys(50_000, (at) => `"k${at}":${at}`)}}`],
    ['of 20,000 keys that are forbidden', `{"a":[${keys(20_000, () => `{"api_key":"x"}`)}]}`],
    ['of one key again and again', `{${keys(50_000, () => '"name":"x"')}}`],
    ['of nothing but comments', `${'/* x */'.repeat(100_000)}{}`],
    [
      'of suppression lists alone',
      `{"list":{"suppression_lists":[${keys(50_000, (at) => `"l${at}.csv"`)}]}}`,
    ],
  ];
  for (const [what, text] of texts) {
    it(`may contain a campaign file ${what}`, () => {
      const { findings, file } = readCampaignFile(text, noonMs);
      assert.ok(file !== undefined || findings.length > 0);
      const placeOf = placesIn(text);
      for (const { path, message } of findings.slice(0, 100)) {
        assert.match(message, /\.$/);
        assert.ok(message.length < 1_000);
        placeOf(path);
      }
    }).timeout(10_000);
  }

  const patterns = [
    '*'.repeat(10_000),
    `${'a/'.repeat(5_000)}*.csv`,
    `{${'a,'.repeat(5_000)}b}`,
    '['.repeat(10_000),
  ];
  for (const pattern of patterns) {
    it(`may name a list with ${pattern.length} characters: ${pattern.slice(0, 8)}…`, async () => {
      const { failures } = await suppressionsFor('people.csv', pattern);
      assert.match(failures[0] ?? '', /^The suppression list “.*, named in here, cannot be used\. The /);
      assert.ok((failures[0] ?? '').length < 400);
    });
  }

  it('may contain folders that link to each other', async function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['a', 'b', 'c']) await mkdir(join(folder, name));
    for (const from of ['a', 'b', 'c'])
      for (const to of ['a', 'b', 'c']) await symlink(join(folder, to), join(folder, from, `to-${to}`));
    await symlink('/', join(folder, 'a', 'everything'));
    await writeFile(join(folder, 'c', 'dnc.csv'), 'phone\n+33199001201\n');
    const { files, failures } = await suppressionsFor('people.csv', 'b/**/dnc.csv');
    assert.ok(failures.length === 1 || files.length > 0);
  });

  it('may contain 20,000 files beside the list', async () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `f${at}.csv`);
    for (let at = 0; at < names.length; at += 500)
      await Promise.all(names.slice(at, at + 500).map((name) => writeFile(join(folder, name), '')));
    await writeFile(join(folder, 'do-not-call.csv'), 'phone\n+33199001201\n');
    const { files, failures } = await suppressionsFor('people.csv');
    assert.deepEqual([files.length, failures], [1, []]);
    const named = await suppressionsFor('people.csv', '*.csv');
    assert.deepEqual(named.files.length, 1);
    assert.match(named.failures.join(), /“\*\.csv”.* it fits more than 1,000 files\./);
  });

  function suppressionsFor(listName: string, path?: string) {
    const signal = AbortSignal.timeout(10_000);
    const around = { list: join(folder, listName), listName, folder, base: folder, home: folder };
    return findSuppressions(
      diskTree,
      { ...around, isTrusted: true },
      path === undefined ? [] : [{ path, by: 'workspace', where: 'here' }],
      (start, { steps }) => searchFiles(diskTree, start, steps, { maxFolders: 2_000, signal }),
    );
  }
});

function keys(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(',');
}
