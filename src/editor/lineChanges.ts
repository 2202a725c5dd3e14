import type { TextChange } from './fixes/cellFix.ts';

/**
 * The changes that turn one text into another with as many lines: only lines that differ are replaced. Where
 * the numbers of lines differ, the whole text is. Line ends stay as they are.
 */
export function lineChanges(before: string, after: string): TextChange[] {
  const lines = before.split(/\r\n|\n|\r/);
  const others = after.split(/\r\n|\n|\r/);
  if (lines.length !== others.length) {
    const endCharacter = lines.at(-1)?.length ?? 0;
    return [{ range: { line: 1, startCharacter: 0, endLine: lines.length, endCharacter }, text: after }];
  }
  return lines.flatMap((line, index): TextChange[] => {
    const text = others[index] ?? '';
    if (line === text) return [];
    const range = { line: index + 1, startCharacter: 0, endLine: index + 1, endCharacter: line.length };
    return [{ range, text }];
  });
}
