import { HumanError } from '../../core/errors.ts';
import { formatWhen } from '../../core/format.ts';

/**
 * Creating and checking take minutes. A machine that slept in between would otherwise call people hours after
 * the confirmation. In ms.
 */
const confirmationValidMs = 30 * 60_000;

/**
 * Called right before a request that calls people is sent.
 * @param confirmedMs when the person confirmed, ms since 1970
 * @throws HumanError
 */
export function refuseOldConfirmation(confirmedMs: number, nowMs: number): void {
  if (nowMs - confirmedMs <= confirmationValidMs) return;
  const when = formatWhen(confirmedMs, nowMs);
  throw new HumanError(`You confirmed it ${when}, more than half an hour ago. Launch it again.`);
}
