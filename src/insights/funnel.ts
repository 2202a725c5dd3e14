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

export function funnel(
  people: readonly PersonFacts[],
  threshold: ConversationThreshold,
  goal: Goal | undefined,
): Funnel {
  const called = people.filter(({ attempts }) => attempts.length > 0);
  const reached = people.filter((person) => person.reached);
  const calledCount = called.length;
  return {
    onList: peopleFigure('funnel/onList', people, people.length),
    called: peopleFigure('funnel/called', called, people.length),
    answered: peopleFigure(
      'funnel/answered',
      called.filter(({ attempts }) => attempts.some(isAnswered)),
      calledCount,
    ),
    reached: peopleFigure('funnel/reached', reached, calledCount),
    conversation: peopleFigure(
      'funnel/conversation',
      reached.filter(({ attempts }) => attempts.some((attempt) => isConversation(attempt, threshold))),
      calledCount,
    ),
    goal:
      goal &&
      peopleFigure(
        'funnel/goal',
        reached.filter((person) => meetsGoal(person, goal)),
        reached.length,
      ),
    open: peopleFigure(
      'funnel/open',
      people.filter(({ open }) => open),
      people.length,
    ),
    notLaunched: peopleFigure(
      'funnel/notLaunched',
      people.filter(({ open, status }) => open && status === 'not_launched'),
      people.length,
    ),
    notReached: peopleFigure(
      'funnel/notReached',
      called.filter((person) => !person.reached && !person.open),
      calledCount,
    ),
    neverCalled: peopleFigure(
      'funnel/neverCalled',
      people.filter(({ attempts, open }) => attempts.length === 0 && !open),
      people.length,
    ),
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
