export function isBlank(cells: readonly string[]): boolean {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

/**
 * The names that columns' values are sent under: the header itself where it can be in `{{…}}`, else made to
 * (`First Name` → `first_name`, `Prénom` → `prenom`). Each name is unique.
 */
export function variableNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  /**
   * By name, the number of the next column of this name, so that a thousand columns of one name do not take a
   * million steps.
   */
  const next = new Map<string, number>();
  return headers.map((header, index) => {
    const base = variableName(header) || `column_${index + 1}`;
    let name = base;
    let n = next.get(base) ?? 2;
    for (; taken.has(name); n++) name = `${base}_${n}`;
    next.set(base, n);
    taken.add(name);
    return name;
  });
}

/** Longer headers are sentences, and only their beginning becomes the name. */
const maxNameLength = 200;

export function variableName(header: string): string {
  const trimmed = header.trim().slice(0, maxNameLength);
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(trimmed) && trimmed !== '__proto__') return trimmed;
  const plain = trimmed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  return /^\p{N}/u.test(plain) ? `_${plain}` : plain;
}

/** For comparing names: without case, accents, and whatever separates words. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
