import type { CountryCode } from 'libphonenumber-js/max';

/** A change of a country's numbering plan whose old numbers are still found in lists. */
interface PlanChange {
  /** Old numbers without the country code and without a zero in front that is only dialled. */
  readonly old: RegExp;
  readonly now: string;
  /**
   * The new number follows from the old one with certainty: the digits of the person stay, a prefix is gone.
   */
  readonly certain?: true;
  readonly why: string;
}

/**
 * Asked only of numbers that the library does not take as they are; what comes out has to be valid for the
 * library. Sources: the regulators' announcements, as published in the ITU Operational Bulletin.
 */
const changes: Partial<Record<CountryCode, readonly PlanChange[]>> = {
  // IFT, Plan Técnico Fundamental de Numeración, 3 August 2019
  MX: [
    {
      old: /^(?:01|044|045|1)(\d{10})$/,
      now: '$1',
      certain: true,
      why: 'Mexican numbers have had no 1, 01, 044 or 045 in front since August 2019',
    },
  ],
  // Anatel, Resolução 553/2010; complete on 6 November 2016
  BR: [
    {
      old: /^([1-9]\d)([6-9]\d{7})$/,
      now: '$19$2',
      why: 'Brazilian mobile numbers have had a ninth digit, a 9 after the area code, since 2016',
    },
  ],
  // ARTCI, 31 January 2021: the prefix is that of the operator the old number was given to
  CI: [
    {
      old: /^([04-9][1-3]\d{6})$/,
      now: '01$1',
      why: 'numbers of Côte d’Ivoire have had ten digits since 31 January 2021, and this one got 01 in front',
    },
    {
      old: /^([04-9][4-6]\d{6})$/,
      now: '05$1',
      why: 'numbers of Côte d’Ivoire have had ten digits since 31 January 2021, and this one got 05 in front',
    },
    {
      old: /^([04-9][7-9]\d{6})$/,
      now: '07$1',
      why: 'numbers of Côte d’Ivoire have had ten digits since 31 January 2021, and this one got 07 in front',
    },
  ],
  // ARCEP Bénin, 30 November 2024
  BJ: [
    {
      old: /^([2-9]\d{7})$/,
      now: '01$1',
      why: 'numbers of Benin have had 01 in front since 30 November 2024',
    },
  ],
  // CRC, 1 September 2021
  CO: [
    {
      old: /^([1-8]\d{7})$/,
      now: '60$1',
      why: 'Colombian landlines have had 60 in front of the area code since September 2021',
    },
  ],
  // Ministry of Information and Communications, 15 September 2018
  VN: [
    // 17 June 2017; the old area code of Ho Chi Minh City is that of mobiles now, see `secondReading`
    {
      old: /^4(\d{8})$/,
      now: '24$1',
      why: 'the area code of Ha Noi has been 024 since June 2017',
    },
    ...Object.entries({
      120: 70,
      121: 79,
      122: 77,
      126: 76,
      128: 78,
      123: 83,
      124: 84,
      125: 85,
      127: 81,
      129: 82,
      162: 32,
      163: 33,
      164: 34,
      165: 35,
      166: 36,
      167: 37,
      168: 38,
      169: 39,
      186: 56,
      188: 58,
      199: 59,
    }).map(([from, to]) => ({
      old: new RegExp(`^${from}(\\d{7})$`),
      now: `${to}$1`,
      why: `mobile numbers of Viet Nam have had ten digits since September 2018, and 0${from} became 0${to}`,
    })),
  ],
  // Ministero delle Comunicazioni, 29 June 2001
  IT: [
    {
      old: /^0(3[2-9]\d{8})$/,
      now: '$1',
      why: 'Italian mobile numbers have had no zero in front since 2001',
    },
  ],
  // CONATEL, 30 September 2012
  EC: [
    {
      old: /^([89]\d{7})$/,
      now: '9$1',
      why: 'mobile numbers of Ecuador have had ten digits since September 2012, a 9 after the zero',
    },
  ],
  // ICTA, 1 September 2013
  MU: [
    {
      old: /^([79]\d{6})$/,
      now: '5$1',
      why: 'mobile numbers of Mauritius have had a 5 in front since September 2013',
    },
  ],
  // NTC, 1 September 2006
  TH: [
    {
      old: /^([1-9]\d{7})$/,
      now: '8$1',
      why: 'mobile numbers of Thailand have had ten digits since September 2006, an 8 after the zero',
    },
  ],
  // SUBTEL, 2016
  CL: [
    {
      old: /^0(9\d{8})$/,
      now: '$1',
      certain: true,
      why: 'Chilean mobile numbers have had no 0 in front since 2016',
    },
  ],
};

export interface CurrentNumber {
  /** Without the country code. */
  readonly national: string;
  readonly certain: boolean;
  readonly why: string;
}

/** What an old number is today, for each plan change that may apply to it. */
export function currentNumbers(national: string, country: CountryCode | undefined): CurrentNumber[] {
  if (country === undefined) return [];
  return (changes[country] ?? [])
    .filter(({ old }) => old.test(national))
    .map(({ old, now, certain, why }) => ({
      national: national.replace(old, now),
      certain: certain === true,
      why,
    }));
}
