import assert from 'node:assert/strict';
import { SandboxClock } from '../../../src/sandbox/dialing/clock.ts';
import { Contacts } from '../../../src/sandbox/contacts/contacts.ts';
import { Ids } from '../../../src/sandbox/ids.ts';
import { samplePeople } from '../../../src/sandbox/samples/people.ts';
import { sampleAssistants } from '../../../src/sandbox/samples/sampleAssistants.ts';
import { SandboxState } from '../../../src/sandbox/sandboxState.ts';

const second = 1000;
const hour = 3600 * second;

describe('the fast clock', () => {
  const ids = new Ids('key', 1);

  function worldAt(start: string) {
    const startMs = Date.parse(start);
    let wallMs = startMs;
    const clock = new SandboxClock('fast', startMs, () => wallMs);
    const assistants = sampleAssistants(ids, startMs);
    const world = new SandboxState({ assistants: Object.values(assistants), clock, ids, seed: 1 });
    const pass = (ms: number) => {
      wallMs += ms;
      world.catchUp();
    };
    const create = (rows: number, scheduledMs?: number) =>
      world.create({
        name: 'Demo',
        assistant: assistants.sales,
        contacts: Contacts.of(samplePeople('demo', 'sales', rows, 1)),
        launch: true,
        scheduledMs,
      }).pacer!.run;
    return { pass, create, startMs, takeEnded: () => world.takeEnded() };
  }

  for (const start of ['2026-11-18T10:00Z', '2026-11-18T03:00Z', '2026-11-20T23:54Z', '2026-11-22T12:00Z'])
    it(`finishes twelve rows in half a minute to about a minute, started at ${start}`, () => {
      const { pass, create } = worldAt(start);
      const run = create(12);
      const seen = new Set<number>();
      let seconds = 0;
      for (; !run.isFinished && seconds < 120; seconds += 1) {
        seen.add(run.states.count('completed') + run.states.count('failed'));
        pass(second);
      }
      assert.ok(seconds >= 20 && seconds <= 65, `${seconds} s`);
      assert.ok(seen.size >= 6, 'progress can be watched');
    });

  it('reports once that a campaign has ended, and nothing about one that was cancelled', () => {
    const { pass, create, takeEnded } = worldAt('2026-11-18T10:00Z');
    const run = create(6);
    create(6).cancel();
    assert.deepEqual(takeEnded(), []);
    for (let seconds = 0; !run.isFinished && seconds < 120; seconds += 1) pass(second);
    assert.equal(takeEnded().length, 1);
    assert.deepEqual(takeEnded(), []);
  });

  it('finishes a thousand rows in a few minutes', () => {
    const { pass, create } = worldAt('2026-11-20T23:54Z');
    const run = create(1000);
    let seconds = 0;
    for (; !run.isFinished && seconds < 600; seconds += 1) pass(second);
    assert.ok(seconds >= 60 && seconds <= 300, `${seconds} s`);
  });

  it('does not make one campaign wait for another that is busy', () => {
    const { pass, create } = worldAt('2026-11-20T23:54Z');
    create(5000);
    const run = create(12);
    for (let seconds = 0; seconds < 65; seconds += 1) pass(second);
    assert.ok(run.isFinished);
  });

  it('waits for a schedule by the computer’s clock', () => {
    const { pass, create, startMs } = worldAt('2026-11-18T10:00Z');
    const run = create(12, startMs + hour);
    pass(hour - second);
    assert.equal(run.states.count('pending'), 12);
    pass(10 * second);
    assert.ok(run.states.count('pending') < 12);
  });
});
