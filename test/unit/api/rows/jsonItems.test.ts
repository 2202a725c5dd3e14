import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ItemShape } from '../../../../src/api/rows/itemShape.ts';
import { JsonItems } from '../../../../src/api/rows/jsonItems.ts';
import { JsonItemsError } from '../../../../src/api/rows/jsonItemsError.ts';

const shape: ItemShape = {
  members: {
    id: 'label',
    call: {
      members: { prompt: 'drop', assistant: 'share', turns: { items: { members: { prompt: 'drop' } } } },
    },
  },
};

interface Taken {
  readonly items: unknown[];
  readonly labels: unknown[];
  readonly shared: unknown[];
  readonly beside: unknown;
}

/** What is taken out of an answer that arrives in pieces of these lengths, the last one again and again. */
function take(
  json: string,
  lengths: readonly number[] = [65_536],
  maxItemBytes = 1_000_000,
  shapeOfItems = shape,
): Taken {
  const items: unknown[] = [];
  const labels: unknown[] = [];
  const reader = new JsonItems({
    list: 'rows',
    shape: shapeOfItems,
    maxItemBytes,
    onItem: (item, label) => {
      items.push(JSON.parse(new TextDecoder().decode(item)));
      labels.push(label === undefined ? undefined : JSON.parse(label));
    },
  });
  const bytes = new TextEncoder().encode(json);
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const length = lengths[Math.min(piece, lengths.length - 1)] ?? 1;
    reader.push(bytes.slice(at, at + length));
    at += length;
  }
  const beside: unknown = JSON.parse(reader.end());
  return { items, labels, shared: reader.shared.map((value) => JSON.parse(value) as unknown), beside };
}

