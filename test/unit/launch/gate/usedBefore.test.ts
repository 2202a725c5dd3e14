import assert from 'node:assert/strict';
import type { Provenance } from '../../../../src/launch/gate/provenance.ts';
import { usedBefore, type Use } from '../../../../src/launch/gate/usedBefore.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../../support/campaigns.ts';
import { provenance } from '../../support/provenances.ts';

const threeDaysAgo = provenance({ name: 'March renewals', sentMs: noonMs - 72 * 3_600_000 });
const use = (now: Use['now'], shared = 412, of: Provenance = threeDaysAgo): Use => ({
  provenance: of,
  shared,
  now,
});

describe('the campaigns that used a list before', () => {
  const beginning = '412 of these 1,000 numbers';
  const cases: readonly (readonly [what: string, now: Use['now'], said: string])[] = [
    [
      'a completed campaign has called',
      campaign({ status: 'completed', row_stats: rowStats({ total: 900, completed: 900 }) }),
      'were called in “March renewals”, created 3 days ago and completed.',
    ],
    [
      'a draft has called nobody',
      campaign({ status: 'draft' }),
      'are in the draft “March renewals”, made 3 days ago.',
    ],
    [
      'a scheduled one will call',
      campaign({ scheduled_at: hoursFromNoon(21) }),
      'are in “March renewals”, created 3 days ago, which starts tomorrow 09:00.',
    ],
    [
      'one that runs may have called some',
      campaign(),
      'are in “March renewals”, created 3 days ago, which is running.',
    ],
    [
      'a cancelled one that had begun',
      campaign({ is_cancelled: true, row_stats: rowStats({ total: 900, completed: 3 }) }),
      'are in “March renewals”, created 3 days ago and cancelled after calls had begun.',
    ],
    [
      'a cancelled one that had not begun',
      campaign({ is_cancelled: true, row_stats: rowStats({ total: 900, pending: 900 }) }),
      'are in “March renewals”, created 3 days ago and cancelled before anybody was called.',
    ],
    [
      'a cancelled one without counts',
      campaign({ is_cancelled: true }),
      'are in “March renewals”, created 3 days ago and cancelled.',
    ],
    ['a status nobody knows', campaign({ status: 'odd' }), 'are in “March renewals”, created 3 days ago.'],
    [
      'one that is deleted, or of another account',
      'unlisted',
      'were in “March renewals”, created 3 days ago, which is not among your campaigns now.',
    ],
    ['campaigns that are not read', 'unread', 'are in “March renewals”, created 3 days ago.'],
    [
      'a lost answer',
      'unconfirmed',
      'may be in “March renewals”, sent 3 days ago: it is not known whether that campaign was created.',
    ],
  ];
  for (const [what, now, said] of cases) {
    it(`describe ${what} no further than is known`, () => {
      assert.deepEqual(usedBefore([use(now)], 1_000, noonMs), [`${beginning} ${said}`]);
    });
  }

  const counts: readonly (readonly [shared: number, numbers: number, said: RegExp])[] = [
    [1, 1_000, /^1 of these 1,000 numbers is in /],
    [1_000, 1_000, /^All 1,000 numbers are in /],
    [1, 1, /^The number is in /],
  ];
  for (const [shared, numbers, said] of counts) {
    it(`count ${shared} of ${numbers}`, () => {
      assert.match(usedBefore([use('unread', shared)], numbers, noonMs)[0] ?? '', said);
    });
  }

  it('say “at least” where not all numbers of a campaign were stored', () => {
    const large = provenance({ hashes: 200_000, ready: 300_000 });
    assert.match(usedBefore([use('unread', 5, large)], 10, noonMs)[0] ?? '', /^At least 5 of these 10 /);
  });

  const times: readonly (readonly [hours: number, said: RegExp])[] = [
    [0, /created just now\.$/],
    [5, /created 5 h ago\.$/],
    [30, /created a day ago\.$/],
    [24 * 60, /created 60 days ago\.$/],
    [24 * 100, /created on Wed 12 Aug, \d\d:00\.$/],
  ];
  for (const [hours, said] of times) {
    it(`show the time of ${hours} hours ago`, () => {
      const then = provenance({ sentMs: noonMs - hours * 3_600_000 });
      assert.match(usedBefore([use('unread', 2, then)], 9, noonMs)[0] ?? '', said);
    });
  }

  it('name the three that share most and count the rest; campaigns that share nothing are omitted', () => {
    const uses = [1, 0, 7, 3, 5, 2].map((shared) =>
      use('unread', shared, provenance({ name: `C${shared}` })),
    );
    const said = usedBefore(uses, 9, noonMs);
    assert.deepEqual(
      said.map((sentence) => /“(.*)”/.exec(sentence)?.[1] ?? sentence),
      ['C7', 'C5', 'C3', 'Some are also in 2 other campaigns created here.'],
    );
  });
});
