import assert from 'node:assert/strict';
import { SearchSchedule } from '../../../src/insights/searchSchedule.ts';
import { campaign, noonMs, rowStats } from '../support/campaigns.ts';

const minuteMs = 60_000;
const running = (id: string, completed = 0) =>
  campaign({ id, status: 'running', row_stats: rowStats({ completed, pending: 9 }) });

describe('the order in which campaigns are checked for warnings', () => {
  it('is one campaign a minute in turn, however many run', () => {
    const turns = new SearchSchedule();
    const searched: (string | undefined)[] = [];
    for (let tick = 0; tick < 12; tick += 1) {
      const all = ['a', 'b', 'c'].map((id) => running(id, tick));
      searched.push(turns.next(all, noonMs + tick * (minuteMs / 4), Infinity)?.id);
    }
    assert.deepEqual(
      searched.filter((id) => id !== undefined),
      ['a', 'b', 'c'],
    );
  });

  it('skips a campaign whose counts have not changed, until that has lasted for long', () => {
    const turns = new SearchSchedule();
    const next = (minutes: number) =>
      turns.next([running('a')], noonMs + minutes * minuteMs, 30 * minuteMs)?.id;
    assert.equal(next(0), 'a');
    assert.equal(next(1), undefined);
    assert.equal(next(29), undefined);
    assert.equal(next(30), 'a');
  });

  it('puts a campaign that has just started first', () => {
    const turns = new SearchSchedule();
    turns.next([running('a', 1)], noonMs, Infinity);
    assert.equal(turns.next([running('a', 2), running('new')], noonMs + minuteMs, Infinity)?.id, 'new');
  });

  it('excludes campaigns that do not run, and drops their state', () => {
    const turns = new SearchSchedule();
    const paused = campaign({ id: 'a', status: 'paused' });
    assert.equal(turns.next([paused], noonMs, Infinity), undefined);
    assert.equal(turns.next([running('a')], noonMs, Infinity)?.id, 'a');
    turns.next([paused], noonMs + minuteMs, Infinity);
    assert.equal(turns.next([running('a')], noonMs + 2 * minuteMs, Infinity)?.id, 'a');
  });
});
