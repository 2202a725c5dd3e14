import { isWholeNumber } from './phoneParts.ts';

/** A sign or a word for “up to” between two numbers. */
const upTo =
  /\s*(?:-|~|\.{2,3}|…|から)\s*|\s+(?:bis|al?|à|to|till|until|thru|through|tot|do|до|έως|hasta|até|fino a|至)\s+/giu;

/** More numbers than this between the two ends are the two numbers of one person. */
const mostApart = 9999;
/** As many are listed one by one. */
const mostListed = 1000;

/**
 * The numbers between two that are written as a range: `0151 12345600 - 0151 12345699`.
 * @param text normalised, at most some hundred characters
 * @param read the number that a part stands for, in E.164
 * @returns all of the range, `tooMany` where it is too long to be listed, undefined where the text is none
 */
export function numberRange(
  text: string,
  read: (part: string) => string | undefined,
): readonly string[] | 'tooMany' | undefined {
  for (const sign of text.matchAll(upTo)) {
    const first = text.slice(0, sign.index);
    const last = text.slice(sign.index + sign[0].length);
    if (!isWholeNumber(first) || !isWholeNumber(last)) continue;
    const from = read(first);
    const to = read(last);
    if (from === undefined || from.length !== to?.length) continue;
    const apart = Number(to.slice(1)) - Number(from.slice(1));
    if (apart <= 0 || apart > mostApart) continue;
    if (apart >= mostListed) return 'tooMany';
    return Array.from({ length: apart + 1 }, (_, index) => `+${Number(from.slice(1)) + index}`);
  }
  return undefined;
}
