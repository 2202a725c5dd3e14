import { plural } from '../../core/format.ts';

/** The numbers of one list of people who are never called. */
export interface SuppressionList {
  /** E.164; to be given in `CallListOptions.suppressed`. */
  readonly numbers: ReadonlySet<string>;
  /** Rows with something in them, the header not counted. */
  readonly rows: number;
  /**
   * Rows with something in place of a number that cannot be read: the person that they stand for would be
   * called, so nothing may be launched.
   */
  readonly unreadable: number;
  /** 1-based lines of the first of those. */
  readonly unreadableLines: readonly number[];
  /** Rows that say themselves that they have no number. */
  readonly withoutNumber: number;
  /** 1-based lines of the first of those. */
  readonly withoutNumberLines: readonly number[];
}

/**
 * Who is never to be called: a plain set of numbers in E.164, or one that knows which list a number is on.
 */
export interface SuppressedNumbers {
  has(e164: string): boolean;
  /** The name of the list as a person knows it: `do-not-call.csv`. */
  listOf?(e164: string): string | undefined;
  /** Why the number is not called, where a suppression list is not the reason. */
  sentenceOf?(e164: string): string | undefined;
  /**
   * Where that is not a list: the service marks it “do not contact”, or it is left out for earlier calls, as
   * somebody chose for this campaign.
   */
  historyOf?(e164: string): 'doNotContact' | 'calledBefore' | undefined;
}

/** Something about the suppression lists that is to be said on the call list. */
export interface SuppressionRemark {
  readonly code: 'revox.list.suppressionUnreadable' | 'revox.list.suppressionRows';
  readonly message: string;
}

export interface NamedSuppressionList {
  /** As it is shown: `do-not-call.csv`. */
  readonly name: string;
  readonly list: SuppressionList;
}

/** Several lists combined, without a copy of their numbers. */
export class SuppressedBy implements SuppressedNumbers {
  readonly lists: readonly NamedSuppressionList[];

  constructor(lists: readonly NamedSuppressionList[]) {
    this.lists = lists;
  }

  has(e164: string): boolean {
    return this.lists.some(({ list }) => list.numbers.has(e164));
  }

  listOf(e164: string): string | undefined {
    return this.lists.find(({ list }) => list.numbers.has(e164))?.name;
  }
}

const linesNamed = 3;

/**
 * Rows of these lists that cannot be read, one sentence a list: whoever they stand for would be called, so
 * nothing may be launched.
 */
export function unreadableRows(lists: readonly NamedSuppressionList[]): string[] {
  return lists
    .filter(({ list }) => list.unreadable > 0)
    .map(({ name, list: { unreadable, unreadableLines } }) => {
      const where = rowsOnLines(unreadable, unreadableLines);
      return `No number can be read for sure from ${where} of the suppression list “${name}”. Write the numbers there with + and country code, one in a cell.`;
    });
}

/**
 * A list with rows of which none can be read.
 * @param remedy a sentence
 */
export function nothingReadable(
  { name, list: { rows, unreadable, unreadableLines } }: NamedSuppressionList,
  remedy: string,
): string {
  const where = unreadable > 0 ? rowsOnLines(unreadable, unreadableLines) : plural(rows, 'row');
  return `No number can be read from the suppression list “${name}”: none in ${where}. ${remedy}`;
}

/** Rows of these lists that have no number at all: shown as a remark, since they protect nobody. */
export function rowsWithoutNumber(lists: readonly NamedSuppressionList[]): SuppressionRemark[] {
  return lists
    .filter(({ list }) => list.withoutNumber > 0)
    .map(({ name, list: { withoutNumber, withoutNumberLines } }) => {
      const where = rowsOnLines(withoutNumber, withoutNumberLines);
      const message = `There is no number in ${where} of the suppression list ${name}: the people in these rows may be called. Write their numbers with + and country code, or delete the rows.`;
      return { code: 'revox.list.suppressionRows', message };
    });
}

/** `2 rows (lines 3, 4)` */
function rowsOnLines(count: number, lines: readonly number[]): string {
  const shown = lines.slice(0, linesNamed).map(String).join(', ');
  return `${plural(count, 'row')} (line${count === 1 ? '' : 's'} ${shown}${count > linesNamed ? '…' : ''})`;
}

/** A failure that stops a launch, as a remark on the call list. */
export function suppressionFailure(failure: string): SuppressionRemark {
  const message = `${failure} People on it might be called, so nothing is launched until it can be read.`;
  return { code: 'revox.list.suppressionUnreadable', message };
}
