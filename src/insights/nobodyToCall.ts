import { plural } from '../core/format.ts';
import type { PersonFacts } from './personFacts.ts';

/**
 * Says that nobody of a campaign is to be called again, and who may still be called for the first time or
 * once more.
 */
export function nobodyToCall(people: readonly PersonFacts[]): string {
  const open = people.filter((person) => person.open);
  const waiting = open.filter(({ status }) => status === 'not_launched').length;
  const called = open.length - waiting;
  return [
    'There is nobody to call again yet.',
    ...(called > 0 ? [`${plural(called, 'person is', 'people are')} still being called.`] : []),
    ...(waiting > 0 ? [`${plural(waiting, 'person is', 'people are')} not launched yet.`] : []),
  ].join(' ');
}
