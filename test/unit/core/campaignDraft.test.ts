import assert from 'node:assert/strict';
import { rulesDraftOf } from '../../../src/core/campaignDraft.ts';

describe('calling rules in a form', () => {
  const times: [given: string, shown: string][] = [
    ['2pm', '14:00'],
    ['9:30', '09:30'],
    ['6:30 PM', '18:30'],
    ['24:00', '24:00'],
    ['late', 'late'],
  ];
  for (const [given, shown] of times) {
    it(`show ${given} as ${shown}`, () => {
      const window = { calling_window_start_time: '09:00', calling_window_end_time: given };
      const config = { calling_windows: [{ ...window, retry_delay_seconds: 60 }], max_retry_attempts: 1 };
      assert.equal(rulesDraftOf(config).windows[0]?.end, shown);
    });
  }
});
