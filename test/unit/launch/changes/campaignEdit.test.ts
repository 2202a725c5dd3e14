import assert from 'node:assert/strict';
import {
  changeLines,
  rulesOf,
  rulesWithAttempts,
  rulesWithHours,
  withoutUnchanged,
} from '../../../../src/launch/changes/campaignEdit.ts';
import { campaign } from '../../support/campaigns.ts';

const rules = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const,
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '10:00', calling_window_end_time: '13:00', retry_delay_seconds: 600 },
    { calling_window_start_time: '14:00', calling_window_end_time: '18:00', retry_delay_seconds: 7200 },
  ],
  max_retry_attempts: 3,
  timezone: 'Europe/Paris',
};

describe('editing a campaign', () => {
  const before = campaign({
    name: 'Spring',
    from_phone_number: '+33199000000',
    max_concurrent_calls: 5,
    call_retry_config: rules,
  });

  it('keeps the retry delay of windows that stay, and uses the first delay for new ones', () => {
    const changed = rulesWithHours(rules, '14:00-18:00, 19:00-20:00', false);
    assert.ok(typeof changed === 'object');
    assert.deepEqual(
      changed.calling_windows.map((window) => window.retry_delay_seconds),
      [7200, 600],
    );
    assert.equal(changed.timezone, 'Europe/Paris');
  });

  it('changes only the attempts in the rules', () => {
    assert.deepEqual(rulesWithAttempts(rules, '5', false), { ...rules, max_retry_attempts: 5 });
  });

  for (const [text, problem] of [
    ['after lunch', 'Write hours like 10:00-13:00, 14:00-20:00.'],
    ['10:00-13:00, 12:00-14:00', undefined],
  ] as const) {
    it(`says what is wrong with the windows “${text}”`, () => {
      const found = rulesWithHours(rules, text, false);
      assert.equal(typeof found, 'string');
      if (problem !== undefined) assert.equal(found, problem);
    });
  }

  for (const text of ['', '0', '101', '2.5', 'many', '99999']) {
    it(`rejects “${text}” as the number of attempts`, () => {
      assert.equal(typeof rulesWithAttempts(rules, text, false), 'string');
    });
  }

  it('sends only what differs', () => {
    const same = { name: 'Spring', from_phone_number: '+33199000000', max_concurrent_calls: 5 };
    assert.deepEqual(withoutUnchanged(before, { ...same, call_retry_config: { ...rules } }), {});
    assert.deepEqual(withoutUnchanged(before, { ...same, name: 'Summer' }), { name: 'Summer' });
  });

  it('clears a field that was set, and leaves one that was not', () => {
    const cleared = { from_phone_number: null, max_concurrent_calls: null };
    assert.deepEqual(withoutUnchanged(before, cleared), cleared);
    assert.deepEqual(withoutUnchanged(campaign(), cleared), {});
  });

  it('shows before and after, one line for each change', () => {
    assert.deepEqual(changeLines(before, { name: 'Summer\n', max_concurrent_calls: null }), [
      'Name: Spring → Summer',
      'Parallel calls: 5 → the service decides',
    ]);
  });

  it('shows the caller ID and the calling rules before and after', () => {
    const shorter = rulesWithHours(rules, '14:00-18:00', false);
    assert.ok(typeof shorter === 'object');
    const lines = changeLines(before, { from_phone_number: null, call_retry_config: shorter });
    assert.equal(lines[0], 'From: +33199000000 → the default number');
    assert.match(lines[1] ?? '', /^Calling rules: 10:00–13:00.*14:00–18:00.* → 14:00–18:00/);
    const [none] = changeLines(campaign(), { call_retry_config: shorter });
    assert.match(none ?? '', /^Calling rules: .* → 14:00–18:00/);
  });

  it('changes the usual rules where neither campaign nor assistant has any', () => {
    const changed = rulesWithAttempts(undefined, '7', false);
    assert.ok(typeof changed === 'object');
    assert.equal(changed.max_retry_attempts, 7);
    assert.ok(changed.calling_windows.length > 0);
  });

  it('starts with the rules of the assistant where the campaign has none', () => {
    const of = campaign({ assistant: { id: 'a', name: 'Emma', call_retry_config: rules } });
    assert.equal(rulesOf(of, {}), rules);
    assert.deepEqual(rulesOf(of, { call_retry_config: { ...rules, max_retry_attempts: 9 } }), {
      ...rules,
      max_retry_attempts: 9,
    });
  });
});
