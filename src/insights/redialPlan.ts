import { overStatuses } from '../core/callCapabilities.ts';
import type { PersonFacts } from './personFacts.ts';

/**
 * People whose calls are over and have attempts left, so that the service can make the same calls again.
 * @param maxAttempts of the campaign's rules, the first call included
 */
export function callableAgain(
  people: readonly PersonFacts[],
  maxAttempts: number,
): readonly (PersonFacts & { readonly callId: string })[] {
  return people.flatMap((person) => {
    const { callId, status, attempts } = person;
    const over = overStatuses.some((word) => word === status);
    return callId !== undefined && callId !== '' && over && attempts.length < maxAttempts
      ? [{ ...person, callId }]
      : [];
  });
}
