import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { phoneSentences } from './phoneSentences.ts';
import { notPhone } from './phoneShape.ts';
import { cleanPhoneText } from './phoneText.ts';
import type { Fix, ProblemCode } from './problems.ts';

export type PhoneProblemCode = Extract<ProblemCode, `revox.phone.${string}`>;

/** A cell of the phone column, judged: a number to ring, or why not. */
export type PhoneVerdict =
  | {
      readonly e164: string;
      /** What had to be done to read it, where that is worth telling. */
      readonly note?: PhoneNote | undefined;
    }
  | { readonly e164?: undefined; readonly problem: PhoneNote };

export interface PhoneNote {
  readonly code: PhoneProblemCode;
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** Repairs that are probably right and could still ring a stranger: only with a person's consent, for the whole column. */
export type PhoneRepair = 'zeroLost' | 'scientific';

export interface PhoneOptions {
  /** ISO 3166-1 alpha-2 */
  readonly region?: string | undefined;
  readonly repairs?: readonly PhoneRepair[] | undefined;
}

/** A cell as E.164. Never a guess: what could be two numbers, or has lost a digit, is refused with what to do about it. */
export function readPhone(cell: string, options: PhoneOptions): PhoneVerdict {
  const region =
    options.region !== undefined && isSupportedCountry(options.region) ? options.region : undefined;
  const { text, cleaned } = cleanPhoneText(cell);
  const refusal = notPhone(text);
  if (refusal !== undefined) return repairedScientific(refusal, text, options, region);
  const verdict = readDigits(text, region, options);
  if (verdict.e164 === undefined || cleaned.length === 0 || verdict.note !== undefined) return verdict;
  return {
    e164: verdict.e164,
    note: {
      code: 'revox.phone.cleaned',
      message: phoneSentences.cleaned(verdict.e164, cleaned),
      fix: { title: `Write it as ${verdict.e164}`, replacement: verdict.e164, safety: 'safe' },
    },
  };
}

function repairedScientific(
  refusal: { readonly code: PhoneProblemCode; readonly message: string; readonly whole?: string },
  text: string,
  options: PhoneOptions,
  region: CountryCode | undefined,
): PhoneVerdict {
  if (refusal.whole === undefined) return { problem: refusal };
  const verdict = readDigits(refusal.whole, region, { ...options, repairs: ['zeroLost'] });
  if (verdict.e164 === undefined)
    return { problem: { code: 'revox.phone.lostDigits', message: phoneSentences.lostDigits(text) } };
  if (options.repairs?.includes('scientific') === true) return { e164: verdict.e164 };
  const fix: Fix = { title: `Write it as ${verdict.e164}`, replacement: verdict.e164, safety: 'ask' };
  return { problem: { code: refusal.code, message: refusal.message, fix } };
}

/** Text that consists of digits, separators and at most one leading plus. */
function readDigits(text: string, region: CountryCode | undefined, options: PhoneOptions): PhoneVerdict {
  const trunk = /\(\s*0\s*\)/.test(text);
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return international(digits, trunk);
  if (digits.startsWith('00') && digits.length > 8) return international(digits.slice(2), trunk);
  if (region === undefined)
    return problem('revox.phone.noRegion', phoneSentences.noRegion(text, plusGuess(digits)));
  return national(digits, region, options);
}

/** `digits` without the plus. */
function international(digits: string, trunk: boolean): PhoneVerdict {
  const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  if (trunk && number?.isValid() === true && !trunkZeroIsPlain(digits, number)) {
    return problem('revox.phone.trunkZero', phoneSentences.trunkZero(number.number));
  }
  if (number?.isValid() === true) return accepted(number);
  return { problem: whyInvalid(`+${digits}`, digits, number) };
}

/** `+33 (0)6…`: either the zero is the national prefix, which the library takes off, or, as in Italy, it belongs to the number. */
function trunkZeroIsPlain(digits: string, number: PhoneNumber): boolean {
  const kept = number.number === `+${digits}`;
  const national = digits.slice(number.countryCallingCode.length);
  return kept ? national.startsWith('0') : number.nationalNumber === national.replace(/^0/, '');
}

function national(digits: string, region: CountryCode, options: PhoneOptions): PhoneVerdict {
  const here = parsePhoneNumberFromString(digits, { defaultCountry: region, extract: false });
  const callingCode = getCountryCallingCode(region);
  const withPlus = digits.startsWith(callingCode)
    ? parsePhoneNumberFromString(`+${digits}`, { extract: false })
    : undefined;
  const asNational = here?.isValid() === true ? here : undefined;
  const asInternational = withPlus?.isValid() === true ? withPlus : undefined;

  if (
    asNational !== undefined &&
    asInternational !== undefined &&
    asNational.number !== asInternational.number
  ) {
    return problem(
      'revox.phone.ambiguous',
      phoneSentences.ambiguous(asNational.number, asInternational.number),
    );
  }
  const plusWasMissing = asInternational?.number === `+${digits}`;
  const number = asNational ?? asInternational;
  if (number === undefined) return { problem: whyInvalid(digits, digits, here, region) };
  if (plusWasMissing && asNational?.number !== `+${digits}`) return withPlusNote(number);
  if (plusWasMissing && callingCode !== '1') return withPlusNote(number);
  if (zeroLost(digits, number) && options.repairs?.includes('zeroLost') !== true) {
    return problem('revox.phone.zeroLost', phoneSentences.zeroLost(number.number, region), {
      title: `Write it as ${number.number}`,
      replacement: number.number,
      safety: 'ask',
    });
  }
  return accepted(number);
}

function withPlusNote(number: PhoneNumber): PhoneVerdict {
  const verdict = accepted(number);
  if (verdict.e164 === undefined) return verdict;
  return {
    e164: verdict.e164,
    note: {
      code: 'revox.phone.plusAdded',
      message: phoneSentences.plusAdded(verdict.e164),
      fix: { title: `Write it as ${verdict.e164}`, replacement: verdict.e164, safety: 'safe' },
    },
  };
}

/** Nine digits where the country writes ten with a leading zero: Excel ate it, or it is a number from elsewhere. */
function zeroLost(digits: string, number: PhoneNumber): boolean {
  if (digits.startsWith('0') || number.nationalNumber !== digits) return false;
  return number.formatNational().replace(/\D/g, '') === `0${digits}`;
}

function accepted(number: PhoneNumber): PhoneVerdict {
  if (isPlaceholderNumber(number.nationalNumber)) {
    return problem('revox.phone.placeholder', phoneSentences.placeholder(number.number));
  }
  if (number.getType() === 'PREMIUM_RATE')
    return problem('revox.phone.premium', phoneSentences.premium(number.number));
  return { e164: number.number };
}

/** Numbers people type to get past a form. */
function isPlaceholderNumber(national: string): boolean {
  return (
    /^\d{0,4}?(\d)\1{6,}$/.test(national) || /^(?:0?123456789\d?|0?12345678|987654321\d?)$/.test(national)
  );
}

function whyInvalid(
  typed: string,
  digits: string,
  number: PhoneNumber | undefined,
  region?: CountryCode,
): PhoneNote {
  if (/^(\d)\1*$/.test(digits) || isPlaceholderNumber(digits)) {
    return { code: 'revox.phone.placeholder', message: phoneSentences.placeholder(typed) };
  }
  const length = validatePhoneNumberLength(typed, region);
  if (length === 'INVALID_COUNTRY') {
    return { code: 'revox.phone.unknownCountry', message: phoneSentences.unknownCountry(typed) };
  }
  if (length === 'TOO_LONG' || digits.length > 15) {
    return { code: 'revox.phone.tooLong', message: phoneSentences.tooLong(digits.length, region) };
  }
  if (length === 'TOO_SHORT' || length === 'NOT_A_NUMBER') {
    return { code: 'revox.phone.tooShort', message: phoneSentences.tooShort(digits.length, region) };
  }
  const elsewhere = region === undefined ? undefined : plusGuess(digits);
  const message = phoneSentences.invalid(number?.country ?? region, elsewhere);
  const fix: Fix | undefined =
    elsewhere === undefined
      ? undefined
      : { title: `Write it as ${elsewhere}`, replacement: elsewhere, safety: 'ask' };
  return { code: 'revox.phone.invalid', message, fix };
}

/** The number these digits are if only the plus is missing. To be suggested, never assumed. */
function plusGuess(digits: string): string | undefined {
  if (digits.startsWith('0')) return undefined;
  const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  return number?.isValid() === true && number.number === `+${digits}` ? number.number : undefined;
}

function problem(code: PhoneProblemCode, message: string, fix?: Fix): PhoneVerdict {
  return { problem: { code, message, fix } };
}

/** A number a person typed, alone in its box. */
export function normalizePhoneNumber(
  text: string,
  region: string | undefined,
): { readonly number: string } | { readonly problem: string } {
  const verdict = readPhone(text, { region });
  return verdict.e164 === undefined ? { problem: verdict.problem.message } : { number: verdict.e164 };
}
