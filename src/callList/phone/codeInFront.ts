import { validatePhoneNumberLength, type PhoneNumber } from 'libphonenumber-js/max';
import { parseNumber, validNumber } from './parseNumber.ts';
import { phoneMessages } from './phoneMessages.ts';
import { refused, writeAs, type PhoneVerdict } from './phoneVerdict.ts';

/**
 * `+1 33 6 12 34 56 78`: a calling code that a form or a script put in front of a number with its own. The
 * number behind it is suggested.
 * @param text as written
 * @param digits behind the plus
 * @param number what the library makes of them, not valid
 * @returns undefined where they are something else, or a digit too many is as likely
 */
export function codeInFront(
  text: string,
  digits: string,
  number: PhoneNumber | undefined,
): PhoneVerdict | undefined {
  if (number === undefined) return undefined;
  const code = number.countryCallingCode;
  const rest = digits.slice(code.length).replace(/^(?:00|011)(?=[1-9])/, '');
  const isDoubled = rest.startsWith(code) && code !== '1';
  if (!isDoubled && !isTooLong(digits)) return undefined;
  const isFarTooLong = isTooLong(digits.slice(0, -1));
  const own = parseNumber(`+${rest}`);
  // a number that nobody has, such as those for films, is named, but not offered
  const isNumber = own?.isValid() ?? false;
  if (own?.number !== `+${rest}` || (!isNumber && !(isFarTooLong && own.isPossible()))) return undefined;
  const isLikely =
    code === '1'
      ? !northAmericanGroups.test(text)
      : isDoubled || isFarTooLong || codeBehind(text, code.length, rest);
  if (!isLikely) return undefined;
  const message = phoneMessages.codeInFront(digits.length - code.length, `+${code}`, own.number);
  return refused('revox.phone.tooLong', message, isNumber ? writeAs(own.number, 'ask') : undefined);
}

function isTooLong(digits: string): boolean {
  return validatePhoneNumberLength(`+${digits}`) === 'TOO_LONG';
}

const northAmericanGroups = /^\+1[ .(-]*\d{3}[ .)-]+\d{3}(?!\d)/;

/**
 * `+1 65 8234 5678`: the digits are a valid number in Jamaica, but in the groups of another one behind the 1.
 * @param text as written
 * @param national the digits behind the calling code
 * @returns in E.164
 */
export function inGroupsOfAnother(text: string, code: string, national: string): string | undefined {
  return code === '1' && hasShortGroupAfterOne(text) && codeBehind(text, 1, national)
    ? validNumber(national)
    : undefined;
}

/** Whether the first group behind `+1` has one digit or two. Quick: asked of every number with groups. */
export function hasShortGroupAfterOne(text: string): boolean {
  if (text.charCodeAt(1) !== one || isDigit(text.charCodeAt(2))) return false;
  let at = 2;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
  return !isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2));
}

/** Whether the group behind a calling code is one itself, of the number that follows. */
function codeBehind(text: string, codeLength: number, rest: string): boolean {
  const [, first = '', next = ''] = /^\+[ (]*(\d+)[^\d]+(\d+)/.exec(text) ?? [];
  return first.length === codeLength && parseNumber(`+${rest}`)?.countryCallingCode === next;
}

const one = 49;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
