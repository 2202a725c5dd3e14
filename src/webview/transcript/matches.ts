/** Where a text occurs in many, in their order: match `i` is in text `texts[i]` and begins at `starts[i]`. */
export interface Matches {
  readonly texts: readonly number[];
  readonly starts: readonly number[];
}

export const noMatches: Matches = { texts: [], starts: [] };

/** Every occurrence in texts that `fold` has been through; never overlapping. */
export function matchesInAll(folded: readonly string[], needle: string): Matches {
  if (needle === '') return noMatches;
  const what = fold(needle);
  const texts: number[] = [];
  const starts: number[] = [];
  folded.forEach((where, text) => {
    for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) {
      texts.push(text);
      starts.push(at);
    }
  });
  return { texts, starts };
}

/** Which match is the first in this text or a later one: their number, where there is none. */
export function firstMatchFrom({ texts }: Matches, text: number): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? 0) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lower case of the same length: a few letters grow when they change case, and positions would shift. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}
