import { cellForm, isNumberForm } from '../columns/cellForm.ts';
import { headerMeaning } from '../columns/headerWords.ts';
import { optOutKind } from '../columns/optOutHeaders.ts';
import { problemAt, type Problem } from '../problems.ts';
import { isNothingButRefusal } from '../refusals/markedNames.ts';
import { fold, wordsOf } from '../vocabulary.ts';
import { recordRange } from './positions.ts';
import type { CsvRecord } from './records.ts';

/** A header has short names. */
const maxNameLength = 60;
const maxCells = 200;

/**
 * A header of another table in the middle of a list: it names the called column something else than a phone,
 * or somebody else's phone, or it has the columns of the list in another order. Whoever is below it may be
 * somebody else or a fax machine, or may refuse calls in a column that is not looked at.
 * @param record a row without a number that can be called
 * @param headers of the list's columns
 * @param folded the same, for comparison: a list may have thousands, and as many rows like this one
 */
export function otherTable(
  record: CsvRecord,
  phoneColumn: number,
  headers: readonly string[],
  folded: FoldedHeaders,
): Problem | undefined {
  const { cells } = record;
  const under = (cells[phoneColumn] ?? '').trim();
  if (under === '' || under.length > maxNameLength || cells.length > maxCells) return undefined;
  // `1;2;3;4`: a form that numbers its columns; `Subtotal;;4`
  if (!/\p{L}/u.test(under)) return undefined;
  if (headers.length === 0 && namesRefusals(under, cells)) {
    return problemAt(
      recordRange(record),
      'revox.list.otherTable',
      'This line names the columns, one of which says who is not to be called. Nobody is called until it is the first line of the list.',
    );
  }
  const moved = folded.moved(cells);
  if (moved < 2 && !namesOthers(under, headers[phoneColumn] ?? '', cells, moved)) return undefined;
  return problemAt(
    recordRange(record),
    'revox.list.otherTable',
    `This line names the columns of another table, with “${under}” where the numbers are. Nobody is called until the rows below it are in a file of their own, or this line is gone.`,
  );
}

/** Whether these cells are the header of a list that was sorted with it, one of them about refusals. */
function namesRefusals(under: string, cells: readonly string[]): boolean {
  const { kind } = headerMeaning(under);
  if (kind !== 'phone' && kind !== 'phoneAndFax') return false;
  const kinds = cells.filter((cell) => cell.trim() !== '').map((cell) => optOutKind(cell.trim()));
  return kinds.length > 1 && kinds.some((one) => one === 'optOut' || one === 'consent');
}

/** Whether these cells are names of columns, with something else than the list's phone in its place. */
function namesOthers(under: string, called: string, cells: readonly string[], moved: number): boolean {
  const { kind, remoteness } = headerMeaning(under);
  if (kind === 'unknown') return false;
  const isPhone = kind === 'phone' || kind === 'phoneAndFax';
  if (isPhone && remoteness <= headerMeaning(called).remoteness && moved === 0) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every(isName);
}

/**
 * A heading in the middle of a list, `Do not call:`, under which the author has put those who are not to be
 * called. Where the part below it ends, nothing says.
 * @param record a row without a number that can be called
 */
export function refusingHeading(record: CsvRecord, phoneColumn: number): Problem | undefined {
  const { cells } = record;
  if (cells.length > maxCells) return undefined;
  const filled = [...cells.keys()].filter((column) => (cells[column] ?? '').trim() !== '');
  const [only = -1] = filled;
  const text = (cells[only] ?? '').trim();
  if (filled.length !== 1 || (only !== 0 && only !== phoneColumn) || text.length > maxNameLength)
    return undefined;
  const words = wordsOf(text);
  if (!isNothingButRefusal(words) && !headings.has(words.join(' '))) return undefined;
  return problemAt(
    recordRange(record),
    'revox.list.refusingHeading',
    `“${text}” is a heading, and the people below it may be those who are not to be called. Nobody is called until they are deleted or in a file of their own, and this line is gone.`,
  );
}

/**
 * What Git writes between two versions of lines that it could not merge. A person whom one version has
 * deleted would be called by the other.
 * @param record a row without a number that can be called
 */
export function conflictMarker(record: CsvRecord): Problem | undefined {
  if (!/^(?:<{7}|>{7}) /.test(record.raw)) return undefined;
  return problemAt(
    recordRange(record),
    'revox.list.conflict',
    'This list has lines of two versions that Git could not merge. Nobody is called until the conflict is resolved: keep the right lines, and delete those that begin with <<<<<<<, ======= and >>>>>>>.',
  );
}

const headings: ReadonlySet<string> = new Set(
  [
    'opt out, opt outs, opted out, unsubscribed, blacklist, blacklisted, blocked, excluded, suppressed, suppression list',
    'do not contact, not to call, désinscrits, désabonnés, exclus, liste noire, opposition, oppositions, abgemeldet',
    'gesperrt, sperrliste, ausgeschlossen, bajas, excluidos, lista negra, esclusi, uitgesloten, afgemeld, wykluczeni',
    'deceased, décédés, verstorben, fallecidos, deceduti, overleden',
  ].flatMap((line) => line.split(', ').map((heading) => wordsOf(heading).join(' '))),
);

/** The names of a list's columns, made comparable when first asked. */
export class FoldedHeaders {
  readonly #headers: readonly string[];
  #places: Map<string, Set<number>> | undefined;
  #named = 0;

  constructor(headers: readonly string[]) {
    this.#headers = headers;
  }

  /** How many of these cells are names of the list's columns that have another place there. */
  moved(cells: readonly string[]): number {
    return cells.filter((cell, at) => this.#placesOf(cell)?.has(at) === false).length;
  }

  /** Whether these cells are the list's header, whatever their case. */
  isRepeated(cells: readonly string[]): boolean {
    let named = 0;
    for (const [at, cell] of cells.entries()) {
      if (cell.trim() === '') continue;
      if (this.#placesOf(cell)?.has(at) !== true) return false;
      named++;
    }
    return named > 0 && named === this.#named;
  }

  #placesOf(cell: string): ReadonlySet<number> | undefined {
    this.#places ??= this.#allPlaces();
    return cell.length > maxNameLength ? undefined : this.#places.get(fold(cell.trim()));
  }

  #allPlaces(): Map<string, Set<number>> {
    const places = new Map<string, Set<number>>();
    for (const [at, header] of this.#headers.entries()) {
      const name = fold(header.trim());
      if (name === '') continue;
      this.#named++;
      const found = places.get(name);
      if (found === undefined) places.set(name, new Set([at]));
      else found.add(at);
    }
    return places;
  }
}

function isName(cell: string): boolean {
  // a number alone, such as the one of a row, is a name of nothing
  if (cell.length > maxNameLength || !/^[\p{L}\p{N}(]/u.test(cell) || !/\p{L}/u.test(cell)) return false;
  if (isNumberForm(cellForm(cell))) return false;
  return headerMeaning(cell).kind !== 'unknown';
}
