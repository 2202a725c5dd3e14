import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { problemKinds } from '../../../src/callList/problems.ts';
import { proposedRepairs } from '../../../src/callList/phone/repairs.ts';
import { leftOutCount, summarySentence } from '../../../src/callList/summary.ts';

describe('the summary of a list', () => {
  const lists: [text: string, sentence: string][] = [
    ['phone\n+33199001201\n', '1 of 1 row ready.'],
    ['phone\n+33199001201\n+33199001202\n', '2 of 2 rows ready.'],
    [
      'phone,do not call\n+33199001201,yes\n+33199001201,\n+33199001202,\n',
      '2 of 3 rows ready. Left out: 1 number not to be called (line 2). Blocked: nobody is called until the error on line 2 is resolved.',
    ],
    [
      'phone,name\n+33199001201,a\n+33199001201,b\nx9,c\n12 45,d\n,e\n,\n112,f\n',
      '1 of 6 rows ready. Left out: 1 duplicate, 1 invalid number (line 4), 2 numbers not to be called (lines 5, 8), 1 without a number. 1 empty row skipped.',
    ],
    [
      `phone\n${'x1\n'.repeat(1200)}`,
      '0 of 1,200 rows ready. Left out: 1,200 invalid numbers (lines 2, 3, 4…).',
    ],
  ];
  for (const [text, sentence] of lists) {
    it(sentence, async () => assert.equal(summarySentence(await checkCallList(text, {})), sentence));
  }
});

describe('how many rows are left out', () => {
  for (const [text, count] of [
    ['phone,name\n+33199001201,a\n,\n\n,\n+33199001202,b\n', 0],
    ['phone,name\n+33199001201,a\n+33199001201,b\n,\nx9,c\n', 2],
    ['phone\n', 0],
  ] as const) {
    it(`is ${count}, empty rows not counted: ${JSON.stringify(text)}`, async () => {
      assert.equal(leftOutCount((await checkCallList(text, {})).counts), count);
    });
  }
});

describe('every problem', () => {
  it('has a code that a setting can name', () => {
    for (const code of Object.keys(problemKinds)) assert.match(code, /^revox\.[a-z]+\.[a-zA-Z]+$/);
  });

  it('is at least a warning where it excludes a row or blocks the list', () => {
    for (const [code, kind] of Object.entries(problemKinds)) {
      if ('excludedAs' in kind || 'blocks' in kind) assert.notEqual(kind.severity, 'info', code);
    }
  });
});

describe('a repair that might call a stranger', () => {
  const text = 'phone\n612345678\n742345679\n3.3199001201E+10\n3.36E+10\n';

  it('is proposed with examples', async () => {
    assert.deepEqual(proposedRepairs(await checkCallList(text, { defaultRegion: 'FR' }), 1), [
      { repair: 'zeroLost', count: 2, examples: [{ line: 2, from: '612345678', to: '+33612345678' }] },
      {
        repair: 'scientific',
        count: 1,
        examples: [{ line: 4, from: '3.3199001201E+10', to: '+33199001201' }],
      },
    ]);
  });

  it('is made once a person agreed, and then no longer proposed', async () => {
    const list = await checkCallList(text, { defaultRegion: 'FR', repairs: ['zeroLost', 'scientific'] });
    assert.equal(list.counts.ready, 3);
    assert.deepEqual(proposedRepairs(list), []);
  });
});
