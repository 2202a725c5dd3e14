import type { CallAction } from '../../core/callCapabilities.ts';
import type { CallStatus, ResultFilter } from '../../core/row.ts';
import type { RowCategory } from '../../core/rowCategory.ts';

// The messages between the rows page and its host. The host sends texts, not API values: the page only draws.

/** A colour by its meaning. Only icons have it; texts have the colours of the theme. */
export type Tone = 'plain' | 'blue' | 'purple' | 'yellow' | 'green' | 'red' | 'muted';

export interface Badge {
  readonly text: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly tone: Tone;
}

/** Which rows are shown; empty texts and lists do not filter. */
export interface RowsFilter {
  readonly query: string;
  readonly statuses: readonly CallStatus[];
  readonly result: ResultFilter | undefined;
  readonly category?: RowCategory | undefined;
}

/** The order of the whole campaign by a column. */
export interface RowsSort {
  readonly columnId: string;
  readonly descending: boolean;
}

/** Pages count from 0. */
export interface RowsQuestion extends RowsFilter {
  readonly page: number;
  readonly page_size: number;
  /** Undefined: in the server's order. */
  readonly sort?: RowsSort | undefined;
}

export interface RowProgress {
  /** Finished rows, including failed ones. */
  readonly finished: number;
  /** 0 where the service counts cancelled rows as failed. */
  readonly failed: number;
  readonly total: number;
}

export interface CampaignHead {
  readonly id: string;
  readonly name: string;
  readonly state: Badge;
  /** Rows that will not be called again. */
  readonly progress: RowProgress | undefined;
  readonly cancelable: boolean;
  readonly sandbox: boolean;
  /** The server no longer has the campaign. */
  readonly gone: boolean;
  /** Only the rows behind a number of the report are shown, whatever the filters. */
  readonly group: { readonly label: string; readonly rows: number } | undefined;
}

export interface Column {
  /** `phone`, `input:first_name`, `output:interested` … */
  readonly id: string;
  readonly label: string;
  readonly group: 'call' | 'input' | 'output';
  readonly align?: 'end';
  /** In px, until a person changes it. */
  readonly width: number;
  /** Identifies the person; stays visible when the table is scrolled to the right. */
  readonly isSticky?: true;
  /** Hidden by default, because there are many columns. */
  readonly hiddenAtFirst?: true;
}

export interface Cell {
  readonly text: string;
  /** A time in ms since 1970, shown as an age; `text` is empty then. */
  readonly ms?: number;
  readonly icon?: string;
  readonly tone?: Tone;
  /** An explanation, as a sentence. */
  readonly why?: string;
  /** `text` is shortened; `cellText` returns all of it. */
  readonly cut?: true;
}

export interface TableRow {
  readonly id: string;
  /** The name of the row for screen readers: its number. */
  readonly phone: string;
  /** By column id. Empty cells are absent. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** The actions for its call; absent: none. */
  readonly can?: readonly CallAction[];
}

export interface RowsAnswer {
  readonly question: RowsQuestion;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Matching rows on all pages; undefined where the server does not report it. */
  readonly total: number | undefined;
  readonly hasNext: boolean;
  readonly readMs: number;
  /** The number of rows in each category; undefined until the whole campaign is read. */
  readonly counts?: Readonly<Record<RowCategory, number>> | undefined;
}

/** A person's arrangement of the columns of a campaign. Columns that appear later get their usual place. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

/** What rows can be filtered by. */
export interface FilterOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface RowsReady {
  readonly head: CampaignHead;
  readonly layout: ColumnLayout;
  readonly pageSize: number;
  readonly statuses: readonly FilterOption<CallStatus>[];
  readonly results: readonly FilterOption<ResultFilter>[];
  readonly categories: readonly (FilterOption<RowCategory> & Pick<Badge, 'icon' | 'tone'>)[];
  /**
   * A filter from outside, such as a click on a count in the tree. It replaces the one that the page stored.
   */
  readonly filter: RowsFilter | undefined;
}

export const campaignActions = ['cancel', 'delete', 'copyId', 'report', 'allRows'] as const;
export type CampaignAction = (typeof campaignActions)[number];

export const rowActions = ['openTranscript', 'copyNumbers', 'copyJson', 'copyMarkdown', 'newCsv'] as const;
export type RowAction = (typeof rowActions)[number];

export interface CellsChoice {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** Rows of the page, or with `all` every row that matches its filters, whatever page it is on. */
export interface RowsChoice {
  readonly rowIds: readonly string[];
  readonly all: boolean;
}

export interface RowsRequests {
  /** Called once, when the page is ready to receive events. */
  ready(params: undefined): RowsReady;
  /** One page of rows. `fresh`: not from the cache. */
  rows(params: { readonly question: RowsQuestion; readonly fresh: boolean }): RowsAnswer;
  /** The whole text of a cell, with its explanation. */
  cellText(params: { readonly rowId: string; readonly columnId: string }): string;
  /** Copies whole cells to the clipboard as TSV. */
  copyCells(params: CellsChoice): undefined;
  /** The rows that commands apply to. */
  select(params: RowsChoice): undefined;
  saveLayout(params: ColumnLayout): undefined;
  /** Saves the rows that are selected, that match, or all, with the columns in the order of the table. */
  exportRows(params: { readonly columnIds: readonly string[] }): undefined;
  campaignAction(params: { readonly action: CampaignAction }): undefined;
  rowAction(params: { readonly action: RowAction }): undefined;
  /** An action for the calls of the selected rows. */
  callAction(params: { readonly action: CallAction }): undefined;
  setApiKey(params: undefined): undefined;
}

export interface RowsEvents {
  head: CampaignHead;
  /** The current page, read again. */
  refreshed: RowsAnswer;
  /** A read failed; the old rows stay. */
  stale: { readonly message: string; readonly offline: boolean };
  filter: RowsFilter;
  /** How many rows of the campaign have been read; undefined: all. */
  reading: { readonly read: number | undefined };
  /** The connection or key changed: drop everything and call `ready` again. */
  restart: undefined;
}

/** What the page stores in VS Code while it is hidden or reloaded. It contains no row. */
export interface SavedRows {
  readonly campaignId: string;
  readonly question: RowsQuestion;
  readonly scroll: { readonly top: number; readonly left: number };
}

export const pageSizes: readonly number[] = [25, 50, 100, 250];
export const maxPageSize = 500;
/** No campaign has so many pages. A higher number is not sent. */
export const maxPage = 10_000_000;
