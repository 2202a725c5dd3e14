import { isPhoneLabel, isFaxLabel } from './phoneWords.ts';

/** The separators between two numbers in one cell; a plus also begins another number. */
const between =
  /:::?|[/,;|&・\r\n\\]|\s-\s|\s(?:ou|or|oder|et|and|und|o|y|e|of|en|eller|og|och|tai|ja|i|lub|nebo|a|sau|si|ili|va|ve|veya|или|и|или|або|και|ή|および|又は|または|和|或|와|또는|או|او|و)\s|(?=\+)/iu;

/** The fewest digits of a number with its area code; anything shorter belongs to another number. */
const minDigits = 7;

/** A text cut where one number may end and another begin, as written. What is one number may be cut, too. */
export function phoneParts(text: string): string[] {
  return atWords(text)
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Labels of numbers begin another part: `H: 212-555-0112 W: 212-555-0113`. */
function atWords(text: string): string {
  // signs and digits alone, as nearly always: the letters of all scripts take long to compile
  if (!/[^\s!-@]/.test(text) || !/\d\D*\p{L}\D*\d/u.test(text)) return text;
  const beforeWord = /(\d\)?)([ .,;]*)([([]?)(?=(\p{L}[\p{L}\p{M}]*)[^\d\p{L}]*\d)/gu;
  return text.replace(
    beforeWord,
    (all: string, digit: string, space: string, bracket: string, word: string) =>
      isPhoneLabel(word) || isFaxLabel(word) ? `${digit} / ${space}${bracket}` : all,
  );
}

/** Whether a part is long enough to be a number by itself. */
export function isWholeNumber(part: string): boolean {
  return part.replace(/\D/g, '').length >= minDigits;
}

/** Two runs of digits, each long enough to be a number, with something between that separates. */
export function holdsSeveral(text: string): boolean {
  return /\d\D*\+\s*\d/.test(text) || phoneParts(text).filter(isWholeNumber).length > 1;
}

/** A number with a short piece after it: `0461 234567/8`. */
export interface NumberEnding {
  readonly main: string;
  readonly tail: string;
  /**
   * `strong`: a sign that separates numbers (`/`, `,`, a word); `spaced`: a dash with blanks around it;
   * `dash`: a dash between two groups of digits; `range`: a word or sign for "up to".
   */
  readonly sign: 'strong' | 'spaced' | 'dash' | 'range';
  /** The tail may be the last group of one number: it is where all digits together are valid. */
  readonly mayBeGroup: boolean;
}

/**
 * What every text with an ending has: a sign, or a word and a blank, in front of its last digits. The
 * patterns that take longer are not tried on others.
 */
const mayEnd = /(?:[/,;|&\\・~-]|\s\+)\s*\d+$|[^\d\s)]\s+\d+$|\)$|\.(?:\d|\.\d+)$/;

/** `/-25`, `//25`, `./. 25`, `...25` */
const severalSigns = /\s*[./-](?:\s*[./-])+\s*(?=\d+$)/;
/** `0461 234567.8`, and neither the groups `333.12.34.56.7` nor the result of a formula, `2079460958.5`. */
const digitBehindPoint = /^(?!\+?[1-9]\d*\.)([^.]*)\.(?=\d$)/;

const endingPattern =
  /^(.*[\d)])(\s*[/,;|&\\・]\s*|\s+\+\s*|\s+-\s*|\s*-\s+|-|\s*~\s*|\s+(?:ou|or|oder|et|and|und|u|o|y|e|of|en|eller|og|och|i|lub|ve|или|и|και)\s+|\s+(?:bis|al?|à|to|till|until|thru|through|tot|do|до|έως|hasta|até|fino a|s\/d|から|至|から)\s+)(\d{1,8})$/iu;

/**
 * The last piece of a text, where it is too short to be a number and not plainly a group of the number's
 * digits.
 * @param text digits and separators, at most some hundred characters
 */
