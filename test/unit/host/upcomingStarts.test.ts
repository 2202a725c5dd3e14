import assert from 'node:assert/strict';
import { UpcomingStarts } from '../../../src/host/upcomingStarts.ts';
import type { UpcomingStart } from '../../../src/launch/start/upcomingStart.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';

const here = 'https://one.example';

function start(campaignId: string, startMs: number, baseUrl = here): UpcomingStart {
  return { campaignId, name: campaignId, baseUrl, startMs, contacts: 3 };
}

describe('campaigns that start soon', () => {
  let memory: MemoryMemento;
  let starts: UpcomingStarts;
  beforeEach(() => {
    memory = new MemoryMemento();
    starts = new UpcomingStarts(memory);
  });

  const idsOf = (all: readonly UpcomingStart[]) => all.map(({ campaignId }) => campaignId);

  it('are there for another window, and after a reload, the first one in front', async () => {
    await starts.add(start('late', 300), 0);
    await starts.add(start('soon', 200), 0);
    assert.deepEqual(idsOf(new UpcomingStarts(memory).of(here)), ['soon', 'late']);
  });

  it('are those of one connection', async () => {
    await starts.add(start('ours', 200), 0);
    await starts.add(start('theirs', 200, 'https://two.example'), 0);
    assert.deepEqual(idsOf(starts.of(here)), ['ours']);
  });

  it('are forgotten once they have begun, and each is there once', async () => {
    await starts.add(start('begun', 100), 0);
    await starts.add(start('moved', 200), 0);
    await starts.add(start('moved', 400), 100);
    assert.deepEqual(
      starts.of(here).map(({ campaignId, startMs }) => [campaignId, startMs]),
      [['moved', 400]],
    );
  });

  it('are announced when they change, and leave nothing behind', async () => {
    let changes = 0;
    starts.onDidChange(() => (changes += 1));
    await starts.add(start('one', 200), 0);
    await starts.remove(['one', 'unknown']);
    assert.deepEqual([changes, starts.of(here), memory.keys()], [2, [], []]);
  });

  it('are read with care where another version stored them', async () => {
    await memory.update('revox.upcomingStarts', [{ campaignId: 7 }, null, start('ours', 200)]);
    assert.deepEqual(idsOf(starts.of(here)), ['ours']);
    await memory.update('revox.upcomingStarts', 'nonsense');
    assert.deepEqual(starts.of(here), []);
  });
});
