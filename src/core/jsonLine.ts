/**
 * Unicode's line ends, control characters that JSON does not escape, and marks that change the writing
 * direction.
 */
const unescaped = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * JSON that stays on one line in every reader and holds no command for a terminal: some readers end a line at
 * U+0085 or U+2028, and a terminal takes U+009B for the start of a command. It parses to the same value.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
