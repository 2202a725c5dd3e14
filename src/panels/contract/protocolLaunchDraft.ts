import type { CampaignDraft } from '../../core/campaignDraft.ts';

// What a person has entered into the launch sheet, as typed, valid or not.

export const duplicatePolicies = ['first', 'last', 'all'] as const;
export type DuplicateChoice = (typeof duplicatePolicies)[number];

export const rowCountryChoices = ['', 'own', 'default'] as const;
export type RowCountryChoice = (typeof rowCountryChoices)[number];

export const sliderIds = ['answerPercent', 'talkSeconds', 'ringSeconds'] as const;
/** `answerPercent`: of 100 calls, so many reach a person. */
export type SliderId = (typeof sliderIds)[number];

/** Guesses of the forecast, on the sliders that a person moved. They are never sent. */
export type AssumptionsDraft = Readonly<Partial<Record<SliderId, number>>>;

/** How the list is read. It belongs to the list, not to the campaign: the editor reads it alike. */
export interface ReadingDraft {
  readonly duplicates: DuplicateChoice;
  /** ISO 3166-1 alpha-2; empty: what the setting says. */
  readonly region: string;
  /**
   * Indexes of the columns whose numbers are called, the first that is filled in each row; none: the one that
   * is found.
   */
  readonly phoneColumns: readonly number[];
  /** Whose country counts where a row names another one than the default; empty: such rows are left out. */
  readonly rowCountry: RowCountryChoice;
  /** The 1-based line of the header, 0 where there is none; undefined: the one that is found. */
  readonly headerLine: number | undefined;
  /** The character between cells; empty: the one that is found. */
  readonly separator: string;
  /** Variable → index of its column, where a person chose one. */
  readonly mapping: Readonly<Record<string, number>>;
  readonly includeUnused: boolean;
  /** Rows with nothing in a used variable are left out. */
  readonly leaveOutEmpty: boolean;
}

export interface SheetDraft extends CampaignDraft {
  /** Undefined: as the forecast suggests. */
  readonly assumptions: AssumptionsDraft | undefined;
}

/** The campaign that was created from a sheet: it is not sent again. */
export interface CreatedCampaign {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What the page stores in VS Code while it is hidden or reloaded. */
export interface SavedSheet {
  /** Address of the call list. */
  readonly list: string;
  readonly draft: SheetDraft;
  readonly created: CreatedCampaign | undefined;
  readonly scrollTop: number;
}