export function numberEnding(text: string): NumberEnding | undefined {
  if (!mayEnd.test(text)) return undefined;
  // `06 1234567 (8)`: brackets stand for a slash
  const plain = text
    .replace(/(?<=\d) ?\(-?(\d{1,4})\)$/, '/$1')
    .replace(digitBehindPoint, '$1/')
    .replace(severalSigns, (signs) => (/\.\S*\./.test(signs) ? '~' : '/'));
  const found = endingPattern.exec(plain);
  if (found === null) return undefined;
  const [, main = '', separator = '', tail = ''] = found;
  const sign = signOf(separator);
  const groups = main.match(/\d+/g) ?? [];
  const last = groups.at(-1)?.length ?? 0;
  const digits = groups.join('').length;
  if (digits < 6 || tail.length >= digits) return undefined;
  // `0221/123456`, `033203/12345`: the area code
  if (groups.length === 1 && digits <= 6 && sign !== 'range' && /^\(?0/.test(main) && tail.length > 2)
    return undefined;
  if (tail.length > 4 && tail.length > last) return undefined;
  const mayBeGroup =
    sign === 'dash'
      ? !isOneOfEndings(groups, tail.length) && isDashGroup(main, last, tail.length)
      : sign !== 'range' && isGrouping(main, separator.trim(), last);
  return { main, tail, sign, mayBeGroup };
}

function signOf(separator: string): NumberEnding['sign'] {
  const sign = separator.trim();
  if (sign === '-') return separator === '-' ? 'dash' : 'spaced';
  return sign === '~' ||
    /^(?:bis|al?|à|to|till|until|thru|through|tot|do|до|έως|hasta|até|fino a|s\/d|から|至)$/iu.test(sign)
    ? 'range'
    : 'strong';
}

/**
 * Shorter groups, and four digits at the end, are those of one number; not two after the only dash of `08-12
 * 34 56-57`.
 */
function isDashGroup(main: string, last: number, tailLength: number): boolean {
  if (last >= 4) return tailLength > (last === 4 ? 2 : last);
  return tailLength > 2 || /-\d+$/.test(main) || !/[ .)]\d+$/.test(main);
}

/** `06/1234567-8-9`: the second of two endings that are as short, behind more digits than a group has. */
function isOneOfEndings(groups: readonly string[], tailLength: number): boolean {
  const [number = '', ending = ''] = groups.slice(-2);
  return ending.length === tailLength && tailLength <= 2 && number.length >= 4 + tailLength;
}

/** `01/99/00/12/01`: the same sign between all groups. */
function isGrouping(main: string, sign: string, last: number): boolean {
  return last < 4 && main.split(sign).length > 2;
}

/**
 * The numbers that an ending stands for: its digits in place of as many at the end of the number in front,
 * for a range each between them.
 * @returns the number in front first; as written, so that they can be read like any other
 */
export function expandEnding({ main, tail, sign }: NumberEnding, maxInRange = 100): string[] {
  const inner = numberEnding(main);
  const before = inner === undefined || inner.mayBeGroup ? [main] : expandEnding(inner, maxInRange);
  const [first = main] = before;
  const last = withEnding(first, tail);
  if (last === undefined) return before;
  const others = sign === 'range' ? rangeBetween(first, tail, maxInRange) : [];
  return [...new Set([...before, ...others, last])];
}

/** The last digits of a number replaced by others, its separators kept. */
function withEnding(number: string, tail: string): string | undefined {
  let at = number.length;
  let left = tail.length;
  let replaced = '';
  while (left > 0 && at > 0) {
    at -= 1;
    const sign = number.charAt(at);
    if (/\d/.test(sign)) {
      left -= 1;
      replaced = tail.charAt(left) + replaced;
    } else replaced = sign + replaced;
  }
  return left > 0 ? undefined : number.slice(0, at) + replaced;
}

function rangeBetween(number: string, tail: string, most: number): string[] {
  const digits = number.replace(/\D/g, '');
  const from = Number(digits.slice(-tail.length));
  const to = Number(tail);
  if (to <= from || to - from > most) return [];
  return Array.from({ length: to - from - 1 }, (_, index) =>
    withEnding(number, String(from + index + 1).padStart(tail.length, '0')),
  ).filter((each) => each !== undefined);
}
