/** Where a text occurs in another, whatever the case: start positions, never overlapping. */
export function matchesIn(text: string, needle: string): readonly number[] {
  if (needle === '') return [];
  const [where, what] = [fold(text), fold(needle)];
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) found.push(at);
  return found;
}

/** Lower case of the same length: a few letters grow when they change case, and positions would shift. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}
