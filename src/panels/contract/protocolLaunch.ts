import type { FieldProblem, RulesDraft, StartOption } from '../../core/campaignDraft.ts';
import type { SendingStep } from '../../core/sendingStep.ts';
import type { CreatedCampaign, ReadingDraft, SheetDraft, SliderId } from './protocolLaunchDraft.ts';

// What the launch sheet and its host say to each other. The page holds what was typed and draws; the host
// reads the list, knows the assistant, validates, forecasts, asks for confirmation and sends. Contacts stay
// in the host.

/** One option of a combobox. */
export interface ComboOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

export interface Assistants {
  readonly choices: readonly ComboOption[];
  /** Why the list is not complete. */
  readonly problem: string | undefined;
}

export interface SheetReady {
  /** Address of the call list. */
  readonly list: string;
  readonly fileName: string;
  readonly draft: SheetDraft;
  readonly countries: readonly ComboOption[];
  /** Of the account, as its server says; a suggestion for `Default country`. */
  readonly accountCountry: ComboOption | undefined;
  /** Numbers that can call, in E.164; the detail says whose they are. */
  readonly callerNumbers: readonly ComboOption[];
  readonly presets: readonly RulesPreset[];
  /** The starts that settings and server allow. */
  readonly starts: readonly StartOption[];
  /** Host name of the account; undefined in the sandbox, where nobody is called. */
  readonly account: string | undefined;
  /** The outcome, where it was sent already. */
  readonly created: CreatedCampaign | undefined;
  /** It was sent already, and nobody knows yet whether it was created: the sentence to show. */
  readonly unsure: string | undefined;
  /** What follows from the draft, where that is known already; undefined: the page asks for it. */
  readonly view: SheetView | undefined;
}

export interface RulesPreset {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly rules: RulesDraft;
}

/** Everything that follows from a draft. Requested after each change; only the newest answer is used. */
export interface SheetView {
  /** Undefined when the file is no call list; `listProblem` says why. */
  readonly list: ListView | undefined;
  readonly listProblem: string | undefined;
  readonly assistant: AssistantView | undefined;
  readonly start: StartView | undefined;
  /** In the order of the fields. */
  readonly problems: readonly FieldProblem[];
  /** Remarks that do not prevent the launch. */
  readonly remarks: readonly FieldProblem[];
  readonly summary: string;
  /** What pressing the button will lead to: `Call 1,214 People…`. */
  readonly button: string;
}

export interface Line {
  readonly label: string;
  readonly text: string;
}

export interface ListView {
  readonly rows: number;
  readonly ready: number;
  /** rows = ready + all of these. */
  readonly leftOut: readonly LeftOut[];
  readonly blank: number;
  /** Other things that were noticed about rows that are called. */
  readonly noticed: number;
  /** What was decided about the list as a whole, in one line; undefined where the fields say all of it. */
  readonly decisions: string | undefined;
  /** Indexes into `columns`: the first that is filled in a row is called. */
  readonly phoneColumns: readonly number[];
  /** Further columns that hold phone numbers. */
  readonly otherPhones: readonly number[];
  /** Whether rows name countries of their own, so that a person has to choose whose is used. */
  readonly namesCountries: boolean;
  /** 1-based line of the header; undefined where there is none. */
  readonly headerLine: number | undefined;
  /** The lines that the header may be chosen from. */
  readonly headerLines: readonly number[];
  /** The characters that may be chosen between cells, and how each is called. */
  readonly separators: readonly { readonly sign: string; readonly name: string }[];
  /** The name of the one in use. */
  readonly separator: string;
  readonly columns: readonly ColumnView[];
  readonly variables: readonly VariableView[];
  /** Whether the assistant, and so the variables it uses, is known. */
  readonly variablesKnown: boolean;
  /** Columns that nothing asks for. */
  readonly unused: readonly string[];
  readonly reading: ReadingDraft;
  /** Where its numbers are used already, a sentence each. */
  readonly usedBefore: readonly string[];
  /** Whether some numbers have no country code, and nothing says which country they are from. */
  readonly needsCountry: boolean;
  /** Who can be left out for earlier calls; undefined: there is nothing to choose. */
  readonly leaveOut: LeaveOutView | undefined;
  /** What the setting says, where the sheet says nothing: `France`. */
  readonly settingRegion: string | undefined;
}

/** How many each switch leaves out: `12 were reached`. */
export interface LeaveOutView {
  readonly reached: string;
  readonly calledLately: string;
  readonly notInterested: string;
}

export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  readonly text: string;
}

export interface ColumnView {
  readonly index: number;
  readonly label: string;
}

export interface VariableView {
  readonly name: string;
  /** Where the assistant uses it: `prompt, first sentence`. */
  readonly usedIn: string;
  readonly column: number | undefined;
  /** A column that may have been meant. */
  readonly suggestion: ColumnView | undefined;
  /** The first value there is. */
  readonly example: string;
}

export interface AssistantView {
  readonly id: string;
  readonly name: string;
  /** False: only the id is known. */
  readonly known: boolean;
  readonly facts: readonly Line[];
  /** Without secrets; undefined where there is none. */
  readonly firstSentence: string | undefined;
  readonly fromNumber: string | undefined;
  /** The assistant's rules in words, and ready to be changed. */
  readonly rulesLines: readonly Line[];
  readonly rules: RulesDraft;
}

