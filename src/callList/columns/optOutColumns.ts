import { isYes } from '../refusals/answerWords.ts';
import { wordsOf } from '../vocabulary.ts';
import { ordersCalls, ordersToSkip } from '../refusals/callInstructions.ts';
import { findDateColumns } from './dateColumns.ts';
import { RefusingAnswers } from './optOutAnswers.ts';
import { maxHeaderLength, optOutKind, type OptOutKind } from './optOutHeaders.ts';

/** A column in which a row may say that its person is not to be called. */
export interface OptOutColumn {
  readonly column: number;
  readonly kind: OptOutKind;
  /** Only in a column of consent in which rows are ticked: whoever is not ticked is not called. */
  readonly emptyRefuses?: true;
  /** The header is an order of the list's author: `To call`, `Skip`. Nobody refused to be called. */
  readonly isOrder?: true;
  /** Its dates say until when a person agreed. No row is left out by a date. */
  readonly holdsDates?: true;
}

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 2000;

/**
 * @param called columns of numbers that are called, which say nothing of the sort
 * @param rows the first rows of the list
 */
export function findOptOutColumns(
  headers: readonly string[],
  called: readonly number[],
  rows: readonly (readonly string[])[],
): OptOutColumn[] {
  const found: OptOutColumn[] = [];
  const ends = findDateColumns(headers, rows).filter(({ kind }) => kind === 'consentEnds');
  for (const [column, header] of headers.slice(0, maxColumns).entries()) {
    if (called.includes(column)) continue;
    const last = found.at(-1);
    // a question whose two answers have a column each
    const isSecondAnswer = header === '' && last?.kind === 'consent' && last.column === column - 1;
    const kind = isSecondAnswer ? 'consent' : optOutKind(header);
    if (kind === undefined) continue;
    // without a header it may be a name
    if (kind === 'text') found.push({ column, kind: header === '' ? 'name' : 'cell' });
    const hasOneColumn = !isSecondAnswer && headers[column + 1] !== '';
    const isOrder = isOrderHeader(header);
    const emptyRefuses = kind === 'consent' && hasOneColumn && isTicked(header, rows, column, isOrder);
    const holdsDates = ends.some((one) => one.column === column);
    found.push({
      column,
      kind,
      ...(emptyRefuses && { emptyRefuses }),
      ...(isOrder && { isOrder }),
      ...(holdsDates && { holdsDates }),
    });
  }
  return found;
}

/**
 * Whether a column of consent holds nothing but ticks, or, below an order to call, nothing but one word, so
 * that an empty cell is a no. `yes` and nothing below “Consent” leaves open what nothing means.
 */
function isTicked(
  header: string,
  rows: readonly (readonly string[])[],
  column: number,
  isOrder: boolean,
): boolean {
  // how a form says that its only box was ticked
  const label = header.trim().toLowerCase();
  const filled = new Set<string>();
  for (const row of rows) {
    const cell = (row[column] ?? '').trim().toLowerCase();
    if (cell === '') continue;
    if (cell.length > maxTickLength && cell !== label) return false;
    filled.add(cell);
  }
  const cells = [...filled];
  // the first ticks of a long list may come later
  if (cells.length === 0) return isOrder && rows.length >= rowsOfLongList;
  if (cells.every((cell) => isTick(cell) || cell === label)) return true;
  const answers = new RefusingAnswers();
  return (
    isOrder &&
    (cells.length === 1 || cells.every(isYes)) &&
    !cells.some((cell) => answers.refuses('consent', cell))
  );
}

/** `x`, `✓`, `1`, `TRUE`. */
export function isTick(cell: string): boolean {
  return ticks.test(cell.toLowerCase());
}

/** Nearly as many as decide what the columns mean: there may be more. */
const rowsOfLongList = 200;
const maxTickLength = 16;
const ticks =
  /^(?:[x✓✔☑✅●•○◯〇v*+1]\ufe0f?|\[x\]|1[.,]0|true|checked|selected|vrai|wahr|verdadero|verdadeiro|vero|waar|prawda|истина)$/u;

function isOrderHeader(header: string): boolean {
  if (header.length > maxHeaderLength) return false;
  const words = wordsOf(header);
  return ordersCalls(words) || ordersToSkip(words);
}

/**
 * The columns that are only about calls; a status or a note is about many things. Not among them are dates
 * until which people agreed: named here, they would seem to be compared with the day of the calls.
 */
export function decidingColumns(optOuts: readonly OptOutColumn[]): readonly number[] {
  return optOuts
    .filter(({ kind, holdsDates }) => (kind === 'optOut' || kind === 'consent') && holdsDates === undefined)
    .map(({ column }) => column);
}
