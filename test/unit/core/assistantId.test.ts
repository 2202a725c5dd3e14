import assert from 'node:assert/strict';
import { assistantIdPattern } from '../../../src/core/assistantId.ts';

describe('the id of an assistant', () => {
  const ids: [text: string, isId: boolean][] = [
    ['182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e', true],
    ['182BD5E5-6E1A-4FE4-A799-AA6D9A6AB26E', true],
    ['asst_9fK2', true],
    ['as-1', true],
    ['42', true],
    ['65f0c0ffee65f0c0ffee65f0', true],
    ['182bd5e5-6e1a-4fe4-a799', false],
    ['182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e-', false],
    ['Ava Martin', true],
    ['team/ava 2', true],
    ['Léa', true],
    ['..', false],
    [' ava', false],
    ['ava ', false],
    ['', false],
    ['ava\n', false],
    ['a\u202Eva', false],
    ['\uD800', false],
    ['a'.repeat(200), true],
    ['a'.repeat(201), false],
  ];
  for (const [text, isId] of ids)
    it(`${isId ? 'can' : 'cannot'} be “${text.slice(0, 40)}”`, () =>
      assert.equal(assistantIdPattern.test(text), isId));
});
