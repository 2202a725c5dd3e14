import { getCountryCallingCode, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { validNumber } from './parseNumber.ts';
import { phoneMessages } from './phoneMessages.ts';
import { refused, writeAs, type PhoneRepair, type PhoneVerdict } from './phoneVerdict.ts';
import { currentNumbers } from './planChanges.ts';

/** Reads digits in national form as a number from before a change of the country's numbering plan. */
export function changedNational(
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

/** Reads a number that the library does not call valid as one from before such a change. */
export function changedNumber(
  number: PhoneNumber | undefined,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  const region = number?.country ?? number?.getPossibleCountries()[0] ?? countryOfCode(number);
  if (number === undefined || region === undefined) return undefined;
  return changedTo(number.nationalNumber, region, repairs);
}

const changedCountries: Readonly<Record<string, CountryCode>> = {
  39: 'IT',
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

/** Accepts today's number where it is certain or the person agreed to such repairs; otherwise suggests it. */
function changedTo(
  national: string,
  region: CountryCode,
  repairs: readonly PhoneRepair[],
): PhoneVerdict | undefined {
  for (const { national: now, certain, why } of currentNumbers(national, region)) {
    const e164 = validNumber(`${getCountryCallingCode(region)}${now}`);
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
