import { getCountryCallingCode, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { changedNational, changedNumber } from './changedNumber.ts';
import { codeInFront } from './codeInFront.ts';
import { hasDigitTooMany } from './digitTooMany.ts';
import { isFaxRange } from './faxRange.ts';
import { parseNumber } from './parseNumber.ts';
import { isShort, plusGuess, whyInvalid } from './phoneInvalid.ts';
import { phoneMessages } from './phoneMessages.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import { refused, writeAs, type PhoneRepair, type PhoneVerdict } from './phoneVerdict.ts';
import { isLocalLength, mayBeLocal, zeroIsOptional, zeroIsPrefix } from './planFacts.ts';
import { ambiguousPrefix, foreignPrefix, withPrefixAbroad } from './prefixAbroad.ts';
import { secondReading } from './secondReading.ts';

/** Reads text that consists of digits, separators and at most a leading plus with the library. */
export function readDigits(
  text: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const digits = text.replace(/\D/g, '');
  // `+0033…` is `+33…`: no country code begins with a zero
  if (text.startsWith('+')) return international(text, digits.replace(/^00(?=[1-9])/, ''), region, repairs);
  const abroad = withPrefixAbroad(text, digits, region);
  if (abroad === 'ambiguous' || (abroad !== undefined && 'problem' in abroad)) {
    return abroad === 'ambiguous' ? ambiguousPrefix(digits, region) : abroad;
  }
  if (abroad !== undefined) return international(text, abroad.digits, region, repairs);
  if (region !== undefined) return national(text, digits, region, repairs);
  if (isShort(digits)) return refused('revox.phone.shortCode', phoneMessages.shortCode(digits));
  const foreign = foreignPrefix(digits, region);
  if (foreign !== undefined) return foreign;
  const guess = plusGuess(digits);
  const fix = guess === undefined ? undefined : writeAs(guess, 'ask');
  return refused('revox.phone.noRegion', phoneMessages.noRegion(text, guess), fix);
}

/** @param digits without the plus */
function international(
  text: string,
  digits: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const number = parseNumber(`+${digits}`);
  if (number?.isValid() !== true) {
    return (
      changedNumber(number, repairs) ??
      codeInFront(text, digits, number) ?? { problem: whyInvalid(`+${digits}`, digits, number) }
    );
  }
  if (hasDigitTooMany(text, digits, number)) return digitTooMany(digits, number);
  if (/\(\s*0\s*\)/.test(text) && !zeroIsClear(digits, number)) {
    return refused('revox.phone.trunkZero', phoneMessages.trunkZero(number.number), undefined, [
      number.number,
    ]);
  }
  return ambiguous(number, secondReading(text, number, region)) ?? accepted(number);
}

function ambiguous(number: PhoneNumber, other: string | undefined): PhoneVerdict | undefined {
  if (other === undefined) return undefined;
  const message = phoneMessages.ambiguous(number.number, other);
  return refused('revox.phone.ambiguous', message, undefined, [number.number, other]);
}

/**
 * `+33 (0)6…`: either the zero is the national prefix, which the library takes off, or, as in Italy, it
 * belongs to the number.
 */
function zeroIsClear(digits: string, number: PhoneNumber): boolean {
  const written = digits.slice(number.countryCallingCode.length);
  if (!written.startsWith('0')) return false;
  return number.nationalNumber === written || number.nationalNumber === written.slice(1);
}

function digitTooMany(digits: string, number: PhoneNumber): PhoneVerdict {
  const { countryCallingCode: code, country, number: e164 } = number;
  const count = `${digits.length - code.length} digits after +${code}`;
  const fix = writeAs(e164, 'ask');
  return refused('revox.phone.tooLong', phoneMessages.tooLong(count, country), fix, [e164]);
}

function national(
  text: string,
  digits: string,
  region: CountryCode,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const callingCode = getCountryCallingCode(region);
  const parsed = parseNumber(digits, region);
  const here = parsed?.countryCallingCode === callingCode ? parsed : undefined;
  const abroad = digits.startsWith(callingCode) ? parseNumber(`+${digits}`) : undefined;
  const asInternational = abroad?.isValid() === true ? abroad : undefined;
  const asNational = here?.isValid() === true ? here : undefined;

  if (
    asNational !== undefined &&
    asInternational !== undefined &&
    asNational.number !== asInternational.number
  ) {
    return refused(
      'revox.phone.ambiguous',
      phoneMessages.ambiguous(asNational.number, asInternational.number),
      undefined,
      [asNational.number, asInternational.number],
    );
  }
  const number = asNational ?? asInternational;
  const withZero = digits.startsWith('0') || zeroIsPrefix(region) ? undefined : keepingZero(digits, region);
  if (number === undefined) {
    const isLocal = withZero === undefined ? isLocalLength(digits, region) : mayBeLocal(digits, region);
    if (withZero !== undefined && !isLocal) return lostZero(withZero, region, repairs);
    if (isLocal) {
      return refused('revox.phone.noAreaCode', phoneMessages.noAreaCode(digits.length, region));
    }
    return (
      foreignPrefix(digits, region) ??
      changedNational(digits, region, repairs) ??
      changedNumber(abroad, repairs) ?? { problem: whyInvalid(digits, digits, here, region) }
    );
  }
  if (hasDigitTooMany(text, digits, number)) return digitTooMany(digits, number);
  // nine digits that begin with 3 in Italy: an old mobile number, or a landline that lost its zero
  const isShortMobile = number.getType() === 'MOBILE' && number.nationalNumber.length < 10;
  if (withZero !== undefined && callingCode === '39' && isShortMobile) {
    const readings = [number.number, withZero.number];
    const message = phoneMessages.ambiguousZero(number.number, withZero.number);
    return refused('revox.phone.ambiguous', message, undefined, readings);
  }
  if (zeroLost(digits, number, region)) {
    return mayBeLocal(digits, region)
      ? refused('revox.phone.noAreaCode', phoneMessages.noAreaCode(digits.length, region))
      : lostZero(number, region, repairs);
  }
  const verdict = ambiguous(number, secondReading(text, number, undefined)) ?? accepted(number);
  // in North America the 1 is written as often as not
  const plusMissing = asInternational?.number === `+${digits}` && callingCode !== '1';
  if (verdict.e164 === undefined || !plusMissing) return verdict;
  return {
    e164: verdict.e164,
    note: {
      code: 'revox.phone.plusAdded',
      message: phoneMessages.plusAdded(verdict.e164),
      fix: writeAs(verdict.e164, 'safe'),
    },
  };
}

/**
 * The number with a zero in front, where the zero is a part of it and is dialled from abroad, too: in Italy,
 * in Côte d’Ivoire.
 */
function keepingZero(digits: string, region: CountryCode): PhoneNumber | undefined {
  const number = parseNumber(`0${digits}`, region);
  if (number?.isValid() !== true || number.countryCallingCode !== getCountryCallingCode(region))
    return undefined;
  return number.nationalNumber === `0${digits}` ? number : undefined;
}

function lostZero(number: PhoneNumber, region: CountryCode, repairs: readonly PhoneRepair[]): PhoneVerdict {
  if (repairs.includes('zeroLost')) return accepted(number);
  const message = phoneMessages.zeroLost(number.number, region);
  return refused('revox.phone.zeroLost', message, writeAs(number.number, 'ask'));
}

/**
 * One digit less than the country writes, and that one a leading zero: a spreadsheet removed it, or the
 * number is from another country.
 */
function zeroLost(digits: string, number: PhoneNumber, region: CountryCode): boolean {
  if (digits.startsWith('0') || number.nationalNumber !== digits || zeroIsOptional(digits, region))
    return false;
  return number.formatNational().replace(/\D/g, '') === `0${digits}`;
}

function accepted(number: PhoneNumber): PhoneVerdict {
  if (isPlaceholderNumber(number.nationalNumber)) {
    return refused('revox.phone.placeholder', phoneMessages.placeholder(number.number));
  }
  const { number: e164 } = number;
  const type = number.getType();
  if (type === 'PREMIUM_RATE')
    return refused('revox.phone.premium', phoneMessages.premium(e164), undefined, [e164]);
  if (type === 'PAGER' || type === 'VOICEMAIL' || isFaxRange(e164))
    return refused('revox.phone.fax', phoneMessages.machine(e164), undefined, [e164]);
  return { e164 };
}