/** A start time on the clocks of the person, the recipients and the servers. */
export interface StartView {
  readonly lines: readonly Line[];
}

export interface ForecastView {
  readonly headline: string;
  /** `Mon 30 Nov, 08:30`; undefined where nobody can be called. */
  readonly firstCall: string | undefined;
  /** `hour`, or `day` for a campaign of weeks. */
  readonly step: 'hour' | 'day';
  /** One after the other in the person's own zone, those without a call among them. */
  readonly bars: readonly ForecastBar[];
  readonly lines: readonly Line[];
  readonly zones: readonly PlanZone[];
  readonly warnings: readonly ForecastWarning[];
  readonly assumptions: readonly ForecastSlider[];
  /** Where the assumptions come from, in sentences. */
  readonly basis: string;
}

export interface ForecastBar {
  /** `Mon 23 Nov, 09:00` */
  readonly label: string;
  readonly answered: number;
  readonly machine: number;
  readonly unanswered: number;
  /** The day that begins with this bar. */
  readonly day: string | undefined;
  /** Its hour on the reader's clock, 0 to 23; absent where a bar is a day. */
  readonly hour?: number;
}

export interface ForecastWarning {
  readonly text: string;
  /** Holds whatever the rules are. */
  readonly quiet: boolean;
}

export interface PlanZone {
  readonly zone: string;
  readonly contacts: string;
  readonly first: string;
  readonly last: string;
}

export interface ForecastSlider {
  readonly id: SliderId;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: string;
}

/** A text as one contact will hear it. */
export interface SpokenSegment {
  readonly kind: 'text' | 'value' | 'hole';
  readonly text: string;
}

export interface SpokenView {
  readonly label: string;
  /** Where what is said may differ. */
  readonly note: string | undefined;
  readonly segments: readonly SpokenSegment[];
}

export interface PreviewView {
  /** Counted from 0, of `count` contacts. */
  readonly at: number;
  readonly count: number;
  readonly phone: string;
  readonly line: number;
  readonly spoken: readonly SpokenView[];
  readonly values: readonly Line[];
  /** One's own number can be called with these values. */
  readonly canCallMe: boolean;
}

export type SubmitAnswer =
  | { readonly kind: 'created'; readonly created: CreatedCampaign }
  /** The person went back at the confirmation. Nothing was sent. */
  | { readonly kind: 'back' }
  /** Something is missing or changed meanwhile. Nothing was sent. */
  | { readonly kind: 'not yet'; readonly message: string; readonly view: SheetView }
  | { readonly kind: 'refused'; readonly message: string }
  /** It may exist. The host has told the person what to look for. */
  | { readonly kind: 'unsure'; readonly message: string };

export interface LaunchRequests {
  /** `saved`: what a previous instance of the page left, see SavedSheet. */
  ready(params: { readonly saved: unknown }): SheetReady;
  evaluate(params: { readonly draft: SheetDraft }): SheetView;
  /** Undefined while list, rules or start are not known. Long for long lists, so asked apart. */
  plan(params: { readonly draft: SheetDraft }): ForecastView | undefined;
  /** Changes how the list is read, in the editor too. */
  read(params: { readonly reading: ReadingDraft }): undefined;
  /** The list could not be read, or a person cancelled that: the next look tries it again. */
  readAgain(params: undefined): undefined;
  assistants(params: { readonly again: boolean }): Assistants;
  preview(params: { readonly assistantId: string; readonly at: number }): PreviewView | undefined;
  /** Asks, then calls one's own number with the values of a contact, counted from 0. */
  callMe(params: { readonly draft: SheetDraft; readonly at: number }): undefined;
  submit(params: { readonly draft: SheetDraft }): SubmitAnswer;
  /** Stops the wait for `submit`, which then reports what happened. */
  withdraw(params: undefined): undefined;
  /** Asks the person what happened to an unconfirmed launch. `settled` tells the answer. */
  settle(params: undefined): undefined;
  /** Starts another campaign from the same list, with a new name. */
  another(params: { readonly draft: SheetDraft }): SheetReady;
  showProblems(params: { readonly reason: string | undefined }): undefined;
  openList(params: { readonly line: number | undefined }): undefined;
  openRows(params: undefined): undefined;
  /** One setting by its name, or all of the extension. */
  openSettings(params: { readonly setting: string | undefined }): undefined;
  setApiKey(params: undefined): undefined;
  startSandbox(params: undefined): undefined;
  splitList(params: undefined): undefined;
}

export interface LaunchEvents {
  /** The list, a setting or the campaigns have changed: evaluate again. */
  changed: undefined;
  /** The person confirmed: the campaign is being sent. */
  confirmed: undefined;
  /** Another connection or list: ask `ready` again. */
  restart: undefined;
  /** How far `submit` is: a sentence, and what cancelling can still do. */
  step: SendingStep;
  /** What happened to a launch that was unconfirmed. */
  settled: Extract<SubmitAnswer, { readonly kind: 'created' | 'refused' }>;
}
