import assert from 'node:assert/strict';
import { manyRuns } from '../manyRuns.ts';
import { StepsRun } from './stepsRun.ts';
import { stepsFaultsOf } from './stepsVerdicts.ts';

/** `REVOX_FAULT_SEED=123` repeats one run. */
const seed = process.env.REVOX_FAULT_SEED;
const [share = 0, shares = 1] = (process.env.REVOX_TEST_SHARE ?? '0/1').split('/').map(Number);
const all = Number(process.env.REVOX_FAULT_RUNS ?? 10_000);
const runs = Math.ceil((all - share) / shares);

describe('a campaign in steps, under random faults', () => {
  it(`makes no call twice or unasked and reports nothing untrue in ${runs.toLocaleString('en')} runs`, async function () {
    this.timeout(900_000);
    const only = seed === undefined ? undefined : Number(seed);
    const run = (number: number) => new StepsRun(only ?? number * shares + share).run();
    const ends = await manyRuns(only === undefined ? runs : 1, run);
    const faults = ends.flatMap((end) => {
      const found = stepsFaultsOf(end);
      return found.length === 0
        ? []
        : [
            `seed ${end.seed}: ${found.join('; ')}\n${JSON.stringify([end.statements, end.service.effects, end.service.ledger, end.service.options])}`,
          ];
    });
    assert.equal(faults.slice(0, 10).join('\n'), '');
    if (only !== undefined) return;
    // The suite itself: every kind of end occurs, and often.
    const said = (word: string) =>
      ends.filter(({ statements }) => statements.some((one) => one.said === word)).length;
    const often = (found: number, times: number, what: string) =>
      assert.ok(found / runs > times, `${what}: ${found} of ${runs}`);
    often(
      ends.filter(({ service }) => service.ledger.some(({ by }) => by !== 'colleague')).length,
      0.5,
      'called',
    );
    often(ends.filter(({ crashes }) => crashes > 0).length, 0.2, 'crashed');
    often(ends.filter(({ blocked }) => blocked > 0).length, 0.05, 'blocked');
    often(ends.filter(({ released }) => released > 0).length, 0.02, 'released');
    for (const word of ['created', 'launched', 'cannot tell', 'not launched', 'changed', 'not changed'])
      often(said(word), 0.05, word);
  });
});
