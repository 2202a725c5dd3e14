import type { CallingRules } from './callingRules.ts';
import type { ContactGroups } from './contactGroups.ts';
import type { Estimate, ForecastAssumptions } from './forecastAssumptions.ts';

export interface PlanInput {
  readonly contacts: ContactGroups;
  readonly rules: CallingRules;
  /** When the first call may start, in milliseconds since 1970. */
  readonly startMs: number;
  /** Calls at the same time; undefined: `assumedConcurrentCalls`, and the forecast says so. */
  readonly concurrency?: number | undefined;
  readonly assumptions: ForecastAssumptions;
  /** How many days the forecast covers; a year when absent. */
  readonly horizonDays?: number | undefined;
}

/**
 * What a campaign will do if the assumptions hold: an inference from its rules, not a promise of the service.
 * Times are milliseconds since 1970. Ranges span the scenarios that the assumptions allow; single figures are
 * of the likely one.
 */
export interface Forecast {
  readonly startMs: number;
  readonly horizonMs: number;
  /** Contacts, those who can never be called included. */
  readonly contacts: number;
  readonly concurrency: PlannedConcurrency;
  /** By first call, then by contacts. Groups that are never called are in `never`. */
  readonly zones: readonly ZoneForecast[];
  readonly never: readonly NeverCalled[];
  /** Hours in which calls start, in order; hours without any are left out. */
  readonly hours: readonly ForecastHour[];
  readonly firstCallMs: number | undefined;
  readonly finish: PlannedFinish;
  readonly attempts: Estimate;
  /** Contacts who are reached by a person's answer. */
  readonly reached: Estimate;
  /** Time spoken with people, in minutes. */
  readonly talkMinutes: Estimate;
  /** Time on the line in all, ringing and voicemail included, in minutes. */
  readonly lineMinutes: Estimate;
  /** Attempts that no longer fit into the day of the one before them and move to another day. */
  readonly movedToAnotherDay: number;
  /** Contacts with attempts left when the horizon is reached; 0 where the plan finishes. */
  readonly unfinished: Estimate;
  /** Contacts who have not been called even once when the horizon is reached. */
  readonly untried: Estimate;
  /** Changes of the clocks between the first call and the end. */
  readonly clockChanges: readonly ClockChange[];
  /** Stretches of a day or more without a call between the first and the last. */
  readonly pauses: readonly PlannedPause[];
}

export interface PlannedConcurrency {
  readonly limit: number;
  /** Whether this extension assumed the limit because nobody set one. */
  readonly assumed: boolean;
  /** Most calls at once in the likely scenario. */
  readonly peak: number;
}

export interface ZoneForecast {
  /** IANA name. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2 of those who are called by this clock; empty where the country of none is known. */
  readonly countries: readonly string[];
  readonly contacts: number;
  /** Contacts whose country has several time zones, so that some of them may live in another one. */
  readonly ambiguous: number;
  /** When the rules first let anybody in this zone be called. */
  readonly opensMs: number;
  /** Undefined: nobody is reached before the horizon. */
  readonly firstCallMs: number | undefined;
  readonly lastCallMs: number | undefined;
  /** When the calling hours in which the last call lies close: the last possible moment of that day. */
  readonly closesMs: number | undefined;
}

export type NeverReason = 'noWindow' | 'noDay' | 'noZone';

export interface NeverCalled {
  readonly reason: NeverReason;
  readonly contacts: number;
  /** ISO 3166-1 alpha-2; empty where no country is known. */
  readonly countries: readonly string[];
  readonly sentence: string;
}

/** Attempts that start in the hour from `fromMs`, in the likely scenario. */
export interface ForecastHour {
  readonly fromMs: number;
  /** A person answers. */
  readonly answered: number;
  /** A voicemail or another machine. */
  readonly machine: number;
  readonly unanswered: number;
}

/** When the last call ends; undefined: not before the horizon. */
export interface PlannedFinish {
  readonly earlyMs: number | undefined;
  readonly likelyMs: number | undefined;
  readonly lateMs: number | undefined;
}

export interface ClockChange {
  readonly zone: string;
  readonly atMs: number;
  /** Positive: the clocks go forward, and an hour (mostly) is skipped. */
  readonly byMinutes: number;
}

export interface PlannedPause {
  /** The start of the last call before it and of the first after it. */
  readonly fromMs: number;
  readonly untilMs: number;
}
