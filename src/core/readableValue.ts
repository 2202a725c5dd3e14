import { capitalized } from './format.ts';

const moment = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const codeWord = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
/** Longer texts are sentences of somebody, not code words. */
const maxCodeWordLength = 60;

/**
 * A value that was extracted from a call, as people read it: `not_interested` is `Not interested`, and
 * `2026-12-09T10:30:00+01:00` is `Wed 9 Dec, 10:30`. The hour stays the one that was said; where its offset
 * is not the reader's at that moment, it is named: `Wed 9 Dec, 10:30 (UTC+1)`. Anything else stays as it is.
 */
export function readableValue(text: string, nowMs: number): string {
  if (text.length > maxCodeWordLength) return text;
  return readableMoment(text, nowMs) ?? readableWord(text);
}

/** `some_new_word`, which this version does not know, is `Some new word`. Anything else stays as it is. */
export function readableWord(text: string): string {
  return text.length <= maxCodeWordLength && codeWord.test(text) ? sentence(text) : text;
}

function sentence(word: string): string {
  const words = word.replaceAll('_', ' ');
  return capitalized(words);
}

/** @returns undefined where the text is no date in ISO 8601 */
function readableMoment(text: string, nowMs: number): string | undefined {
  const parts = moment.exec(text);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', hours, minutes, offset] = parts;
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes) || 0);
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(dayMs);
  if (date.getUTCMonth() !== Number(month) - 1) return undefined;
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  const sameYear = new Date(nowMs).getFullYear() === Number(year);
  const shownYear = sameYear ? {} : ({ year: 'numeric' } as const);
  const rest = date.toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
    ...shownYear,
  });
  const shownDay = `${weekday} ${rest}`;
  if (hours === undefined || minutes === undefined) return shownDay;
  return `${shownDay}, ${hours}:${minutes}${zoneText(offset, wallMs)}`;
}

/** ` (UTC+5:30)`; nothing where no offset was said, or it is the reader's own at that moment. */
function zoneText(offset: string | undefined, wallMs: number): string {
  if (offset === undefined) return '';
  const minutes = offsetMinutes(offset);
  const readerMinutes = -new Date(wallMs - minutes * 60_000).getTimezoneOffset();
  if (minutes === readerMinutes) return '';
  if (minutes === 0) return ' (UTC)';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return ` (UTC${minutes < 0 ? '−' : '+'}${hours}${tail})`;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith('-') ? -minutes : minutes;
}
