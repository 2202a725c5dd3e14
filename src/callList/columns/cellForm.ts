import { saysNoNumber } from '../phone/phoneWords.ts';

/**
 * How a cell is written, regardless of whether the number exists. `international`: with + or 00.
 * `punctuated`: digits in groups. `zero`, `bare`: only digits, with a zero in front or without. `labelled`: a
 * number with words around it. `id`: digits in a pattern that is known to be none, such as a tax number.
 * `short`: too few or too many digits.
 */
export type CellForm =
  | 'empty'
  | 'international'
  | 'punctuated'
  | 'zero'
  | 'bare'
  | 'labelled'
  | 'scientific'
  | 'decimal'
  | 'date'
  | 'id'
  | 'short'
  | 'words'
  | 'other';

const maxNumberLength = 48;
const maxLabelledLength = 120;
const minDigits = 6;
const maxDigits = 17;

/** Decided by at most 120 characters of the cell, in linear time. */
export function cellForm(cell: string): CellForm {
  const length = cell.length;
  if (length > maxLabelledLength)
    return cell.trim().length > maxLabelledLength ? 'words' : cellForm(cell.trim());
  const text = unwrapped(cell.trim());
  if (text === '') return 'empty';
  if (!/\p{Nd}/u.test(text)) return saysNoNumber(text) ? 'empty' : 'words';
  if (scientificForm.test(text)) return 'scientific';
  if (hasLetter(text) || /[@#*"{[]/.test(text)) return hasNumberWithin(text) ? 'labelled' : 'words';
  if (text.length > maxNumberLength) return 'other';
  const plain = (isAscii.test(text) ? text : inAscii(text)).replace(/:::?/g, '/');
  if (isDate(plain)) return 'date';
  if (isDecimal(plain)) return 'decimal';
  if (/[^\d\s().\-/+,;&|]/.test(plain)) return 'other';
  return digitForm(plain);
}

/** Whether a cell of this form could be meant as a phone number. */
export function isNumberForm(form: CellForm): boolean {
  return numberForms.has(form);
}

const numberForms: ReadonlySet<CellForm> = new Set<CellForm>([
  'international',
  'punctuated',
  'zero',
  'bare',
  'labelled',
  'scientific',
]);

function digitForm(text: string): CellForm {
  const several = /[,;&|]/.test(text) || text.includes(' / ');
  const digits = text.replace(/\D/g, '').length;
  if (digits < minDigits || (digits > maxDigits && !several)) return 'short';
  if (text.startsWith('-')) return 'decimal';
  if (mayBeId(text, digits) && knownId.test(text)) return 'id';
  if (/^\(?\+/.test(text) || /^00[1-9]/.test(text)) return 'international';
  if (/^\d+(?:[.,]0{1,2})?$/.test(text)) return text.startsWith('0') ? 'zero' : 'bare';
  return 'punctuated';
}

const isAscii = /^[\0-\x7f]*$/;

/** In two steps: the letters of all scripts take long to compile, and few cells need them. */
function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || (!isAscii.test(text) && /\p{L}/u.test(text));
}

/** With the digits, dashes and plus signs of ASCII. */
function inAscii(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, '5')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[＋﹢]/g, '+');
}

/** Removes what protects a number from a spreadsheet, and invisible characters. */
function unwrapped(text: string): string {
  return mayBeWrapped.test(text) ? withoutWrapping(text) : text;
}

