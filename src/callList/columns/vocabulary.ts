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

/** Arabic writes its article without a blank. */
export function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

/** Text as it is compared, whatever its script: the vocabulary below goes through it, too. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ıßøæœđłðþىةکی]/g, (letter) => foldedLetters[letter] ?? letter);
}

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
  const split = (words: string): string[] =>
    words
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => withoutArticle(fold(word)));
  return { exact: new Set(split(exact)), parts: split(parts) };
}

/** Words that only together mean something, each phrase written with `_` between its words. */
export function phraseList(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((phrase) => fold(phrase.replaceAll('_', ' ')));
}

/** Whether one of the phrases is in a text, whole words only. */
export function holdsPhrase(phrases: readonly string[], words: readonly string[]): boolean {
  const joined = ` ${words.join(' ')} `;
  return phrases.some((phrase) => joined.includes(` ${phrase} `));
}
