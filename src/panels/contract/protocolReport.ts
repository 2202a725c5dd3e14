import type { Badge } from './protocolRows.ts';

// What the report page and its host say to each other. The host counts and words everything; the page draws.

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

/** Bars with a share of the same whole each, one below the other. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly marks: readonly Mark[];
}

/** Columns of counts side by side. */
export interface HistogramChart {
  readonly kind: 'histogram';
  readonly marks: readonly Mark[];
}

/** Reached after so many calls, with those who are still open on top. */
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
  /** Places in `rows` and `columns`; `few`: too few calls to be read as a rate. */
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
  /** Undefined where there is nothing to draw yet; `caption` says so. */
  readonly chart: Chart | undefined;
  readonly table: ReportTable;
  /** Single numbers beside the chart. */
  readonly figures: readonly ReportFigure[];
  /** What a reader should know before they draw a conclusion. */
  readonly notes: readonly string[];
}

export interface ReportFigure {
  readonly label: string;
  readonly text: string;
  /** People behind it; undefined: none to open. */
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

/** What a person set on the page. */
export interface ReportSettings {
  /** One of the choices; empty: none. */
  readonly goal: string;
  /** Turns of the contact, from which on a call is a conversation. */
  readonly turns: number;
  readonly seconds: number;
  readonly firstAttemptsOnly: boolean;
}

export interface ReportView {
  readonly campaigns: readonly ReportCampaign[];
  readonly sandbox: boolean;
  /** The campaigns in one sentence. */
  readonly sentence: string;
  /** Calls may still be made. */
  readonly running: boolean;
  /** People read so far, of those there are; undefined once all are read. */
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
  /** Asked once when the page can listen. The view comes with the first page of rows and is then refined. */
  ready(params: { readonly settings: ReportSettings | undefined }): ReportView;
  settings(params: ReportSettings): ReportView;
  /** Reads everything again. */
  refresh(params: undefined): ReportView;
  /** Opens the rows behind a number. */
  openPeople(params: { readonly key: string }): undefined;
  /** Makes a call list of the people behind a number. */
  newList(params: { readonly key: string }): undefined;
  copyTable(params: { readonly sectionId: string }): undefined;
  /** SVG text that the page drew. */
  copyText(params: { readonly text: string }): undefined;
  action(params: { readonly action: ReportAction }): undefined;
}

export interface ReportEvents {
  view: ReportView;
  /** More rows were read; the numbers follow when there are enough of them to count again. */
  reading: NonNullable<ReportView['reading']>;
  /** Reading did not work; what is shown stays. */
  stale: { readonly message: string };
  /** Another connection: ask `ready` again. */
  restart: undefined;
}

/** What the page stores in VS Code while it is hidden or reloaded. */
export interface SavedReport {
  readonly campaignIds: readonly string[];
  readonly settings: ReportSettings;
  /** Key of the number that had the focus last. */
  readonly focused: { readonly sectionId: string; readonly key: string } | undefined;
  readonly scrollTop: number;
}

export const maxSvgLength = 2_000_000;
