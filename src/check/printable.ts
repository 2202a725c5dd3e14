/**
 * One line for a terminal. Control characters, line ends and direction marks become `?`, as `ls` does: a file
 * name or a cell can neither start a line of its own nor send commands to the terminal.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '?');
}
