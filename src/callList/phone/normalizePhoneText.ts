import { isFaxLabel, isPhoneLabel, saysNoNumber } from './phoneWords.ts';
import { holdsSeveral, isWholeNumber } from './phoneParts.ts';

export interface PhoneText {
  readonly text: string;
  /** What was removed or replaced, for a sentence: `an apostrophe`. */
  readonly cleaned: readonly string[];
  /** What is around the digits says that nobody can be called there. */
  readonly refusal?: 'fax' | 'group' | 'json' | undefined;
}

/**
 * Removes what cannot change who is called: invisible characters, look-alike digits and dashes, the wrappings
 * that protect a number from a spreadsheet, the address forms of telephones and messengers, and labels such
 * as `Tel.:` or `(mobile)`. Nothing is guessed here. No digit is added or dropped but a `.0` that a
 * spreadsheet appended.
 * @param cell at most some hundred characters: the caller refuses longer ones
 */
export function normalizePhoneText(cell: string): PhoneText {
  // the form of nearly all cells
  if (/^\+?[\d ().-]*$/.test(cell)) return { text: withoutDecimalTail(cell.trim()), cleaned: tailNote(cell) };
  const cleaned: string[] = [];
  let text = cell;
  const step = (what: string, next: string): void => {
    if (next !== text && !cleaned.includes(what)) cleaned.push(what);
    text = next;
  };
  step('invisible characters', text.replace(invisible, ''));
  text = linesApart(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  step('markup around it', withoutMarkup(text));
  step('a link around it', withoutLink(text));
  step('look-alike digits', text.replace(/(?![0-9])\p{Nd}/gu, digitValue));
  step('look-alike signs', plainSigns(text));
  step('a formula around it', text.replace(/^=\s*(?:"([^"]*)"|'([^']*)'|(?=\+?\d))/, '$1$2'));
  step('quotes around it', withoutQuotes(text));
  step('a bullet', text.replace(/^\* (?=[0+(])/, ''));
  step('an apostrophe', text.replace(/^['’‘`´]+|['’]$/g, '').trim());
  if (saysNoNumber(text)) return { text, cleaned };
  if (/^\[? *\{.*:/.test(text)) return { text, cleaned, refusal: 'json' };
  step('the brackets of a list', listItems(text));
  const address = fromAddress(text);
  if (address === 'group') return { text, cleaned, refusal: 'group' };
  if (address !== undefined) step(address.what, address.text);
  step('telephone signs', text.replace(telephoneSigns, ' ').trim());
  step('brackets around the country code', plusInFront(text));
  text = text
    .replace(/\(?\b0[ -]?(?:xx|XX)[ -]?(?=\d)|\(0 ?(?:\*\*|__|--|\.\.) ?(?=\d\d\))/, '0')
    .replace(/^8 ?~ ?10\b/, '810');
  if (faxSigns.test(text)) return { text, cleaned, refusal: 'fax' };
  step('the price of the call', text.replace(callPrice, '').trim());
  const unlabelled = withoutLabels(text);
  if (unlabelled === 'fax') return { text, cleaned, refusal: 'fax' };
  step('a label', unlabelled);
  // a label may have been in front of a bracket
  step('brackets around the country code', plusInFront(text));
  step('punctuation at the end', text.replace(/[ ,;.:]+$/, ''));
  step('brackets around it', text.replace(/^\(([^()]*)\)$/, '$1').replace(/^<([^<>]*)>$/, '$1'));
  step('a decimal tail', withoutDecimalTail(text));
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) step('thousands separators', text.replaceAll(',', ''));
  return { text, cleaned };
}

/** Numbers on lines of their own in one cell stay apart; one number that was wrapped becomes one again. */
function linesApart(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]+/);
  return lines.length > 1 && lines.filter(isWholeNumber).length > 1 ? lines.join(' / ') : text;
}

function plainSigns(text: string): string {
  // one pattern instead of twenty, each of which is compiled for the first cell that is no number
  if (!mayBeLookAlike.test(text)) return text;
  return text
    .replace(dashes, '-')
    .replace(/[＋﹢⁺]/g, '+')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .replace(/[［【〔]/g, '[')
    .replace(/[］】〕]/g, ']')
    .replace(/\[0\]/g, '(0)')
    .replace(/(?<=\d)_(?=\d)/g, ' ')
    .replace(/[．․]/g, '.')
    .replace(/[：﹕]/g, ':')
    .replace(/[／⁄]/g, '/')
    .replace(/[，、]/g, ',')
    .replace(/[；]/g, ';')
    .replace(/[～〜∼]/g, '~')
    .replace(/ [•·∙] /g, ' / ')
    .replace(/[•·∙]/g, '.')
    .replace(/^(?:%2B|&#43;|&plus;)(?=[\d ])/i, '+')
    .replace(/(?<=\d)%20(?=[\d(])/g, ' ');
}

const mayBeLookAlike = /\P{ASCII}|[[_%&]/u;

function withoutQuotes(text: string): string {
  return text.replace(/^"([^"]*)"$/, '$1').replace(/^[“”„«»]([^“”„«»]*)[“”„«»]$/, '$1');
}

/**
 * A link of Markdown or of a spreadsheet, `[06 12…](tel:+336…)`, `=HYPERLINK("tel:+336…";"06 12…")`: the
 * number that it calls, and its text where that holds digits.
 */
function withoutLink(text: string): string {
  const [, words, target] = /^\[([^[\]]{1,60})\]\(([^()]{1,60})\)$/.exec(text) ?? [];
  const [, address, label] =
    /^=\s*(?:HYPERLINK|LIEN_HYPERTEXTE|HIPERVINCULO|COLLEG\.IPERTESTUALE)\(\s*"([^"]{1,60})"\s*(?:[,;]\s*"([^"]{1,60})"\s*)?\)$/i.exec(
      text,
    ) ?? [];
  const [, called] = /^(?:tel|callto|sms):(?:\/\/)?(.*)$/i.exec(target ?? address ?? '') ?? [];
  if (called === undefined) return text;
  const shown = words ?? label ?? '';
  return /\d/.test(shown) ? `${called} / ${shown}` : called;
}

/** A link or another element of a web page around the number, and its blanks. */
function withoutMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text;
  return text
    .replace(/^<((?:tel|sips?|callto):[^<>]*)>$/i, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:nbsp|#160|#xa0|thinsp);/gi, ' ')
    .trim();
}

/** `["+33…"]`, `['a', 'b']`, `{"+33…"}`, `('a',)`: what is in the list, with separators that are known. */
function listItems(text: string): string {
  if (!/^(?:\[.*\]|\{[^:]*\}|\(["'][^"']*["'],\))$/.test(text)) return text;
  const inner = text.slice(1, -1);
  if (/[[\]{}]/.test(inner)) return text;
  return inner
    .split(/["'] *, *["']/)
    .map((item) => item.replace(/^[ "']+|[ "',]+$/g, ''))
    .join(' / ');
}

/** Takes the number out of an address: a telephone or messenger link, or a user name of SIP or WhatsApp. */
function fromAddress(text: string): { readonly text: string; readonly what: string } | 'group' | undefined {
  // what one of these signs is in at least
  if (!/[@:/]/.test(text)) return undefined;
  const user = /^([^@]*)@([a-z.-]+)$/i.exec(text);
  if (user !== null) {
    const [, name = '', host = ''] = user;
    if (/^(?:g\.us|broadcast|newsletter|lid|call)$/i.test(host)) return 'group';
    const digits = /^\+?(\d{6,17})(?::\d{1,3})?$/.exec(name)?.[1];
    if (digits !== undefined && /^(?:c\.us|s\.whatsapp\.net)$/i.test(host))
      return { text: `+${digits}`, what: `“@${host}”` };
  }
  const link =
    /^(?:https?:\/\/)?(?:www\.|web\.|api\.)?(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=|whatsapp:\/\/send\/?\?phone=)(?:\+|%2B|00)?(\d{6,17})(?:[/?&#].*)?$/i.exec(
      text,
    ) ??
    /^(?:whatsapp:\/\/send\/?\?phone=|viber:\/\/[a-z]+\?number=|(?:https?:\/\/)?t\.me\/|(?:https?:\/\/)?signal\.me\/#p\/)(?:\+|%2B)(\d{6,17})(?:[/?&#].*)?$/i.exec(
      text,
    );
  if (link?.[1] !== undefined) return { text: `+${link[1]}`, what: 'a link around it' };
  const scheme =
    /^(tel|callto|phone|sips?|sms|smsto|mms|mobile|whatsapp|facetime|skype|viber|telegram|p):(?:\/\/)?(.*)$/i.exec(
      text,
    );
  if (scheme === null) return undefined;
  const [, name = '', rest = ''] = scheme;
  const what = `“${name.toLowerCase()}:”`;
  let number = rest.replace(/%2B/gi, '+').replace(/%20/g, ' ').trim();
  if (/^sips?$/i.test(name)) number = number.replace(/@.*$/, '').replace(/;.*$/, '');
  const context = /^([\d .()-]+);phone-context=(\+\d{1,4})$/i.exec(number);
  // of no meaning beside a number with its country code (RFC 3966, 5.1.5)
  if (number.startsWith('+')) number = number.replace(/;phone-context=[^;]*/i, '');
  if (context !== null) number = `${context[2] ?? ''}${context[1] ?? ''}`;
  return { text: number.replace(/\?.*$/, '').trim(), what };
}

/** `(+33) 1…`, `+(33)1…`, `(0033)1…`, `[+33] 1…`, `+0033…`, `00+33…`: the same with a plus in front. */
function plusInFront(text: string): string {
  const first = text.charAt(0);
  if (first !== '(' && first !== '[' && first !== '+' && first !== '0') return text;
  return text
    .replace(/^[([] *(\+|00) *([1-9]\d{0,2})[ -]*[)\]] */, '$1$2 ')
    .replace(/^[([] *(\+|00) *([1-9][\d .-]{0,8})[)\]] */, '$1$2 ')
    .replace(/^[([] *(\+|00)([1-9][\d .-]*)[)\]]$/, '$1$2')
    .replace(/^\+ *[([] *([1-9]\d{0,2}) *[)\]] */, '+$1 ')
    .replace(/^\++ *00(?=[1-9])/, '+')
    .replace(/^00 ?\+(?=[1-9])/, '+')
    .replace(/^\+ ?\++/, '+');
}

/**
 * Labels in front of and after a number, where every word there is one: `Tél. : 01…`, `01… (domicile)`. A
 * text with other words, or with words between its digits, stays as it is.
 */
function withoutLabels(text: string): string {
  // labels of several numbers stay with theirs
  if (!/\p{L}/u.test(text) || holdsSeveral(text)) return text;
  const body = withoutNumberedLabel(text);
  const start = body.search(/\(?\+?\(?\d/);
  if (start < 0) return text;
  let end = body.length;
  while (end > start && !/\d/.test(body.charAt(end - 1))) end -= 1;
  if (body.charAt(end) === ')' && isOpen(body.slice(start, end))) end += 1;
  const number = body.slice(start, end);
  if (/\p{L}/u.test(number)) return text;
  const around = `${body.slice(0, start)} ${body.slice(end)}`;
  const found = around.match(wordPattern) ?? [];
  if (found.length === 0) return body;
  if (/[^ .:,;()[\]<>#|/*=°º№'’"׳״-]/.test(around.replace(wordPattern, ''))) return text;
  // "Tel/Fax" is a telephone, too
  if (found.every(isFaxLabel)) return 'fax';
  return found.every((word) => isPhoneLabel(word) || isFaxLabel(word)) ? number : text;
}

const wordPattern = /\p{L}[\p{L}\p{M}]*/gu;

/** `Tel 1: 01…`: the digit belongs to the label. */
function withoutNumberedLabel(text: string): string {
  const found = /^(\p{L}[\p{L}\p{M}. ]{0,30})[1-9] ?[:=] ?(?=[+(\d])/u.exec(text);
  const isLabel = (found?.[1] ?? '').split(/[ .]+/).every((word) => word === '' || isPhoneLabel(word));
  return found !== null && isLabel ? text.slice(found[0].length) : text;
}

function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

const telephoneSigns = /(?:[㈹☎☏✆✉📞📱📲📳🤙🏠🏢💼⌂℡]|[\u{1F1E6}-\u{1F1FF}]{2})+/gu;
/** What the law has written after each number in Portugal (Decreto-Lei 59/2021). */
const callPrice = /\(?chamada para (?:a )?rede (?:fixa|m[óo]vel)(?: nacional)?\)?$/i;
const faxSigns = /[📠🖷🖨℻]/u;
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u200d|[\ufe00-\ufe0f]/g;
const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d\u30fc]/g;

/** `33612345678.0`: the digits are a whole number that a spreadsheet or a script took for a decimal one. */
const decimalTail = /^(\+?\d{7,15})[.,]0{1,2}$/;

function withoutDecimalTail(text: string): string {
  return text.replace(decimalTail, '$1');
}

function tailNote(cell: string): readonly string[] {
  return decimalTail.test(cell.trim()) ? ['a decimal tail'] : [];
}

/** Digits of every script come in unbroken runs that begin with their zero. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1 - before))) before++;
  return String(before % 10);
}
