import type { CallResult, DialError } from '../../core/row.ts';
import { Dice } from '../random.ts';
import type { Conversation } from './conversations.ts';
import { testNumberPlan, type Plan } from './testNumbers.ts';

/** How an attempt goes, in the order in which it happens. Fixed before it starts. */
export interface CallOutcome {
  /** The time in the queue before it rings. */
  readonly queuedMs: number;
  readonly ringMs: number;
  /** 0 when nobody and nothing answered. */
  readonly talkMs: number;
  readonly dialError: DialError | undefined;
  readonly result: CallResult | undefined;
  readonly endedBy: 'agent' | 'user' | 'system' | undefined;
  readonly endReason: string | undefined;
  /** Undefined unless a person answered. */
  readonly conversation: Conversation | undefined;
}

/** What identifies an attempt. Its outcome depends on nothing else. */
export interface AttemptPlace {
  readonly seed: number;
  readonly campaign: number;
  readonly row: number;
  /** From 1. */
  readonly attempt: number;
  /** E.164; the last four digits of a test number determine its outcomes. */
  readonly phoneNumber: string;
}

/** Shares of the attempts of an ordinary list. The rest, 42 %, reach a person. */
const chances: readonly (readonly [share: number, plan: Plan])[] = [
  [0.17, 'voicemail'],
  [0.15, 'no_answer'],
  [0.06, 'busy'],
  [0.04, 'IVR'],
  [0.04, 'ios-screening-filter'],
  [0.03, 'unknown'],
  [0.03, 'temporarily_unavailable'],
  [0.025, 'number_non_attributed'],
  [0.01, 'too_many_calls'],
  [0.01, 'non_classified_error'],
  [0.008, 'no_international_permission'],
  [0.007, 'precondition_failed'],
];

const conversationChances: readonly (readonly [share: number, conversation: Conversation])[] = [
  [0.24, 'not_interested'],
  [0.16, 'callback'],
  [0.1, 'hung_up'],
  [0.08, 'transfer'],
  [0.06, 'tool_error'],
  [0.05, 'do_not_contact'],
  [0.02, 'too_long'],
];

export function outcomeOf(place: AttemptPlace): CallOutcome {
  const dice = new Dice(place.seed, place.campaign, place.row, place.attempt);
  const queuedMs = dice.between(1, 3) * 1000;
  const planned = draw(dice.next(), chances) ?? draw(dice.next(), conversationChances) ?? 'interested';
  const plan = testNumberPlan(place.phoneNumber, place.attempt) ?? planned;
  return { queuedMs, ...unfold(plan, dice) };
}

function draw<T>(point: number, shares: readonly (readonly [number, T])[]): T | undefined {
  let sum = 0;
  return shares.find(([share]) => point < (sum += share))?.[1];
}

/** Errors after which the number is not dialled again. */
const permanentErrors: ReadonlySet<DialError> = new Set([
  'number_non_attributed',
  'no_international_permission',
]);

export function isPermanent(outcome: CallOutcome): boolean {
  return outcome.dialError !== undefined && permanentErrors.has(outcome.dialError);
}

/** Whether a person was interested or asked to be called back. */
export function isInterested({ conversation }: CallOutcome): boolean {
  return conversation === 'interested' || conversation === 'tool_error' || conversation === 'callback';
}

export function durationMs(outcome: CallOutcome): number {
  return outcome.queuedMs + outcome.ringMs + outcome.talkMs;
}

type Unfolded = Omit<CallOutcome, 'queuedMs'>;

function unfold(plan: Plan, dice: Dice): Unfolded {
  switch (plan) {
    case 'voicemail':
      return answered(dice, [8, 20], 'voicemail', 'agent', 'voicemail');
    case 'IVR':
      return answered(dice, [12, 45], 'IVR', 'agent', 'ivr_no_navigate');
    case 'ios-screening-filter':
      return answered(dice, [6, 18], 'ios-screening-filter', 'user', undefined);
    case 'unknown':
      return answered(dice, [3, 9], 'unknown', 'user', undefined);
    case 'no_answer':
      return dialFailed('no_answer', dice.between(28, 40));
    case 'busy':
    case 'too_many_calls':
    case 'temporarily_unavailable':
    case 'number_non_attributed':
    case 'no_international_permission':
    case 'precondition_failed':
    case 'non_classified_error':
      return dialFailed(plan, dice.between(1, 5));
    case 'interested':
    case 'tool_error':
      return { ...answered(dice, [55, 140], 'human', 'agent', 'tool_end_call'), conversation: plan };
    case 'callback':
    case 'do_not_contact':
      return { ...answered(dice, [25, 60], 'human', 'agent', 'tool_end_call'), conversation: plan };
    case 'transfer':
      return { ...answered(dice, [40, 90], 'human', 'agent', 'transfer'), conversation: plan };
    case 'not_interested':
      return { ...answered(dice, [20, 50], 'human', 'user', undefined), conversation: plan };
    case 'hung_up':
      return { ...answered(dice, [4, 12], 'human', 'user', undefined), conversation: plan };
    case 'too_long':
      return { ...answered(dice, [300, 300], 'human', 'system', undefined), conversation: plan };
  }
}

function answered(
  dice: Dice,
  [low, high]: readonly [number, number],
  result: CallResult,
  endedBy: CallOutcome['endedBy'],
  endReason: string | undefined,
): Unfolded {
  const ringMs = dice.between(4, 22) * 1000;
  const talkMs = dice.between(low, high) * 1000;
  return { ringMs, talkMs, dialError: undefined, result, endedBy, endReason, conversation: undefined };
}

function dialFailed(dialError: DialError, ringSeconds: number): Unfolded {
  return {
    ringMs: ringSeconds * 1000,
    talkMs: 0,
    dialError,
    result: undefined,
    endedBy: undefined,
    endReason: undefined,
    conversation: undefined,
  };
}
