import {
  attributeWords,
  callingWords,
  faxWords,
  numberNouns,
  numberWords,
  perhapsWords,
  phoneWords,
  phrases,
  refusedWords,
} from './phoneNames.ts';
import {
  guardianWords,
  organisationWords,
  otherPersonWords,
  otherWords,
  ownWords,
  placeWords,
  secondWords,
} from './otherNames.ts';
import { saysDoNotCall } from '../refusals/refusalPhrases.ts';
import { holdsPhrase, isIn, vocabulary, wordsOf, type Vocabulary } from '../vocabulary.ts';

/** What the words of a header say about its column. */
export interface HeaderMeaning {
  readonly kind: HeaderKind;
  /**
   * For a phone: 0 for the person's own first number, more for a second one, most for somebody else's. At
   * most 1.
   */
  readonly remoteness: number;
  /** Whether a word in it qualifies the phone: whose it is, or which one, also in an unknown word. */
  readonly qualified: boolean;
}

/**
 * `phone`: it names a telephone. `phoneAndFax`: both, as in “Tel/Fax”. `aboutPhone`: something that belongs
 * to one, such as its type. `refused`: numbers that nobody is to call. `perhaps`: a contact of some sort.
 * `number`: a number of some sort. `other`: something else. `unknown`: no word of it is known, or it is
 * empty.
 */
export type HeaderKind =
  'phone' | 'phoneAndFax' | 'aboutPhone' | 'refused' | 'perhaps' | 'number' | 'other' | 'fax' | 'unknown';

/** Headers longer than this are sentences. */
const maxHeaderLength = 120;

/** @param header as in the file, in any language */
export function headerMeaning(header: string): HeaderMeaning {
  const known = meanings.get(header);
  if (known !== undefined) return known;
  const kind = kindOf(header);
  const isRemote = remote.has(kind);
  const meaning = {
    kind,
    remoteness: isRemote ? remotenessOf(header) : 0,
    qualified: isRemote && wordsOf(header).some((word) => !isKnown(word) || isSomebodyElse(word)),
  };
  if (meanings.size >= maxCached) meanings.clear();
  meanings.set(header, meaning);
  return meaning;
}

/** Kinds that can be a person's number, so that they can be another person's. */
const remote: ReadonlySet<HeaderKind> = new Set<HeaderKind>([
  'phone',
  'phoneAndFax',
  'aboutPhone',
  'perhaps',
  'number',
]);
const maxCached = 1000;
const meanings = new Map<string, HeaderMeaning>();

function kindOf(header: string): HeaderKind {
  if (header.length > maxHeaderLength) return 'unknown';
  const words = wordsOf(header);
  const joined = words.join('');
  const says = (vocabulary: Vocabulary): boolean =>
    vocabulary.exact.has(joined) || words.some((word) => isIn(vocabulary, word));
  const fax = says(faxWords);
  const phone =
    words.some((word) => isPhoneWord(word)) || phoneWords.exact.has(joined) || holdsPhrase(phrases, words);
  if (fax) return namesBoth(header, phone, words) ? 'phoneAndFax' : 'fax';
  if (saysDoNotCall(words) || words.some((word) => isIn(refusedWords, word))) return 'refused';
  if (phone) return says(attributeWords) ? 'aboutPhone' : 'phone';
  if (says(otherWords) || says(attributeWords)) return 'other';
  // `Vergi no`, `사업자번호`: the number of something that is not known
  if (words.length === 0 || !words.every(mayBePhone)) return 'unknown';
  const isNumber = (word: string): boolean => isIn(numberWords, word) || /^\d$/.test(word);
  if (words.every(isNumber)) return 'number';
  // a personal number is an identity number in many countries
  return words.some(isNumber) && words.includes('personal') ? 'unknown' : 'perhaps';
}

