import type { CallOutcome } from '../dialing/callOutcome.ts';
import { hash32 } from '../random.ts';
import type { Conversation } from '../dialing/conversations.ts';
import type { OutcomeWord } from '../revision.ts';

/** The newest value comes last. A revision that does not have it uses the one before it. */
const words: Readonly<Record<Conversation, readonly OutcomeWord[]>> = {
  interested: ['interested'],
  tool_error: ['interested'],
  callback: ['requested_callback_later'],
  transfer: ['completed'],
  too_long: ['completed'],
  not_interested: ['not_interested'],
  do_not_contact: ['not_interested', 'do_not_contact'],
  hung_up: ['ai_averse'],
};

/** The `outcome` of a conversation; undefined where the revision has no value for it. */
export function outcomeWord(
  conversation: Conversation,
  known: readonly OutcomeWord[],
): OutcomeWord | undefined {
  return words[conversation].filter((word) => known.includes(word)).at(-1);
}

const summaries: Readonly<Record<Conversation, string>> = {
  interested: 'agreed to a meeting and asked for an invitation.',
  tool_error: 'is interested; the calendar could not be reached, so the times follow by e-mail.',
  callback: 'had no time and asked to be called back.',
  transfer: 'wanted to speak to a person and was put through.',
  too_long: 'talked until the time was up; nothing was agreed.',
  not_interested: 'is not interested and sees no reason to change.',
  do_not_contact: 'asked not to be called again.',
  hung_up: 'hung up right away.',
};

/** `outcome_summary`: one sentence about a conversation. */
export function outcomeSummary(conversation: Conversation, contactName: string): string {
  return `${contactName === '' ? 'The contact' : contactName} ${summaries[conversation]}`;
}

/**
 * Whether an operator takes over: always for test number 0127, otherwise for about half of the transferred
 * calls.
 */
export function isTakenOver(outcome: CallOutcome, phoneNumber: string, place: readonly number[]): boolean {
  if (outcome.conversation !== 'transfer') return false;
  return (
    phoneNumber.endsWith('0127') || (!phoneNumber.endsWith('0122') && hash32(...place, 0x7a3e) % 2 === 0)
  );
}
