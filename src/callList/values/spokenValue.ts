import { shortened } from '../../core/format.ts';
import { booleanWords, placeholderWords } from './fixedWords.ts';
import { cleanMarkup, hasMarkup } from './markup.ts';
import { looksInjected } from './promptInjection.ts';
import type { Fix } from '../problems.ts';
import type { ColumnProfile } from './valueProfile.ts';
import { isPhoneLike } from '../phone/isPhoneLike.ts';
import { valueMessages, type ValueProblemCode } from './valueMessages.ts';
import { isPlainValue, longChars, signsOf } from './valueSigns.ts';

export interface ValueRemark {
  readonly code: ValueProblemCode;
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** Longer than any service accepts. */
const veryLongChars = 5000;

/**
 * What would sound wrong, or do harm, if an assistant were given this value; undefined for nearly all. The
 * worst only.
 * @param signs `signsOf(value)`, for who knows them already
 */
export function remarkOnValue(
  value: string,
  profile: ColumnProfile,
  signs = signsOf(value),
): ValueRemark | undefined {
  return isPlainValue(value, signs, profile) ? undefined : remarkOnOddValue(value, profile);
}

/** The same by the patterns alone. Exported for the test that compares the two. */
export function remarkOnOddValue(value: string, profile: ColumnProfile): ValueRemark | undefined {
  if (value.length > longChars) {
    if (looksInjected(value)) return remark('revox.value.promptInjection', value);
    return remark(value.length > veryLongChars ? 'revox.value.tooLong' : 'revox.value.long', value);
  }
  const harm = mayHarm.test(value) ? harmful(value) : undefined;
  if (harm !== undefined) return harm;
  const text = value.trim();
  // all that follows is short or begins with a sign or a digit
  if (text.length > maxDamageLength && /^\p{L}/u.test(text))
    return profile.words ? damaged(text, profile) : emoji(text);
  return damaged(text, profile) ?? unspeakable(text, profile);
}

const maxDamageLength = 24;

/** One test instead of many: without any of these characters, nothing in `harmful` can match. */
const mayHarm =
  // eslint-disable-next-line no-control-regex
  /[{}<>&[|\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]|^\s*[=@+-]|instruc|prompt|consigne|anweisung|istruz|you are now|(?:system|assistant)\s*:|jailbreak/i;

/** Text that a machine on the way would take for more than text. */
function harmful(value: string): ValueRemark | undefined {
  if (value.includes('{{') || value.includes('}}')) return remark('revox.value.braces', value);
  if (looksInjected(value)) return remark('revox.value.promptInjection', value);
  if (/^\s*(?:=\s*\S|[@+-][A-Za-z]+\()/.test(value)) {
    const wrapped = /^\s*="([^"]*)"\s*$/.exec(value)?.[1];
    return remark('revox.value.formula', value, wrapped, 'safe');
  }
  if (hasMarkup(value)) return remark('revox.value.markup', value, cleanMarkup(value), 'ask');
  if (controls.test(value)) {
    return remark('revox.value.controlCharacters', value, value.replace(allControls, ''), 'safe');
  }
  return undefined;
}

/** No tab and no line end; joiners belong to scripts and to some names. */
// eslint-disable-next-line no-control-regex
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/;
const allControls = new RegExp(controls.source, 'g');

/** What a spreadsheet or a script wrote in place of the value. */
function damaged(value: string, { words }: ColumnProfile): ValueRemark | undefined {
  if (/^[+-]?\d(?:[.,]\d+)?E[+-]\d{1,3}$/i.test(value)) return remark('revox.value.scientific', value);
  if (/^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NUM|NULL|ERROR|SPILL|CALC)[!?]?$|^#{4,}$/i.test(value)) {
    return remark('revox.value.spreadsheetError', value);
  }
  if (placeholderWords.has(value)) return remark('revox.value.placeholder', value);
  if (monthDamage.test(value)) return remark('revox.value.turnedIntoDate', value);
  if (words && (isPhoneLike(value) || /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(value))) {
    return remark('revox.value.unlikeColumn', value);
  }
  return undefined;
}

/** `02-janv`, `1-May`, `Jan-02`: how Excel shows a code such as `1-2` or `MARS1` that it took for a date. */
const months =
  'jan|janv|feb|f[ée]vr?|mar|mars|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]t|sep|sept|oct|okt|nov|dec|d[ée]c|dez|m[äa]r|ene|abr|ago|dic|gen|mag|giu|lug|set|ott';
const monthDamage = new RegExp(`^(?:\\d{1,2}-(?:${months})\\.?|(?:${months})\\.?-\\d{2})$`, 'i');

/** Readable for a program, but not when spoken. */
function unspeakable(value: string, { dates }: ColumnProfile): ValueRemark | undefined {
  if (booleanWords.has(value)) return remark('revox.value.boolean', value);
  if (dates && isSpreadsheetDay(value)) return remark('revox.value.spreadsheetDate', value);
  const date = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$/.exec(value);
  // 25/12 cannot be misread, and neither can 12.11.: with full stops the day is first everywhere
  if (date !== null && date[2] !== '.' && isMonth(date[1]) && isMonth(date[3]) && date[1] !== date[3]) {
    return remark('revox.value.ambiguousDate', value);
  }
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return remark('revox.value.timestamp', value);
  if (/^[+-]?\d+[.,]\d{5,}$/.test(value)) return remark('revox.value.longDecimal', value);
  return emoji(value);
}

function emoji(value: string): ValueRemark | undefined {
  // signs and emoji begin after the alphabets of Europe and Asia Minor
  if (
    /[\u2190-\u2bff\ud83c-\ud83e]/.test(value) &&
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.test(value)
  ) {
    return remark('revox.value.emoji', value);
  }
  return undefined;
}

function isMonth(text: string | undefined): boolean {
  const month = Number(text);
  return month >= 1 && month <= 12;
}

/** A day of 1990 to 2049, counted from 1900 as spreadsheets do. */
function isSpreadsheetDay(value: string): boolean {
  return /^\d{5}(?:[.,]\d+)?$/.test(value) && value >= '32874' && value < '54789';
}

function remark(
  code: ValueProblemCode,
  value: string,
  replacement?: string,
  safety: Fix['safety'] = 'ask',
): ValueRemark {
  const fix =
    replacement === undefined || replacement === value
      ? undefined
      : { title: `Write it as “${excerpt(replacement)}”`, replacement, safety };
  return { code, message: valueMessages[code](excerpt(value)), fix };
}

function excerpt(value: string): string {
  const line = value.replace(/\s+/g, ' ').replace(allControls, '');
  return shortened(line, 40);
}