/** `Tel/Fax`, `Telefon - Faks`, `TEL・FAX`, `ĐT/Fax`; `Fax-Telefon` and `Telefax` are fax machines. */
function namesBoth(header: string, phone: boolean, words: readonly string[]): boolean {
  if (!phone && !words.some((word) => word === 'dt')) return false;
  return /[/&+,|、，・·;\\]|\s[-–—]\s|\b(?:and|et|und|y|e|en|och|og|ja|i|ve|va|dan|a|и|та|και|və)\b/iu.test(
    header,
  );
}

/**
 * Whether a header that does not name a phone says that its column numbers or codes something, such as
 * `Ondernemingsnummer` or `Kundennr.`: what looks like a phone there may be an identity number.
 */
export function numbersSomething(header: string): boolean {
  const words = wordsOf(header);
  const isNumber = (word: string): boolean => isIn(numberNouns, word) || endsAsNumber.test(word);
  return words.some(isNumber) && !words.some((word) => isIn(callingWords, word));
}

/** `Mitgliedsnr`, `Ügyfélszám` */
const endsAsNumber = /\p{L}{3}(?:nr|nro|szam|szama)$/u;

/** Whether a header says whom a row is about, as `Client` does. */
export function namesPerson(header: string): boolean {
  return wordsOf(header).some((word) => isIn(ownWords, word));
}

const wordsOfPhrases: ReadonlySet<string> = new Set([...phrases.values()].flat(2));

function mayBePhone(word: string): boolean {
  return (
    isSomebodyElse(word) ||
    [numberWords, perhapsWords, placeWords, secondWords].some((one) => isIn(one, word)) ||
    /^\d$/.test(word)
  );
}

function isSomebodyElse(word: string): boolean {
  return isIn(otherPersonWords, word) || isIn(guardianWords, word);
}

/** Whether a word is in any list: a name or a role that is in none says whose number it is. */
function isKnown(word: string): boolean {
  if (unspaced.test(word)) return restOf(word).length < 2;
  return (
    mayBePhone(word) ||
    isPhoneWord(word) ||
    [ownWords, otherWords, attributeWords, faxWords, organisationWords].some((one) => isIn(one, word)) ||
    wordsOfPhrases.has(word) ||
    /^\d+$/.test(word)
  );
}

/** Scripts that are written without blanks, so that several words look like one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What is left of such a word without the words that are known: `寄件人` of `寄件人电话`. */
function restOf(word: string): string {
  knownPieces ??= [
    ...[phoneWords, numberWords, numberNouns, perhapsWords, placeWords, secondWords, ownWords, otherWords],
    ...[attributeWords, otherPersonWords, guardianWords, organisationWords, faxWords, particles],
  ]
    .flatMap(({ exact, parts }) => [...exact, ...parts])
    .filter((piece) => unspaced.test(piece))
    .sort((one, other) => other.length - one.length);
  return knownPieces.reduce((rest, piece) => rest.replaceAll(piece, ''), word);
}

let knownPieces: readonly string[] | undefined;

const particles = vocabulary('', 'の を に へ お ご 様 さん 先 用 固定 携帯 自宅 代表 本人 일반 의 ของ');

function remotenessOf(header: string): number {
  const words = wordsOf(header.slice(0, maxHeaderLength));
  const says = (vocabulary: Vocabulary): boolean => words.some((word) => isIn(vocabulary, word));
  if (says(otherPersonWords)) return 0.5;
  if (says(guardianWords)) return 0.3;
  if (says(organisationWords)) return 0.35;
  if (words.some((word) => !isKnown(word))) return 0.2;
  if (says(secondWords) || words.some((word) => /^[2-9]$/.test(word))) return 0.1;
  return says(placeWords) || says(otherWords) ? 0.03 : 0;
}

/** A fax or a phone may be named within a longer word; a fax is not a phone. */
function isPhoneWord(word: string): boolean {
  return isIn(phoneWords, word) && !isIn(faxWords, word) && !noPhone.test(word);
}

/** Words with a phone in them that are none. */
const noPhone =
  /phonet|(?:micro|head|saxo|xylo|gramo|franco|anglo|ear|mega)phon|mobili(?:te|ty|tat|dad|er|ar|en)|^immobil|^automobil/;
