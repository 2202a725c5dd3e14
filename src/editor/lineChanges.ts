import type { TextChange } from './fixes/cellFix.ts';

/**
 * What turns one text into another of as many lines, touching only the lines that differ; the whole text
 * where the lines do not match. Line ends stay as they are.
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
