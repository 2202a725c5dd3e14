import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Row, TranscriptTurn } from '../../../src/core/row.ts';
import { groupHits } from '../../../src/insights/searchGroups.ts';
import { SearchIndex } from '../../../src/insights/searchIndex.ts';
import { compileQuery, neededText, type SearchQuery } from '../../../src/insights/searchQuery.ts';
import { runs } from '../support/runs.ts';

const plain: SearchQuery = {
  text: '',
  regex: false,
  matchCase: false,
  wholeWord: false,
  speaker: 'anybody',
};

const talk: readonly TranscriptTurn[] = [
  { role: 'assistant', content: 'Hello, this is Anna. May I call you back?' },
  { role: 'user', content: 'Call me on Tuesday. Don’t CALL before nine.' },
  { role: 'tool', content: 'ok', tool_name: 'schedule_callback' },
];

function rowOf(id: string, transcript: readonly TranscriptTurn[]): Row {
  const attempt = { id: `${id} attempt`, status: 'completed', result: 'human', transcript };
  const call = { id: `${id} call`, status: 'completed', call_attempts: [attempt] };
  return { id, phone_number: '+12125550100', input_data: {}, call };
}

async function find(query: Partial<SearchQuery>, transcript = talk) {
  const index = new SearchIndex('campaign');
  index.add([rowOf('row', transcript)], true);
  const whole = { ...plain, ...query };
  return index.search(await compileQuery(whole), whole).hits;
}

describe('a transcript search', () => {
  const cases: [name: string, query: Partial<SearchQuery>, turns: number[]][] = [
    ['text, whatever its case', { text: 'call' }, [0, 1, 2]],
    ['text as it is written', { text: 'CALL', matchCase: true }, [1]],
    ['whole words', { text: 'call', wholeWord: true }, [0, 1]],
    ['the contact alone', { text: 'call', speaker: 'contact' }, [1]],
    ['the assistant alone', { text: 'call', speaker: 'assistant' }, [0]],
    ['tools by their name', { text: 'schedule_', speaker: 'tool' }, [2]],
    ['signs of expressions as they are', { text: 'back?' }, [0]],
    ['an expression', { text: 'Tues|Wednes', regex: true }, [1]],
    ['whole words of an expression', { text: 'tue|call', regex: true, wholeWord: true }, [0, 1]],
    ['nothing', { text: 'Thursday' }, []],
  ];
  for (const [name, query, turns] of cases) {
    it(`finds ${name}`, async () => {
      assert.deepEqual(
        (await find(query)).map(({ turn }) => turn),
        turns,
      );
    });
  }

  it('marks each match in the line it shows', async () => {
    const [hit] = await find({ text: 'call', speaker: 'contact' });
    assert.ok(hit);
    assert.deepEqual(
      hit.ranges.map(([start, end]) => hit.line.slice(start, end)),
      ['Call', 'CALL'],
    );
  });

  it('shows the part of a long turn around the match', async () => {
    const content = `${'word '.repeat(200)}needle${' word'.repeat(200)}`;
    const [hit] = await find({ text: 'needle' }, [{ role: 'user', content }]);
    assert.ok(hit);
    assert.ok(hit.line.length <= 202 && hit.line.startsWith('…') && hit.line.endsWith('…'));
    assert.deepEqual(
      hit.ranges.map(([start, end]) => hit.line.slice(start, end)),
      ['needle'],
    );
  });

  const needed: [expression: string, text: string | undefined][] = [
    ['offer.*nowhere', 'nowhere'],
    ['^Hello$', 'Hello'],
    ['call(s|ed)', undefined],
    ['a|b', undefined],
    ['[abc]def', undefined],
    ['\\bcall', undefined],
    ['colou?r', 'colo'],
    ['abcd*', 'abc'],
    ['go+gle', 'gle'],
    ['abc+?de', 'abc'],
    ['ab', undefined],
    ['', undefined],
  ];
  for (const [expression, text] of needed) {
    it(`finds the required text of ${JSON.stringify(expression)}: ${text ?? 'nothing in particular'}`, () => {
      assert.equal(neededText(expression), text);
    });
  }

  it('finds with a regular expression what the platform’s own engine finds', async () => {
    const parts = fc.constantFrom('abc', 'Abc', 'x', '.', '.*', 'b?', 'c+', 'é', '^', '$', 'ſ', 'K', ' ');
    const expressions = fc.array(parts, { minLength: 1, maxLength: 5 }).map((some) => some.join(''));
    const texts = fc
      .array(fc.constantFrom('abc', 'ABC', 'x', 'b', 'c', 'É', 's', 'k', ' '), { maxLength: 8 })
      .map((some) => some.join(''));
    await fc.assert(
      fc.asyncProperty(expressions, texts, async (text, content) => {
        let native: RegExp;
        try {
          native = new RegExp(text, 'giu');
        } catch {
          return;
        }
        const found = await find({ text, regex: true }, [{ role: 'user', content }]);
        const matches = [...content.matchAll(native)].filter(([match]) => match !== '');
        assert.equal(found.length > 0, matches.length > 0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('says why a regular expression cannot be used', async () => {
    await assert.rejects(compileQuery({ ...plain, text: '(', regex: true }), /cannot be used/);
    await assert.rejects(compileQuery({ ...plain, text: '(a)\\1', regex: true }), /Back references/);
    await assert.rejects(compileQuery({ ...plain, text: '' }), /Type what/);
    await assert.rejects(compileQuery({ ...plain, text: 'x'.repeat(1001) }), /at most 1000/);
  });

  it('ends for a regular expression that would backtrack for years elsewhere', async () => {
    const hits = await find({ text: '(a+)+b', regex: true }, [{ role: 'user', content: 'a'.repeat(5000) }]);
    assert.deepEqual(hits, []);
  });

  it('continues where it stopped, within the rows it is given', async () => {
    const index = new SearchIndex('campaign');
    index.add([rowOf('one', talk), rowOf('other', talk)], true);
    const query = { ...plain, text: 'call' };
    const matcher = await compileQuery(query);
    const first = index.search(matcher, query, { turns: 3 });
    const second = index.search(matcher, query, { from: first.next ?? 0 });
    assert.deepEqual([first.hits.length, first.next, second.hits.length, second.next], [3, 3, 3, undefined]);
    const within = index.search(matcher, query, { within: new Set(['other']) });
    assert.deepEqual([...new Set(within.hits.map(({ person }) => person.rowId))], ['other']);
  });

  it('stores only what fits, and says so', () => {
    const index = new SearchIndex('campaign');
    assert.equal(index.add([rowOf('one', talk)], true, 50), false);
    assert.ok(index.characters <= 50);
  });

  it('groups lines by campaign and person', () => {
    const hits = ['a', 'b'].flatMap((campaignId) => {
      const index = new SearchIndex(campaignId);
      index.add([rowOf('one', talk), rowOf('two', talk)], true);
      return index.search((text) => (text.includes('all') ? [[0, 1]] : []), plain).hits;
    });
    assert.deepEqual(
      groupHits(hits).map(({ campaignId, people, hits: count }) => [campaignId, people.length, count]),
      [
        ['a', 2, 6],
        ['b', 2, 6],
      ],
    );
  });
});
