import type { CallList } from '../callList/callList.ts';
import { formatCount, plural } from '../core/format.ts';

/** Characters of a file that decide whether it looks like a call list. */
export const greetingChars = 64 * 1024;

/** Of the rows that are not blank, how many must hold a number that can be called or could be repaired. */
const minShare = 0.5;

/**
 * What is above the header of a CSV that nobody has checked yet: `18 rows, 8 can be called`.
 * @param list the beginning of the file, checked
 * @param isWhole the file is not longer than that beginning
 * @returns undefined for a file that does not look like a call list
 */
export function greetingText({ phoneColumn, counts }: CallList, isWhole: boolean): string | undefined {
  const rows = counts.read - counts.blank;
  if (phoneColumn === undefined || rows === 0) return undefined;
  const withoutNumber = counts.excluded.noNumber + counts.excluded.brokenRow;
  if ((rows - withoutNumber) / rows < minShare) return undefined;
  const ready = `${formatCount(counts.ready)} can be called`;
  return isWhole ? `${plural(rows, 'row')}, ${ready}` : `First ${plural(rows, 'row')}: ${ready}`;
}

/**
 * A beginning that ends with a whole line, so that a row that was cut through is not taken for a broken one.
 */
export function wholeLines(beginning: string): string {
  const end = Math.max(beginning.lastIndexOf('\n'), beginning.lastIndexOf('\r'));
  return end < 0 ? beginning : beginning.slice(0, end + 1);
}
