import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/** The phone library's reading of a text that is nothing but one number; undefined: it finds none. */
export function parseNumber(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  });
}

/**
 * @param digits a calling code and a number, without the plus
 * @returns the number in E.164; undefined: the library does not call it valid
 */
export function validNumber(digits: string): string | undefined {
  const number = parseNumber(`+${digits}`);
  return number?.isValid() === true ? number.number : undefined;
}
