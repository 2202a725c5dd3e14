import assert from 'node:assert/strict';
import type { Call } from '../../../src/core/row.ts';
import { readTimestamp } from '../../../src/core/timestamp.ts';
import { earlyWarnings } from '../../../src/insights/earlyWarning.ts';
import { readNewestCalls, readWaitingPeople } from '../../../src/insights/newestCalls.ts';
import { Bench, contacts } from '../sandbox/harness.ts';
import { fakeApi } from '../../unit/support/fakeApi.ts';
import { attempt, mondayNoonMs } from '../../unit/insights/support/people.ts';

/** Calls of a search that changed so many minutes after Monday noon. */
function calls(...minutes: readonly (number | undefined)[]): readonly Call[] {
  return minutes.map((minute, at) => ({
    id: `call ${at}`,
    status: 'completed',
    to_phone_number: `+1212555${at}`,
    call_attempts: [attempt(at)],
    ...(minute === undefined
      ? {}
      : { updated_at: readTimestamp(new Date(mondayNoonMs + minute * 60_000).toISOString()) }),
  }));
}

async function read(found: readonly Call[], total: number | undefined) {
  const api = fakeApi({
    searchCalls: ({ page, page_size }) => Promise.resolve({ page, page_size, calls: found, total }),
  });
  return (await readNewestCalls(api, 'c1'))?.map(({ callId }) => callId);
}

describe('the newest calls of a campaign', () => {
  const cases: [name: string, found: readonly Call[], total: number | undefined, known: boolean][] = [
    ['all calls there are, in any order', calls(1, 3, 2), 3, true],
    ['no call yet', [], 0, true],
    ['a part of them, the newest first', calls(9, 9, 7, 2), 400, true],
    ['a part of them without a total, the newest first', calls(9, 7), undefined, true],
    ['a part of them, the oldest first', calls(2, 7, 9), 400, false],
    ['a part of them that all changed at once: no order is shown', calls(4, 4, 4), 400, false],
    ['a part of them of which one tells no time', calls(9, undefined, 2), 400, false],
    ['a part of them that tell no time', calls(undefined, undefined), undefined, false],
  ];
  for (const [name, found, total, known] of cases) {
    it(`are ${known ? 'known' : 'not known'}: ${name}`, async () => {
      assert.deepEqual(await read(found, total), known ? found.map(({ id }) => id) : undefined);
    });
  }

  it('are not known where the server has no search', async () => {
    const api = fakeApi({ searchCalls: () => Promise.resolve(undefined) });
    assert.equal(await readNewestCalls(api, 'c1'), undefined);
    assert.equal(await readWaitingPeople(api, 'c1'), undefined);
  });

  it('lead to a warning about wrong numbers at the end of a list of 300, on the sandbox', async () => {
    const bench = await Bench.start({ revision: '0.3.0' });
    try {
      const good = Array.from({ length: 260 }, () => '0100');
      const wrong = Array.from({ length: 40 }, () => '0110');
      const id = await bench.create({
        contacts: contacts(...good, ...wrong),
        max_concurrent_calls: 10,
        type: 'regular',
      });
      const warnings = async () =>
        earlyWarnings(
          ((await readNewestCalls(bench.client, id)) ?? []).flatMap(({ rowId, phone, attempts }) =>
            attempts.map((made) => ({ callId: rowId, rowId, phone, attempt: made })),
          ),
        ).map(({ kind }) => kind);
      await bench.step(60);
      assert.deepEqual(await warnings(), []);
      assert.ok(((await readWaitingPeople(bench.client, id)) ?? []).length > 0);
      for (let minute = 0; minute < 240; minute += 5) {
        await bench.step(300);
        if ((await warnings()).includes('wrong numbers')) return;
      }
      assert.fail('no warning came');
    } finally {
      await bench.close();
    }
  }).timeout(60_000);
});
