import {
  createScanner,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { JsonPath } from './schemaProblems.ts';

// The text of a campaign file: JSON with comments and trailing commas, bounded in length and depth.

const maxCharacters = 1_000_000;
const maxDepth = 32;
const jsonc = { allowTrailingComma: true, disallowComments: false };

/** @returns the value, or a sentence that says why there is none */
export function parseCampaignFileText(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (text.length > maxCharacters)
    return { problem: 'The file is longer than a million characters. Shorten it.' };
  if (isTooDeep(text))
    return {
      problem: `This file is nested more than ${maxDepth} levels deep, which is not supported.`,
    };
  const errors: ParseError[] = [];
  const tree = parseTree(withoutMark(text), errors, jsonc);
  const [error] = errors;
  if (tree === undefined || error !== undefined) {
    const why = error === undefined ? 'it is empty' : wordsOf(printParseErrorCode(error.error));
    return { problem: `This is not valid JSON: ${why}.` };
  }
  return { value: getNodeValue(tree) as unknown };
}

/** `CloseBraceExpected` → `close brace expected` */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

// SyntaxKind of jsonc-parser, whose enum is gone once types are stripped
const openers: ReadonlySet<number> = new Set([1, 3]);
const closers: ReadonlySet<number> = new Set([2, 4]);
const endOfText = 17;

/** The parser calls itself for each level: what nests without end would end the stack. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(withoutMark(text), true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (openers.has(token)) depth += 1;
    if (closers.has(token)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** A byte order mark counts as a space, so that offsets stay the same. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

/** A part of a text, in UTF-16 units, the end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds keys of members, and items of lists, in the text of a campaign file, which is parsed once for all.
 * @returns undefined where there is none; the outermost value for an empty path
 */
export function placesIn(text: string): (path: JsonPath) => TextSpan | undefined {
  const root = isTooDeep(text) ? undefined : parseTree(withoutMark(text), [], jsonc);
  return (path) => {
    let node = root;
    let place = node && spanOf(node);
    for (const step of path) {
      // of two members with the same key the last counts, as for JSON.parse
      const member = node?.children?.findLast((child, index) =>
        node?.type === 'array' ? index === step : child.children?.[0]?.value === step,
      );
      const [key, value] = node?.type === 'array' ? [member, member] : (member?.children ?? []);
      node = value;
      place = key && spanOf(key);
    }
    return place;
  };
}

function spanOf({ offset, length }: Node): TextSpan {
  return { start: offset, end: offset + length };
}
