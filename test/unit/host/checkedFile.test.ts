import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '../../../src/callList/file/contentHash.ts';
import { HumanError, isAbort } from '../../../src/core/errors.ts';
import { checkFile, hashOfFile } from '../../../src/host/checkedFile.ts';
import { FileBytes, fileUnreadable } from '../../../src/host/fileBytes.ts';

const bounds = { maxContacts: 10_000, maxCharacters: 5_000_000 };
/** Some pieces long: 40,000 rows, 1 MB. */
const text = `phone,name\n${Array.from({ length: 40_000 }, (_, row) => `+33612${String(row % 5000).padStart(6, '0')},Zoé ${row}`).join('\n')}\n`;

describe('a list on the disk', () => {
  let folder: string;
  let path: string;
  let file: FileBytes;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-list-'));
    path = join(folder, 'list.csv');
    await writeFile(path, text);
    file = new FileBytes(path, 'list.csv');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is read in chunks to the same contacts and the same hash as in one', async () => {
    const { list, hash } = await checkFile(file, {}, { bounds });
    const inOne = await checkFile(text, {}, { bounds });
    assert.deepEqual([list.contacts, list.counts], [inOne.list.contacts, inOne.list.counts]);
    assert.deepEqual([hash, await hashOfFile(file)], [inOne.hash, await contentHash(text)]);
  });

  it('has another hash when one character differs', async () => {
    const { hash } = await checkFile(file, {}, { bounds });
    await writeFile(path, text.replace('Zoé 39999', 'Zoë 39999'));
    assert.notEqual(await hashOfFile(file), hash);
  });

  const troubles: [what: string, trouble: () => Promise<unknown>, sentence: RegExp][] = [
    [
      'is cut short meanwhile',
      () => truncate(path, 300_000),
      /^“list\.csv” was truncated while it was being read.* Wait until/,
    ],
    [
      'grows meanwhile',
      () => appendFile(path, '+33612999999,New\n'),
      /^“list\.csv” changed while it was being read.* Wait until/,
    ],
    [
      'is written anew meanwhile',
      () => writeFile(path, text.replaceAll('Zoé', 'Zoë')),
      /^“list\.csv” changed while/,
    ],
  ];
  for (const [what, trouble, sentence] of troubles) {
    it(`is not used when it ${what}, with the remedy`, async () => {
      const reading = file[Symbol.asyncIterator]();
      await reading.next();
      await trouble();
      const rest = async () => {
        while ((await reading.next()).done !== true);
      };
      await assert.rejects(rest(), (error) => error instanceof HumanError && sentence.test(error.message));
    });
  }

  it('is reported as missing when it was deleted', async () => {
    await rm(path);
    await assert.rejects(checkFile(file, {}, { bounds }), {
      name: 'HumanError',
      message: /^“list\.csv” no longer exists.* put it back, or choose it where it is now\.$/,
    });
  });

  it('is reported as a folder when it became one', async () => {
    const folderBytes = new FileBytes(folder, 'lists');
    await assert.rejects(checkFile(folderBytes, {}, { bounds }), {
      message: /^“lists” is a folder\. Choose/,
    });
  });

  const codes: [code: string, sentence: RegExp][] = [
    ['EACCES', /no permission\. Ask its owner/],
    ['NoPermissions', /no permission\. Ask its owner/],
    ['FileNotFound', /no longer exists/],
    ['EIO', /cannot be read\. Its disk or network/],
  ];
  for (const [code, sentence] of codes) {
    it(`has a message for ${code}`, () => {
      assert.match(fileUnreadable('list.csv', Object.assign(new Error('x'), { code })).message, sentence);
    });
  }

  it('gives nothing when the reading is cancelled half way', async () => {
    const abort = new AbortController();
    let read = 0;
    const onProgress = (bytesRead: number) => {
      read = bytesRead;
      if (bytesRead > text.length / 2) abort.abort();
    };
    await assert.rejects(checkFile(file, {}, { bounds, signal: abort.signal, onProgress }), isAbort);
    assert.ok(read < text.length, 'and is not read to its end');
    await assert.rejects(hashOfFile(file, abort.signal), isAbort);
  });
});
