import type { CsvRecord } from '../csv/records.ts';
import { isBlank } from '../csv/header.ts';
import { cellForm, isNumberForm, type CellForm } from './cellForm.ts';
import { headerMeaning, type HeaderKind } from './headerWords.ts';

export interface FoundHeader {
  /**
   * The number of records above the header, or above the first row where there is none: neither header nor
   * rows.
   */
  readonly titles: number;
  readonly hasHeader: boolean;
}

/**
 * How many cells are examined, all records together: a sheet may be wider than anybody names columns by hand.
 */
const cellBudget = 20_000;
const minCells = 80;
/** Fewer digits are no number that a person mistyped or masked. */
const digitsOfNumber = 6;
const wordsInNote = 4;
/** Rows with a number above the header are an agency's own, not people, when they are as few as this. */
const maxTitlesWithNumber = 3;
/** How many rows are read to find the column of numbers, which may be empty in some. */
const peopleRead = 60;
const wordsInName = 6;
const nothing = {
  filled: 0,
  numbers: [],
  phoneNames: [],
  known: 0,
  perhaps: false,
  isNote: false,
} as const;

/** Kinds of names that are above numbers of some sort. */
const mayName: ReadonlySet<HeaderKind> = new Set<HeaderKind>(['perhaps', 'number', 'fax', 'aboutPhone']);

/** The evidence that one record is the header. */
interface Candidate {
  readonly record: CsvRecord;
  readonly filled: number;
  /** Columns of cells that look like phone numbers. */
  readonly numbers: readonly number[];
  /** The columns that a cell of this record names as one of phones. */
  readonly phoneNames: readonly number[];
  /** Cells with a word that headers are known to have. */
  readonly known: number;
  readonly perhaps: boolean;
  /** A sentence with a number, alone in its line: `Questions? Call +33 1 99 00 12 99`. */
  readonly isNote: boolean;
}

/**
 * Which of the first records is the header. A row with a number is a person, whatever else it says; a row
 * that names a column of phones is the header though it may be longer or shorter than the rows; else it is
 * the first row as wide as the list.
 */
export function findHeader(records: readonly CsvRecord[]): FoundHeader {
  const cellsRead = Math.max(minCells, Math.floor(cellBudget / (records.length + 1)));
  const width = usualWidth(records);
  let people = 0;
  const candidates = records.map((record) => {
    // the header and its column of numbers are looked for only within this many rows
    if (people > peopleRead) return { record, ...nothing };
    const candidate = candidateOf(record, cellsRead, people <= maxTitlesWithNumber);
    if (isPerson(candidate, width)) people++;
    return candidate;
  });
  const firstNumber = candidates.findIndex(({ numbers }) => numbers.length > 0);
  const named = namedHeader(candidates, width, firstNumber);
  if (named >= 0) return { titles: named, hasHeader: true };
  const below = headerBelowNumber(candidates, width, firstNumber);
  if (below >= 0) return { titles: below, hasHeader: true };
  const above = firstNumber < 0 ? candidates.length : firstNumber;
  const unnamed = unnamedHeader(candidates, width, above);
  if (unnamed >= 0) return { titles: unnamed, hasHeader: true };
  return { titles: firstRow(candidates, width, above), hasHeader: false };
}

/** @returns undefined where nobody chose, or a line that is not there any more or holds a person */
export function chosenHeader(
  records: readonly CsvRecord[],
  line: number | undefined,
): FoundHeader | undefined {
  if (line === undefined) return undefined;
  if (line === 0) return { titles: 0, hasHeader: false };
  const titles = records.findIndex((record) => record.line === line);
  const record = records[titles];
  const isHeader = record !== undefined && candidateOf(record, minCells).numbers.length === 0;
  return isHeader ? { titles, hasHeader: true } : undefined;
}

