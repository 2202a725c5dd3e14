import { asMeant } from '../file/mojibake.ts';
import { MarkedNames } from '../refusals/markedNames.ts';
import { RefusingRemarks } from '../refusals/refusingRemarks.ts';
import { RefusingAnswers, type Answer } from './optOutAnswers.ts';
import { cellReadings, mayHaveLostLetters } from './lostLetters.ts';
import type { OptOutColumn } from './optOutColumns.ts';
import type { OptOutKind } from './optOutHeaders.ts';
import type { CsvRecord } from '../csv/records.ts';
import { oddSign, signsOf } from '../values/valueSigns.ts';

/** What is behind it in an answer is not read. */
const maxAnswerLength = 200;
const maxCached = 1000;
/** Cells whose lost letters are restored: each is read several times. */
const mostRestored = 5000;

/** Reads the opt-out cells of one list, and caches the answers, because statuses repeat. */
export class OptOutReader {
  readonly #columns: readonly OptOutColumn[];
  readonly #remarks = new RefusingRemarks();
  readonly #sentences = new RefusingRemarks({ onlySentences: true });
  readonly #names = new MarkedNames();
  #restored = 0;
  readonly #answers = new RefusingAnswers();
  readonly #cache: Readonly<Record<Answer, Map<string, boolean>>> = {
    optOut: new Map(),
    consent: new Map(),
    preference: new Map(),
    check: new Map(),
  };

  constructor(columns: readonly OptOutColumn[]) {
    // whoever refused did so whatever an order says
    this.#columns = columns.toSorted((one, other) => Number(one.isOrder ?? 0) - Number(other.isOrder ?? 0));
  }

  /** @returns the first column by which this row is not to be called; undefined where none says so */
  refusing({ cells, signs }: Pick<CsvRecord, 'cells' | 'signs'>): OptOutColumn | undefined {
    const columns = this.#columns;
    for (let at = 0; at < columns.length; at++) {
      const one = columns[at];
      if (one === undefined) continue;
      const cell = cells[one.column] ?? '';
      const refuses =
        cell === '' || isBlank(cell)
          ? one.emptyRefuses
          : this.#refuses(one.kind, cell, signs?.[one.column] ?? signsOf(cell));
      if (refuses) return one;
    }
    return undefined;
  }

  /** A cell that was garbled (`NÃ£o`) or lost letters (`N�o`) refuses where one of its readings does. */
  #refuses(kind: OptOutKind, cell: string, signs: number): boolean {
    if (this.#says(kind, cell, signs)) return true;
    if ((signs & oddSign) === 0) return false;
    const meant = asMeant(cell);
    if (meant !== cell) return this.#says(kind, meant, signsOf(meant));
    if (kind === 'optOut' || !mayHaveLostLetters(cell) || this.#restored >= mostRestored) return false;
    this.#restored++;
    return cellReadings(cell).some((reading) => this.#says(kind, reading, signsOf(reading)));
  }

  #says(kind: OptOutKind, cell: string, signs: number): boolean {
    if (kind === 'remark') return this.#remarks.refuses(cell);
    if (kind === 'text') return this.#sentences.refuses(cell);
    if (kind === 'name') return this.#names.refuses(cell, signs);
    if (kind === 'cell') return this.#names.isRefusal(cell);
    const cache = this.#cache[kind];
    const known = cache.get(cell);
    if (known !== undefined) return known;
    const isLong = cell.length > maxAnswerLength;
    // whatever a long text below “Do not call” says, it is no “no”
    if (isLong && kind === 'optOut') return true;
    const refuses = this.#answers.refuses(kind, isLong ? cell.slice(0, maxAnswerLength) : cell);
    if (isLong) return refuses;
    if (cache.size < maxCached) cache.set(cell, refuses);
    return refuses;
  }
}

function isBlank(cell: string): boolean {
  return cell.charCodeAt(0) <= 32 && cell.trim() === '';
}
