import type { CallAction } from '../../core/callCapabilities.ts';
import type { CallStatus, ResultFilter } from '../../core/row.ts';
import type { RowCategory } from '../../core/rowCategory.ts';

// What the rows page and its host say to each other. The host sends words, not wire values: the page draws.

/** Colours by meaning; only icons carry them, texts stay as the theme has them. */
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

/** The whole campaign in the order of a column. */
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
  /** Rows, those that failed included. */
  readonly finished: number;
  /** 0 where the service counts who was cancelled as failed. */
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
  /** The server does not have it any more. */
  readonly gone: boolean;
  /** Only these rows are shown, whatever the filters: those behind a number of the report. */
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
  /** Says who the row is about; stays visible when the table is scrolled to the right. */
  readonly isSticky?: true;
  /** Too many to show them all from the start. */
  readonly hiddenAtFirst?: true;
}

export interface Cell {
  readonly text: string;
  /** A moment, shown by its distance; `text` is empty then. */
  readonly ms?: number;
  readonly icon?: string;
  readonly tone?: Tone;
  /** What is behind it, in a sentence. */
  readonly why?: string;
  /** `text` is only the beginning: `cellText` has it all. */
  readonly cut?: true;
}

export interface TableRow {
  readonly id: string;
  /** What the row is called when it is spoken of: its number. */
  readonly phone: string;
  /** By column id; what is empty is absent. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** What may be asked of its call; absent: nothing. */
  readonly can?: readonly CallAction[];
}

export interface RowsAnswer {
  readonly question: RowsQuestion;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Rows that match, over all pages; undefined where the server does not say. */
  readonly total: number | undefined;
  readonly hasNext: boolean;
  readonly readMs: number;
  /** How many rows are in each category; undefined until the whole campaign was read. */
  readonly counts?: Readonly<Record<RowCategory, number>> | undefined;
}

/** How a person arranged the columns of a campaign. Columns that appear later join at their usual place. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface RowsReady {
  readonly head: CampaignHead;
  readonly layout: ColumnLayout;
  readonly pageSize: number;
  readonly statuses: readonly Choice<CallStatus>[];
  readonly results: readonly Choice<ResultFilter>[];
  readonly categories: readonly (Choice<RowCategory> & Pick<Badge, 'icon' | 'tone'>)[];
  /**
   * Asked for from outside, e.g. by a click on a count in the tree: counts more than what the page remembers.
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
  /** Asked once when the page can listen. */
  ready(params: undefined): RowsReady;
  /** One page. `fresh`: not from what is remembered. */
  rows(params: { readonly question: RowsQuestion; readonly fresh: boolean }): RowsAnswer;
  /** The whole text of a cell, and what is behind it. */
  cellText(params: { readonly rowId: string; readonly columnId: string }): string;
  /** Puts whole cells on the clipboard as TSV. */
  copyCells(params: CellsChoice): undefined;
  /** Which rows commands are for. */
  select(params: RowsChoice): undefined;
  saveLayout(params: ColumnLayout): undefined;
  /** A file of the rows that are selected, or match, or of all; columns in the order of the table. */
  exportRows(params: { readonly columnIds: readonly string[] }): undefined;
  campaignAction(params: { readonly action: CampaignAction }): undefined;
  rowAction(params: { readonly action: RowAction }): undefined;
  /** For the calls of the selected rows. */
  callAction(params: { readonly action: CallAction }): undefined;
  setApiKey(params: undefined): undefined;
}

export interface RowsEvents {
  head: CampaignHead;
  /** The page of the confirmation, read again. */
  refreshed: RowsAnswer;
  /** That did not work; the old rows stay. */
  stale: { readonly message: string; readonly offline: boolean };
  filter: RowsFilter;
  /** So many rows of the campaign have been read; undefined: all. */
  reading: { readonly read: number | undefined };
  /** Another connection or key: forget everything and ask `ready` again. */
  restart: undefined;
}

/** What the page stores in VS Code while it is hidden or reloaded. It holds no row. */
export interface SavedRows {
  readonly campaignId: string;
  readonly question: RowsQuestion;
  readonly scroll: { readonly top: number; readonly left: number };
}

export const pageSizes: readonly number[] = [25, 50, 100, 250];
export const maxPageSize = 500;
/** Beyond what a page number can mean; keeps nonsense off the wire. */
export const maxPage = 10_000_000;
