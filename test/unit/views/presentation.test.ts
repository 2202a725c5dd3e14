import assert from 'node:assert/strict';
import { campaignStates, rowCounts } from '../../../src/core/campaign.ts';
import {
  campaignFingerprint,
  campaignLine,
  presentCampaign,
  presentCount,
  presentGroup,
  stateIcons,
} from '../../../src/views/presentation.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../support/campaigns.ts';

const half = rowStats({ total: 1000, completed: 300, failed: 12, pending: 688 });

describe('a campaign in the tree', () => {
  const cases: [string, Parameters<typeof campaign>[0], icon: string, figures: string][] = [
    ['running', { row_stats: half }, 'play-circle', '31%'],
    ['running and calling', { row_stats: { ...half, calling: 12 } }, 'play-circle', '31% · 12 calling'],
    [
      'tried on a few',
      { row_stats: rowStats({ total: 1214, completed: 10, not_launched: 1204 }) },
      'play-circle',
      '10 launched · 1,204 wait',
    ],
    [
      'launched in part, with nobody called yet',
      { row_stats: rowStats({ total: 21, pending: 3, not_launched: 18 }) },
      'play-circle',
      '3 launched · 18 wait',
    ],
    [
      'scheduled for later today',
      { scheduled_at: hoursFromNoon(2.5), row_stats: rowStats({ total: 1, pending: 1 }) },
      'calendar',
      'Today 14:30',
    ],
    ['a draft', { status: 'draft', row_stats: rowStats({ total: 40 }) }, 'edit', 'Draft · 40'],
    [
      'created and not launched',
      { row_stats: rowStats({ total: 128, not_launched: 128 }) },
      'circle-large-outline',
      '128 not launched',
    ],
    ['paused', { status: 'paused', row_stats: half }, 'debug-pause', 'Paused · 688 left'],
    ['completed', { status: 'completed', row_stats: half }, 'pass', '300 of 1,000'],
    [
      'completed, with hot leads',
      { status: 'completed', row_stats: half, funnel_stats: { talked_to_human: 171, hot: 88 } },
      'pass',
      '88 hot leads',
    ],
    [
      'completed, where people were reached',
      { status: 'completed', row_stats: half, funnel_stats: { talked_to_human: 171, hot: 0 } },
      'pass',
      '171 reached',
    ],
    ['cancelled', { is_cancelled: true, row_stats: half }, 'circle-slash', 'Cancelled · 300 of 1,000'],
    ['of a status from the future', { status: 'napping', row_stats: half }, 'question', '31%'],
    ['running, without counts', {}, 'play-circle', 'Running'],
  ];
  for (const [name, about, icon, figures] of cases) {
    it(`shows one that is ${name}`, () => {
      const shown = presentCampaign(campaign(about), noonMs);
      assert.equal(shown.icon, icon);
      assert.equal(shown.description, figures);
      assert.ok(figures.length <= 30);
    });
  }

  it('shows its figures before its name, which a narrow view may cut off', () => {
    assert.equal(
      campaignLine(presentCampaign(campaign({ row_stats: half }), noonMs)),
      '31% — Spring reminders',
    );
    assert.equal(campaignLine(presentCampaign(campaign(), noonMs)), 'Running — Spring reminders');
  });

  it('includes the state for screen readers, which cannot see the icon', () => {
    const { accessibleLabel } = presentCampaign(campaign({ row_stats: half }), noonMs);
    assert.equal(accessibleLabel, 'Spring reminders, Running, 31%');
  });

  it('includes the state for screen readers only once', () => {
    const paused = presentCampaign(campaign({ status: 'paused', row_stats: half }), noonMs);
    assert.equal(paused.accessibleLabel, 'Spring reminders, Paused · 688 left');
  });

  it('offers the actions that are possible now', () => {
    const capabilities = (about: Parameters<typeof campaign>[0]) =>
      presentCampaign(campaign(about), noonMs).capabilities;
    assert.equal(
      capabilities({ row_stats: half }),
      'campaign;cancelable;deletable;exportable;pausable;editable;waiting;',
    );
    assert.equal(capabilities({ status: 'completed' }), 'campaign;deletable;exportable;');
    assert.match(capabilities({ status: 'napping' }), /cancelable;/);
  });

  it('never shows an unknown status as a running one', () => {
    const icons = campaignStates.map((state) => stateIcons[state].icon);
    assert.equal(new Set(icons).size, icons.length);
  });

  it('has a name even when the server sent none', () => {
    assert.equal(presentCampaign(campaign({ name: '' }), noonMs).label, '(no name)');
  });
});

describe('a count below a campaign', () => {
  it('shows each of the six, with a readable number', () => {
    const shown = rowCounts.map((count) => presentCount(campaign({ row_stats: half }), count).description);
    assert.deepEqual(shown, ['1,000', '688', '0', '0', '300', '12']);
  });

  it('has no colour while it needs no attention', () => {
    assert.equal(presentCount(campaign({ row_stats: rowStats({ total: 3 }) }), 'failed').color, undefined);
    assert.equal(presentCount(campaign({ row_stats: half }), 'failed').color, 'charts.red');
  });
});

describe('cancelled calls', () => {
  const counts = { total: 90, completed: 26, failed: 64 };
  const shown = (about: Parameters<typeof campaign>[0]) => {
    const { label, icon, color } = presentCount(campaign(about), 'failed');
    return [label, icon, color];
  };
  const stopped = { status: 'completed', is_cancelled: true };

  it('are not shown as failed where the server counts both as one', () => {
    assert.deepEqual(shown({ ...stopped, row_stats: rowStats(counts) }), [
      'Failed or cancelled',
      'circle-slash',
      'disabledForeground',
    ]);
  });

  it('are counted separately where the server does so', () => {
    const row_stats = { ...rowStats({ ...counts, failed: 4 }), skipped: 60 };
    assert.deepEqual(shown({ ...stopped, row_stats }), ['Failed', 'error', 'charts.red']);
    assert.deepEqual(shown({ status: 'completed', row_stats: rowStats(counts) })[0], 'Failed');
  });
});

it('count in the number of their group', () => {
  assert.equal(presentGroup('completed', 1214).description, '1,214');
});

describe('the fingerprint that avoids redrawing', () => {
  it('stays the same when nothing visible changed', () => {
    const again = campaign({ row_stats: { ...half }, organization_id: 'another' });
    assert.equal(
      campaignFingerprint(campaign({ row_stats: half }), noonMs),
      campaignFingerprint(again, noonMs),
    );
  });

  for (const [what, about] of [
    ['a count', { row_stats: { ...half, calling: 1 } }],
    ['the name', { name: 'Other', row_stats: half }],
    ['the status', { status: 'paused', row_stats: half }],
    ['the schedule in the tooltip', { row_stats: half, scheduled_at: hoursFromNoon(-2) }],
  ] as const) {
    it(`changes with ${what}`, () => {
      const before = campaignFingerprint(campaign({ row_stats: half }), noonMs);
      assert.notEqual(campaignFingerprint(campaign(about), noonMs), before);
    });
  }
});
