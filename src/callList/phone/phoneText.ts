import { isWholeNumber } from './phoneParts.ts';

/**
 * Takes off what cannot change who is rung: invisible characters, look-alike digits and dashes, the wrappings that protect a number
 * from a spreadsheet. Nothing is guessed here, and no digit is added or dropped but a `.0` that a spreadsheet appended.
 */
export function cleanPhoneText(cell: string): { readonly text: string; readonly cleaned: readonly string[] } {
  // what nearly all cells are
  if (/^\+?[\d ().-]*$/.test(cell)) return { text: decimalTail(cell.trim()), cleaned: tailNote(cell) };
  const cleaned: string[] = [];
  let text = cell;
  const step = (what: string, next: string): void => {
    if (next !== text) cleaned.push(what);
    text = next;
  };
  step('invisible characters', text.replace(invisible, ''));
  text = linesApart(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  step('look-alike digits', text.replace(/(?![0-9])\p{Nd}/gu, digitValue));
  step(
    'look-alike signs',
    text
      .replace(dashes, '-')
      .replace(/[＋﹢⁺]/g, '+')
      .replace(/[（(]/g, '(')
      .replace(/[）)]/g, ')')
      .replace(/[．․]/g, '.')
      .replace(/[／⁄]/g, '/'),
  );
  step('a formula around it', text.replace(/^=\s*(?:"([^"]*)"|'([^']*)'|(?=\+?\d))/, '$1$2'));
  step('quotes around it', text.replace(/^"(.*)"$/, '$1'));
  step('an apostrophe', text.replace(/^['’‘`´]+|['’]$/g, '').trim());
  step('“tel:”', text.replace(/^(?:tel|callto|phone):(?:\/\/)?\s*/i, ''));
  step('punctuation at the end', text.replace(/\s*[,;.:]+$/, ''));
  const before = text;
  text = decimalTail(text);
  if (before !== text) cleaned.push('a decimal tail');
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) step('thousands separators', text.replaceAll(',', ''));
  return { text, cleaned };
}

/** Numbers on lines of their own in one cell stay apart; one number that was wrapped becomes one again. */
function linesApart(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines.length > 1 && lines.filter(isWholeNumber).length > 1 ? lines.join(' / ') : text;
}

const invisible =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u200d|[\ufe00-\ufe0f]/g;
const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d\u30fc]/g;

/** `33612345678.0`: the digits are a whole number that a spreadsheet or a script took for a decimal one. */
const tail = /^(\+?\d{7,15})[.,]0{1,2}$/;

function decimalTail(text: string): string {
  return text.replace(tail, '$1');
}

function tailNote(cell: string): readonly string[] {
  return tail.test(cell.trim()) ? ['a decimal tail'] : [];
}

/** Digits of every script come in unbroken runs that begin with their zero. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1 - before))) before++;
  return String(before % 10);
}
