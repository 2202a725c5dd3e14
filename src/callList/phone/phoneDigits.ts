import {
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { isShort, plusGuess, whyInvalid } from './phoneInvalid.ts';
import type { PhoneProblemCode, PhoneRepair, PhoneVerdict } from './phoneVerdict.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import { phoneSentences } from './phoneSentences.ts';
import type { Fix } from '../problems.ts';

/** Text that consists of digits, separators and at most a leading plus, read with the library. */
export function readDigits(
  text: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const trunkZero = /\(\s*0\s*\)/.test(text);
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return international(digits, trunkZero);
  // no national number begins with two zeros
  if (digits.startsWith('00') && digits.length > 8) return international(digits.slice(2), trunkZero);
  if (region !== undefined) return national(digits, region, repairs);
  if (isShort(digits)) return refused('revox.phone.shortCode', phoneSentences.shortCode(digits));
  const american = americanPrefix(digits, region);
  if (american !== undefined) return american;
  const guess = plusGuess(digits);
  const fix = guess === undefined ? undefined : writeAs(guess, 'ask');
  return refused('revox.phone.noRegion', phoneSentences.noRegion(text, guess), fix);
}

/** @param digits without the plus */
function international(digits: string, trunkZero: boolean): PhoneVerdict {
  const number = parse(`+${digits}`);
  if (number?.isValid() !== true) return { problem: whyInvalid(`+${digits}`, digits, number) };
  if (trunkZero && !zeroIsClear(digits, number)) {
    return refused('revox.phone.trunkZero', phoneSentences.trunkZero(number.number));
  }
  return accepted(number);
}

/** `+33 (0)6…`: either the zero is the national prefix, which the library takes off, or, as in Italy, it belongs to the number. */
function zeroIsClear(digits: string, number: PhoneNumber): boolean {
  const written = digits.slice(number.countryCallingCode.length);
  if (!written.startsWith('0')) return false;
  return number.nationalNumber === written || number.nationalNumber === written.slice(1);
}

function national(digits: string, region: CountryCode, repairs: readonly PhoneRepair[]): PhoneVerdict {
  const callingCode = getCountryCallingCode(region);
  const here = parse(digits, region);
  const abroad = digits.startsWith(callingCode) ? parse(`+${digits}`) : undefined;
  const asNational = here?.isValid() === true ? here : undefined;
  const asInternational = abroad?.isValid() === true ? abroad : undefined;

  if (
    asNational !== undefined &&
    asInternational !== undefined &&
    asNational.number !== asInternational.number
  ) {
    return refused(
      'revox.phone.ambiguous',
      phoneSentences.ambiguous(asNational.number, asInternational.number),
    );
  }
  const number = asNational ?? asInternational;
  if (number === undefined)
    return americanPrefix(digits, region) ?? { problem: whyInvalid(digits, digits, here, region) };
  if (zeroLost(digits, number) && !repairs.includes('zeroLost')) {
    const message = phoneSentences.zeroLost(number.number, region);
    return refused('revox.phone.zeroLost', message, writeAs(number.number, 'ask'));
  }
  const verdict = accepted(number);
  // in North America the 1 is written as often as not
  const plusMissing = asInternational?.number === `+${digits}` && callingCode !== '1';
  if (verdict.e164 === undefined || !plusMissing) return verdict;
  return {
    e164: verdict.e164,
    note: {
      code: 'revox.phone.plusAdded',
      message: phoneSentences.plusAdded(verdict.e164),
      fix: writeAs(verdict.e164, 'safe'),
    },
  };
}

/** `011442071234567` where no 011 is dialled: the number behind it, for a person to agree to. */
function americanPrefix(digits: string, region: CountryCode | undefined): PhoneVerdict | undefined {
  if (!digits.startsWith('011') || digits.startsWith('0110')) return undefined;
  const number = parse(`+${digits.slice(3)}`);
  if (number?.isValid() !== true) return undefined;
  const message = phoneSentences.americanPrefix(number.number, region);
  return refused('revox.phone.ambiguous', message, writeAs(number.number, 'ask'));
}

/** One digit less than the country writes, and that one a leading zero: Excel ate it, or the number is from elsewhere. */
function zeroLost(digits: string, number: PhoneNumber): boolean {
  if (digits.startsWith('0') || number.nationalNumber !== digits) return false;
  return number.formatNational().replace(/\D/g, '') === `0${digits}`;
}

function accepted(number: PhoneNumber): PhoneVerdict {
  if (isPlaceholderNumber(number.nationalNumber)) {
    return refused('revox.phone.placeholder', phoneSentences.placeholder(number.number));
  }
  if (number.getType() === 'PREMIUM_RATE')
    return refused('revox.phone.premium', phoneSentences.premium(number.number));
  return { e164: number.number };
}

function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  });
}

function writeAs(e164: string, safety: Fix['safety']): Fix {
  return { title: `Write it as ${e164}`, replacement: e164, safety };
}

function refused(code: PhoneProblemCode, message: string, fix?: Fix): PhoneVerdict {
  return { problem: { code, message, fix } };
}
