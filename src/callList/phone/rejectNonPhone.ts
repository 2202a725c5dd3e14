import { scientific } from './isPhoneLike.ts';
import { extensionWords, saysNoNumber } from './phoneWords.ts';
import { holdsSeveral } from './phoneParts.ts';
import { phoneMessages } from './phoneMessages.ts';
import { isWrittenDate } from './writtenDate.ts';
import type { PhoneProblemCode } from './phoneVerdict.ts';

export interface Refusal {
  readonly code: PhoneProblemCode;
  readonly message: string;
  /** Scientific notation with all its digits: the number written out. */
  readonly whole?: string;
  /** A number with an extension: the number alone, which rings the switchboard. */
  readonly switchboard?: string;
}

/**
 * Recognises what a phone column may hold besides phone numbers; undefined for digits with separators and at
 * most a leading plus.
 */
export function rejectNonPhone(text: string): Refusal | undefined {
  if (text === '') return { code: 'revox.phone.missing', message: phoneMessages.missing() };
  if (/^\+?[\d\s().\-/]+$/.test(text)) return rejectDigits(text);
  if (/^[-+]?\d+,\d+$/.test(text)) {
    return { code: 'revox.phone.calculated', message: phoneMessages.calculated(text) };
  }
  if (scientific.test(text)) return scientificNotation(text);
  if (/^#+(?:[A-Z0-9/]+[!?]?)?$/i.test(text)) {
    return { code: 'revox.phone.spreadsheetError', message: phoneMessages.spreadsheetError(text) };
  }
  if (saysNoNumber(text))
    return { code: 'revox.phone.placeholder', message: phoneMessages.placeholder(text) };
  const switchboard = extension.exec(text)?.[1];
  if (switchboard !== undefined)
    return { code: 'revox.phone.extension', message: phoneMessages.extension(), switchboard };
  if (holdsSeveral(text)) return { code: 'revox.phone.several', message: phoneMessages.several() };
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter !== undefined) return letters(text);
  const odd = /[^\d\s().\-/+]/u.exec(text)?.[0] ?? '+';
  return { code: 'revox.phone.unreadable', message: phoneMessages.unreadable(odd) };
}

function rejectDigits(text: string): Refusal | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits === '' || /^0+$/.test(digits)) {
    return { code: 'revox.phone.placeholder', message: phoneMessages.placeholder(text) };
  }
  if (/^\s*-/.test(text) || isDecimal(text)) {
    return { code: 'revox.phone.calculated', message: phoneMessages.calculated(text) };
  }
  if (isWrittenDate(text)) return { code: 'revox.phone.unreadable', message: phoneMessages.date(text) };
  if (emergencyNumbers.has(digits)) {
    return { code: 'revox.phone.emergency', message: phoneMessages.emergency(digits) };
  }
  if (holdsSeveral(text)) return { code: 'revox.phone.several', message: phoneMessages.several() };
  return undefined;
}

/**
 * Never written out automatically: Excel rounds to what fits the cell, and the result could be a stranger's
 * number.
 */
function scientificNotation(text: string): Refusal {
  const [mantissa = '', exponent = ''] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.trim().split(/[.,]/);
  const digits = `${whole}${fraction}`.replace(/\D/g, '');
  const complete = fraction.length === Number(exponent) && digits.length >= 7 && !digits.endsWith('0');
  return complete
    ? { code: 'revox.phone.scientific', message: phoneMessages.scientific(text), whole: digits }
    : { code: 'revox.phone.lostDigits', message: phoneMessages.lostDigits(text) };
}

function letters(text: string): Refusal {
  const found = /(?<=[\d\s+.-])[oOlIiSsBzZ](?=[\d\s.-]|$)/.exec(text)?.[0];
  const only = (text.match(/\p{L}/gu) ?? []).every((letter) => /[oOlIiSsBzZ]/.test(letter));
  const digit = found === undefined || !only ? undefined : lookAlikes[found.toLowerCase()];
  const hint = digit === undefined ? undefined : `${found ?? ''} for ${digit}`;
  return { code: 'revox.phone.letters', message: phoneMessages.letters(text, hint) };
}

const lookAlikes: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5', b: '8', z: '2' };

/** One point, and no zero in front: `0171.234567` is a number, `16745.30488` the result of a formula. */
function isDecimal(text: string): boolean {
  return /^(?:[1-9]\d*|0)\.\d+$/.test(text);
}

/** `x23`, `ext. 23`, `poste 12`, `#4`, `;ext=23`, `(ext. 1)`, `内線 12` after a number */
const extension = new RegExp(
  `^(.*\\d)[\\s,;()/-]*(?:${extensionWords}|#|ext=)[\\s.:=°º]*\\d{1,6}\\s*\\)?$`,
  'iu',
);

/**
 * Ambulance, police, fire, crisis and coastguard lines of the world; three to five digits, so no subscriber
 * has one.
 */
const emergencyNumbers: ReadonlySet<string> = new Set(
  '15 17 18 000 061 066 080 085 088 090 091 092 100 101 102 103 104 107 108 110 111 112 113 114 115 116 117 118 119 120 122 123 127 128 129 131 132 133 140 144 150 155 156 158 160 161 166 190 191 192 193 194 195 196 197 198 199 900 903 911 912 913 988 991 992 993 994 995 996 997 998 999 3114 10111 10177 116000 116006 116111 116117 116123'.split(
    ' ',
  ),
);
