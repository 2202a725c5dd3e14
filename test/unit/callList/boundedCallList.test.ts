import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { checkBounded, type Bounds } from '../../../src/callList/boundedCallList.ts';
import type { CallListOptions } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { contentHash } from '../../../src/callList/file/contentHash.ts';
import type { StoredBytes } from '../../../src/callList/file/textSource.ts';

/** As a file on the disk gives them: from the beginning each time. */
function stored(bytes: Uint8Array, pieceBytes = 5003): StoredBytes & { times: number } {
  return {
    rereadable: true,
    times: 0,
    async *[Symbol.asyncIterator]() {
      this.times++;
      for (let at = 0; at < bytes.length; at += pieceBytes)
        yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
    },
  };
}

const everything: Bounds = { maxContacts: Infinity, maxCharacters: Infinity };
const reader = { newHash: () => createHash('sha256') };

/** 3,000 rows: 800 numbers that come again and again, some that are none. */
const rows = Array.from({ length: 3000 }, (_, row) => {
  const phone = row % 50 === 7 ? 'n/a' : `+336121${String(row % 800).padStart(5, '0')}`;
  return `${phone},Zoé ${row},`;
});
const text = `phone,name,city\n${rows.join('\n')}\n`;
const bytes = new TextEncoder().encode(text);

describe('a list of any size', () => {
  const policies: CallListOptions[] = [{}, { duplicates: 'last' }, { duplicates: 'all' }];
  for (const options of policies) {
    const policy = options.duplicates ?? 'first';

    it(`within its limits gives the same as the full check: ${policy}`, async () => {
      const whole = await checkCallList(bytes, options);
      const { list } = await checkBounded(stored(bytes), options, everything, reader);
      assert.deepEqual([list.contacts, list.counts], [whole.contacts, whole.counts]);
      assert.deepEqual(list.columns, whole.columns);
    });

    it(`with more contacts than can be sent counts them all, and stores only that many: ${policy}`, async () => {
      const whole = await checkCallList(bytes, options);
      const bounds = { ...everything, maxContacts: 100 };
      const { list } = await checkBounded(stored(bytes), options, bounds, reader);
      assert.equal(list.contacts.length, 100);
      assert.deepEqual(list.counts, whole.counts);
      assert.deepEqual(list.problemTotals, totals(whole.problems));
      if (policy !== 'last') assert.deepEqual(list.contacts, whole.contacts.slice(0, 100));
    });

    it(`with exactly as many as can be sent stores all of them: ${policy}`, async () => {
      const whole = await checkCallList(bytes, options);
      const bounds = { ...everything, maxContacts: whole.contacts.length };
      const { list } = await checkBounded(stored(bytes), options, bounds, reader);
      assert.deepEqual(list.contacts, whole.contacts);
    });

    it(`with longer values than can be sent stores just more than that: ${policy}`, async () => {
      const bounds = { ...everything, maxCharacters: 700 };
      const { list } = await checkBounded(stored(bytes), options, bounds, reader);
      const characters = list.contacts
        .flatMap(({ prompt_variables: values }) => Object.values(values))
        .join('');
      assert.ok(characters.length > 700 && characters.length < 720, `${characters.length}`);
      assert.ok(list.contacts.length < list.counts.ready, 'and it shows that not all are there');
    });
  }

  it('a contact that a later row replaces does not count for what can be sent', async () => {
    const again = Array.from({ length: 500 }, (_, row) => `+3361210000${row % 2},Zoé ${row}`);
    const twice = new TextEncoder().encode(`phone,name\n${again.join('\n')}\n`);
    const bounds = { maxContacts: 2, maxCharacters: 30 };
    const { list } = await checkBounded(stored(twice), { duplicates: 'last' }, bounds, reader);
    assert.deepEqual(
      list.contacts.map(({ prompt_variables: { name } }) => name),
      ['Zoé 498', 'Zoé 499'],
    );
  });

  it('has a thousand problems of a kind at most, and says how many there are', async () => {
    const many = new TextEncoder().encode(`phone\n${'n/a\n'.repeat(2500)}`);
    const { list } = await checkBounded(stored(many), {}, everything, reader);
    assert.equal(list.problems.filter(({ code }) => code === 'revox.phone.placeholder').length, 1000);
    assert.equal(list.problemTotals?.['revox.phone.placeholder'], 2500);
  });

  it('is read again in its own encoding when it proves far down not to be UTF-8', async () => {
    const good = `phone,name\n${'+33612100001,José\n'.repeat(400)}`;
    const late = Buffer.from(`phone,name\n${'+33612100001,Jose\n'.repeat(400)}+33612100002,Zoé\n`, 'latin1');
    const source = stored(late);
    const { list, hash } = await checkBounded(source, {}, everything, reader);
    assert.equal(list.dialect.encoding, 'windows-1252');
    assert.deepEqual(
      list.contacts.map(({ prompt_variables: { name } }) => name),
      ['Jose', 'Zoé'],
    );
    assert.equal(hash, await contentHash(late));
    assert.equal(source.times, 2);
    const utf8 = stored(new TextEncoder().encode(good));
    assert.equal((await checkBounded(utf8, {}, everything, reader)).list.dialect.encoding, 'utf-8');
    assert.equal(utf8.times, 1);
  });

  it('reports its progress, and the hash of its bytes', async () => {
    const seen: number[] = [];
    const { hash } = await checkBounded(stored(bytes), {}, everything, {
      ...reader,
      onProgress: (bytesRead) => seen.push(bytesRead),
    });
    assert.equal(seen.at(-1), bytes.length);
    assert.deepEqual(
      seen,
      seen.toSorted((one, other) => one - other),
    );
    assert.equal(hash, await contentHash(text));
  });
});

function totals(problems: readonly { readonly code: string }[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { code } of problems) counted[code] = (counted[code] ?? 0) + 1;
  return counted;
}
