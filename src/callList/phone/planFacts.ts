import { Metadata, type CountryCode } from 'libphonenumber-js/max';

/** What the library's metadata says about a country's plan beyond its typings. */
interface PlanMetadata {
  selectNumberingPlan(country: string): PlanMetadata;
  IDDPrefix(): string | undefined;
  readonly numberingPlan: { formats(): readonly PlanFormat[]; nationalPrefix(): string | undefined };
}

interface PlanFormat {
  pattern(): string;
  leadingDigitsPatterns(): readonly string[];
  nationalPrefixIsOptionalWhenFormattingInNationalFormat(): boolean;
}

const metadata = new Metadata() as unknown as PlanMetadata;

interface CountryFacts {
  /**
   * What is dialled before the country code of another country; undefined where the library names nothing.
   */
  readonly abroad: RegExp | undefined;
  /** `00` alone leads abroad. */
  readonly zerosLeadAbroad: boolean;
  /** The zero in front of national numbers is dialled and no part of them. */
  readonly zeroIsPrefix: boolean;
  /** All numbers are written without it as often as with it. */
  readonly zeroIsAlwaysOptional: boolean;
  readonly zeroIsOptional: readonly { readonly number: RegExp; readonly optional: boolean }[];
}

const facts = new Map<CountryCode, CountryFacts>();

function factsOf(country: CountryCode): CountryFacts {
  let known = facts.get(country);
  if (known !== undefined) return known;
  metadata.selectNumberingPlan(country);
  const prefix = metadata.IDDPrefix();
  const formats = metadata.numberingPlan.formats();
  const zeroIsPrefix = metadata.numberingPlan.nationalPrefix() === '0';
  const isOptional = (format: PlanFormat): boolean =>
    format.nationalPrefixIsOptionalWhenFormattingInNationalFormat();
  known = {
    zeroIsPrefix,
    zeroIsAlwaysOptional: zeroIsPrefix && formats.length > 0 && formats.every(isOptional),
    abroad: prefix ? new RegExp(`^(?:${prefix})`) : undefined,
    zerosLeadAbroad: prefix === undefined || prefix === '00' || prefix.startsWith('00|'),
    zeroIsOptional: formats.map((format) => ({
      number: new RegExp(`^(?=${format.leadingDigitsPatterns().at(-1) ?? ''})(?:${format.pattern()})$`),
      optional: isOptional(format),
    })),
  };
  facts.set(country, known);
  return known;
}

/**
 * The digits after the prefix that is dialled in a country before a number abroad: `0011` in Australia,
 * `810` in Russia.
 */
export function afterPrefixAbroad(digits: string, country: CountryCode): string | undefined {
  const prefix = factsOf(country).abroad?.exec(digits)?.[0];
  return prefix === undefined || prefix.length < 2 ? undefined : digits.slice(prefix.length);
}

/**
 * Whether `00` is the prefix for calls abroad; it is nearly everywhere outside North America and East Asia.
 */
export function zerosLeadAbroad(country: CountryCode | undefined): boolean {
  return country === undefined || factsOf(country).zerosLeadAbroad;
}

/**
 * Whether the zero in front of a country's numbers is only dialled, as in France, and no part of them, as in
 * Italy.
 */
export function zeroIsPrefix(country: CountryCode): boolean {
  return factsOf(country).zeroIsPrefix;
}

/** Whether all numbers of a country are written without the zero as often as with it. */
export function zeroIsAlwaysOptional(country: CountryCode): boolean {
  return factsOf(country).zeroIsAlwaysOptional;
}

/**
 * Whether people of a country write such a number without its leading zero as often as with it: India,
 * Turkey, Viet Nam.
 */
export function zeroIsOptional(nationalNumber: string, country: CountryCode): boolean {
  return factsOf(country).zeroIsOptional.find(({ number }) => number.test(nationalNumber))?.optional === true;
}

/**
 * How many digits local numbers have that are written without their area code. From `possibleLengths
 * localOnly` of fixed lines and mobiles in google/libphonenumber, resources/PhoneNumberMetadata.xml at
 * f7e3e88c; the library used here leaves it out.
 */
const localLengths: Readonly<Record<string, string>> = {
  '4 5': 'BG CU',
  '4 5 6': 'MN RS',
  '4 5 6 7 8': 'GB',
  '4 5 7': 'PH',
  '4 5 8': 'IR',
  '4 7': 'CO',
  '5 6 7': 'TJ AL BY KZ UA UG',
  '5': 'MM NF',
  '5 6': 'AM CN ID IE KG PY',
  '5 6 7 8': 'PK',
  '6': 'BA BT ER GG IM JE LA ME SL SM YE ZM',
  '6 7': 'EG GE HR HU IQ KH KP MK MY NG NP PE SY',
  '6 7 8': 'AR IN',
  '7': 'AE AF AG AI AS AZ BB BM BO BS CA DM DO EC ET GD GH GU IL JM KN KR KY LC LK LY MG MP MS NZ PR PS RU SA SI SX TC TT US UY VC VE VG VI',
  '7 8': 'MX',
  '8': 'AU CC CX',
  '8 9': 'BR',
};

let lengthsByCountry: ReadonlyMap<string, ReadonlySet<number>> | undefined;

function lengthsOf(
  ...tables: readonly Readonly<Record<string, string>>[]
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [lengths, countries] of tables.flatMap((table) => Object.entries(table))) {
    for (const country of countries.split(' ')) {
      const known = found.get(country) ?? new Set();
      for (const length of lengths.split(' ')) known.add(Number(length));
      found.set(country, known);
    }
  }
  return found;
}

/**
 * The same where that file has none: from the national numbering plans that the ITU publishes (ITU-T E.164,
 * National Numbering Plans).
 */
const furtherLocalLengths: Readonly<Record<string, string>> = {
  '5 6 7 8': 'ID JP',
  '6 7 8': 'MY',
  '6 7': 'RO TH',
  '7': 'TR ZA',
  '7 8': 'CL CN EG PH TW VN',
};

/**
 * Whether so many digits are a local number without area code in a country; what is shorter is a service's
 * number.
 */
export function isLocalLength(digits: string, country: CountryCode): boolean {
  lengthsByCountry ??= lengthsOf(localLengths, furtherLocalLengths);
  const lengths = lengthsByCountry.get(country);
  if (lengths === undefined) return false;
  // in Argentina 15 is in front of local mobile numbers
  const local = country === 'AR' && /^15\d{6,8}$/.test(digits) ? digits.slice(2) : digits;
  return local.length >= 5 && lengths.has(local.length);
}

/**
 * Countries whose numbers have no fixed length, so that a local number without area code is as long as
 * another one that lost its zero: the zero is not offered there.
 */
const openPlans: ReadonlySet<string> = new Set(['AT', 'DE', 'FI', 'ID', 'SE']);

/** In Italy, where the zero is a part of the number, local ones have up to seven digits. */
const longestLocalInItaly = 7;

export function mayBeLocal(digits: string, country: CountryCode): boolean {
  if (country === 'IT') return digits.length <= longestLocalInItaly;
  return digits.length <= 8 && openPlans.has(country);
}

/**
 * Countries where the digits after a dash are dialled right after the number, to reach an extension: DIN
 * 5008 for Germany, the Austrian plan (RTR, KEM-V § 5) and that of Luxembourg. Elsewhere they are the ending
 * of a second number.
 */
const directDialling: ReadonlySet<string> = new Set(['DE', 'AT', 'LU']);

export function hasDirectDialling(country: string | undefined): boolean {
  return country !== undefined && directDialling.has(country);
}
