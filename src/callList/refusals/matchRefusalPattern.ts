import { refusalPatterns } from './refusalPatterns.ts';
import {
  isIn,
  lengthOfPhraseAt,
  phraseList,
  vocabulary,
  type Phrases,
  type Vocabulary,
} from '../vocabulary.ts';

/** A `RefusalPattern` with its words ready to be compared. */
interface Pattern {
  readonly first: Phrases;
  readonly between: Vocabulary;
  readonly then: Phrases;
  readonly unless: Vocabulary;
}

/** The patterns of all languages, by the words that they may begin with. */
const byFirstWord = new Map<string, Pattern[]>();
for (const { first, between = '', then, unless = '' } of Object.values(refusalPatterns).flat()) {
  const pattern: Pattern = {
    first: phraseList(first),
    between: vocabulary(between),
    then: phraseList(then),
    unless: vocabulary(unless),
  };
  for (const word of pattern.first.keys()) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), pattern]);
}

/** The most words of `between` in a row. */
const maxBetween = 5;
/** How many words before the phrase may hold an `unless`. */
const wordsBefore = 2;

/**
 * @param words of a note, as `wordsOf` makes them
 * @returns the index of the word after the refusal; undefined where calls are not refused in this way
 */
export function endOfRefusalPattern(words: readonly string[]): number | undefined {
  for (const [at, word] of words.entries()) {
    for (const each of byFirstWord.get(word) ?? []) {
      const end = endAt(each, words, at);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

function endAt({ first, between, then, unless }: Pattern, words: readonly string[], at: number) {
  const begun = lengthOfPhraseAt(first, words, at);
  if (begun === 0 || words.slice(Math.max(0, at - wordsBefore), at).some((word) => isIn(unless, word)))
    return undefined;
  for (let next = at + begun; next <= at + begun + maxBetween; next++) {
    const length = lengthOfPhraseAt(then, words, next);
    if (length > 0) {
      const end = after(between, words, next + length);
      return isIn(unless, words[end] ?? '') ? undefined : end;
    }
    if (!isIn(between, words[next] ?? '')) return undefined;
  }
  return undefined;
}

/** The index of the first word that is not one of `between`. */
function after(between: Vocabulary, words: readonly string[], at: number): number {
  let end = at;
  while (isIn(between, words[end] ?? '')) end++;
  return end;
}
