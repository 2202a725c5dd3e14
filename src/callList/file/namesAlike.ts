/** Those of `names` that are one of `wanted` in any case, sorted; the one with the very name comes first. */
export function namesAlike(names: readonly string[], wanted: readonly string[]): readonly string[] {
  const lower = new Set(wanted.map((name) => name.toLowerCase()));
  const exact = new Set(wanted);
  return names
    .filter((name) => lower.has(name.toLowerCase()))
    .sort((a, b) => Number(exact.has(b)) - Number(exact.has(a)) || (a < b ? -1 : 1));
}
