/**
 * What separates cells: one character, such as `,`, `;`, a tab or `|`. Two, the second a blank (`, `), mean
 * the same with blanks after it that do not belong to the cells: quotes count after them.
 */
export type Delimiter = string;

/** The character itself. */
export function signOf(delimiter: Delimiter): string {
  return delimiter.charAt(0);
}

/** What a person may choose between cells, the usual ones first. */
export const separators: readonly string[] = [',', ';', '\t', '|', ':', '^', '~'];

/**
 * Whether a text is one character that may be between cells: no letter, digit, quote, blank or line end.
 */
export function isSeparator(text: string): boolean {
  return /^(?:\t|[^\s\p{L}\p{N}"'\p{Cs}])$/u.test(text);
}

const separatorNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ':': 'colon',
};

/** `semicolon`, `^` */
export function separatorName(delimiter: Delimiter): string {
  const sign = signOf(delimiter);
  return separatorNames[sign] ?? (sign < ' ' ? 'control character' : sign);
}

/** Blanks after the delimiter belong to no cell. */
export function skipsBlanks(delimiter: Delimiter): boolean {
  return delimiter.length > 1;
}

/** The first position at or after `from` that is no blank. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}
