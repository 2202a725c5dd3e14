import { looksLikePhone } from '../phone/phoneLook.ts';
import { phoneNameScore } from '../phone/phoneName.ts';
import type { CsvRecord } from './records.ts';

/** A header is looked for in the first lines only. */
const linesAbove = 12;

/**
 * Which of the first records is the header: the first with the list's usual number of cells, unless it holds a phone number.
 * `titles` is the number of records above it that are neither header nor rows.
 */
export function findHeader(records: readonly CsvRecord[]): {
  readonly titles: number;
  readonly hasHeader: boolean;
} {
  const filled = records.filter((record) => !isBlank(record.cells));
  const width = usualWidth(filled);
  const first = records.findIndex(
    (record) =>
      !isBlank(record.cells) && record.fault === undefined && filledCells(record.cells) >= Math.min(2, width),
  );
  const candidates = records.slice(0, linesAbove);
  const wide = candidates.findIndex(
    (record) =>
      !isBlank(record.cells) &&
      record.fault === undefined &&
      record.cells.length >= width &&
      filledCells(record.cells) > width / 2,
  );
  // a title line is narrow, or mostly empty cells; where nothing stands out, the first line is the header
  let at = Math.max(wide >= 0 ? wide : first, 0);
  const phoneAbove = candidates.slice(0, at).findIndex((record) => record.cells.some(looksLikePhone));
  if (phoneAbove >= 0) at = phoneAbove;
  const cells = records[at]?.cells ?? [];
  // column names may be numbers, too; one that says “phone” settles it
  const named = cells.some((cell) => phoneNameScore(cell) === 1);
  return { titles: at, hasHeader: named || (cells.length > 0 && !cells.some(looksLikePhone)) };
}

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function usualWidth(records: readonly CsvRecord[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let usual = 1;
  let most = 0;
  for (const [width, count] of widths) {
    if (count > most) {
      usual = width;
      most = count;
    }
  }
  return usual;
}

/**
 * The names that columns' values are sent under: the header itself where it can stand in `{{…}}`, else made to
 * (`First Name` → `first_name`, `Prénom` → `prenom`); never the same twice.
 */
export function variableNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const base = variableName(header) || `column_${index + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}_${n}`;
    taken.add(name);
    return name;
  });
}

export function variableName(header: string): string {
  const trimmed = header.trim();
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