/** What `withoutWrapping` looks for, anywhere in the text. Nearly all cells have none of it. */
const mayBeWrapped = /[="'’‘\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|^tel:/i;

function withoutWrapping(text: string): string {
  return text
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/^[='"’‘\s]+|^tel:/i, '')
    .replace(/["'’]$/, '')
    .trim();
}

const scientificForm = /^[+-]?\d+(?:[.,]\d+)?\s?e\s?\+?\d{1,3}$/i;

/**
 * `+33 1 99 00 12 01 (home)`: as many digits as a number has, with nothing but their punctuation between
 * them.
 */
function hasNumberWithin(text: string): boolean {
  if (!hasSevenDigits.test(text)) return false;
  for (const run of text.split(/[^\d\s().\-/+]+/)) {
    const digits = run.replace(/\D+/g, '').length;
    if (digits >= 7 && digits <= maxDigits && !isDate(run.trim()) && !isDecimal(run.trim())) return true;
  }
  return false;
}

/** With nothing but punctuation between them. */
const hasSevenDigits = /(?:\d[\s().\-/+]*){7}/;

function isDate(text: string): boolean {
  return mayBeDate.test(text) && dates.some((date) => date.test(text));
}

/** What all of the dates begin with, or are. */
const mayBeDate = /^\d{1,4}\s?[-./]|^(?:\d{8}|\d{12}|\d{14})$/;

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const clock = '(?:[\\sT]+\\d{1,2}[:.h]\\d{2}.{0,20})?';
const dates = [
  new RegExp(`^(?:19|20)\\d{2}[-./]${month}[-./]${day}${clock}$`),
  new RegExp(`^${day}[-./]${month}[-./](?:(?:19|20)\\d{2}|\\d{2})${clock}$`),
  new RegExp(`^${month}[-./]${day}[-./](?:(?:19|20)\\d{2}|\\d{2})${clock}$`),
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[012]\d[0-5]\d(?:[0-5]\d)?)?$/,
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/,
  /^(?:19|20)\d{2}\s?[-/]\s?(?:19|20)\d{2}$/,
];

/**
 * One point or comma, or one after groups of three: a number with a fraction. `01.99001202` begins with the
 * zero of a phone number.
 */
function isDecimal(text: string): boolean {
  if (!/[.,]/.test(text)) return false;
  const [, whole = '', fraction] = /^[+-]?(\d+)[.,](\d+)$/.exec(text) ?? [];
  if (fraction !== undefined) {
    if (/^0{1,2}$/.test(fraction) && whole.length >= 7) return false;
    return !/^0\d/.test(whole);
  }
  return (
    /^[+-]?\d{1,3}(?:[ .,']\d{3}){1,4}[.,]\d{1,2}$/.test(text) ||
    /^[+-]?\d{1,3}\.\d{3,}\s?[,;]\s?[+-]?\d{1,3}\.\d{3,}$/.test(text)
  );
}

/** Numbers that are written in groups and are not phone numbers. */
const knownIds = [
  /^\d{3}-\d{2}-\d{4}$/, // social security number, United States
  /^\d{5}-\d{4}$/, // ZIP+4, United States
  /^\d{5}-\d{3}$/, // CEP, Brazil
  /^\d{3}\.\d{3}\.\d{3}-\d{2}$/, // CPF, Brazil
  /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/, // CNPJ, Brazil
  /^\d{1,2}\.\d{3}\.\d{3}-\d$/, // RUT, Chile
  /^\d{2}-\d{8}-\d$/, // CUIT, Argentina
  /^(?:\d{4}[ -]){3}\d{4}$/, // bank card
  /^\d{3} \d{3} \d{3} \d{5}$/, // SIRET, France
  /^[12] \d{2} \d{2} \d{2} \d{3} \d{3}(?: \d{2})?$/, // NIR, France
  /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}$/, // personnummer, Sweden
  /^(?:[01]\d|2[0-3])[0-5]\d\s?-\s?(?:[01]\d|2[0-4])[0-5]\d$/, // opening hours
];

/** The least digits of one that has only blanks between its groups. */
const minSpacedId = 13;

/** Rules out most phone numbers before the patterns, which take a millisecond to compile. */
function mayBeId(text: string, digits: number): boolean {
  return digits >= minSpacedId || /[-.]|\d\+/.test(text);
}

const knownId = new RegExp(knownIds.map(({ source }) => source).join('|'));
