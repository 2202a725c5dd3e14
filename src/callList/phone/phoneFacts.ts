import { parsePhoneNumberFromString, type PhoneNumberType } from 'libphonenumber-js/max';
import { countryName } from './countryName.ts';

/** What can be derived from a number alone. */
export interface PhoneFacts {
  /** `+33 1 99 00 12 01` */
  readonly international: string;
  /** `01 99 00 12 01`, as people write it in its country. */
  readonly national: string;
  /** ISO 3166-1 alpha-2; undefined for numbers of no one country. */
  readonly country: string | undefined;
  readonly countryName: string | undefined;
  /** `mobile`; undefined where the numbers of a country do not tell. */
  readonly type: string | undefined;
}

const typeNames: Readonly<Record<PhoneNumberType, string>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed line',
  FIXED_LINE_OR_MOBILE: 'fixed line or mobile',
  VOIP: 'internet telephony',
  TOLL_FREE: 'toll-free',
  SHARED_COST: 'shared cost',
  PREMIUM_RATE: 'premium rate',
  PERSONAL_NUMBER: 'personal number',
  PAGER: 'pager',
  UAN: 'company number',
  VOICEMAIL: 'voicemail',
};

/** @returns undefined for what is no valid number: nothing is guessed about it */
export function phoneFacts(e164: string): PhoneFacts | undefined {
  const number = parsePhoneNumberFromString(e164, { extract: false });
  if (number?.isValid() !== true) return undefined;
  const type = number.getType();
  return {
    international: number.formatInternational(),
    national: number.formatNational(),
    country: number.country,
    countryName: number.country === undefined ? undefined : countryName(number.country),
    type: type === undefined ? undefined : typeNames[type],
  };
}
