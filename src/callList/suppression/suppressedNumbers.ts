import type { SuppressionList } from './suppressionList.ts';

/** Who is never to be called: a plain set of numbers in E.164, or one that knows which list a number is on. */
export interface SuppressedNumbers {
  has(e164: string): boolean;
  /** As a person knows the list, `do-not-call.csv`. */
  listOf?(e164: string): string | undefined;
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

/** Several lists as one, without a copy of their numbers. */
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

/** The rows of these lists that no number could be read from: whoever they stand for would be called. */
export function unreadableRows(lists: readonly NamedSuppressionList[]): SuppressionRemark[] {
  return lists
    .filter(({ list }) => list.unreadable > 0)
    .map(({ name, list: { unreadable, unreadableLines } }) => {
      const lines = unreadableLines.slice(0, linesNamed).map(String).join(', ');
      const where = `line${unreadable === 1 ? '' : 's'} ${lines}${unreadable > linesNamed ? '…' : ''}`;
      const rows = unreadable === 1 ? '1 row' : `${unreadable} rows`;
      const message = `No number could be read from ${rows} of the suppression list ${name} (${where}): whoever is meant there would be called. Write the numbers with + and country code.`;
      return { code: 'revox.list.suppressionRows', message };
    });
}
