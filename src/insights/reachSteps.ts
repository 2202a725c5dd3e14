import type { Steps } from '../callList/pace.ts';
import { peopleFigure, visitInPieces, type Figure } from './figure.ts';
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
export function* reachSteps(called: readonly PersonFacts[]): Steps<readonly ReachStep[]> {
  /** By calls until they were reached, in the order of the list. */
  const made: number[] = [];
  yield* visitInPieces(called, (person) => void made.push(callsUntilReached(person)));
  const most = made.reduce((longest, calls) => Math.max(longest, calls), 0);
  const steps: ReachStep[] = [];
  for (let call = 1; call <= most; call += 1) {
    let got = 0;
    const at: PersonFacts[] = [];
    const by: PersonFacts[] = [];
    const open: PersonFacts[] = [];
    let index = 0;
    yield* visitInPieces(called, (person) => {
      const calls = made[index] ?? 0;
      index += 1;
      if (calls >= call) got += 1;
      if (person.reached && calls === call) at.push(person);
      if (person.reached && calls <= call) by.push(person);
      if (person.open && calls <= call) open.push(person);
    });
    steps.push({
      call,
      at: peopleFigure(`reach/at/${call}`, at, got),
      by: peopleFigure(`reach/by/${call}`, by, called.length),
      open: peopleFigure(`reach/open/${call}`, open, called.length),
    });
  }
  return steps;
}

/** Calls that are over, up to the first that reached the person. */
function callsUntilReached({ attempts }: PersonFacts): number {
  const first = attempts.find(({ result }) => result === 'human');
  return first?.number ?? attempts.filter(({ over }) => over).length;
}
