import type { PhoneHistory } from '../../../src/core/account.ts';

/** A number that was called once, of which a test says only what matters to it. */
export function phoneHistory(about: Partial<PhoneHistory> = {}): PhoneHistory {
  return { count: 1, campaigns: [], do_not_contact: false, hot: false, reached_human: false, ...about };
}
