import { statementPhrases, statementWords } from './statementWords.ts';
import { namesTime } from './timeOfRefusal.ts';
import { holdsPhrase, isIn, type Vocabulary } from '../vocabulary.ts';

type Kind = keyof typeof statementWords;

/** The bit of each kind, for the kinds of a word. */
const bits = Object.fromEntries(Object.keys(statementWords).map((kind, at) => [kind, 1 << at])) as Readonly<
  Record<Kind, number>
>;

const vocabularies: readonly (readonly [bit: number, words: Vocabulary])[] = Object.entries(
  statementWords,
).map(([kind, words]) => [bits[kind as Kind], words]);

/**
 * Two words of a note that together say that somebody refuses calls, in either order and close to each other:
 * `consent withdrawn`, `hat Anrufe untersagt`, `opposition au démarchage`.
 */
interface Pair {
  readonly one: number;
  readonly other: number;
  /** Words anywhere in the note with which it is about something else. */
  readonly unless: number;
}

function pair(one: Kind, other: Kind, unless?: Kind): Pair {
  return { one: bits[one], other: bits[other], unless: unless === undefined ? 0 : bits[unless] };
}

const pairs: readonly Pair[] = [
  pair('calls', 'prohibited'),
  pair('callsInGerman', 'prohibited'),
  pair('contact', 'unwanted'),
  pair('callVerbs', 'unwanted'),
  pair('removal', 'records', 'otherChannels'),
  pair('privacy', 'erasure', 'otherChannels'),
  pair('consents', 'withdrawn', 'still'),
  pair('objections', 'aboutCalls', 'unobjected'),
  pair('only', 'inWriting', 'byPhone'),
];

/** The most words between the two. */
const maxBetween = 4;
/** How many words before consent may say that there is none. */
const wordsBeforeConsent = 4;
const maxKnown = 20_000;

/** Finds notes that state, other than as an order, that calls are refused. Remembers the words it has met. */
export class StatedRefusals {
  readonly #known = new Map<string, number>();

  /** @param words of a note, as `wordsOf` makes them */
  states(words: readonly string[]): boolean {
    if (holdsPhrase(statementPhrases, words)) return true;
    const kinds = words.map((word, at) => (isMore(words, at) ? 0 : this.#kindsOf(word)));
    const all = kinds.reduce((sum, each) => sum | each, 0);
    const holds = (kind: Kind): boolean => (all & bits[kind]) !== 0;
    return (
      (holds('unsubscribed') && !holds('otherChannels')) ||
      (holds('registers') && !holds('notOnIt')) ||
      pairs.some((one) => isClose(one, kinds, all)) ||
      (holds('consents') && hasNoConsent(kinds)) ||
      (holds('negations') && !holds('unanswered') && wantsNoCalls(words, kinds, holds('wishes')))
    );
  }

  #kindsOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    let kinds = 0;
    for (const [bit, words] of vocabularies) if (isIn(words, word)) kinds |= bit;
    if (this.#known.size < maxKnown) this.#known.set(word, kinds);
    return kinds;
  }
}

/** `plus tard`, `plus souvent`: French for more, and no negation. */
function isMore(words: readonly string[], at: number): boolean {
  return words[at] === 'plus' && isIn(statementWords.comparable, words[at + 1] ?? '');
}

function isClose({ one, other, unless }: Pair, kinds: readonly number[], all: number): boolean {
  if ((all & one) === 0 || (all & other) === 0 || (all & unless) !== 0) return false;
  return kinds.some((each, at) => {
    if ((each & one) === 0) return false;
    const from = Math.max(0, at - maxBetween - 1);
    return kinds
      .slice(from, at + maxBetween + 2)
      .some((near, place) => from + place !== at && (near & other) !== 0);
  });
}

function isNo(each: number): boolean {
  return (each & bits.without) !== 0;
}

/** `consent: no`, `Einwilligung nicht erteilt`; not `consent not withdrawn`. */
function endsWithNo(kinds: readonly number[], at: number): boolean {
  const [next = 0, last = 0, ...more] = kinds.slice(at);
  return more.length === 0 && isNo(next) && (last & bits.withdrawn) === 0;
}

/** `no consent on file`; not `no consent needed`. */
function hasNoConsent(kinds: readonly number[]): boolean {
  const at = kinds.findIndex(
    (each, index) =>
      (each & bits.consents) !== 0 &&
      (kinds.slice(Math.max(0, index - wordsBeforeConsent), index).some(isNo) ||
        endsWithNo(kinds, index + 1)),
  );
  return at >= 0 && !kinds.slice(at).some((each) => (each & bits.needed) !== 0);
}

/** `no more calls`, `kein Telefonkontakt`; not `no contact` or `no calls before 9`. */
function wantsNoCalls(words: readonly string[], kinds: readonly number[], isWish: boolean): boolean {
  return kinds.some((each, at) => {
    const isMany = (each & bits.calls) !== 0;
    if (!isMany && (each & (bits.contact | bits.callVerbs)) === 0) return false;
    if (namesTime(words, at + 1)) return false;
    const from = Math.max(0, at - (isMany ? maxBetween : maxBetween - 1));
    const around = kinds.slice(from, at + 2);
    if (!around.some((near, place) => from + place !== at && (near & bits.negations) !== 0)) return false;
    return isMany || isWish || (words[at] ?? '').includes('telefon');
  });
}
