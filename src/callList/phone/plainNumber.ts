import type { CountryCode } from 'libphonenumber-js/max';
import { hasOddGroupAfterCode } from './codeInFront.ts';
import { plainNational, plainNationalPrefix } from './phonePlan.ts';
import { isPlaceholderNumber } from './phonePlaceholder.ts';
import { zeroIsAlwaysOptional, zerosLeadAbroad } from './planFacts.ts';
import { hasOldSaigonCode, isCodeGlued } from './secondReading.ts';
import { isWrittenDate } from './writtenDate.ts';

/**
 * A number that is written plainly, in E.164, without the phone library: the fast path for nearly every cell.
 * A test compares the two.
 * @returns undefined where the phone library has to read the cell
 */
export function plainNumber(cell: string, region: CountryCode | undefined): string | undefined {
  const digits = plainDigits(cell, region);
  const national = digits === undefined ? undefined : plainNational(digits);
  if (digits === undefined || national === undefined || isPlaceholderNumber(national)) return undefined;
  if (cell.charCodeAt(0) !== plus)
    return region === 'VN' && hasOldSaigonCode(cell) ? undefined : `+${digits}`;
  if (cell.length === digits.length + 1) return cell;
  if (hasOddGroupAfterCode(cell) || (cell.startsWith('+84') && hasOldSaigonCode(cell))) return undefined;
  const isOdd = region !== undefined && isCodeGlued(cell, digits.length - national.length);
  return isOdd ? undefined : `+${digits}`;
}

/**
 * A decimal point, a minus before the last short group, two signs, a point before the last digit: what may be
 * no number, or several.
 */
const notPlain = /^\d+\.\d+$|-\s*\d{1,6}$|[.-] ?[.-]|\.\d$/;

/**
 * Digits with the calling code, of a number that is written plainly, with the usual separators or without.
 */
function plainDigits(cell: string, region: CountryCode | undefined): string | undefined {
  const digits = digitsOf(cell);
  if (digits === undefined || digits.length < 8 || digits.length > 15) return undefined;
  const first = digits.charCodeAt(0);
  if (cell.charCodeAt(0) === plus) return first === zero ? undefined : digits;
  if (first === zero && digits.charCodeAt(1) === zero) return plainZeros(cell, digits, region);
  const national = region === undefined ? undefined : plainNationalPrefix(region);
  if (national === undefined) return undefined;
  if (national.prefix === '0') {
    if (first === zero) return national.callingCode + digits.slice(1);
    // what begins with the country's own code could be an international number that lost its plus
    return region !== undefined && zeroIsAlwaysOptional(region) && !digits.startsWith(national.callingCode)
      ? `${national.callingCode}${digits}`
      : undefined;
  }
  return digits.length === 10 && /^[2-9]/.test(digits) ? `${national.callingCode}${digits}` : undefined;
}

function isPunctuatedPlainly(cell: string): boolean {
  if (cell.includes('(0)') || cell.endsWith(')') || cell.includes(' - ') || /\.0+$/.test(cell)) return false;
  if (isWrittenDate(cell)) return false;
  return !notPlain.test(cell) || isGrouped(cell);
}

/**
 * Groups as a number has them, the dash between the last two: the last of them is no ending of another
 * number.
 */
function isGrouped(cell: string): boolean {
  return /-\d{2,3}-\d{2,4}$|[ ().-]\d{2,4}-\d{3,4}$/.test(cell);
}

/** `0033…`, unless it could be `003` in front of another country's code. */
function plainZeros(cell: string, digits: string, region: CountryCode | undefined): string | undefined {
  const third = digits.charCodeAt(2);
  if (third < 50 || third > 57 || !zerosLeadAbroad(region)) return undefined;
  return cell.startsWith('00') && cell.charCodeAt(3) >= 48 && cell.charCodeAt(3) <= 57
    ? digits.slice(2)
    : undefined;
}

/** As most are written: no separators. */
const bare = /^\+?\d{8,15}$/;
const separated = /^\+?\(?\d[\d ().-]{6,24}$/;

/**
 * The digits of a number that is written and punctuated plainly; undefined for anything else. Half of all
 * cells come here: patterns are compiled faster than code that reads a cell character by character.
 */
function digitsOf(cell: string): string | undefined {
  if (bare.test(cell)) return cell.charCodeAt(0) === plus ? cell.slice(1) : cell;
  if (!separated.test(cell) || (/[().-]/.test(cell) && !isPunctuatedPlainly(cell))) return undefined;
  return cell.replace(/\D+/g, '');
}

const plus = 43;
const zero = 48;
