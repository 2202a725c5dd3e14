import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/max';
import { parseNumber, validNumber } from './parseNumber.ts';
import { phoneMessages } from './phoneMessages.ts';
import { refused, writeAs, type PhoneVerdict } from './phoneVerdict.ts';
import { afterPrefixAbroad, zerosLeadAbroad } from './planFacts.ts';

/**
 * Reads digits that begin with the prefix for calls abroad of their region, such as 00 or 011.
 * @param text the digits with their separators
 * @returns the digits after the prefix; `ambiguous`: they mean two numbers, see `ambiguousPrefix`; a problem:
 * the prefix is that of another region; undefined: there is no such prefix
 */
export function withPrefixAbroad(
  text: string,
  digits: string,
  region: CountryCode | undefined,
): { readonly digits: string } | 'ambiguous' | Extract<PhoneVerdict, { problem: unknown }> | undefined {
  if (digits.length <= 8) return undefined;
  const own = region === undefined ? undefined : afterPrefixAbroad(digits, region);
  const ownNumber = own === undefined ? undefined : validNumber(own);
  // no national number begins with two zeros
  const afterZeros = digits.startsWith('00') ? digits.slice(2) : undefined;
  const zerosNumber = afterZeros === undefined ? undefined : validNumber(afterZeros);
  if (own !== undefined && ownNumber !== undefined) {
    const prefix = digits.slice(0, digits.length - own.length);
    const standsAlone = new RegExp(`^\\(?${prefix}(?!\\d)`).test(text.replace(/~/g, ''));
    const other = zerosNumber ?? nationalNumber(digits, region);
    return other !== undefined && other !== ownNumber && !standsAlone ? 'ambiguous' : { digits: own };
  }
  if (afterZeros === undefined) return undefined;
  if (zerosNumber !== undefined && !zerosLeadSurely(region)) {
    // `001 65 8234 5678`: in East Asia 001 leads abroad, and what follows is a country code
    const group = /^\(?(00\d)(?!\d)/.exec(text)?.[1] ?? (digits.startsWith('001') ? '001' : undefined);
    const other = group === undefined ? undefined : validNumber(digits.slice(group.length));
    if (other !== undefined && other !== zerosNumber) return 'ambiguous';
  }
  if (zerosNumber === undefined) {
    const foreign = foreignPrefix(digits, region);
    if (foreign?.e164 === undefined && foreign !== undefined) return foreign;
  }
  return { digits: afterZeros };
}

/** Whether the region is known and dials 00 for calls abroad. */
function zerosLeadSurely(region: CountryCode | undefined): boolean {
  return region !== undefined && zerosLeadAbroad(region);
}

function nationalNumber(digits: string, region: CountryCode | undefined): string | undefined {
  if (region === undefined) return undefined;
  const number = parseNumber(digits, region);
  return number?.isValid() === true && number.countryCallingCode === getCountryCallingCode(region)
    ? number.number
    : undefined;
}

/** The problem of digits that mean one number with a prefix for calls abroad and another without it. */
export function ambiguousPrefix(digits: string, region: CountryCode | undefined): PhoneVerdict {
  const readings = new Set<string>();
  const own = region === undefined ? undefined : afterPrefixAbroad(digits, region);
  for (const rest of [own, digits.slice(2), digits.slice(3), digits.slice(4)]) {
    const number = rest === undefined ? undefined : validNumber(rest);
    if (number !== undefined) readings.add(number);
  }
  const national = nationalNumber(digits, region);
  if (national !== undefined) readings.add(national);
  const [one = '', other = ''] = readings;
  return refused('revox.phone.ambiguous', phoneMessages.ambiguous(one, other), undefined, [...readings]);
}

/** Prefixes for calls abroad that only some countries use. */
const prefixesAbroad: readonly { readonly prefix: string; readonly where: string }[] = [
  { prefix: '011', where: 'North America' },
  { prefix: '0011', where: 'Australia' },
  { prefix: '010', where: 'Japan' },
  { prefix: '810', where: 'Russia' },
  { prefix: '009', where: 'Nigeria' },
  { prefix: '001', where: 'East Asia' },
  { prefix: '002', where: 'East Asia' },
];

/** `011442071234567` where 011 is not dialled: suggests the number after it, for a person to confirm. */
export function foreignPrefix(digits: string, region: CountryCode | undefined): PhoneVerdict | undefined {
  for (const { prefix, where } of prefixesAbroad) {
    const rest = digits.slice(prefix.length);
    if (!digits.startsWith(prefix) || rest.startsWith('0') || rest.length < 8) continue;
    const number = validNumber(rest);
    if (number === undefined) continue;
    const message = phoneMessages.foreignPrefix(prefix, where, number, region);
    return refused('revox.phone.ambiguous', message, writeAs(number, 'ask'));
  }
  return undefined;
}
