import type { Steps } from '../callList/pace.ts';
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

/** Counts calls one by one; behind the number stand the people who got at least one of them. */
export class CallCount {
  readonly #people: PersonFacts[] = [];
  #count = 0;
  #last: PersonFacts | undefined;

  get count(): number {
    return this.#count;
  }

  /** @param call in the order of `callPieces`: those to one person stand together */
  add({ person }: CallOf): void {
    this.#count += 1;
    if (person === this.#last) return;
    this.#last = person;
    this.#people.push(person);
  }

  figure(key: string, of: number): Figure {
    return { key, count: this.#count, of, people: this.#people };
  }
}

/** What is kept of each key, made when it is first asked for. */
export function madeOnce<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Calls by one of their values, the most frequent first; calls without the value are left out. */
export function* callsBy(
  prefix: string,
  calls: readonly CallOf[],
  wordOf: (call: CallOf) => string | undefined,
): Steps<readonly Figure[]> {
  const groups = new Map<string, CallCount>();
  yield* visitInPieces(calls, (call) => {
    const word = wordOf(call);
    if (word !== undefined) madeOnce(groups, word, () => new CallCount()).add(call);
  });
  return [...groups]
    .map(([word, group]) => group.figure(`${prefix}/${word}`, calls.length))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** The calls that fulfil the condition, of all of these. */
export function* callsThat(
  key: string,
  calls: readonly CallOf[],
  holds: (call: CallOf) => boolean,
): Steps<Figure> {
  const count = new CallCount();
  yield* visitInPieces(calls, (call) => {
    if (holds(call)) count.add(call);
  });
  return count.figure(key, calls.length);
}

/** Attempts that are over, of all people. */
export function* callPieces(people: readonly PersonFacts[]): Steps<readonly CallOf[]> {
  const calls: CallOf[] = [];
  yield* visitInPieces(people, (person) => {
    for (const attempt of person.attempts) if (attempt.over) calls.push({ person, attempt });
  });
  return calls;
}

/** How many people or calls are visited, in a few milliseconds, before yielding to other work. */
const itemsOfPiece = 5000;

export function* visitInPieces<T>(items: Iterable<T>, visit: (item: T) => void): Steps<void> {
  let left = itemsOfPiece;
  for (const item of items) {
    visit(item);
    left -= 1;
    if (left > 0) continue;
    yield;
    left = itemsOfPiece;
  }
}
