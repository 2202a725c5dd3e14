import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ApiError, HumanError } from '../../../src/core/errors.ts';
import { failureOf, NoKeyError } from '../../../src/panels/failureOf.ts';
import { checkLayout, LayoutMemory, noLayout } from '../../../src/panels/rows/layoutMemory.ts';
import { pageHtml } from '../../../src/panels/pageHtml.ts';
import { checkCells, checkQuestion } from '../../../src/panels/rows/rowsParams.ts';
import { rowsAsMarkdown } from '../../../src/panels/rows/rowsText.ts';
import { toCsv, toTsv } from '../../../src/panels/tableText.ts';
import { question, row } from './rows/rowFixtures.ts';

const files = {
  title: 'T',
  script: 's.js',
  style: 's.css',
  icons: 'i.css',
  cspSource: 'https://w',
  nonce: 'N',
};

describe('the document of a page', () => {
  it('may load only its own files', () => {
    const [, policy] = /Security-Policy" content="([^"]*)"/.exec(pageHtml(files)) ?? [];
    assert.equal(
      policy,
      "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-N'; style-src https://w; font-src https://w",
    );
  });

  it('may play from one origin once a person pressed play', () => {
    assert.match(
      pageHtml({ ...files, mediaOrigin: 'https://files.example' }),
      /media-src https:\/\/files\.example"/,
    );
  });

  it('may not play from an origin with more than a host', () => {
    for (const mediaOrigin of [
      "https://x;script-src 'unsafe-inline'",
      'https://x;y',
      'https://x y',
      'data:',
    ]) {
      assert.doesNotMatch(pageHtml({ ...files, mediaOrigin }), /media-src/);
    }
    for (const mediaOrigin of ['http://127.0.0.1:8080', 'https://[::1]']) {
      assert.ok(pageHtml({ ...files, mediaOrigin }).includes(`media-src ${mediaOrigin}`));
    }
  });

  it('shows a title as text', () => {
    assert.match(pageHtml({ ...files, title: '</title><script>' }), /<title>&lt;\/title&gt;&lt;script&gt;/);
  });
});

describe('what a page sends', () => {
  const questions = [
    question({ category: undefined, sort: undefined }),
    question({ category: 'callback', sort: { columnId: 'input:name', descending: true } }),
  ];
  for (const asked of questions) {
    it(`is a request for rows: ${JSON.stringify(asked)}`, () =>
      assert.deepEqual(checkQuestion(asked), asked));
  }

  const wrong: unknown[] = [
    undefined,
    'text',
    { ...question(), page: -1 },
    { ...question(), page: 1.5 },
    { ...question(), page_size: 501 },
    { ...question(), query: 7 },
    { ...question(), query: 'x'.repeat(1001) },
    { ...question(), statuses: ['teleported'] },
    { ...question(), result: 'maybe' },
    { ...question(), category: 'maybe' },
    { ...question(), sort: { descending: true } },
  ];
  for (const value of wrong) {
    it(`is rejected: ${JSON.stringify([value]).slice(0, 60)}`, () => {
      assert.throws(() => checkQuestion(value), { name: 'InvalidParams' });
    });
  }

  it('is always answered or rejected', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const check of [checkQuestion, checkCells, checkLayout]) {
          try {
            check(value);
          } catch (error) {
            assert.equal((error as Error).name, 'InvalidParams');
          }
        }
      }),
    );
  });
});

describe('an error that a page receives', () => {
  const surprises: unknown[] = [];
  const told = (error: unknown) => failureOf(error, (surprise) => surprises.push(surprise));

  it('keeps its sentence and its reason', () => {
    assert.deepEqual(told(new ApiError('Slow down.', { reason: 'rate limited' })), {
      message: 'Slow down.',
      reason: 'rate limited',
    });
    assert.equal(told(new NoKeyError()).reason, 'no key');
    assert.equal(told(new HumanError('No.')).message, 'No.');
    assert.deepEqual(surprises, []);
  });

  it('contains nothing about unexpected errors, which go to the log', () => {
    const error = new TypeError('secret is undefined');
    assert.ok(!told(error).message.includes('secret'));
    assert.deepEqual(surprises, [error]);
  });
});

describe('arranged columns', () => {
  function memory() {
    const stored = new Map<string, unknown>();
    const storage = {
      get: (key: string) => stored.get(key),
      update: (key: string, value: unknown) => {
        stored.set(key, value);
        return Promise.resolve();
      },
    };
    return { stored, layouts: new LayoutMemory(storage) };
  }

  it('are stored per campaign', async () => {
    const { layouts } = memory();
    const layout = { ...noLayout, hidden: ['dialError'], widths: { phone: 200 } };
    await layouts.save('c1', layout);
    assert.deepEqual(layouts.of('c1'), layout);
    assert.deepEqual(layouts.of('c2'), noLayout);
  });

  it('are dropped where another version stored something else', async () => {
    const { stored, layouts } = memory();
    await layouts.save('c1', noLayout);
    const [key] = stored.keys();
    for (const value of ['text', [['c1', { order: 7 }], 'x', null], { c1: noLayout }]) {
      stored.set(key ?? '', value);
      assert.deepEqual(layouts.of('c1'), noLayout);
    }
  });
});

function unitOf(code: number): string {
  return String.fromCharCode(code);
}

describe('rows as text', () => {
  it('as TSV have as many cells as they had, whatever is in them', () => {
    // strings of all of Unicode take ten times as long, and hold few of the signs that mean something here
    const unit = fc.oneof(
      fc.constantFrom('\t', '\n', '\r', '"', '\u2028', ' ', 'a'),
      fc.nat(0xffff).map(unitOf),
    );
    const cell = fc.array(unit, { maxLength: 8 }).map((units) => units.join(''));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, cells]) =>
        fc.array(fc.array(cell, { minLength: cells, maxLength: cells }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (lines) => {
        const read = toTsv(lines)
          .split('\n')
          .map((line) => line.split('\t'));
        assert.deepEqual(
          read.map((cells) => cells.length),
          lines.map((cells) => cells.length),
        );
      }),
    );
  });

  it('as CSV are quoted where they must be', () => {
    assert.equal(
      toCsv([['a,b', 'say "hi"', 'two\nlines', ' x', 'plain']]),
      '"a,b","say ""hi""","two\nlines"," x",plain\n',
    );
  });

  it('as Markdown are a table without the empty columns', () => {
    const rows = [row({ input_data: { first_name: 'Ada|<b>' } }), row({ id: 'r2' })];
    assert.equal(
      rowsAsMarkdown(rows, 0),
      '| Phone number | Call | first_name |\n| --- | --- | --- |\n' +
        '| +33639980112 | Waiting | Ada\\|\\<b\\> |\n| +33639980112 | Waiting |  |\n',
    );
  });
});
