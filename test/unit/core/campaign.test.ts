import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  campaignCapabilities,
  campaignState,
  campaignStates,
  isActive,
  progress,
  triedCalls,
  type Campaign,
  type CampaignState,
  type RowStats,
} from '../../../src/core/campaign.ts';
import { campaign, rowStats } from '../support/campaigns.ts';

const nowMs = Date.parse('2026-11-20T09:30:00.000Z');
const past = '2026-11-20T09:29:59.999Z';
const now = '2026-11-20T09:30:00.000Z';
const future = '2026-11-20T09:30:00.001Z';

describe('the visible state of a campaign', () => {
  const states: [fields: Partial<Campaign>, state: CampaignState][] = [
    [{ status: 'draft' }, 'draft'],
    [{ status: 'running' }, 'running'],
    [{ status: 'paused' }, 'paused'],
    [{ status: 'completed' }, 'completed'],
    [{ status: 'draft', is_cancelled: true }, 'cancelled'],
    [{ status: 'running', is_cancelled: true }, 'cancelled'],
    [{ status: 'paused', is_cancelled: true }, 'cancelled'],
    [{ status: 'completed', is_cancelled: true }, 'cancelled'],
    [{ status: 'launching', is_cancelled: true }, 'cancelled'],
    [{ status: 'running', is_cancelled: true, scheduled_at: future }, 'cancelled'],
    [{ status: 'running', scheduled_at: future }, 'scheduled'],
    [{ status: 'running', scheduled_at: now }, 'running'],
    [{ status: 'running', scheduled_at: past }, 'running'],
    [{ status: 'running', scheduled_at: 'soon' }, 'running'],
    [{ status: 'draft', scheduled_at: future }, 'scheduled'],
    [{ status: 'paused', scheduled_at: future }, 'paused'],
    [{ status: 'completed', scheduled_at: future }, 'completed'],
    [{ status: 'scheduled' }, 'scheduled'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'canceled' }, 'cancelled'],
    [{ status: 'launching' }, 'unknown'],
    [{ status: '' }, 'unknown'],
    [{ status: 'running', row_stats: rowStats({ total: 3, not_launched: 3 }) }, 'not launched'],
    [{ status: 'paused', row_stats: rowStats({ total: 3, not_launched: 3 }) }, 'not launched'],
    [{ status: 'asleep', row_stats: rowStats({ total: 3, not_launched: 3 }) }, 'not launched'],
    [{ status: 'completed', row_stats: rowStats({ total: 3, completed: 1, not_launched: 2 }) }, 'running'],
    [{ status: 'completed', row_stats: rowStats({ total: 3, completed: 3, not_launched: 0 }) }, 'completed'],
    [{ status: 'draft', row_stats: rowStats({ total: 3, not_launched: 3 }) }, 'draft'],
    [
      { status: 'running', is_cancelled: true, row_stats: rowStats({ total: 3, not_launched: 3 }) },
      'cancelled',
    ],
    [{ status: 'running', row_stats: rowStats({ total: 3, not_launched: 2 }) }, 'running'],
    [{ status: 'running', row_stats: rowStats({ total: 0, not_launched: 0 }) }, 'running'],
    [{ status: 'constructor' }, 'unknown'],
    [{ status: '__proto__' }, 'unknown'],
  ];
  for (const [fields, state] of states) {
    it(`${JSON.stringify(fields)} is ${state}`, () => {
      assert.equal(campaignState(campaign(fields), nowMs), state);
    });
  }

  it('is one of the known states whatever the server sends', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.string(), (status, is_cancelled, scheduled_at) => {
        const some = campaign({ status, is_cancelled, scheduled_at });
        assert.ok(campaignStates.includes(campaignState(some, nowMs)));
      }),
    );
  });
});

describe('the actions for a campaign', () => {
  const what: Record<CampaignState, readonly string[]> = {
    running: ['cancelable', 'pausable', 'editable'],
    scheduled: ['cancelable', 'pausable', 'editable'],
    paused: ['cancelable', 'resumable', 'editable'],
    draft: ['launchable', 'editable'],
    'not launched': ['cancelable', 'launchable', 'editable'],
    completed: [],
    cancelled: [],
    unknown: ['cancelable', 'editable'],
  };
  for (const state of campaignStates) {
    it(`${state}: ${[...what[state], 'deletable', 'exportable'].join(', ')}`, () => {
      const stats = state === 'not launched' ? { row_stats: rowStats({ total: 3, not_launched: 3 }) } : {};
      const can = Object.entries(campaignCapabilities(campaign({ status: state, ...stats }), nowMs));
      const names = can.flatMap(([name, is]) => (is ? [name] : []));
      assert.deepEqual(names.sort(), [...what[state], 'deletable', 'exportable'].sort());
    });
  }
});

