/**
 * Lines of a file as a person types them: `2, 5-9 12`.
 * @param max how many lines there may be
 * @returns them sorted, each once; undefined for anything else, for none, and for more than `max`
 */
export function readLines(text: string, max: number): readonly number[] | undefined {
  if (text.length > maxCharacters) return undefined;
  const lines = new Set<number>();
  for (const part of text.split(/[,;\s]+/)) {
    if (part === '') continue;
    const range = /^([1-9]\d{0,8})(?:[-–]([1-9]\d{0,8}))?$/.exec(part);
    if (range === null) return undefined;
    const from = Number(range[1]);
    const to = Number(range[2] ?? from);
    if (to < from || to - from >= max) return undefined;
    for (let line = from; line <= to; line += 1) lines.add(line);
    if (lines.size > max) return undefined;
  }
  return lines.size === 0 ? undefined : [...lines].sort((one, other) => one - other);
}

const maxCharacters = 100_000;

/** `4, 7 and 9`; of many the first ones. */
export function linesText(lines: readonly number[], maxNamed = 5): string {
  const named = lines.slice(0, maxNamed).map(String);
  const rest = lines.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}
