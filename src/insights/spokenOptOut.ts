import { RefusingRemarks } from '../callList/columns/refusingRemarks.ts';
import { hintsAtOptOut, maxTextLength } from './optOutHints.ts';

const remarks = new RefusingRemarks();

/**
 * The first sentence of a turn that asks not to be called again, as it was said. It is read as a note of a
 * list is read, and for what only the called person would say. It is a reason to read the line, and never
 * more: nobody is suppressed by it alone.
 *
 * @param text one turn of the contact, in any language that notes are understood in
 * @returns undefined where there is none
 */
export function findOptOut(text: string): string | undefined {
  const read = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
  if (!hintsAtOptOut(read)) return undefined;
  const sentences = read.split(/(?<=[.!?\n])/);
  return sentences.find((each) => hintsAtOptOut(each) && remarks.refusesWhenSaid(each))?.trim();
}
