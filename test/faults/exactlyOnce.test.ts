import assert from 'node:assert/strict';
import { FaultyServer } from './faultyServer.ts';
import { LaunchRun } from './launchRun.ts';
import { faultsOf } from './launchVerdicts.ts';
import { manyRuns } from './manyRuns.ts';

/** `REVOX_FAULT_SEED=123` repeats one run, `REVOX_FAULT_RUNS` says how many are made. */
const seed = process.env.REVOX_FAULT_SEED;
/** Which of how many processes this is: `npm test` shares the runs among the cores. */
const [share = 0, shares = 1] = (process.env.REVOX_TEST_SHARE ?? '0/1').split('/').map(Number);
const all = Number(process.env.REVOX_FAULT_RUNS ?? 10_000);
const runs = Math.ceil((all - share) / shares);

describe('a launch under random faults', () => {
  it(`ends ${runs.toLocaleString('en')} times with at most one campaign and a true statement`, async function () {
    this.timeout(900_000);
    const server = await FaultyServer.start();
    try {
      const only = seed === undefined ? undefined : Number(seed);
      const run = (number: number) => new LaunchRun(server, only ?? number * shares + share).run();
      const ends = await manyRuns(only === undefined ? runs : 1, run);
      const faults = ends.flatMap((end) => faultsOf(end).map((fault) => `${fault}: ${JSON.stringify(end)}`));
      assert.equal(faults.slice(0, 20).join('\n'), '');
      if (only !== undefined) return;
      // The suite itself: every kind of end occurs, and often.
      const said = ends.flatMap(({ statements }) => statements.map((statement) => statement.said));
      const often = (found: number, times: number) => assert.ok(found / runs > times);
      often(ends.filter(({ created }) => created.length === 1).length, 0.4);
      often(ends.filter(({ crashes }) => crashes > 0).length, 0.2);
      often(ends.filter(({ blocked }) => blocked > 0).length, 0.1);
      for (const kind of ['created', 'not created', 'cannot tell'] as const) {
        often(said.filter((one) => one === kind).length, 0.1);
      }
    } finally {
      await server.close();
    }
  });
});
