import type { Day } from '../../core/retryConfig.ts';

// What a person has put into the launch sheet, as they typed it: nothing is lost because it is not right yet.

export const startKinds = ['draft', 'schedule', 'grace', 'now'] as const;
export type StartKind = (typeof startKinds)[number];

export const duplicatePolicies = ['first', 'last', 'all'] as const;
export type DuplicateChoice = (typeof duplicatePolicies)[number];

export const delayUnits = ['minutes', 'hours'] as const;
export type DelayUnit = (typeof delayUnits)[number];

export interface WindowDraft {
  /** `09:00` or `9am` */
  readonly start: string;
  readonly end: string;
  readonly delay: string;
  readonly unit: DelayUnit;
}

export interface RulesDraft {
  readonly windows: readonly WindowDraft[];
  readonly days: readonly Day[];
  /** Calls to one number in all, the first included. */
  readonly attempts: string;
  readonly twice: boolean;
  /** IANA zone; empty: each recipient's own. */
  readonly timezone: string;
}

export const sliderIds = ['answerPercent', 'talkSeconds', 'ringSeconds'] as const;
/** `answerPercent`: of 100 calls, so many reach a person. */
export type SliderId = (typeof sliderIds)[number];

/** Guesses of the flight plan, on the sliders that a person moved. They are never sent. */
export type AssumptionsDraft = Readonly<Partial<Record<SliderId, number>>>;

/** How the list is read. It belongs to the list, not to the campaign: the editor reads it alike. */
export interface ReadingDraft {
  readonly duplicates: DuplicateChoice;
  /** ISO 3166-1 alpha-2; empty: what the setting says. */
  readonly region: string;
  /** Index of the column whose numbers are called; undefined: the one that is found. */
  readonly phoneColumn: number | undefined;
  /** Variable → index of its column, where a person chose one. */
  readonly mapping: Readonly<Record<string, number>>;
  readonly includeUnused: boolean;
  /** Rows with nothing in a used variable are left out. */
  readonly leaveOutEmpty: boolean;
}

export interface SheetDraft {
  readonly name: string;
  /** uuid, chosen or typed; empty: none yet. */
  readonly assistantId: string;
  readonly rulesFrom: 'assistant' | 'own';
  /** Kept while the assistant's rules are chosen; undefined until own rules were asked for once. */
  readonly rules: RulesDraft | undefined;
  readonly fromNumber: string;
  readonly concurrency: string;
  readonly start: StartKind;
  /** A time in the person's own zone, as typed. */
  readonly startAt: string;
  /** Undefined: as the plan suggests. */
  readonly assumptions: AssumptionsDraft | undefined;
}

/** The campaign that came of a sheet: it is not sent again. */
export interface CreatedCampaign {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What the page keeps in VS Code between two lives. */
export interface SavedSheet {
  /** Address of the call list. */
  readonly list: string;
  readonly draft: SheetDraft;
  readonly created: CreatedCampaign | undefined;
  readonly scrollTop: number;
}
