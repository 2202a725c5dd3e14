import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { searchLeftovers } from '../host/leftovers.mjs';

const key = 'sandbox_0123456789abcdef';
const said = 'Sure, that could be interesting.';

describe('the check of what end-to-end tests leave behind', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-leftovers-'));
    await writeFile(join(folder, 'keys.txt'), `${key}\n`);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function search(file: string, text: string): Promise<readonly (readonly [string, string])[]> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
    const { searched, leftovers } = await searchLeftovers(folder);
    assert.ok(searched > 0 || leftovers.length === 0);
    return leftovers.map((each) => [each.file, each.kind]);
  }

  const log = join('t1', 'profile', 'logs', 'exthost', 'output.log');
  const stored = (name: string, value: string) => JSON.stringify([{ name, value }]);
  const planted: readonly (readonly [what: string, file: string, text: string, kind: string])[] = [
    ['a key in a log', log, `sent with ${key}`, 'an API key'],
    ['a key in a page', join('t1', 'pages', '3.html'), `<b>${key}</b>`, 'an API key'],
    [
      'a token of an assistant in a page',
      join('t1', 'pages', '0.html'),
      'tok_sandbox_not_real_31f7',
      'a secret of an assistant',
    ],
    ['a number in a log', log, 'called +33 1 99 00 12 01 twice', 'a phone number of a contact'],
    [
      'an American number in storage',
      join('t1', 'browser.json'),
      stored('db/store/x', '1-212-555-0142'),
      'a phone number of a contact',
    ],
    [
      'what was said, in two-byte letters of a database',
      join('t1', 'profile', 'User', 'state.vscdb'),
      Buffer.from(said, 'utf16le').toString(),
      'a sentence of a transcript',
    ],
  ];
  for (const [what, file, text, kind] of planted) {
    it(`fails for ${what}, and names only the place and the kind`, async () => {
      assert.deepEqual(await search(file, text), [[file, kind]]);
    });
  }

  const own: readonly (readonly [what: string, file: string, text: string])[] = [
    [
      'unsaved text that VS Code takes over a restart',
      join('t1', 'profile', 'User', 'Backups', 'x', 'file', 'a'),
      '+33199001201',
    ],
    [
      'the local history of a saved list',
      join('t1', 'profile', 'User', 'History', 'x', 'a.csv'),
      '+33199001201',
    ],
    ['the secret storage itself', join('t1', 'browser.json'), stored('localStorage/secrets.provider', key)],
    ['numbers on a page that shows them', join('t1', 'pages', '1.html'), '+33199001201'],
    ['numbers of nobody', log, '1764262800000 33199'],
  ];
  for (const [what, file, text] of own) {
    it(`ignores ${what}`, async () => assert.deepEqual(await search(file, text), []));
  }
});
