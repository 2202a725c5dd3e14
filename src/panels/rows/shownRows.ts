import type { StructuredOutputField } from '../../core/assistant.ts';
import { callCapabilities } from '../../core/callCapabilities.ts';
import type { Row } from '../../core/row.ts';
import type { ServerProfile } from '../../core/serverProfile.ts';
import type { Cell, RowsAnswer, RowsQuestion } from '../contract/protocolRows.ts';
import { RowColumns } from './rowColumns.ts';
import { hasNextPage, type ReadPage } from './rowsSource.ts';
import { rowCells, tableRow } from './rowView.ts';

/** The page of rows that is in a panel: the rows whole, and what their page is sent of them. */
export class ShownRows {
  readonly #columns = new RowColumns();
  #rows: readonly Row[] = [];
  #selected: ReadonlySet<string> = new Set();
  #waiting: Cell | undefined;
  #total: number | undefined;
  #fingerprint = '';

  /** Equal as long as nothing that is shown changes. */
  get fingerprint(): string {
    return this.#fingerprint;
  }

  /** Rows that match, over all pages; undefined where the server does not say. */
  get total(): number | undefined {
    return this.#total;
  }

  /** The rows that commands are for, in the order of the page. */
  get selected(): readonly Row[] {
    return this.#rows.filter((row) => this.#selected.has(row.id));
  }

  select(rowIds: readonly string[]): void {
    this.#selected = new Set(rowIds);
  }

  /**
   * Replaces the previous page. `waiting`: the state of a row that has no call. `server`: what may be asked
   * of its calls.
   */
  show(
    question: RowsQuestion,
    { page, readMs, counts }: ReadPage,
    waiting: Cell | undefined,
    fields: readonly StructuredOutputField[] | undefined,
    server?: Pick<ServerProfile, 'has'>,
  ): RowsAnswer {
    this.#rows = page.rows;
    this.#total = page.total;
    this.#waiting = waiting;
    this.#columns.learn(page.rows, fields, page.total);
    const rows = page.rows.map((row) =>
      tableRow(row, waiting, server && callCapabilities(row.call?.status, server)),
    );
    this.#fingerprint = JSON.stringify([rows, page.total, counts]);
    const columns = this.#columns.all();
    return { question, columns, rows, total: page.total, hasNext: hasNextPage(page), readMs, counts };
  }

  /** Every cell of a row in full length; none of a row that is not on the page. */
  cells(rowId: string): Readonly<Record<string, Cell>> {
    const row = this.#rows.find((candidate) => candidate.id === rowId);
    return row === undefined ? {} : rowCells(row, this.#waiting);
  }
}
