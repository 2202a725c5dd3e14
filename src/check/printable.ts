/**
 * A line for a terminal. Controls, line ends and changes of the direction of writing are shown as `?`, as
 * `ls` does: a file name or a cell neither writes a line of its own nor gives the terminal a command.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '?');
}
