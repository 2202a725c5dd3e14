import { nameKey } from '../csv/header.ts';

/** The index of the candidate somebody most likely meant by `name`; undefined when none is close. */
export function nearestName(name: string, candidates: readonly string[]): number | undefined {
  const key = nameKey(name);
  let best: number | undefined;
  let bestDistance = 0.5;
  for (const [index, candidate] of candidates.entries()) {
    const other = nameKey(candidate);
    if (other === '') continue;
    const distance = relativeDistance(key, other);
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * 0 for the same, 1 for nothing in common. A name that is part of the other is close: `company`,
 * `company_name`.
 */
function relativeDistance(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  const shorter = Math.min(one.length, other.length);
  if (shorter >= 3 && (one.includes(other) || other.includes(one))) return 0.3 * (1 - shorter / longer);
  return edits(one, other) / longer;
}

/** Insertions, deletions and replacements from one to the other (Levenshtein). */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
