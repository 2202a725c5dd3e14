import assert from 'node:assert/strict';
import fc from 'fast-check';
import { days, type CallRetryConfig } from '../../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../../src/dialing/callingRules.ts';
import { rulesDraftOf } from '../../../../src/panels/launch/launchDraft.ts';
import { daysText, readRulesDraft } from '../../../../src/panels/launch/launchRules.ts';
import type { RulesDraft, WindowDraft } from '../../../../src/panels/contract/protocolLaunchDraft.ts';
import { rules } from './launchFixtures.ts';

function window(about: Partial<WindowDraft>): WindowDraft {
  return { start: '10:00', end: '18:00', delay: '2', unit: 'hours', ...about };
}

describe('own calling rules', () => {
  it('are sent as HH:mm and seconds, however they were typed', () => {
    const windows = [
      window({ start: '9am', end: '12:30 PM', delay: '15', unit: 'minutes' }),
      window({ start: '2 p.m.', end: '24:00', delay: '1,5' }),
    ];
    const { config, problems } = readRulesDraft(rules({ windows, timezone: ' Europe/Paris ', twice: true }));
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      allowed_days: ['monday', 'tuesday'],
      call_twice_in_a_row: true,
      calling_windows: [
        { calling_window_start_time: '09:00', calling_window_end_time: '12:30', retry_delay_seconds: 900 },
        { calling_window_start_time: '14:00', calling_window_end_time: '23:59', retry_delay_seconds: 5400 },
      ],
      max_retry_attempts: 3,
      timezone: 'Europe/Paris',
    });
  });

  const wrong: [what: string, rules: Partial<RulesDraft>, field: string][] = [
    ['no window', { windows: [] }, 'rules.windows'],
    ['no day', { days: [] }, 'rules.days'],
    ['no time', { windows: [window({ start: 'nine' })] }, 'rules.windows.0.start'],
    ['an end before the start', { windows: [window({ end: '9:00' })] }, 'rules.windows.0.end'],
    ['no wait', { windows: [window({ delay: '0' })] }, 'rules.windows.0.delay'],
    ['a wait of words', { windows: [window({ delay: 'soon' })] }, 'rules.windows.0.delay'],
    [
      'windows over each other',
      { windows: [window({}), window({ start: '17:00', end: '20:00' })] },
      'rules.windows.1.start',
    ],
    ['no attempt', { attempts: '0' }, 'rules.attempts'],
    ['half an attempt', { attempts: '1.5' }, 'rules.attempts'],
    ['an unknown zone', { timezone: 'Paris' }, 'rules.timezone'],
  ];
  for (const [what, about, field] of wrong) {
    it(`with ${what} are not sent, and it is said at its field`, () => {
      const { config, problems } = readRulesDraft(rules(about));
      assert.equal(config, undefined);
      assert.deepEqual(
        problems.map((problem) => problem.field),
        [field],
      );
    });
  }

  it('made from an assistant’s and left as they are mean the same', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 13, max: 23 }))
      .map(([start, end]) => ({
        calling_window_start_time: `${start}:30`,
        calling_window_end_time: `${String(end)}:00`,
        retry_delay_seconds: 60 * (start + 1) * end,
      }));
    const config: fc.Arbitrary<CallRetryConfig> = fc.record({
      allowed_days: fc.subarray([...days], { minLength: 1 }),
      call_twice_in_a_row: fc.boolean(),
      calling_windows: fc.tuple(time),
      max_retry_attempts: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(config, (given) => {
        const { config: again, problems } = readRulesDraft(rulesDraftOf(given));
        assert.deepEqual(problems, []);
        assert.deepEqual(readCallingRules(again).rules, readCallingRules(given).rules);
      }),
      { numRuns: 50 },
    );
  });

  const week: [allowed: readonly string[], text: string][] = [
    [days.slice(0, 5), 'Mon–Fri'],
    [days, 'Mon–Sun'],
    [['saturday', 'monday', 'wednesday', 'sunday'], 'Mon, Wed, Sat, Sun'],
    [[], ''],
  ];
  for (const [allowed, text] of week) {
    it(`name their days: ${text === '' ? 'none' : text}`, () => assert.equal(daysText(allowed), text));
  }
});
