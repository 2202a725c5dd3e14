import { asMeant } from './file/mojibake.ts';

/**
 * Whole words, and parts that are long enough, or of a script without blanks, to be found within longer
 * words.
 */
export interface Vocabulary {
  readonly exact: ReadonlySet<string>;
  readonly parts: readonly string[];
}

export function isIn({ exact, parts }: Vocabulary, word: string): boolean {
  return exact.has(word) || parts.some((part) => word.includes(part));
}

const article = 'ال';

/** Removes the Arabic article, which is written without a space. */
export function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith(article) ? word.slice(article.length) : word;
}

/** Normalises text of any script for comparison; the vocabulary below is normalised as well. */
export function fold(text: string): string {
  if (!notAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ıßøæœđłðþىةکی]/g, (letter) => foldedLetters[letter] ?? letter);
}

const notAscii = /\P{ASCII}/u;

const foldedLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};

/** @param exact whole words @param parts found within words, too; both separated by blanks */
export function vocabulary(exact: string, parts = ''): Vocabulary {
  // all words together: to fold each by itself takes several times as long
  const split = (words: string): string[] => wordsIn(fold(words), /\S+/g);
  return { exact: new Set(split(exact)), parts: split(parts) };
}

/**
 * The words of a text, each as it is compared: without case and accents, digits and scripts apart, and as
 * they were before a program garbled them (`DÃ©sinscrit`).
 */
export function wordsOf(text: string): string[] {
  return notAscii.test(text)
    ? wordsIn(wordsApart(asMeant(text)), /[\p{L}\p{N}]+/gu)
    : (asciiWordsApart(text).match(/[a-z\d]+/g) ?? []);
}

function wordsIn(text: string, word: RegExp): string[] {
  const words: string[] = text.match(word) ?? [];
  return text.includes(article) ? words.map(withoutArticle) : words;
}

/** The text folded, with a blank wherever two words are written together. */
function wordsApart(text: string): string {
  return fold(text.replace(/WhatsApp/g, 'whatsapp').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/(\p{N})(?=\p{L})|(\p{L})(?=\p{N})/gu, '$1$2 ')
    .replace(/([a-z])(?=[^\p{ASCII}])|([^\p{ASCII}])(?=[a-z])/gu, (pair) =>
      isOtherScript(pair) ? `${pair} ` : pair,
    );
}

/** The same for text without accents and other scripts, by patterns that are compiled and matched faster. */
function asciiWordsApart(text: string): string {
  return text
    .replace(/WhatsApp/g, 'whatsapp')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ');
}

function isOtherScript(letter: string): boolean {
  return !/\p{Script=Latin}/u.test(letter) || /[a-z]/.test(letter);
}

/** Words that only together mean something, by the first word of each phrase. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** @param phrases as a person writes them, none with a line end */
export function phrasesOf(phrases: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  // all phrases together: to normalise each by itself takes several times as long
  for (const phrase of wordsApart(phrases.join('\n')).split('\n')) {
    const words = wordsIn(phrase, /[\p{L}\p{N}]+/gu);
    const [first] = words;
    if (first === undefined) continue;
    const alike = byFirst.get(first);
    if (alike === undefined) byFirst.set(first, [words]);
    else alike.push(words);
  }
  return byFirst;
}

/** @param text phrases separated by blanks, with `_` between the words of each */
export function phraseList(text: string): Phrases {
  return phrasesOf(text.split(/\s+/));
}

/** Whether one of the phrases is in a text, whole words only. */
export function holdsPhrase(phrases: Phrases, words: readonly string[]): boolean {
  return endOfPhrase(phrases, words) !== undefined;
}

/** The index of the word after the first phrase in a text; undefined where none is in it. */
export function endOfPhrase(phrases: Phrases, words: readonly string[]): number | undefined {
  for (const at of words.keys()) {
    const length = lengthOfPhraseAt(phrases, words, at);
    if (length > 0) return at + length;
  }
  return undefined;
}

/** How many words the phrase has that begins at this word; 0 where none does. */
export function lengthOfPhraseAt(phrases: Phrases, words: readonly string[], at: number): number {
  const alike = phrases.get(words[at] ?? '');
  return alike?.find((phrase) => phrase.every((each, index) => words[at + index] === each))?.length ?? 0;
}
