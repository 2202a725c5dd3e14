import type { PhoneNumber } from 'libphonenumber-js/max';

/**
 * Whether the phone library made a number fit by leaving out digits that may have been meant.
 *
 * It takes off what is dialled in front of national numbers, also behind a country code. A zero there is a
 * mistake that everybody understands (`+44 07…`), since no number of those countries begins with one. But
 * `+1 123 123 12321` has a digit too many somewhere, and without its first 1 it is a stranger's. Where the
 * prefix stands apart, as in `+7 8 (912) 345-67-89`, it is one, but in North America it is the country code,
 * too.
 * @param text as written
 * @param digits calling code and national number, as written
 */
export function hasDigitTooMany(text: string, digits: string, number: PhoneNumber): boolean {
  const { countryCallingCode, nationalNumber } = number;
  if (!digits.startsWith(countryCallingCode) || !digits.endsWith(nationalNumber)) return false;
  const dropped = digits.slice(countryCallingCode.length, digits.length - nationalNumber.length);
  if (dropped === '' || /^0|0$/.test(dropped)) return false;
  return countryCallingCode === '1' || !beginsGroup(text, nationalNumber.length);
}

/** Whether the last digits of a text, so many, are not written together with those before them. */
function beginsGroup(text: string, count: number): boolean {
  let left = count;
  for (let at = text.length - 1; at >= 0; at--) {
    if (!/\d/.test(text.charAt(at))) continue;
    left--;
    if (left === 0) return !/\d/.test(text.charAt(at - 1));
  }
  return false;
}
