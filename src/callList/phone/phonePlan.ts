import { getCountryCallingCode, Metadata, type CountryCode } from 'libphonenumber-js/max';
import { faxRange } from './faxRange.ts';
import { doubledCodes } from './secondReading.ts';

/**
 * Ordinary fixed and mobile numbers by the library's own patterns, compiled once: the same answer as parsing
 * with it, some twenty times faster. Only a plain yes is given here; whatever is not plain (other kinds of
 * number, national prefixes, no at all) is left to the library.
 * @param digits calling code and national number
 * @returns the national number
 */
export function plainNational(digits: string): string | undefined {
  let code = 0;
  for (let length = 1; length <= 3; length++) {
    code = code * 10 + (digits.charCodeAt(length - 1) - 48);
    const plans = plansOf(code);
    if (plans === undefined) continue;
    const national = digits.slice(length);
    return isPlain(plans, national) ? national : undefined;
  }
  return undefined;
}

/** How a region writes national numbers, where that is simple: the prefix to take off. */
export function plainNationalPrefix(
  region: CountryCode,
): { readonly callingCode: string; readonly prefix: '0' | '' } | undefined {
  const known = regions.get(region);
  if (known !== undefined) return known === 'no' ? undefined : known;
  const metadata = new Metadata() as unknown as MetadataInside;
  metadata.selectNumberingPlan(region);
  const callingCode = getCountryCallingCode(region);
  const zero = metadata.nationalPrefixForParsing() === '0' && !metadata.nationalPrefixTransformRule();
  const plain = zero
    ? ({ callingCode, prefix: '0' } as const)
    : callingCode === '1'
      ? ({ callingCode, prefix: '' } as const)
      : undefined;
  regions.set(region, plain ?? 'no');
  return plain;
}

/** One country's share of a calling code. */
interface Plan {
  /** Numbers that begin like this are its, whatever else they are. */
  readonly leadingDigits: RegExp | undefined;
  /** Its ordinary numbers, but those that are to be taken apart first. */
  readonly fixedOrMobile: RegExp;
  /** Any number that this country gives out. */
  readonly any: RegExp;
}

/** By calling code; null where it is none. Used for every number, so the code is not made a string for it. */
const plansByCode: (readonly Plan[] | null)[] = [];
const regions = new Map<CountryCode, { readonly callingCode: string; readonly prefix: '0' | '' } | 'no'>();

function plansOf(callingCode: number): readonly Plan[] | undefined {
  const known = plansByCode[callingCode];
  if (known !== undefined) return known ?? undefined;
  const plans = compile(String(callingCode));
  plansByCode[callingCode] = plans;
  return plans ?? undefined;
}

function isPlain(plans: readonly Plan[], national: string): boolean {
  if (plans.length === 1) return plans[0]?.fixedOrMobile.test(national) === true;
  // the library's rule for countries that share a calling code: the first to claim the number has it
  for (const { leadingDigits, fixedOrMobile, any } of plans) {
    if (leadingDigits !== undefined) {
      if (leadingDigits.test(national)) return fixedOrMobile.test(national);
    } else if (fixedOrMobile.test(national)) return true;
    else if (any.test(national)) return false;
  }
  return false;
}

const types = [
  'FIXED_LINE',
  'MOBILE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
] as const;

/** @returns null for digits that are no calling code of a country */
function compile(callingCode: string): readonly Plan[] | null {
  const metadata = new Metadata() as unknown as MetadataInside;
  const countries = metadata.getCountryCodesForCallingCode(callingCode);
  if (countries === undefined) return null;
  // the library has some prefixes of one digit as numbers
  const prefix = String(metadata.selectNumberingPlan(callingCode).nationalPrefixForParsing() ?? '');
  const notPlain = [prefix, unclearBeginning(callingCode)].filter((beginning) => beginning !== '');
  return countries.map((country) => {
    metadata.selectNumberingPlan(country);
    const leadingDigits = metadata.leadingDigits();
    const patterns = types.map((type) => typePattern(metadata, type));
    const general = metadata.nationalNumberPattern();
    return {
      leadingDigits: leadingDigits ? new RegExp(`^(?:${leadingDigits})`) : undefined,
      fixedOrMobile: entirely(general, patterns.slice(0, 2), notPlain),
      any: entirely(general, patterns),
    };
  });
}

/** Of numbers that may be other ones, or take faxes only; empty where there are none. */
function unclearBeginning(callingCode: string): string {
  if (callingCode === faxRange.callingCode) return faxRange.beginning;
  return doubledCodes.includes(callingCode) ? callingCode : '';
}

function typePattern(metadata: MetadataInside, name: (typeof types)[number]): string | undefined {
  const type = metadata.type(name);
  const pattern = type?.pattern();
  if (!pattern) return undefined;
  const lengths = type?.possibleLengths()?.map((length) => `\\d{${length}}$`);
  return lengths === undefined ? `(?:${pattern})$` : `(?=${lengths.join('|')})(?:${pattern})$`;
}

/** @param unless beginnings of numbers that are not to match */
function entirely(
  general: string,
  patterns: readonly (string | undefined)[],
  unless: readonly string[] = [],
): RegExp {
  const given = patterns.filter((pattern) => pattern !== undefined);
  // a country without patterns for its types: no number is plain there
  if (given.length === 0) return /^(?!)/;
  const excluded = unless.map((beginning) => `(?!${beginning})`).join('');
  return new RegExp(`^${excluded}(?=(?:${general})$)(?:${given.join('|')})`);
}

/**
 * What the library's `Metadata` can tell beyond its typings; a property test holds our answers and the
 * library's together.
 */
interface MetadataInside {
  selectNumberingPlan(countryOrCallingCode: string): MetadataInside;
  getCountryCodesForCallingCode(callingCode: string): readonly string[] | undefined;
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | number | null | undefined;
  nationalPrefixTransformRule(): string | undefined;
  leadingDigits(): string | undefined;
  type(name: string): { pattern(): string; possibleLengths(): readonly number[] | undefined } | undefined;
}