/** @param mayBeHeader false: what its cells name is not asked */
function candidateOf(record: CsvRecord, cellsRead: number, mayBeHeader = true): Candidate {
  const { cells, fault } = record;
  const numbers: number[] = [];
  const phoneNames: number[] = [];
  let filled = 0;
  let known = 0;
  let perhaps = false;
  let isSentence = false;
  const read = fault === undefined ? Math.min(cells.length, cellsRead) : 0;
  for (let column = 0; column < read; column++) {
    const cell = cells[column] ?? '';
    if (cell === '' || cell.trim() === '') continue;
    filled++;
    const form = cellForm(cell);
    const name = form === 'labelled' ? namedWithExample(cell) : undefined;
    if (name !== undefined) {
      known++;
      phoneNames.push(column);
    } else if (isNumberForm(form)) {
      numbers.push(column);
      isSentence = form === 'labelled' && wordCount(cell.replace(/\d/g, '')) >= wordsInNote;
    } else if (mayBeHeader && isName(cell, form)) {
      const { kind } = headerMeaning(cell);
      if (kind === 'phone' || kind === 'phoneAndFax' || kind === 'refused') phoneNames.push(column);
      if (kind !== 'unknown') known++;
      perhaps ||= mayName.has(kind);
    }
  }
  return { record, filled, numbers, phoneNames, known, perhaps, isNote: filled === 1 && isSentence };
}

/** The name in `Phone (e.g. +33199001201)`. @returns undefined for any other cell */
function namedWithExample(cell: string): string | undefined {
  const [, before = ''] = /^\s{0,9}(\p{L}[^\d+]{1,60})[+\d]/u.exec(cell) ?? [];
  const name = before.replace(example, ' ');
  return name !== before && headerMeaning(name).kind === 'phone' ? name : undefined;
}

const example =
  /(?<!\p{L})(?:e\.? ?g|eg|ex|example|exemple|ejemplo|esempio|exemplo|beispiel|z\.? ?b|zb|format|formato|formatas|np|wzór|przykład|örn|örnek|например|напр|приклад|наприклад|формат|例|예|pl|např|příklad|bijv|bv|voorbeeld|fx|t\.? ?ex|exempel|f\.? ?eks|eksempel|esim|π\.? ?χ|contoh|ví dụ|vd|ตัวอย่าง|مثال|לדוגמה)(?!\p{L})/giu;

/** Whether a cell is a name: short, and no sentence. */
function isName(cell: string, form: CellForm): boolean {
  if ((form !== 'words' && form !== 'short') || cell.length > 80) return false;
  return wordCount(cell) <= wordsInName && !mayBeNumber(cell);
}

/**
 * Whether a cell has the digits of a number that cannot be read, such as `06 12 34 XX XX`, or of several: no
 * header has as many, the years in it not counted.
 */
function mayBeNumber(cell: string): boolean {
  const digits = cell.slice(0, 120).replace(/\b(?:19|20)\d{2}\b/g, '');
  return (digits.match(/\p{Nd}/gu)?.length ?? 0) >= digitsOfNumber;
}

/** Whether a cell holds what no header does: an e-mail address, a date, an amount, a spreadsheet’s error. */
function isValue(cell: string): boolean {
  const form = cellForm(cell);
  if (form === 'date' || form === 'decimal' || form === 'id') return true;
  return (
    form === 'words' && /^[^\s@]{1,64}@[^\s@]{1,100}\.|^#(?:N\/A|REF|VALUE|NAME|NUM|DIV)/.test(cell.trim())
  );
}

