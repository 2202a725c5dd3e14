import type { CallOutcome } from '../dialing/callOutcome.ts';
import { hash32 } from '../random.ts';
import type { Conversation } from '../dialing/conversations.ts';
import type { OutcomeWord } from '../revision.ts';

/** The newest values come last: a revision that does not know one uses the value before it. */
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

/** The result of a conversation in the API's values; undefined where the revision has none for it. */
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

/** One sentence about a conversation. */
export function outcomeSummary(conversation: Conversation, contactName: string): string {
  return `${contactName === '' ? 'The contact' : contactName} ${summaries[conversation]}`;
}

/**
 * Test number 0127, and about every second call that is put through: an operator of the organization takes
 * over.
 */
export function isTakenOver(outcome: CallOutcome, phoneNumber: string, place: readonly number[]): boolean {
  if (outcome.conversation !== 'transfer') return false;
  return (
    phoneNumber.endsWith('0127') || (!phoneNumber.endsWith('0122') && hash32(...place, 0x7a3e) % 2 === 0)
  );
}