describe('items read from a JSON answer as it arrives', () => {
  it('omit the dropped members, and list the shared ones', () => {
    const turns = [
      { prompt: 'x "y" \\', said: 'a' },
      { said: 'b', prompt: null },
    ];
    const rows = [
      { id: 1, call: { prompt: { deep: ['}'] }, assistant: { name: 'A' }, turns } },
      { id: 2, call: { assistant: { name: 'B' }, turns: [], prompt: 7 } },
      { id: 3, call: { assistant: { name: 'A' } } },
      { id: 4, call: null, prompt: 'is kept here', assistant: 'here, too' },
    ];
    const taken = take(JSON.stringify({ page: 1, rows, total: 4 }));
    assert.deepEqual(taken.items, [
      {
        id: 1,
        call: {
          prompt: null,
          assistant: 0,
          turns: [
            { prompt: null, said: 'a' },
            { said: 'b', prompt: null },
          ],
        },
      },
      { id: 2, call: { assistant: 1, turns: [], prompt: null } },
      { id: 3, call: { assistant: 0 } },
      { id: 4, call: null, prompt: 'is kept here', assistant: 'here, too' },
    ]);
    assert.deepEqual(taken.labels, [1, 2, 3, 4]);
    assert.deepEqual(taken.shared, [{ name: 'A' }, { name: 'B' }]);
    assert.deepEqual(taken.beside, { page: 1, rows: null, total: 4 });
  });

  describe('of which a text is omitted where it is not wanted', () => {
    const isWanted = (json: Uint8Array, from: number, to: number) =>
      Buffer.from(json).toString('utf8', from, to) === 'b\\n';
    const turn: ItemShape = { members: { said: { isWanted } } };
    const cases: readonly (readonly [what: string, written: string, said: unknown])[] = [
      ['a text', '{"role":"user","said":"a","at":1}', null],
      ['an empty text', '{"said":"","at":1}', null],
      ['a text that is wanted', '{"said":"b\\n"}', 'b\n'],
      ['a list', '{"said":["a"]}', ['a']],
      ['a number', '{"said":1}', 1],
      ['nothing', '{"at":1}', undefined],
    ];
    for (const [what, written, said] of cases) {
      it(`${what}: ${written}`, () => {
        const taken = take(`{"rows":[${written},${written}]}`, [65_536], 1_000_000, turn);
        const whole = JSON.parse(written) as object;
        const expected = said === undefined ? whole : { ...whole, said };
        assert.deepEqual(taken.items, [expected, expected]);
      });
    }

    it('but not where it is cut by the end of a chunk', () => {
      const json = '{"rows":[{"said":"a longer text"},{"said":"a"}]}';
      const taken = take(json, [json.indexOf('longer'), 65_536], 1_000_000, turn);
      assert.deepEqual(taken.items, [{ said: 'a longer text' }, { said: null }]);
    });
  });

  describe('of which a text decides what is omitted', () => {
    const turn: ItemShape = {
      members: { role: { expected: 'user', otherwise: { members: { said: 'drop' } } } },
    };
    const cases: readonly (readonly [what: string, written: string, said: unknown])[] = [
      ['the expected text', '{"role":"user","said":"a"}', 'a'],
      ['the expected text, written with an escape', '{"role":"\\u0075ser","said":"a"}', 'a'],
      ['another text', '{"role":"agent","said":"a"}', null],
      ['a longer text', '{"role":"users","said":["a"]}', null],
      ['no text', '{"role":null,"said":"a"}', null],
      ['an object', '{"role":{"said":"b"},"said":"a"}', null],
      ['another text, too late', '{"said":"a","role":"agent"}', 'a'],
      ['nothing', '{"said":"a"}', 'a'],
    ];
    for (const [what, written, said] of cases) {
      it(`${what}: ${written}`, () => {
        const taken = take(`{"rows":[${written},${written}]}`, [65_536], 1_000_000, turn);
        const expected = { ...(JSON.parse(written) as object), said };
        assert.deepEqual(taken.items, [expected, expected]);
      });
    }

    it('are kept as they are where the text is cut by the end of a chunk', () => {
      const json = '{"rows":[{"role":"agent","said":"a"}]}';
      const taken = take(json, [json.indexOf('ent'), 65_536], 1_000_000, turn);
      assert.deepEqual(taken.items, [{ role: 'agent', said: 'a' }]);
    });
  });

  it('equal those of JSON.parse, whatever they contain and wherever the answer is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(undefined, 1, '\t'),
        (rows, beside, lengths, space) => {
          const named = rows.map((value) => ({
            id: value,
            value,
            call: { prompt: value, turns: [{ prompt: value, value }] },
          }));
          const answer = { ...beside, rows: named };
          const taken = take(JSON.stringify(answer, undefined, space), lengths);
          const cut = named.map(({ value }) => ({
            id: value,
            value,
            call: { prompt: null, turns: [{ prompt: null, value }] },
          }));
          assert.deepEqual(taken.items, JSON.parse(JSON.stringify(cut)));
          assert.deepEqual(taken.labels, JSON.parse(JSON.stringify(rows)));
          assert.deepEqual(taken.beside, JSON.parse(JSON.stringify({ ...beside, rows: null })));
        },
      ),
    );
  });

  it('can be named members of an object', () => {
    const taken = take(JSON.stringify({ rows: { '+33': { a: 1 }, 'a"b\\ü': 2, '': [3] } }), [1]);
    assert.deepEqual(taken.labels, ['+33', 'a"b\\ü', '']);
    assert.deepEqual(taken.items, [{ a: 1 }, 2, [3]]);
  });

  it('have no label where they lack the member, whatever the item before had', () => {
    const taken = take('{"rows":[{"id":"a","x":{"id":"b"}},{"x":{"id":"c"}},7,{"id":{"n":[1]}}]}', [4]);
    assert.deepEqual(taken.labels, ['a', undefined, undefined, { n: [1] }]);
  });

  it('can be empty, and can follow a byte order mark', () => {
    assert.deepEqual(take('\uFEFF {"rows":[ ]}').items, []);
    assert.deepEqual(take('{"rows":{}}').items, []);
  });

  const broken = [
    '',
    '[]',
    '"rows"',
    '{}',
    '{"rows":null}',
    '{"rows":7}',
    '{"other":{"rows":[]}}',
    '{"rows":[1,2]',
    '{"rows":[{"a":1}',
    '{"rows":[{"a":"x',
    '{"rows":[1}',
    '{"rows":[]}}',
    '{"rows":[]} x',
    '{"rows" []}',
    '{rows:[]}',
    '<html>',
  ];
  for (const json of broken) {
    it(`are rejected where the list is incomplete: ${json}`, () => {
      assert.throws(() => take(json, [3]), JsonItemsError);
    });
  }

  it('are rejected where brackets nest deeper than in any real answer', () => {
    assert.throws(() => take(`{"rows":[${'['.repeat(100_000)}`), JsonItemsError);
    assert.throws(() => take(`{"rows":[{"call":${'{"turns":['.repeat(100_000)}`), JsonItemsError);
  });

  it('are limited by the size of what is kept of one, not by what is dropped nor by their number', () => {
    const long = 'x'.repeat(5_000);
    const row = JSON.stringify({ id: 1, call: { prompt: long } });
    assert.equal(take(`{"rows":[${Array(50).fill(row).join(',')}]}`, [1000], 4_000).items.length, 50);
    assert.throws(() => take(JSON.stringify({ rows: [{ id: long }] }), [1000], 4_000), JsonItemsError);
    assert.throws(() => take(JSON.stringify({ a: long, rows: [] }), [1000], 4_000), JsonItemsError);
  });
});