/** In a list of a single column any line may be a person. */
function isPerson({ numbers, isNote }: Candidate, width: number): boolean {
  return numbers.length > 0 && !(isNote && width > 1);
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** The record that names a column of phones; of several the one that names most. -1: none does. */
function namedHeader(candidates: readonly Candidate[], width: number, firstNumber: number): number {
  let found = -1;
  let best = 0;
  let numbersAbove = 0;
  for (const [at, candidate] of candidates.entries()) {
    if (isPerson(candidate, width)) numbersAbove++;
    if (numbersAbove > maxTitlesWithNumber) break;
    const score = headerScore(candidate, width);
    if (score <= best) continue;
    if (firstNumber >= 0 && !namesNumbers(candidates, at, width)) continue;
    found = at;
    best = score;
  }
  return found;
}

function headerScore({ record, filled, numbers, phoneNames, known }: Candidate, width: number): number {
  if (numbers.length > 0 || phoneNames.length === 0) return 0;
  if (filled < Math.min(2, width) && record.cells.length < width) return 0;
  return 1 + (2 * known) / filled + Math.min(1, filled / width) + Math.min(phoneNames.length, 3) * 0.1;
}

/**
 * A record below a title with a number, most of whose cells are names that headers have, with a word above
 * the numbers. -1: there is none.
 */
function headerBelowNumber(candidates: readonly Candidate[], width: number, firstNumber: number): number {
  const last = candidates.findIndex(
    (_, at) => candidates.slice(0, at).filter((one) => isPerson(one, width)).length > maxTitlesWithNumber,
  );
  const end = last < 0 ? candidates.length : last;
  for (let at = firstNumber + 1; at < end; at++) {
    const { record, filled, numbers, known } = candidates[at] ?? { ...nothing, record: undefined };
    if (numbers.length > 0 || filled < Math.max(2, width * 0.6) || known < filled / 2) continue;
    const column = numberColumn(candidates.slice(at + 1));
    if (column === undefined) return -1;
    const under = record?.cells[column] ?? '';
    if (/\p{L}/u.test(under) && !mayBeNumber(under) && namesNumbers(candidates, at, width, [column]))
      return at;
  }
  return -1;
}

/**
 * There are numbers below in a column that this record names. Records above with a number are titles:
 * narrower than the header, and fewer than the rows below.
 */
function namesNumbers(
  candidates: readonly Candidate[],
  header: number,
  width: number,
  columns?: readonly number[],
): boolean {
  const { filled = 0, phoneNames: named = [], known = 0 } = candidates[header] ?? {};
  const phoneNames = columns ?? named;
  // where most cells are names that headers have, one cell less is enough for a title; where all are, none
  const widest = filled <= 2 || known < filled * 0.6 ? filled * 0.6 : known === filled ? filled : filled - 1;
  const isNamed = ({ numbers }: Candidate): boolean => numbers.some((column) => phoneNames.includes(column));
  // what is above an empty line belongs to another block
  const block = candidates.slice(0, header).findLastIndex(({ filled: cells }) => cells === 0);
  const above = candidates.slice(0, header).filter((one, at) => isPerson(one, width) && at > block);
  const below = candidates.slice(header + 1).filter(isNamed).length;
  return below > 0 && below >= above.length && above.every((one) => one.filled <= widest || !isNamed(one));
}

/** The first record as wide as the list, unless it is a person without a number. -1: there is none. */
function unnamedHeader(candidates: readonly Candidate[], width: number, above: number): number {
  const column = numberColumn(candidates);
  const isHeader = ({ record, filled, numbers, known }: Candidate): boolean => {
    if (filled === 0 || numbers.length > 0 || record.fault !== undefined) return false;
    const under = column === undefined ? undefined : (record.cells[column] ?? '');
    if (under !== undefined && (mayBeNumber(under) || isValue(under))) return false;
    if (under === undefined || cellForm(under) !== 'empty') return true;
    // `n/a` where the others have their number: a person without one
    return known > 0 && (under.trim() === '' || headerMeaning(under).kind !== 'unknown');
  };
  const upper = candidates.slice(0, above);
  const perhaps = upper.findIndex(
    (one) => one.perhaps && one.filled >= Math.min(2, width) && one.known >= one.filled / 2 && isHeader(one),
  );
  if (perhaps >= 0) return perhaps;
  const wide = upper.findIndex((one) => one.record.cells.length >= width && one.filled > width / 2);
  const at = wide >= 0 ? wide : upper.findIndex(({ filled }) => filled >= Math.min(2, width));
  const found = at >= 0 ? candidates[at] : undefined;
  return found !== undefined && isHeader(found) ? at : -1;
}

/** The column that most of the numbers are in. */
function numberColumn(candidates: readonly Candidate[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { numbers } of candidates) {
    for (const column of numbers) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  let found: number | undefined;
  for (const [column, count] of counts) if (count > (counts.get(found ?? -1) ?? 0)) found = column;
  return found;
}

/** The first row of a list without a header: titles are narrow, or mostly empty. */
function firstRow(candidates: readonly Candidate[], width: number, above: number): number {
  const first = candidates.slice(0, above).findIndex(({ filled }) => filled >= Math.min(2, width));
  return first >= 0 ? first : above < candidates.length ? above : 0;
}

/** The number of cells that most records have. */
function usualWidth(records: readonly CsvRecord[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of records) {
    const { length } = cells;
    if (!isBlank(cells)) widths.set(length, (widths.get(length) ?? 0) + 1);
  }
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
