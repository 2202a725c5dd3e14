import type { Proportion } from '../core/proportion.ts';
import type { AttemptFacts, PersonFacts } from './personFacts.ts';

/** A number of the report: so many of so many, and the people behind it. */
export interface Figure extends Proportion {
  /** Stable name of the number, by which its people are asked for: `funnel/reached`, `result/voicemail`. */
  readonly key: string;
  readonly people: readonly PersonFacts[];
}

/** An attempt with the person who was called. */
export interface CallOf {
  readonly person: PersonFacts;
  readonly attempt: AttemptFacts;
}

export function peopleFigure(key: string, people: readonly PersonFacts[], of: number): Figure {
  return { key, count: people.length, of, people };
}

/**
 * Counts calls; behind it stand the people who got at least one of them.
 * @param calls in the order of `callsOf`: those to one person stand together
 */
export function callsFigure(key: string, calls: readonly CallOf[], of: number): Figure {
  const people: PersonFacts[] = [];
  for (const { person } of calls) if (people.at(-1) !== person) people.push(person);
  return { key, count: calls.length, of, people };
}

/** Calls by one of their values, the most frequent first; calls without the value are left out. */
export function callsBy(
  prefix: string,
  calls: readonly CallOf[],
  of: number,
  wordOf: (call: CallOf) => string | undefined,
): readonly Figure[] {
  const groups = new Map<string, CallOf[]>();
  for (const call of calls) {
    const word = wordOf(call);
    if (word === undefined) continue;
    const group = groups.get(word);
    if (group === undefined) groups.set(word, [call]);
    else group.push(call);
  }
  return [...groups]
    .map(([word, group]) => callsFigure(`${prefix}/${word}`, group, of))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** Attempts that are over, of all people. */
export function callsOf(people: readonly PersonFacts[]): readonly CallOf[] {
  const calls: CallOf[] = [];
  for (const person of people)
    for (const attempt of person.attempts) if (attempt.over) calls.push({ person, attempt });
  return calls;
}
