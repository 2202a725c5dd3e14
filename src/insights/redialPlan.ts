import type { Steps } from '../callList/pace.ts';
import { overStatuses } from '../core/callCapabilities.ts';
import { visitInPieces } from './figure.ts';
import type { PersonFacts } from './personFacts.ts';

/**
 * People whose calls are over and have attempts left, so that the service can make the same calls again.
 * @param maxAttempts of the campaign's rules, the first call included
 */
export function* callableAgain(
  people: readonly PersonFacts[],
  maxAttempts: number,
): Steps<readonly CallableAgain[]> {
  const callable: CallableAgain[] = [];
  yield* visitInPieces(people, ({ callId, phone, status, attempts }) => {
    const over = overStatuses.some((word) => word === status);
    if (callId !== undefined && callId !== '' && over && attempts.length < maxAttempts)
      callable.push({ callId, phone });
  });
  return callable;
}

export interface CallableAgain {
  readonly callId: string;
  /** E.164 */
  readonly phone: string;
}
