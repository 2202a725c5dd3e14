import { HumanError } from '../../core/errors.ts';
import type { Row } from '../../core/row.ts';
import type { RowsQuestion } from '../contract/protocolRows.ts';
import { hasNextPage, type ReadPage, type RowsSource } from './rowsSource.ts';

/** A row and the page of rows that it is on. */
export interface RowPlace {
  readonly rowId: string;
  readonly question: RowsQuestion;
}

export interface FoundRow extends RowPlace {
  readonly row: Row;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly readMs: number;
}

/** Steps through the rows of a query one by one, across pages. */
export class RowCursor {
  readonly #source: RowsSource;
  #place: RowPlace;
  #last: FoundRow | undefined;
  /** Of the row on its page; undefined: it was not found yet. */
  #index: number | undefined;

  constructor(source: RowsSource, place: RowPlace) {
    this.#source = source;
    this.#place = place;
  }

  get found(): FoundRow | undefined {
    return this.#last;
  }

  /** The row where it stood, or wherever its number finds it: it may have left the page meanwhile. */
  async current(signal?: AbortSignal): Promise<FoundRow> {
    const { rowId, question } = this.#place;
    const read = await this.#source.page(question, signal);
    const index = read.page.rows.findIndex(({ id }) => id === rowId);
    if (index >= 0) return this.#moveTo(question, read, index);
    const phone = this.#last?.rowId === rowId ? this.#last.row.phone_number : undefined;
    if (phone !== undefined && this.#last !== undefined) {
      const byNumber = { page: 0, page_size: 25, query: phone, statuses: [], result: undefined };
      const other = await this.#source.page(byNumber, signal);
      const row = other.page.rows.find(({ id }) => id === rowId);
      if (row !== undefined) return (this.#last = { ...this.#last, row, readMs: other.readMs });
    }
    throw rowMoved;
  }

  async step(by: 1 | -1, signal?: AbortSignal): Promise<FoundRow> {
    const { rowId, question } = this.#place;
    const read = await this.#source.page(question, signal);
    const here = read.page.rows.findIndex(({ id }) => id === rowId);
    if (here < 0 && this.#index === undefined) throw rowMoved;
    // Where the row has left its page, the one after it takes its place.
    const index = here >= 0 ? here + by : (this.#index ?? 0) + (by === 1 ? 0 : by);
    if (index >= 0 && index < read.page.rows.length) return this.#moveTo(question, read, index);
    const page = question.page + by;
    if (page < 0) throw noMore;
    const other = { ...question, page };
    const next = await this.#source.page(other, signal);
    if (next.page.rows.length === 0) throw noMore;
    return this.#moveTo(other, next, by === 1 ? 0 : next.page.rows.length - 1);
  }

  /** Reads the row again: its call alone, where the server can be asked for one call. */
  async again(signal?: AbortSignal): Promise<FoundRow> {
    const last = this.#last;
    if (last?.row.call === undefined || !(await this.#source.hasCalls())) {
      this.#source.forget();
      return this.current(signal);
    }
    const read = await this.#source.withFreshCall(last.row, signal);
    return (this.#last = { ...last, ...read });
  }

  #moveTo(question: RowsQuestion, read: ReadPage, index: number): FoundRow {
    const row = read.page.rows[index];
    if (row === undefined) throw noMore;
    this.#place = { rowId: row.id, question };
    this.#index = index;
    const isLast = index === read.page.rows.length - 1;
    this.#last = {
      ...this.#place,
      row,
      hasPrevious: index > 0 || question.page > 0,
      hasNext: !isLast || hasNextPage(read.page),
      readMs: read.readMs,
    };
    if (isLast && this.#last.hasNext) this.#source.prefetch({ ...question, page: question.page + 1 });
    return this.#last;
  }
}

const rowMoved = new HumanError('This row has moved. Open it again from the campaign’s rows.');
const noMore = new HumanError('There are no more rows.');
