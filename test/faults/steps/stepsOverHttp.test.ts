import assert from 'node:assert/strict';
import { manyRuns } from '../manyRuns.ts';
import { SandboxService } from './sandboxService.ts';
import { WitnessedRun } from './witnessedRun.ts';

/** `REVOX_FAULT_SEED=123` repeats one run. */
const seed = process.env.REVOX_FAULT_SEED;
const [share = 0, shares = 1] = (process.env.REVOX_TEST_SHARE ?? '0/1').split('/').map(Number);
/** Each run takes a hundred times as long as one in memory. */
const all = Math.ceil(Number(process.env.REVOX_FAULT_RUNS ?? 10_000) / 150);
const runs = Math.ceil((all - share) / shares);

describe('a campaign in steps on the sandbox, under random faults', () => {
  for (const revision of ['0.5.0', '0.3.0'] as const)
    it(`${revision}: makes no call twice or unasked and reports nothing untrue in ${runs} runs`, async function () {
      this.timeout(300_000);
      const only = seed === undefined ? undefined : Number(seed);
      const run = async (number: number) => {
        const chosen = only ?? number * shares + share;
        return WitnessedRun.run(await SandboxService.start(revision, chosen), chosen);
      };
      const ends = await manyRuns(only === undefined ? runs : 1, run, 4);
      const faults = ends.flatMap((end) =>
        end.faults.length === 0
          ? []
          : [`seed ${end.seed}: ${end.faults.join('; ')} (${end.words.join(', ')})`],
      );
      assert.equal(faults.slice(0, 10).join('\n'), '');
      if (only !== undefined) return;
      const called = ends.filter((end) => end.called > 0).length;
      assert.ok(called > 0 || runs < 4, `somebody was called in ${called} of ${runs} runs`);
    });
});
