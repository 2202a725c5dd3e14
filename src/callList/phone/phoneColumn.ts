import { looksLikePhone } from './phoneLook.ts';
import { phoneNameScore } from './phoneName.ts';
import { readPhone } from './readPhone.ts';

export interface PhoneColumnGuess {
  readonly column: number | undefined;
  /** Further columns of phone numbers that somebody may have meant instead. */
  readonly others: readonly number[];
  /** The column is one by its name only: it holds words, and this other one holds the numbers. */
  readonly swappedWith?: number | undefined;
}

const sampleRows = 200;

/** The column to call, by its name and by what is in it; of several the fuller, then the left one. */
export function findPhoneColumn(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  region: string | undefined,
): PhoneColumnGuess {
  const sample = rows.slice(0, sampleRows);
  const scored = headers.map((header, column) => {
    const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    const alike = cells.filter(looksLikePhone);
    const good = alike.filter((cell) => readPhone(cell, { region }).e164 !== undefined);
    const content = cells.length === 0 ? 0 : (alike.length * 0.4 + good.length * 0.6) / cells.length;
    const filled = sample.length === 0 ? 0 : cells.length / sample.length;
    const name = phoneNameScore(header);
    const words = cells.filter((cell) => !/\d/.test(cell) && /\p{L}/u.test(cell)).length;
    const wordy = cells.length >= 2 && words > cells.length * 0.8;
    return { column, content, name, wordy, score: name + content * (0.5 + filled / 2) };
  });
  const candidates = scored
    .filter(({ name, content }) => (name > 0 ? content > 0.1 || name >= 0.8 : name === 0 && content > 0.3))
    .sort((one, other) => other.score - one.score || one.column - other.column);
  const [best, ...rest] = candidates;
  const swapped =
    best?.wordy === true ? scored.find(({ content, name }) => content > 0.8 && name <= 0) : undefined;
  return {
    column: best?.column,
    swappedWith: swapped?.column,
    others: rest.filter(({ content }) => content > 0.5).map(({ column }) => column),
  };
}
