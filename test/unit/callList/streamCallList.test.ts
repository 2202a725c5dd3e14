import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { CallListOptions, ReadyContact } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { contentHash } from '../../../src/callList/file/contentHash.ts';
import { NumberTable } from '../../../src/callList/phone/numberTable.ts';
import { streamCallList, type StreamOptions } from '../../../src/callList/streamCallList.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function stream(
  source: Uint8Array | string | AsyncIterable<Uint8Array>,
  options: StreamOptions = {},
): Promise<{
  contacts: ReadyContact[];
  report: Awaited<ReturnType<typeof streamCallList>>;
  batches: number;
}> {
  const contacts: ReadyContact[] = [];
  let batches = 0;
  const report = await streamCallList(source, options, (batch) => {
    contacts.push(...batch);
    batches++;
  });
  return { contacts, report, batches };
}

const rows = Array.from({ length: 4500 }, (_, row) => {
  const phone = row % 50 === 7 ? 'n/a' : `+336121${String(row % 4000).padStart(5, '0')}`;
  return `${phone},"Zoé, ${row}\nÉcole",TRUE`;
});
const bytes = encoder.encode(`phone,name,paid\n${rows.join('\n')}\n`);

describe('a list that arrives in chunks', () => {
  const variants: CallListOptions[] = [
    {},
    { duplicates: 'last' },
    { duplicates: 'all' },
    { variables: ['name'] },
  ];
  for (const options of variants) {
    it(`gives the same as the whole: ${JSON.stringify(options)}`, async () => {
      const { contacts: expected, ...list } = await checkCallList(bytes, options);
      const { contacts, report } = await stream(inPieces(bytes, 5003), {
        ...options,
        maxProblemsPerCode: 1e6,
      });
      const { problemTotals, bytesRead, ...rest } = report;
      assert.deepEqual(contacts, expected);
      assert.deepEqual(rest, list);
      assert.equal(bytesRead, bytes.length);
      const total = Object.values(problemTotals).reduce((sum, count) => sum + count, 0);
      assert.equal(total, list.problems.length);
    });
  }

  it('gives the same for chunks of any size, in every encoding', async () => {
    const text = 'phone,name\n+33199001201,Zoé\n+33199001202,Łukasz 😀\n';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = [encoder.encode(text), encoder.encode(`\ufeff${text}`), utf16];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.integer({ min: 1, max: 40 }), async (file, size) => {
        const { contacts } = await stream(inPieces(file, size));
        assert.deepEqual(
          contacts.map(({ prompt_variables }) => prompt_variables.name),
          ['Zoé', 'Łukasz 😀'],
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('passes contacts on while it is read', async () => {
    const { batches } = await stream(inPieces(bytes, 5003));
    assert(batches > 5, `${batches} batches`);
  });

  it('waits for the consumer of its contacts', async () => {
    let busy = false;
    await streamCallList(inPieces(bytes, 60_000), {}, async () => {
      assert.equal(busy, false);
      busy = true;
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy = false;
    });
  });

  it('keeps the first problems of each kind, and counts all', async () => {
    const { report } = await stream(inPieces(bytes, 60_000), { maxProblemsPerCode: 10 });
    assert.equal(report.problems.filter(({ code }) => code === 'revox.value.boolean').length, 10);
    assert.equal(report.problemTotals['revox.phone.placeholder'], 90);
    assert.equal(report.counts.excluded.noNumber, 90);
  });

  it('reports its progress, and passes every byte to a hash', async () => {
    const progress: number[] = [];
    const hash = createHash('sha256');
    await stream(inPieces(bytes, 10_000), { onProgress: (read) => progress.push(read), hash });
    assert.deepEqual(progress.at(-1), bytes.length);
    assert.deepEqual(
      progress,
      progress.toSorted((one, other) => one - other),
    );
    assert.equal(hash.digest('hex'), await contentHash(bytes));
  });
});

describe('bytes in chunks that are not UTF-8', () => {
  it('are Windows-1252 when the first non-ASCII byte says so, wherever it is', async () => {
    const file = Buffer.from(`phone,name\n+33199001201,${'a'.repeat(100_000)}\n+33199001202,Zoé\n`, 'latin1');
    const { contacts, report } = await stream(inPieces(file, 4096), { variables: ['name'] });
    assert.equal(contacts[1]?.prompt_variables.name, 'Zoé');
    assert.equal(report.dialect.encoding, 'windows-1252');
    assert(report.problems.some(({ code }) => code === 'revox.file.encodingGuessed'));
  });

  it('are reported as damage between valid UTF-8', async () => {
    const file = Buffer.concat([
      encoder.encode('phone,name\n+33199001201,Zoé\n+33199001202,Ren'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    const { contacts, report } = await stream(inPieces(file, 7));
    assert.deepEqual(
      contacts.map(({ prompt_variables }) => prompt_variables.name),
      ['Zoé', 'Ren\ufffd'],
    );
    assert.deepEqual(
      report.problems.map(({ code, line }) => [code, line]),
      [['revox.cell.garbled', 3]],
    );
  });

  it('are read in one encoding when all are in memory, as when they are checked', async () => {
    const file = Buffer.concat([
      encoder.encode('phone,name\n+33199001201,Zoé\n+33199001202,Ren'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    const { report } = await stream(file);
    assert.equal(report.dialect.encoding, 'windows-1252');
  });
});

describe('a stream that ends early', () => {
  it('is rejected like any file: empty, blank, another format', async () => {
    for (const content of [
      '',
      ' \n',
      'PK\u0003\u0004',
      'SQLite format 3\0',
      '<!doctype html><title>Sign in</title>',
    ]) {
      await assert.rejects(stream(inPieces(encoder.encode(content), 3)), HumanError, JSON.stringify(content));
    }
  });

  it('stops when cancelled while the source is slow, and closes the source', async () => {
    let released = false;
    let wake: () => void = () => undefined;
    async function* slow(): AsyncGenerator<Uint8Array> {
      try {
        yield bytes;
        await new Promise<void>((resolve) => (wake = resolve));
      } finally {
        released = true;
      }
    }
    const abort = new AbortController();
    const reading = streamCallList(slow(), {}, () => undefined, abort.signal);
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(reading, { name: 'AbortError' });
    wake();
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.equal(released, true);
  });

  it('rejects with the error of the source or the consumer, and closes the source', async () => {
    let released = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* inPieces(bytes, 60_000);
      } finally {
        released = true;
      }
    }
    const full = streamCallList(source(), {}, () => Promise.reject(new Error('disk full')));
    await assert.rejects(full, /disk full/);
    assert.equal(released, true);
    // eslint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      throw new Error('unplugged');
    }
    await assert.rejects(stream(broken()), /unplugged/);
  });
});

describe('the hash table of numbers', () => {
  it('behaves like a Map', () => {
    const number = fc.oneof(fc.bigInt(1n, 999_999_999_999_999n), fc.bigInt(33_600_000_000n, 33_600_000_400n));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.nat())), (entries) => {
        const table = new NumberTable();
        const map = new Map<string, number>();
        for (const [digits, value] of entries) {
          const e164 = `+${digits}`;
          assert.equal(table.get(e164), map.get(e164));
          // even values stay, odd ones take their place
          if (value % 2 === 0) {
            assert.equal(table.setFirst(e164, value), map.get(e164));
            if (!map.has(e164)) map.set(e164, value);
          } else {
            table.set(e164, value);
            map.set(e164, value);
          }
        }
        for (const [e164, value] of map) assert.equal(table.get(e164), value);
      }),
    );
  });

  it('holds millions of numbers', () => {
    const table = new NumberTable();
    for (let row = 0; row < 100_000; row++) table.set(`+33${600_000_000 + row}`, row);
    for (let row = 0; row < 100_000; row++) assert.equal(table.get(`+33${600_000_000 + row}`), row);
    assert.equal(table.get('+33600100000'), undefined);
  });
});
