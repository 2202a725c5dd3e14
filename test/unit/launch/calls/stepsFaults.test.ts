import assert from 'node:assert/strict';
import { manyRuns } from '../../../faults/manyRuns.ts';
import { StepsRun } from '../../../faults/steps/stepsRun.ts';
import { stepsFaultsOf } from '../../../faults/steps/stepsVerdicts.ts';

describe('a campaign in steps beside crashes, lost answers and a colleague', () => {
  // The whole of it, ten thousand runs, is `npm test -- --full faults`.
  it('calls nobody twice or unasked, and says nothing untrue', async () => {
    const ends = await manyRuns(60, (seed) => new StepsRun(seed).run());
    assert.deepEqual(
      ends.flatMap((end) => stepsFaultsOf(end)),
      [],
    );
  });
});
