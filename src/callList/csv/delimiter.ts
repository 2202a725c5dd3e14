/**
 * What separates cells: one character, such as `,`, `;`, a tab or `|`. Two, the second a blank (`, `), mean
 * the same with blanks behind it that do not belong to the cells: quotes count behind them.
 */
export type Delimiter = string;

/** The character itself. */
export function signOf(delimiter: Delimiter): string {
  return delimiter.charAt(0);
}

/** Blanks behind the delimiter belong to no cell. */
export function skipsBlanks(delimiter: Delimiter): boolean {
  return delimiter.length > 1;
}

/** The first position at or behind `from` that is no blank. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}
