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
  const own = parseNumber(`+${rest}`);
  // a number that nobody has, such as those for films, is named, but not offered
  const isNumber = own?.isValid() ?? false;
  if (own?.number !== `+${rest}` || (!isNumber && !(isFarTooLong(digits) && own.isPossible())))
    return undefined;
  const isLikely =
    code === '1'
      ? !northAmericanGroups.test(text)
      : isDoubled || isFarTooLong(digits) || codeBehind(text, code.length, rest);
  if (!isLikely) return undefined;
  const message = phoneMessages.codeInFront(digits.length - code.length, `+${code}`, own.number);
  return refused('revox.phone.tooLong', message, isNumber ? writeAs(own.number, 'ask') : undefined);
}

/** By two digits or more: none is there by mistake. */
function isFarTooLong(digits: string): boolean {
  return isTooLong(digits.slice(0, -1));
}

function isTooLong(digits: string): boolean {
  return validatePhoneNumberLength(`+${digits}`) === 'TOO_LONG';
}

const northAmericanGroups = /^\+1[ .(-]*\d{3}[ .)-]+\d{3}(?!\d)/;

/**
 * `+1 65 8234 5678`, `+91 65 8234 5678`: valid numbers in Jamaica and in India, but in the groups of one in
 * Singapore that a calling code was put in front of.
 * @param text as written
 * @returns in E.164
 */
export function inGroupsOfAnother(text: string, number: PhoneNumber): string | undefined {
  const { countryCallingCode: code, nationalNumber: national } = number;
  if (!hasOddGroupAfterCode(text) || !codeBehind(text, code.length, national)) return undefined;
  const group = /^\+\d+\D+(\d+)/.exec(text)?.[1] ?? '';
  const usual = /^\+\d+ (\d+)/.exec(number.formatInternational())?.[1];
  return usual === group ? undefined : validNumber(national);
}

/**
 * Whether the first group behind a calling code may be another one. Only where numbers are so long, or of so
 * many lengths, that a whole number of another country fits behind the code: North America, Austria, Germany,
 * Indonesia, India. Quick: asked of every number with groups.
 */
export function hasOddGroupAfterCode(text: string): boolean {
  return oddGroup.test(text);
}

const oddGroup = /^\+(?:1|43|49|62|91)\D+[1-9]\d?(?!\d)/;

/** Whether the group behind a calling code is one itself, of the number that follows. */
function codeBehind(text: string, codeLength: number, rest: string): boolean {
  const [, first = '', next = ''] = /^\+[ (]*(\d+)[^\d]+(\d+)/.exec(text) ?? [];
  return first.length === codeLength && parseNumber(`+${rest}`)?.countryCallingCode === next;
}
