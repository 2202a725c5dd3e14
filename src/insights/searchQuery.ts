import { HumanError } from '../core/errors.ts';
import type { SearchSpeaker } from './searchSpeaker.ts';

/** What is looked for in transcripts. */
export interface SearchQuery {
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly speaker: SearchSpeaker;
}

/** Places of a match in a text, `[start, end)` in UTF-16 units. */
export type MatchRange = readonly [start: number, end: number];

/** Finds the matches of a query in one text, at most `maxRanges` of them. */
export type Matcher = (text: string) => readonly MatchRange[];

export const maxQueryLength = 1000;
const maxRanges = 50;

/**
 * Compiles a query. Plain text is looked for by the engine of the platform, which is linear for it; an
 * expression by RE2, which is linear for every expression and therefore has no back references and no
 * look-around.
 * @throws HumanError for an expression that cannot be used
 */
export async function compileQuery(query: SearchQuery): Promise<Matcher> {
  const { text, regex, matchCase, wholeWord } = query;
  if (text === '') throw new HumanError('Type what to look for.');
  if (text.length > maxQueryLength) throw new HumanError(`Search for at most ${maxQueryLength} characters.`);
  if (regex) return expressionMatcher(query);
  const literal = escaped(text);
  const words = wholeWord ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
  const pattern = new RegExp(words, matchCase ? 'gu' : 'giu');
  return (turn) => {
    const ranges: MatchRange[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(turn); match !== null; match = pattern.exec(turn)) {
      ranges.push([match.index, match.index + match[0].length]);
      if (ranges.length >= maxRanges) break;
    }
    return ranges;
  };
}

async function expressionMatcher({ text, matchCase, wholeWord }: SearchQuery): Promise<Matcher> {
  const { RE2JS } = await import('re2js'); // a library that most windows never need
  const source = wholeWord ? `\\b(?:${text})\\b` : text;
  const pattern = compile(() => RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE));
  const needed = neededText(text);
  const mayMatch = needed === undefined ? undefined : new RegExp(escaped(needed), matchCase ? 'u' : 'iu');
  return (turn) => {
    const ranges: MatchRange[] = [];
    if (mayMatch?.test(turn) === false) return ranges;
    const matcher = pattern.matcher(turn);
    while (ranges.length < maxRanges && matcher.find())
      if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
    return ranges;
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/**
 * The longest text that every match of an expression holds: most turns do not hold it, and the platform
 * passes over them much faster than RE2.
 * @returns undefined where the expression has choices, groups or classes, or holds no text of three
 * characters
 */
export function neededText(expression: string): string | undefined {
  if (/[\\()[\]{}|]/.test(expression)) return undefined;
  const texts = expression
    .split(/[.^$]/)
    // The character before `*` or `?` may be missing; the one before `+` may be there several times.
    .flatMap((part) => part.split(/.?[*?]|\+/u));
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest.length < 3 ? undefined : longest;
}

function compile<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    const why = error instanceof Error ? ` ${error.message.slice(0, 200)}` : '';
    throw new HumanError(
      `This expression cannot be used.${why} Back references and look-around are not available.`,
      { cause: error },
    );
  }
}
