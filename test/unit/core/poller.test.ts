import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  nextPollMs,
  shouldReadNow,
  type ReadSituation,
  type PollSituation,
} from '../../../src/core/poller.ts';

const calm: PollSituation = {
  watched: true,
  active: true,
  announcesEnds: false,
  intervalMs: 5000,
  unchanged: 0,
  failures: 0,
  mayNeedPerson: false,
  retryAfterMs: undefined,
};

describe('the next read of the campaigns', () => {
  const cases: [what: string, situation: Partial<PollSituation>, ms: number | undefined][] = [
    ['after the interval', {}, 5000],
    ['once a minute while nobody looks and something runs', { watched: false }, 60_000],
    ['never while nobody looks and nothing runs', { watched: false, active: false }, undefined],
    [
      'never while nobody looks and the server says what ends',
      { watched: false, announcesEnds: true },
      undefined,
    ],
    ['after the interval while somebody looks, whatever the server says', { announcesEnds: true }, 5000],
    ['once a minute after a failure that nobody saw', { watched: false, failures: 1 }, 60_000],
    [
      'four times a minute while a launch is unconfirmed',
      { awaiting: true, watched: false, active: false },
      15_000,
    ],
    ['no more slowly while somebody looks, either', { awaiting: true, active: false, unchanged: 50 }, 15_000],
    ['never when switched off', { intervalMs: 0 }, undefined],
    ['never when switched off with a negative number', { intervalMs: -1 }, undefined],
    ['more slowly when a person may have to do something', { failures: 1, mayNeedPerson: true }, 30_000],
    ['later when that goes on', { failures: 3, mayNeedPerson: true }, 120_000],
    ['after five minutes at the latest while that goes on', { failures: 60, mayNeedPerson: true }, 300_000],
    ['never while nothing runs', { active: false }, undefined],
    ['later when nothing changed', { unchanged: 1 }, 7500],
    ['later still', { unchanged: 3 }, 16_875],
    ['after a minute at the latest', { unchanged: 50 }, 60_000],
    ['never sooner than an interval above a minute', { intervalMs: 120_000, unchanged: 9 }, 120_000],
    ['after the interval when one read failed', { failures: 1 }, 5000],
    [
      'after five seconds when one failed and the interval is shorter',
      { failures: 1, intervalMs: 1000 },
      5000,
    ],
    ['later when it failed again', { failures: 3 }, 20_000],
    ['after five minutes at the latest while it fails', { failures: 40 }, 300_000],
    ['never sooner than an interval above five minutes', { failures: 2, intervalMs: 400_000 }, 400_000],
    ['after a failure also when nothing runs, as far as one knows', { failures: 1, active: false }, 5000],
    ['when the server allows it', { failures: 1, retryAfterMs: 90_000 }, 90_000],
    ['not at once when the server would allow that', { failures: 1, retryAfterMs: 0 }, 5000],
    ['when the server allows it, in an hour', { failures: 9, retryAfterMs: 3_600_000 }, 3_600_000],
    [
      'after an hour at the latest, however long the server asks to wait',
      { failures: 1, retryAfterMs: 1e15 },
      3_600_000,
    ],
    ['after what a timer can hold, as the interval', { intervalMs: 1e15 }, 2 ** 31 - 1],
  ];
  for (const [what, situation, ms] of cases) {
    it(`is due ${what}`, () => assert.equal(nextPollMs({ ...calm, ...situation }), ms));
  }

  const situations = fc.record<PollSituation>({
    watched: fc.boolean(),
    announcesEnds: fc.boolean(),
    active: fc.boolean(),
    awaiting: fc.boolean(),
    intervalMs: fc.integer({ min: -1, max: 3_600_000 }),
    unchanged: fc.nat(),
    failures: fc.nat(),
    mayNeedPerson: fc.boolean(),
    retryAfterMs: fc.option(fc.nat(), { nil: undefined }),
  });

  it('is never due when not wanted, and always within limits', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const ms = nextPollMs(situation);
        const { watched, active, awaiting = false, intervalMs, failures } = situation;
        const retryAfterMs = Math.min(situation.retryAfterMs ?? 0, 3_600_000);
        const unwanted = intervalMs <= 0 || !(watched || active || awaiting);
        if (unwanted) assert.equal(ms, undefined);
        if (ms === undefined) return;
        if (!watched) assert.ok(ms >= (awaiting ? 15_000 : 60_000));
        assert.ok(Number.isFinite(ms) && ms >= intervalMs);
        if (failures > 0) assert.ok(ms >= retryAfterMs);
        assert.ok(ms <= Math.max(300_000, intervalMs, retryAfterMs));
      }),
    );
  });

  it('is never sooner after one more read that failed or brought nothing', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const ms = nextPollMs(situation) ?? 0;
        assert.ok((nextPollMs({ ...situation, unchanged: situation.unchanged + 1 }) ?? Infinity) >= ms);
        if (situation.failures > 0) {
          assert.ok((nextPollMs({ ...situation, failures: situation.failures + 1 }) ?? Infinity) >= ms);
        }
      }),
    );
  });
});

describe('a check of the campaigns', () => {
  const nowMs = 10_000_000;
  const look: ReadSituation = {
    watched: true,
    intervalMs: 5_000,
    updatedMs: nowMs - 60_000,
    loading: false,
    failedMs: undefined,
    retryAfterMs: undefined,
    nowMs,
  };
  const cases: readonly (readonly [what: string, about: Partial<ReadSituation>, reads: boolean])[] = [
    ['what is old', {}, true],
    ['what was read a moment ago', { updatedMs: nowMs - 1_000 }, false],
    ['what was never read', { updatedMs: undefined }, true],
    ['what was never read, from a window without the focus', { updatedMs: undefined, watched: false }, true],
    ['what is being read', { updatedMs: undefined, loading: true }, false],
    ['what is old, from a window without the focus', { watched: false }, false],
    ['what is old while reading by itself is switched off', { intervalMs: 0 }, false],
    ['what failed a minute ago', { failedMs: nowMs - 60_000 }, true],
    ['what failed before anything was read', { failedMs: nowMs - 60_000, updatedMs: undefined }, true],
    ['what failed a moment ago', { failedMs: nowMs - 1_000 }, false],
    ['what was read before the clock was set back', { updatedMs: nowMs + 3_600_000 }, true],
    ['what failed before the clock was set back', { failedMs: nowMs + 3_600_000 }, true],
    [
      'what the server wants to be left alone with',
      { failedMs: nowMs - 60_000, retryAfterMs: 120_000 },
      false,
    ],
    [
      'what it wants to be left alone with for years',
      { failedMs: nowMs - 300_000, retryAfterMs: 1e12 },
      true,
    ],
  ];
  for (const [what, about, reads] of cases) {
    it(`${reads ? 'reads' : 'does not read'} ${what}`, () =>
      assert.equal(shouldReadNow({ ...look, ...about }), reads));
  }
});
