import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import type { PhoneNote } from './phoneVerdict.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import { phoneMessages } from './phoneMessages.ts';

/**
 * Why the phone library refuses a number, and what to do about it.
 * @param typed what it was given @param region the country it was read in, where it has no code of its own
 */
export function whyInvalid(
  typed: string,
  digits: string,
  number: PhoneNumber | undefined,
  region?: CountryCode,
): PhoneNote {
  if (/^(\d)\1*$/.test(digits) || isPlaceholderNumber(digits)) {
    return { code: 'revox.phone.placeholder', message: phoneMessages.placeholder(typed) };
  }
  if (isShort(typed)) return { code: 'revox.phone.shortCode', message: phoneMessages.shortCode(typed) };
  const elsewhere = region === undefined ? undefined : plusGuess(digits);
  if (elsewhere !== undefined) {
    return {
      code: 'revox.phone.invalid',
      message: phoneMessages.invalid(region, elsewhere),
      fix: { title: `Write it as ${elsewhere}`, replacement: elsewhere, safety: 'ask' },
    };
  }
  const country = number?.country ?? region;
  const length =
    region === undefined ? validatePhoneNumberLength(typed) : validatePhoneNumberLength(typed, region);
  const count = digitCount(typed, digits, number);
  if (length === 'INVALID_COUNTRY') {
    return { code: 'revox.phone.unknownCountry', message: phoneMessages.unknownCountry(typed) };
  }
  if (length === 'TOO_LONG' || digits.length > 15) {
    return { code: 'revox.phone.tooLong', message: phoneMessages.tooLong(count, country) };
  }
  if (length === 'TOO_SHORT' || length === 'NOT_A_NUMBER') {
    return { code: 'revox.phone.tooShort', message: phoneMessages.tooShort(count, country) };
  }
  return { code: 'revox.phone.invalid', message: phoneMessages.invalid(country, undefined) };
}

/** Too short to be anybody's number, unless the library knows a country small enough. */
export function isShort(typed: string): boolean {
  return /^\d{3,6}$/.test(typed);
}

/** `8 digits after +33`: how people count them. */
function digitCount(typed: string, digits: string, number: PhoneNumber | undefined): string {
  if (!typed.startsWith('+') || number === undefined) return `${digits.length} digits`;
  return `${number.nationalNumber.length} digits after +${number.countryCallingCode}`;
}

/** The number these digits are if only the plus is missing. To be suggested, never assumed. */
export function plusGuess(digits: string): string | undefined {
  if (digits.startsWith('0')) return undefined;
  const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  return number?.isValid() === true && number.number === `+${digits}` ? number.number : undefined;
}