describe('whether a campaign can be launched', () => {
  const cases: [what: string, fields: Partial<Campaign>, launchable: boolean][] = [
    ['with calls that wait beside others', { row_stats: rowStats({ total: 3, not_launched: 2 }) }, true],
    ['with no call that waits', { row_stats: rowStats({ total: 3, not_launched: 0 }) }, false],
    ['that is cancelled', { is_cancelled: true, row_stats: rowStats({ total: 3, not_launched: 3 }) }, false],
    ['for people who take over calls', { status: 'draft', type: 'jump_in' }, false],
  ];
  for (const [what, fields, launchable] of cases) {
    it(`one ${what}: ${launchable ? 'yes' : 'no'}`, () => {
      assert.equal(
        campaignCapabilities(campaign({ status: 'running', ...fields }), nowMs).launchable,
        launchable,
      );
    });
  }
});

describe('whether a campaign may change by itself', () => {
  const cases: [fields: Partial<Campaign>, active: boolean][] = [
    [{ status: 'running' }, true],
    [{ status: 'running', scheduled_at: future }, true],
    [{ status: 'draft' }, false],
    [{ status: 'paused' }, false],
    [{ status: 'completed' }, false],
    [{ status: 'launching' }, false],
    [{ status: 'running', is_cancelled: true }, false],
    [{ is_cancelled: true, row_stats: rowStats({ calling: 1 }) }, true],
    [{ status: 'paused', row_stats: rowStats({ calling: 2 }) }, true],
    [{ status: 'paused', row_stats: rowStats({ pending: 2 }) }, false],
    [{ status: 'completed', structured_output_extraction: 'running' }, true],
    [{ status: 'completed', structured_output_extraction: 'completed' }, false],
  ];
  for (const [fields, active] of cases) {
    it(`${JSON.stringify(fields)}: ${active ? 'yes' : 'no'}`, () => {
      assert.equal(isActive(campaign(fields), nowMs), active);
    });
  }
});

describe('the progress of a campaign', () => {
  const cases: [stats: RowStats | undefined, expected: ReturnType<typeof progress>][] = [
    [undefined, undefined],
    [rowStats({ completed: 3 }), undefined],
    [rowStats({ total: 4 }), { finished: 0, share: 0 }],
    [rowStats({ total: 4, completed: 1, failed: 1, retry: 1, calling: 1 }), { finished: 2, share: 0.5 }],
    [rowStats({ total: 4, completed: 1, skipped: 3, not_launched: 0 }), { finished: 4, share: 1 }],
    [rowStats({ total: 4, completed: 9 }), { finished: 4, share: 1 }],
  ];
  for (const [stats, expected] of cases) {
    it(`${JSON.stringify(stats)} → ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(progress(stats), expected);
    });
  }
});

describe('a campaign that was tried on a few contacts first', () => {
  const cases: [
    what: string,
    fields: Partial<Campaign>,
    tried: { done: number; waiting: number } | undefined,
  ][] = [
    ['whose calls are over', { row_stats: counts({ completed: 8, failed: 2 }) }, { done: 10, waiting: 4 }],
    ['with a call in progress', { row_stats: counts({ completed: 9, calling: 1 }) }, undefined],
    ['with a retry to come', { row_stats: counts({ completed: 9, retry: 1 }) }, undefined],
    ['with a call that waits for its hours', { row_stats: counts({ completed: 9, pending: 1 }) }, undefined],
    ['of which nothing is launched', { row_stats: counts({}) }, undefined],
    ['that was cancelled', { is_cancelled: true, row_stats: counts({ completed: 10 }) }, undefined],
    ['of an older server', { row_stats: rowStats({ total: 10, completed: 10 }) }, undefined],
  ];
  for (const [what, fields, tried] of cases) {
    it(`${tried === undefined ? 'is not announced' : 'is announced'}: one ${what}`, () => {
      assert.deepEqual(triedCalls(campaign(fields)), tried);
    });
  }

  /** Four of them wait. */
  function counts(launched: Readonly<Record<string, number>>): RowStats {
    const done = Object.values(launched).reduce((sum, count) => sum + count, 0);
    return rowStats({ ...launched, not_launched: 4, total: done + 4 });
  }
});
