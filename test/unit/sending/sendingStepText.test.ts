import assert from 'node:assert/strict';
import type { CreateStep } from '../../../src/launch/create/createInSteps.ts';
import { stepText, withdrawalText } from '../../../src/sending/sendingStepText.ts';

describe('the progress text while a campaign is sent', () => {
  const cases: readonly (readonly [CreateStep, 'one step' | 'in steps', RegExp])[] = [
    ['creating', 'one step', /stops the waiting, not the request/],
    ['creating', 'in steps', /launch nothing/],
    ['checking', 'in steps', /launch nothing/],
    ['launching', 'in steps', /stops the waiting, not the request/],
  ];
  for (const [step, kind, expected] of cases) {
    it(`${step} ${kind}: says what Cancel can still do`, () => {
      assert.match(withdrawalText(step, { kind }), expected);
      assert.match(stepText(step, 12), /…$/);
    });
  }
});
