/** A likely value with its lower and upper bound. */
export interface Estimate {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What nobody knows before the calls are made, each as a range. */
export interface ForecastAssumptions {
  /** Share of all attempts in which a person answers, 0 to 1; a plan counts in whole percent. */
  readonly answerRate: Estimate;
  /** Share of all attempts that end at a voicemail or another machine, 0 to 1; on top of `answerRate`. */
  readonly voicemailRate: Estimate;
  /** From answering to the end, with a person. */
  readonly talkSeconds: Estimate;
  /** The same with a voicemail or another machine. */
  readonly voicemailSeconds: Estimate;
  /** From the start of an attempt until somebody, or something, answers. */
  readonly ringSeconds: Estimate;
  /** From the start of an attempt until it ends without an answer. */
  readonly noAnswerSeconds: Estimate;
}

export type AssumptionName = keyof ForecastAssumptions;

/**
 * Defaults for an account without a finished campaign. The ranges are wide on purpose: lists differ more than
 * services do. Cold lists are answered by a person in 15 to 30 of 100 attempts and expected calls in 50 or
 * more; a conversation with an assistant that has one task lasts about a minute; networks let a phone ring 20
 * to 45 seconds. These are rules of thumb, not measurements; `learntAssumptions` puts better ones in their
 * place.
 */
export const defaultAssumptions: ForecastAssumptions = {
  answerRate: { low: 0.15, likely: 0.3, high: 0.5 },
  voicemailRate: { low: 0.1, likely: 0.25, high: 0.4 },
  talkSeconds: { low: 40, likely: 75, high: 150 },
  voicemailSeconds: { low: 10, likely: 20, high: 35 },
  ringSeconds: { low: 8, likely: 15, high: 22 },
  noAnswerSeconds: { low: 20, likely: 30, high: 45 },
};

/**
 * Parallel calls of a campaign that names none: the reference has no default; forecast and sandbox use this
 * one.
 */
export const assumedConcurrentCalls = 5;
