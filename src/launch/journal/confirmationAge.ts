import { HumanError } from '../../core/errors.ts';
import { formatWhen } from '../../core/format.ts';

/**
 * Creating and checking take minutes. A machine that slept in between would otherwise call people hours after
 * somebody said yes.
 */
const confirmationValidMs = 30 * 60_000;

/**
 * To be asked right before a request leaves that calls people.
 * @param confirmedMs when the person said yes, ms since 1970
 * @throws HumanError
 */
export function refuseOldConfirmation(confirmedMs: number, nowMs: number): void {
  if (nowMs - confirmedMs <= confirmationValidMs) return;
  const when = formatWhen(confirmedMs, nowMs);
  throw new HumanError(`You confirmed it ${when}, more than half an hour ago. Launch it again.`);
}
