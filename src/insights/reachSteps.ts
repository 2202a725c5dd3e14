import { peopleFigure, type Figure } from './figure.ts';
import type { PersonFacts } from './personFacts.ts';

/** What one more call brought. */
export interface ReachStep {
  /** Which call, from 1. */
  readonly call: number;
  /** Reached at exactly this call, of those who got it. */
  readonly at: Figure;
  /** Reached by this call or an earlier one, of all people called. */
  readonly by: Figure;
  /** Not reached, had no more calls than this, and may be called again: of all people called. */
  readonly open: Figure;
}

/**
 * Reached after one, two, three … calls. Contacts that may be called again count as open, not as failed. A
 * call in progress is not counted yet.
 */
export function reachSteps(people: readonly PersonFacts[]): readonly ReachStep[] {
  const called = people.filter(({ attempts }) => attempts.length > 0);
  const calls = called.map((person) => ({ person, made: callsUntilReached(person) }));
  const most = calls.reduce((longest, { made }) => Math.max(longest, made), 0);
  return Array.from({ length: most }, (_, index) => {
    const call = index + 1;
    const got = calls.filter(({ made }) => made >= call);
    const at = got.filter(({ person, made }) => person.reached && made === call);
    const by = calls.filter(({ person, made }) => person.reached && made <= call);
    const open = calls.filter(({ person, made }) => person.open && made <= call);
    return {
      call,
      at: peopleFigure(`reach/at/${call}`, at.map(personOf), got.length),
      by: peopleFigure(`reach/by/${call}`, by.map(personOf), called.length),
      open: peopleFigure(`reach/open/${call}`, open.map(personOf), called.length),
    };
  });
}

/** Calls that are over, up to the first that reached the person. */
function callsUntilReached({ attempts }: PersonFacts): number {
  const first = attempts.find(({ result }) => result === 'human');
  return first?.number ?? attempts.filter(({ over }) => over).length;
}

function personOf({ person }: { readonly person: PersonFacts }): PersonFacts {
  return person;
}
