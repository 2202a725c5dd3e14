/** File name extensions of call lists. Excel's “Unicode Text” and many exports are saved as `.txt`. */
export const listEndings = ['csv', 'tsv', 'tab', 'txt'] as const;

export const listEnding = new RegExp(`\\.(?:${listEndings.join('|')})$`, 'i');

/** A glob for files with these extensions at any depth, in whatever case. VS Code's globs know no flags. */
export function globOfEndings(endings: readonly string[]): string {
  const anyCase = (ending: string) =>
    ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return `**/*.{${endings.map(anyCase).join(',')}}`;
}
