import assert from 'node:assert/strict';
import type { CallRetryConfig } from '../../../../src/core/retryConfig.ts';
import { isWidened } from '../../../../src/launch/changes/isWidened.ts';
import { campaign } from '../../support/campaigns.ts';

const hours = (start: string, end: string, delay = 7200) => ({
  calling_window_start_time: start,
  calling_window_end_time: end,
  retry_delay_seconds: delay,
});
const before: CallRetryConfig = {
  allowed_days: ['monday', 'tuesday'],
  call_twice_in_a_row: false,
  calling_windows: [hours('10:00', '18:00')],
  max_retry_attempts: 3,
  timezone: 'Europe/Paris',
};

describe('whether a change lets more people be called', () => {
  const rules: readonly (readonly [what: string, change: Partial<CallRetryConfig>, widens: boolean])[] = [
    ['the same rules', {}, false],
    ['the same hours in other words', { calling_windows: [hours('10am', '6pm')] }, false],
    ['fewer attempts', { max_retry_attempts: 2 }, false],
    ['more attempts', { max_retry_attempts: 4 }, true],
    ['one day less', { allowed_days: ['monday'] }, false],
    ['another day', { allowed_days: ['monday', 'wednesday'] }, true],
    ['days left to the default', { allowed_days: undefined }, true],
    ['shorter hours', { calling_windows: [hours('11:00', '17:00')] }, false],
    [
      'two parts of the hours',
      { calling_windows: [hours('10:00', '12:00'), hours('14:00', '18:00')] },
      false,
    ],
    ['an earlier start', { calling_windows: [hours('09:59', '18:00')] }, true],
    ['a later end', { calling_windows: [hours('10:00', '18:01')] }, true],
    [
      'hours in the evening as well',
      { calling_windows: [hours('10:00', '18:00'), hours('19:00', '20:00')] },
      true,
    ],
    ['a longer delay', { calling_windows: [hours('10:00', '18:00', 9000)] }, false],
    ['a shorter delay', { calling_windows: [hours('10:00', '18:00', 3600)] }, true],
    ['a second call at once', { call_twice_in_a_row: true }, true],
    ['another time zone', { timezone: 'America/New_York' }, true],
    ['the zone of each recipient', { timezone: undefined }, true],
  ];
  for (const [what, change, widens] of rules) {
    it(`${widens ? 'widens' : 'does not widen'} with ${what}`, () => {
      const changes = { call_retry_config: { ...before, ...change } };
      assert.equal(isWidened(campaign({ call_retry_config: before }), changes), widens);
      const ofAssistant = campaign({ assistant: { id: 'a', name: 'Emma', call_retry_config: before } });
      assert.equal(isWidened(ofAssistant, changes), widens, 'compared with those of the assistant');
    });
  }

  it('widens when the rules are left to the assistant, whatever these are', () => {
    assert.equal(isWidened(campaign({ call_retry_config: before }), { call_retry_config: null }), true);
  });

  const parallel: readonly (readonly [now: number | undefined, then: number | null, widens: boolean])[] = [
    [5, 5, false],
    [5, 4, false],
    [5, 6, true],
    [5, null, true],
    [undefined, 6, false],
    [undefined, null, false],
  ];
  for (const [now, then, widens] of parallel) {
    it(`${widens ? 'widens' : 'does not widen'} from ${now ?? 'any number of'} calls at once to ${then ?? 'any'}`, () => {
      const change = { max_concurrent_calls: then };
      assert.equal(isWidened(campaign({ max_concurrent_calls: now }), change), widens);
    });
  }

  it('does not widen with another name or caller ID', () => {
    const changes = { name: 'Summer', from_phone_number: '+33199001200' };
    assert.equal(isWidened(campaign({ call_retry_config: before, max_concurrent_calls: 5 }), changes), false);
  });
});
