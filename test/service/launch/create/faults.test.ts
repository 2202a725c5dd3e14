import assert from 'node:assert/strict';
import { FaultyServer } from '../../../faults/faultyServer.ts';
import { LaunchRun } from '../../../faults/launchRun.ts';
import { faultsOf } from '../../../faults/launchVerdicts.ts';
import { manyRuns } from '../../../faults/manyRuns.ts';
import { runs } from '../../../unit/support/runs.ts';

describe('a launch over real sockets under random faults', () => {
  // The whole of it, ten thousand runs, is `npm test faults`.
  it('ends with at most one campaign and a true statement', async function () {
    this.timeout(20_000);
    const server = await FaultyServer.start();
    try {
      const ends = await manyRuns(runs(40), (seed) => new LaunchRun(server, seed).run());
      const faults = ends.flatMap((end) => faultsOf(end).map((fault) => `${fault}: ${JSON.stringify(end)}`));
      assert.equal(faults.join('\n'), '');
    } finally {
      await server.close();
    }
  });
});
