import type { JsonPath } from './schemaCheck.ts';

/** A part of a text, in UTF-16 units, the end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a member's key, or an item of a list, stands in a text that is valid JSON; the outermost value for an empty path. */
export function placeOf(text: string, path: JsonPath): TextSpan | undefined {
  let at = 0;
  let found: TextSpan | undefined;
  const skip = (): void => {
    while (/[\s\uFEFF,:]/.test(text[at] ?? '')) at++;
  };
  const scalar = (): TextSpan => {
    const start = at;
    const token = /^(?:"(?:[^"\\]|\\.)*"|[^\s,\]}]+)/s.exec(text.slice(at))?.[0] ?? ' ';
    at += token.length;
    return { start, end: at };
  };
  const visit = (depth: number, onPath: boolean): TextSpan => {
    skip();
    const start = at;
    const open = text[at];
    if (open !== '{' && open !== '[') return scalar();
    at++;
    for (let index = 0; at < text.length; index++) {
      skip();
      if (text[at] === '}' || text[at] === ']') break;
      const key = open === '{' ? scalar() : undefined;
      const step = key === undefined ? index : (JSON.parse(text.slice(key.start, key.end)) as string);
      const isNext = onPath && depth < path.length && step === path[depth];
      const value = visit(depth + 1, isNext);
      // of two members with the same key the last counts, as for JSON.parse
      if (isNext && depth === path.length - 1) found = key ?? value;
    }
    at++;
    return { start, end: at };
  };
  const whole = visit(0, true);
  return path.length === 0 ? whole : found;
}
