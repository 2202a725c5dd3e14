import type { CallResult, DialError } from '../../core/row.ts';
import type { Conversation } from './conversations.ts';

/** How an attempt ends: a dial error, an answer by something other than a person, or a conversation. */
export type Plan = DialError | Exclude<CallResult, 'human'> | Conversation;

/**
 * The outcomes of numbers whose last four digits are 01NN (as in +1 212 555 01NN, which are reserved for
 * examples): one for all attempts, or one for each attempt in turn. README.md lists them.
 */
const plans: Readonly<Record<string, readonly [Plan, ...Plan[]]>> = {
  '0100': ['interested'],
  '0101': ['voicemail'],
  '0102': ['IVR'],
  '0103': ['unknown'],
  '0104': ['ios-screening-filter'],
  '0110': ['number_non_attributed'],
  '0111': ['too_many_calls'],
  '0112': ['busy'],
  '0113': ['temporarily_unavailable'],
  '0114': ['no_answer'],
  '0115': ['no_international_permission'],
  '0116': ['precondition_failed'],
  '0117': ['non_classified_error'],
  '0120': ['not_interested'],
  '0121': ['callback'],
  '0122': ['transfer'],
  '0123': ['do_not_contact'],
  '0124': ['hung_up'],
  '0125': ['too_long'],
  '0126': ['tool_error'],
  '0127': ['transfer'],
  '0130': ['voicemail', 'interested'],
  '0131': ['busy', 'no_answer', 'callback'],
};

/** The outcome of an attempt on a test number; undefined: it is not one, and chance decides. */
export function testNumberPlan(phoneNumber: string, attempt: number): Plan | undefined {
  const sequence = plans[phoneNumber.slice(-4)];
  return sequence?.[Math.min(attempt, sequence.length) - 1];
}
