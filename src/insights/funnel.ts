import type { Steps } from '../callList/pace.ts';
import { peopleFigure, type Figure } from './figure.ts';
import { talkSeconds, type AttemptFacts, type OutputValue, type PersonFacts } from './personFacts.ts';

/** From when on a call with a person counts as a conversation. Both must hold. */
export interface ConversationThreshold {
  /** Turns of the contact. */
  readonly turns: number;
  /** From the answer to the end. */
  readonly seconds: number;
}

export const usualThreshold: ConversationThreshold = { turns: 2, seconds: 30 };

/** What a campaign is for: one value of the service's outcome, or of a field of the structured output. */
export type Goal =
  | { readonly kind: 'outcome'; readonly value: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: OutputValue };

/**
 * The way of the people on the list, each step a part of the one before, except the goal, which may be met
 * without a conversation. Denominators: all but `onList` and `called` are of the people called, `called` of
 * the list, `goal` of the people reached.
 */
export interface Funnel {
  readonly onList: Figure;
  readonly called: Figure;
  readonly answered: Figure;
  readonly reached: Figure;
  readonly conversation: Figure;
  /** Undefined while no goal is chosen. */
  readonly goal: Figure | undefined;
  /** Not reached yet, and calls may still come. Of the list. */
  readonly open: Figure;
  /** Of those, whoever is called only once somebody launches their call. Of the list. */
  readonly notLaunched: Figure;
  /** Called, not reached, and no call will come. Of the people called. */
  readonly notReached: Figure;
  /** Never called, and no call will come. Of the list. */
  readonly neverCalled: Figure;
}

/** In pieces, as `reportPieces` is. */
export function* funnelPieces(
  people: readonly PersonFacts[],
  threshold: ConversationThreshold,
  goal: Goal | undefined,
): Steps<Funnel> {
  const listed = people.length;
  const called = people.filter(({ attempts }) => attempts.length > 0);
  yield;
  const reached = people.filter((person) => person.reached);
  yield;
  const answered = called.filter(({ attempts }) => attempts.some(isAnswered));
  yield;
  const conversation = reached.filter(({ attempts }) =>
    attempts.some((attempt) => isConversation(attempt, threshold)),
  );
  yield;
  const met = goal && reached.filter((person) => meetsGoal(person, goal));
  const open = people.filter((person) => person.open);
  const notLaunched = open.filter(({ status }) => status === 'not_launched');
  yield;
  const notReached = called.filter((person) => !person.reached && !person.open);
  const neverCalled = people.filter((person) => person.attempts.length === 0 && !person.open);
  return {
    onList: peopleFigure('funnel/onList', people, listed),
    called: peopleFigure('funnel/called', called, listed),
    answered: peopleFigure('funnel/answered', answered, called.length),
    reached: peopleFigure('funnel/reached', reached, called.length),
    conversation: peopleFigure('funnel/conversation', conversation, called.length),
    goal: met && peopleFigure('funnel/goal', met, reached.length),
    open: peopleFigure('funnel/open', open, listed),
    notLaunched: peopleFigure('funnel/notLaunched', notLaunched, listed),
    notReached: peopleFigure('funnel/notReached', notReached, called.length),
    neverCalled: peopleFigure('funnel/neverCalled', neverCalled, listed),
  };
}

/** Somebody or something answered: the service tells a time of the answer, or what it was. */
export function isAnswered({ answeredMs, result }: AttemptFacts): boolean {
  return answeredMs !== undefined || result !== undefined;
}

export function isConversation(attempt: AttemptFacts, { turns, seconds }: ConversationThreshold): boolean {
  return attempt.result === 'human' && attempt.userTurns >= turns && (talkSeconds(attempt) ?? -1) >= seconds;
}

export function meetsGoal({ outcome, output }: PersonFacts, goal: Goal): boolean {
  if (goal.kind === 'outcome') return outcome === goal.value;
  return output !== undefined && Object.hasOwn(output, goal.name) && output[goal.name] === goal.value;
}
