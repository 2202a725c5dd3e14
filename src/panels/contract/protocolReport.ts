import type { Badge } from './protocolRows.ts';

// The messages between the report page and its host. The host counts and writes all texts; the page only
// draws.

/** A number that can be opened: its key requests the people behind it. */
export interface Mark {
  readonly key: string;
  /** `Voicemail` */
  readonly label: string;
  readonly count: number;
  readonly of: number;
  /** What `of` counts: `people called` */
  readonly whole: string;
  /** 95 % interval of count / of, 0 to 1; undefined where `of` is 0 or there is no such thing. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
  /** `171 of 402 people called, 43%, 95% interval 38–47%` */
  readonly text: string;
}

/** Bars that are shares of the same whole, one below the other. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly marks: readonly Mark[];
}

/** Columns of counts, side by side. */
export interface HistogramChart {
  readonly kind: 'histogram';
  readonly marks: readonly Mark[];
}

/** The share reached after each number of calls, with the people who are still open on top. */
export interface StepsChart {
  readonly kind: 'steps';
  readonly people: number;
  readonly steps: readonly { readonly label: string; readonly by: Mark; readonly open: Mark }[];
}

/** A table of shares by colour and number. */
export interface HeatChart {
  readonly kind: 'heat';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Indexes into `rows` and `columns`; `few`: too few calls for a rate. */
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly few: boolean;
    readonly mark: Mark;
  }[];
}

export type Chart = BarsChart | HistogramChart | StepsChart | HeatChart;

export interface ReportTable {
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly caption: string;
  /** Undefined where there is nothing to draw; `caption` says so. */
  readonly chart: Chart | undefined;
  readonly table: ReportTable;
  /** Single numbers next to the chart. */
  readonly figures: readonly ReportFigure[];
  /** Notes for the interpretation of the chart. */
  readonly notes: readonly string[];
}

export interface ReportFigure {
  readonly label: string;
  readonly text: string;
  /** The key of the people behind it; undefined: there are none to open. */
  readonly key: string | undefined;
}

export interface ReportCampaign {
  readonly id: string;
  readonly name: string;
  readonly state: Badge;
}

export interface GoalChoice {
  readonly value: string;
  readonly label: string;
}

/** The settings that a person chose on the page. */
export interface ReportSettings {
  /** One of the choices; empty: none. */
  readonly goal: string;
  /** A call with at least so many turns of the contact counts as a conversation. */
  readonly turns: number;
  readonly seconds: number;
  readonly firstAttemptsOnly: boolean;
}

export interface ReportView {
  readonly campaigns: readonly ReportCampaign[];
  readonly sandbox: boolean;
  /** The campaigns in one sentence. */
  readonly sentence: string;
  /** Further calls are possible. */
  readonly running: boolean;
  /** How many people have been read; undefined once all are read. */
  readonly reading: { readonly read: number; readonly total: number | undefined } | undefined;
  readonly funnel: ReportSection;
  readonly sections: readonly ReportSection[];
  readonly settings: ReportSettings;
  readonly goals: readonly GoalChoice[];
  /** ms since 1970 */
  readonly readMs: number;
}

export const reportActions = [
  'openDocument',
  'saveMarkdown',
  'exportCalls',
  'newList',
  'openRows',
  'searchTranscripts',
  'redial',
  'setApiKey',
] as const;
export type ReportAction = (typeof reportActions)[number];

export interface ReportRequests {
  /**
   * Called once, when the page is ready to receive events. The first view covers the first page of rows;
   * events update it.
   */
  ready(params: { readonly settings: ReportSettings | undefined }): ReportView;
  settings(params: ReportSettings): ReportView;
  /** Reads everything again. */
  refresh(params: undefined): ReportView;
  /** Opens the rows behind a number. */
  openPeople(params: { readonly key: string }): undefined;
  /** Makes a call list of the people behind a number. */
  newList(params: { readonly key: string }): undefined;
  copyTable(params: { readonly sectionId: string }): undefined;
  /** Copies the SVG text that the page drew. */
  copyText(params: { readonly text: string }): undefined;
  action(params: { readonly action: ReportAction }): undefined;
}

export interface ReportEvents {
  view: ReportView;
  /** More rows were read. The numbers follow once there are enough new ones to count again. */
  reading: NonNullable<ReportView['reading']>;
  /** A read failed; the old view stays. */
  stale: { readonly message: string };
  /** The connection changed: call `ready` again. */
  restart: undefined;
}

/** What the page stores in VS Code while it is hidden or reloaded. */
export interface SavedReport {
  readonly campaignIds: readonly string[];
  readonly settings: ReportSettings;
  /** The key of the number that was focused last. */
  readonly focused: { readonly sectionId: string; readonly key: string } | undefined;
  readonly scrollTop: number;
}

export const maxSvgLength = 2_000_000;
