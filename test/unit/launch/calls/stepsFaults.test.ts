import assert from 'node:assert/strict';
import { manyRuns } from '../../../faults/manyRuns.ts';
import { StepsRun } from '../../../faults/steps/stepsRun.ts';
import { stepsFaultsOf } from '../../../faults/steps/stepsVerdicts.ts';
import { runs } from '../../support/runs.ts';

describe('a campaign in steps during crashes, lost answers and changes by a colleague', () => {
  // The whole of it, ten thousand runs, is `npm test -- --full faults`.
  it('makes no call twice or unasked, and reports nothing untrue', async () => {
    const ends = await manyRuns(runs(120), (seed) => new StepsRun(seed).run());
    assert.deepEqual(
      ends.flatMap((end) => stepsFaultsOf(end)),
      [],
    );
  });
});
