import assert from 'node:assert/strict';
import { retryDefaults, type CallRetryConfig } from '../../../src/core/retryConfig.ts';
import { readCallingRules } from '../../../src/dialing/callingRules.ts';
import { normPresets } from '../../../src/dialing/normPresets.ts';
import { normWarnings } from '../../../src/dialing/normWarnings.ts';
import { norms } from '../../../src/dialing/norms.ts';

const winterMs = Date.parse('2026-11-16T00:00Z');

function warnings(countries: readonly string[], config: Partial<CallRetryConfig> = {}) {
  const { rules } = readCallingRules({ ...retryDefaults, ...config });
  return normWarnings(
    rules,
    countries.map((country) => ({ country, count: 1 })),
    winterMs,
  );
}

function aboutHours(...args: Parameters<typeof warnings>): string[] {
  return warnings(...args).flatMap(({ kind, sentence }) => (kind === 'hours' ? [sentence] : []));
}

function hours(start: string, end: string): Partial<CallRetryConfig> {
  return {
    calling_windows: [
      { calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: 7200 },
    ],
  };
}

describe('usual calling hours of the countries in a list', () => {
  it('notice that the default hours include the French midday pause', () => {
    assert.deepEqual(aboutHours(['FR']), [
      'These rules call outside the usual hours in France: 13:00–14:00 Mon–Fri.',
    ]);
  });

  it('name the days and both ends', () => {
    const everyDay = { ...hours('08:00', '20:00'), allowed_days: ['friday', 'saturday', 'sunday'] };
    assert.deepEqual(
      aboutHours(['AU'], everyDay)[0],
      'These rules call outside the usual hours in Australia: 08:00–09:00 Fri, Sat; 17:00–20:00 Sat; 08:00–20:00 Sun.',
    );
  });

  it('say nothing about countries that are not called or unknown', () => {
    assert.deepEqual(warnings(['DE', 'JP']), []);
    assert.deepEqual(warnings([]), []);
  });

  it('convert hours from the zone of the rules: 10:00 in New York is 16:00 in Paris in winter', () => {
    // 10:00–18:00 in New York (UTC−5) is 16:00–24:00 in Paris (UTC+1): from 20:00 on outside.
    assert.deepEqual(aboutHours(['FR'], { timezone: 'America/New_York' }), [
      'These rules call outside the usual hours in France: 20:00–24:00 Mon–Fri.',
    ]);
  });

  it('warn where a country code does not tell the time zone', () => {
    // 10:00–18:00 in New York (UTC−5) begins at 05:00 in Honolulu (UTC−10), three hours before 08:00.
    const [warning] = warnings(['US']).filter(({ id }) => id === 'us.clocks');
    assert.match(
      warning?.sentence ?? '',
      /from America\/New_York, somebody in (Pacific\/Honolulu|America\/Adak) is called outside the usual hours, 05:00–08:00 Mon–Fri/,
    );
  });

  it('name the states with shorter hours than the rules', () => {
    const [warning] = warnings(['US'], { ...hours('09:00', '21:00'), timezone: 'America/New_York' }).filter(
      ({ id }) => id === 'us.parts',
    );
    assert.match(warning?.sentence ?? '', /Connecticut.*Rhode Island.*sources differ/);
    assert.deepEqual(
      warnings(['US'], hours('10:00', '18:00')).filter(({ id }) => id === 'us.parts'),
      [],
    );
  });

  it('compare attempts with the usual number in a month', () => {
    const about = (attempts: number) =>
      warnings(['FR'], { max_retry_attempts: attempts })
        .filter(({ kind }) => kind === 'frequency')
        .map(({ sentence }) => sentence);
    assert.deepEqual(about(4), []);
    assert.deepEqual(about(5), [
      'Up to 5 attempts are more than is usual in France: at most 4 calls in 30 days, other campaigns included.',
    ]);
  });

  it('never say that something is allowed, and always give source and date', () => {
    const everywhere = [...new Set(norms.map(({ country }) => country))];
    const found = warnings(everywhere, { ...hours('00:00', '24:00'), max_retry_attempts: 9 });
    assert.ok(found.length > 8);
    for (const { sentence, sources, asOf } of found) {
      assert.doesNotMatch(sentence, /compl(y|iant)|legal|permitted|lawful/i);
      assert.ok(sources.every(({ url, title }) => /^https?:\/\//.test(url) && title !== ''));
      assert.match(asOf, /^20\d\d-\d\d$/);
    }
  });

  for (const { id, windows, allowedDays } of normPresets.filter((preset) => preset.id !== 'service')) {
    it(`the preset ${id} stays within the usual hours of its country`, () => {
      const { rules, problems } = readCallingRules({
        ...retryDefaults,
        calling_windows: windows,
        allowed_days: allowedDays,
      });
      assert.deepEqual(problems, []);
      const own = normWarnings(rules, [{ country: id.toUpperCase(), count: 1 }], winterMs);
      assert.deepEqual(
        own.filter((warning) => warning.id === `${id}.hours`),
        [],
      );
    });
  }
});
