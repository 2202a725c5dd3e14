import {
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { isShort, plusGuess, whyInvalid } from './phoneInvalid.ts';
import type { PhoneProblemCode, PhoneRepair, PhoneVerdict } from './phoneVerdict.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import {
  behindPrefixAbroad,
  isLocalLength,
  mayBeLocal,
  zeroIsOptional,
  zeroIsPrefix,
  zerosLeadAbroad,
} from './planFacts.ts';
import { currentNumbers } from './planChanges.ts';
import { phoneMessages } from './phoneMessages.ts';
import type { Fix } from '../problems.ts';

/** Reads text that consists of digits, separators and at most a leading plus with the library. */
export function readDigits(
  text: string,
  region: CountryCode | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict {
  const trunkZero = /\(\s*0\s*\)/.test(text);
  const digits = text.replace(/\D/g, '');
  // `+0033…` is `+33…`: no country code begins with a zero
  if (text.startsWith('+')) return international(digits.replace(/^00(?=[1-9])/, ''), trunkZero, repairs);
  const abroad = withPrefixAbroad(text, digits, region);
  if (abroad === 'ambiguous' || (abroad !== undefined && 'problem' in abroad)) {
    return abroad === 'ambiguous' ? ambiguousPrefix(digits, region) : abroad;
  }
  if (abroad !== undefined) return international(abroad.digits, trunkZero, repairs);
  if (region !== undefined) return national(digits, region, repairs);
  if (isShort(digits)) return refused('revox.phone.shortCode', phoneMessages.shortCode(digits));
  const foreign = foreignPrefix(digits, region);
  if (foreign !== undefined) return foreign;
  const guess = plusGuess(digits);
  const fix = guess === undefined ? undefined : writeAs(guess, 'ask');
  return refused('revox.phone.noRegion', phoneMessages.noRegion(text, guess), fix);
}

/** @param digits without the plus */
function international(digits: string, trunkZero: boolean, repairs: readonly PhoneRepair[]): PhoneVerdict {
  const number = parse(`+${digits}`);
  if (number?.isValid() !== true) {
    return changedNumber(number, repairs) ?? { problem: whyInvalid(`+${digits}`, digits, number) };
  }
  if (trunkZero && !zeroIsClear(digits, number)) {
    return refused('revox.phone.trunkZero', phoneMessages.trunkZero(number.number), undefined, [
      number.number,
    ]);
  }
  return accepted(number);
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

/**
 * Whether a number is written with the prefix for calls abroad that is dialled in its region, and the digits
 * behind it.
 */
function withPrefixAbroad(
  text: string,
  digits: string,
  region: CountryCode | undefined,
): { readonly digits: string } | 'ambiguous' | Extract<PhoneVerdict, { problem: unknown }> | undefined {
  if (digits.length <= 8) return undefined;
  const own = region === undefined ? undefined : behindPrefixAbroad(digits, region);
  const ownNumber = own === undefined ? undefined : validAs(own);
  // no national number begins with two zeros
  const behindZeros = digits.startsWith('00') ? digits.slice(2) : undefined;
  const zerosNumber = behindZeros === undefined ? undefined : validAs(behindZeros);
  if (own !== undefined && ownNumber !== undefined) {
    const prefix = digits.slice(0, digits.length - own.length);
    const standsAlone = new RegExp(`^\\(?${prefix}(?!\\d)`).test(text.replace(/~/g, ''));
    const other = zerosNumber ?? nationalNumber(digits, region);
    return other !== undefined && other !== ownNumber && !standsAlone ? 'ambiguous' : { digits: own };
  }
  if (behindZeros === undefined) return undefined;
  if (zerosNumber !== undefined && !zerosLeadSurely(region)) {
    // `001 65 8234 5678`: in East Asia 001 leads abroad, and what follows is a country code
    const group = /^\(?(00\d)(?!\d)/.exec(text)?.[1] ?? (digits.startsWith('001') ? '001' : undefined);
    const other = group === undefined ? undefined : validAs(digits.slice(group.length));
    if (other !== undefined && other !== zerosNumber) return 'ambiguous';
  }
  if (zerosNumber === undefined) {
    const foreign = foreignPrefix(digits, region);
    if (foreign?.e164 === undefined && foreign !== undefined) return foreign;
  }
  return { digits: behindZeros };
}

/** Whether the region is known and dials 00 for calls abroad. */
function zerosLeadSurely(region: CountryCode | undefined): boolean {
  return region !== undefined && zerosLeadAbroad(region);
}

function validAs(digits: string): string | undefined {
  const number = parse(`+${digits}`);
  return number?.isValid() === true ? number.number : undefined;
}

function nationalNumber(digits: string, region: CountryCode | undefined): string | undefined {
  if (region === undefined) return undefined;
  const number = parse(digits, region);
  return number?.isValid() === true && number.countryCallingCode === getCountryCallingCode(region)
    ? number.number
    : undefined;
}

function ambiguousPrefix(digits: string, region: CountryCode | undefined): PhoneVerdict {
  const readings = new Set<string>();
  const own = region === undefined ? undefined : behindPrefixAbroad(digits, region);
  for (const rest of [own, digits.slice(2), digits.slice(3), digits.slice(4)]) {
    const number = rest === undefined ? undefined : validAs(rest);
    if (number !== undefined) readings.add(number);
  }
  const national = nationalNumber(digits, region);
  if (national !== undefined) readings.add(national);
  const [one = '', other = ''] = readings;
  return refused('revox.phone.ambiguous', phoneMessages.ambiguous(one, other), undefined, [...readings]);
}

function national(digits: string, region: CountryCode, repairs: readonly PhoneRepair[]): PhoneVerdict {
  const callingCode = getCountryCallingCode(region);
  const parsed = parse(digits, region);
  const here = parsed?.countryCallingCode === callingCode ? parsed : undefined;
  const abroad = digits.startsWith(callingCode) ? parse(`+${digits}`) : undefined;
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
    if (withZero !== undefined) return lostZero(withZero, region, repairs);
    if (isLocalLength(digits, region)) {
      return refused('revox.phone.noAreaCode', phoneMessages.noAreaCode(digits.length, region));
    }
    return (
      foreignPrefix(digits, region) ??
      changedNational(digits, region, repairs) ??
      changedNumber(abroad, repairs) ?? { problem: whyInvalid(digits, digits, here, region) }
    );
  }
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
  const verdict = accepted(number);
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
  const number = parse(`0${digits}`, region);
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
 * One digit less than the country writes, and that one a leading zero: Excel ate it, or the number is from
 * elsewhere.
 */
function zeroLost(digits: string, number: PhoneNumber, region: CountryCode): boolean {
  if (digits.startsWith('0') || number.nationalNumber !== digits || zeroIsOptional(digits, region))
    return false;
  return number.formatNational().replace(/\D/g, '') === `0${digits}`;
}

/** Prefixes for calls abroad that are dialled in some countries only, and where. */
const prefixesAbroad: readonly { readonly prefix: string; readonly where: string }[] = [
  { prefix: '011', where: 'North America' },
  { prefix: '0011', where: 'Australia' },
  { prefix: '010', where: 'Japan' },
  { prefix: '810', where: 'Russia' },
  { prefix: '009', where: 'Nigeria' },
  { prefix: '001', where: 'East Asia' },
  { prefix: '002', where: 'East Asia' },
];

/** `011442071234567` where no 011 is dialled: the number behind it, for a person to agree to. */
function foreignPrefix(digits: string, region: CountryCode | undefined): PhoneVerdict | undefined {
  for (const { prefix, where } of prefixesAbroad) {
    const rest = digits.slice(prefix.length);
    if (!digits.startsWith(prefix) || rest.startsWith('0') || rest.length < 8) continue;
    const number = validAs(rest);
    if (number === undefined) continue;
    const message = phoneMessages.foreignPrefix(prefix, where, number, region);
    return refused('revox.phone.ambiguous', message, writeAs(number, 'ask'));
  }
  return undefined;
}

function changedNational(
  digits: string,
  region: CountryCode,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  for (const national of digits.startsWith('0') ? [digits, digits.slice(1)] : [digits]) {
    const changed = changedTo(national, region, repairs);
    if (changed !== undefined) return changed;
  }
  return undefined;
}

function changedNumber(
  number: PhoneNumber | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  const region = number?.country ?? number?.getPossibleCountries()[0] ?? countryOfCode(number);
  if (number === undefined || region === undefined) return undefined;
  return changedTo(number.nationalNumber, region, repairs);
}

const changedCountries: Readonly<Record<string, CountryCode>> = {
  52: 'MX',
  55: 'BR',
  56: 'CL',
  57: 'CO',
  66: 'TH',
  84: 'VN',
  225: 'CI',
  229: 'BJ',
  230: 'MU',
  593: 'EC',
};

function countryOfCode(number: PhoneNumber | undefined): CountryCode | undefined {
  return number === undefined ? undefined : changedCountries[number.countryCallingCode];
}

/**
 * A number from before a change of its country's plan: what it is today, by itself where that is certain,
 * else by agreement.
 */
function changedTo(
  national: string,
  region: CountryCode,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  for (const { national: now, certain, why } of currentNumbers(national, region)) {
    const e164 = validAs(`${getCountryCallingCode(region)}${now}`);
    if (e164 === undefined) continue;
    if (certain || repairs.includes('oldNumber')) {
      const message = phoneMessages.planChange(e164, why);
      return {
        e164,
        note: { code: 'revox.phone.planChange', message, fix: writeAs(e164, certain ? 'safe' : 'ask') },
      };
    }
    return refused('revox.phone.oldNumber', phoneMessages.oldNumber(e164, why), writeAs(e164, 'ask'));
  }
  return undefined;
}

function accepted(number: PhoneNumber): PhoneVerdict {
  if (isPlaceholderNumber(number.nationalNumber)) {
    return refused('revox.phone.placeholder', phoneMessages.placeholder(number.number));
  }
  if (number.getType() === 'PREMIUM_RATE')
    return refused('revox.phone.premium', phoneMessages.premium(number.number), undefined, [number.number]);
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

function refused(
  code: PhoneProblemCode,
  message: string,
  fix?: Fix,
  readings?: readonly string[],
): PhoneVerdict {
  return { problem: { code, message, fix, readings } };
}
