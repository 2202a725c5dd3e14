import { readPhone } from '../phone/readPhone.ts';
import { isYes } from '../refusals/answerWords.ts';
import { cellForm, isNumberForm, type CellForm } from './cellForm.ts';
import { headerMeaning, type HeaderMeaning } from './headerWords.ts';

/** Evidence for and against a column being one of phone numbers. */
export interface ColumnEvidence {
  readonly column: number;
  readonly header: string;
  readonly meaning: HeaderMeaning;
  /** 0 to 1: how much its cells look like phone numbers, those that exist in the list's country most. */
  readonly content: number;
  /** 0 to 1: the share of rows with something in it. */
  readonly filled: number;
  /** 0 to 1: the share of those that are written as phones only: with a plus, in groups, with a label. */
  readonly written: number;
  /** 0 to 1: the share of those that are written with a country code. */
  readonly withCode: number;
  /** Nearly all of its cells hold the same number, as the one of an agency beside those of its clients. */
  readonly repeated: boolean;
  /** Nearly all of its cells are words. */
  readonly wordy: boolean;
  /** Cells that look like numbers, the first few. */
  readonly examples: readonly string[];
}

const sampleRows = 200;
/** How many cells the phone library reads: reading all would block the thread too long. */
const readCells = 40;
const examplesKept = 3;

/** @param rows those with something in them, below the header */
export function columnEvidence(
  column: number,
  header: string,
  rows: readonly (readonly string[])[],
  region: string | undefined,
): ColumnEvidence {
  const sample = rows.length > sampleRows ? rows.slice(0, sampleRows) : rows;
  const alike: { readonly cell: string; readonly form: CellForm }[] = [];
  let filled = 0;
  let words = 0;
  /** `May we phone you?` with a yes in each cell. */
  let isAsked = true;
  let decimals = 0;
  for (const row of sample) {
    const cell = row[column] ?? '';
    const form = cell === '' ? 'empty' : cellForm(cell);
    if (form === 'empty') continue;
    filled++;
    if (form === 'words') {
      words++;
      isAsked &&= isYes(cell);
      continue;
    }
    isAsked = false;
    if (form === 'decimal' || form === 'date' || form === 'id') decimals++;
    else if (isNumberForm(form)) alike.push({ cell, form });
  }
  const read = spread(alike, readCells);
  const weight = read.reduce((sum, { cell, form }) => sum + weightOf(cell, form, region), 0);
  const share = filled === 0 ? 0 : alike.length / filled;
  const meaning = isAsked && filled > 0 ? asked : headerMeaning(header);
  // some numbers of that form are valid phone numbers by chance
  const measured = meaning.kind !== 'phone' && decimals > filled * 0.2;
  return {
    column,
    header,
    meaning,
    content: read.length === 0 || measured ? 0 : (weight / read.length) * share,
    filled: sample.length === 0 ? 0 : filled / sample.length,
    written:
      alike.length === 0 ? 0 : alike.filter(({ form }) => writtenForms.has(form)).length / alike.length,
    withCode:
      alike.length === 0 ? 0 : alike.filter(({ form }) => form === 'international').length / alike.length,
    repeated: filled >= 3 && new Set(alike.map(({ cell }) => cell.replace(/\D/g, ''))).size <= filled / 3,
    wordy: filled >= 2 && words > filled * 0.8,
    examples: alike.slice(0, examplesKept).map(({ cell }) => cell.trim()),
  };
}

const asked = { kind: 'aboutPhone', remoteness: 0, qualified: false } as const;

const writtenForms: ReadonlySet<CellForm> = new Set<CellForm>(['international', 'punctuated', 'labelled']);

/** How strongly one cell suggests a phone column, 0 to 1. */
function weightOf(cell: string, form: CellForm, region: string | undefined): number {
  const verdict = readPhone(cell, { region });
  const weights = formWeights[form];
  if (weights === undefined) return 0;
  if (verdict.e164 !== undefined) return weights.valid;
  return likely.has(verdict.problem.code) ? weights.likely : weights.invalid;
}

/**
 * Problems of cells that are phone numbers all the same: a question is open for the whole list, or only a
 * part of the cell is wrong.
 */
const likely: ReadonlySet<string> = new Set([
  'revox.phone.noRegion',
  'revox.phone.zeroLost',
  'revox.phone.ambiguous',
  'revox.phone.several',
  'revox.phone.extension',
  'revox.phone.scientific',
  'revox.phone.premium',
  'revox.phone.trunkZero',
  'revox.phone.noAreaCode',
  'revox.phone.oldNumber',
  'revox.phone.words',
]);

const formWeights: Partial<
  Record<CellForm, { readonly valid: number; readonly likely: number; readonly invalid: number }>
> = {
  international: { valid: 1, likely: 0.7, invalid: 0.5 },
  punctuated: { valid: 0.9, likely: 0.5, invalid: 0.3 },
  zero: { valid: 0.75, likely: 0.4, invalid: 0.15 },
  bare: { valid: 0.55, likely: 0.35, invalid: 0.12 },
  labelled: { valid: 0.7, likely: 0.5, invalid: 0.2 },
  scientific: { valid: 0.35, likely: 0.35, invalid: 0.3 },
};

/** `count` items spread evenly over all of them. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
