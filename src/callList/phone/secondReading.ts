import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { inGroupsOfAnother } from './codeInFront.ts';
import { parseNumber, validNumber } from './parseNumber.ts';

/**
 * Another number that a cell may mean beside the valid one that it is as it stands:
 *
 * - `+49 49 151…`: the country code is there twice, and a mobile behind it. In Germany, Indonesia and Kosovo
 *   the whole is a valid landline.
 * - `+151 23456789` in a German list: a plus in place of the zero. Without its groups it is in Texas.
 * - `+1 65 8234 5678`: a 1 put in front of a number in Singapore. As a whole it is in Jamaica.
 * - `(08) 3823 4567`: a mobile in Viet Nam, or a landline of Ho Chi Minh City from before 2017.
 * - `+39 (0) 331 1234567`: a mobile number with a zero too many, or a landline.
 *
 * @param text as written
 * @param region of the list
 * @returns in E.164; undefined: there is none
 */
export function secondReading(
  text: string,
  number: PhoneNumber,
  region: CountryCode | undefined,
): string | undefined {
  const { countryCallingCode: code, nationalNumber } = number;
  if (doubledCodes.includes(code) && nationalNumber.startsWith(code))
    return mobile(code + nationalNumber.slice(code.length));
  if (code === '84' && nationalNumber.startsWith('8') && hasOldSaigonCode(text))
    return validNumber(`842${nationalNumber}`);
  if (code === '39' && nationalNumber.startsWith('03') && /\(\s*0\s*\)/.test(text))
    return mobile(code + nationalNumber.slice(1));
  const behindOne = inGroupsOfAnother(text, number);
  if (behindOne !== undefined) return behindOne;
  if (region === undefined || !isCodeGlued(text, code.length)) return undefined;
  const here = parseNumber(text.replace(/\D/g, ''), region);
  return here?.isValid() === true && here.countryCallingCode !== code ? here.number : undefined;
}

/**
 * The calling codes that written twice make a valid landline with a mobile number behind them; a test asks
 * the phone library for all countries.
 */
export const doubledCodes: readonly string[] = ['49', '62', '383'];

/**
 * Whether the digits behind a plus are in groups, and the first group is not the country code.
 * @param codeLength of the country code, in digits
 */
export function isCodeGlued(text: string, codeLength: number): boolean {
  const first = /^\+[ (]*(\d+)\D/.exec(text)?.[1];
  return first !== undefined && first.length !== codeLength;
}

/** `08` or `8` in a group of its own, in front of the number or behind the calling code of Viet Nam. */
export function hasOldSaigonCode(text: string): boolean {
  return /^(?:(?:\+|00)84[ .)-]*)?\(?0?8[ .)-]/.test(text);
}

function mobile(digits: string): string | undefined {
  const number = parseNumber(`+${digits}`);
  return number?.isValid() === true && number.getType() === 'MOBILE' ? number.number : undefined;
}
