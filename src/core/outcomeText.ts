import { readableWord } from './readableValue.ts';
import type { CallOutcome } from './row.ts';

const texts: Readonly<Record<CallOutcome, string>> = {
  interested: 'Interested',
  requested_callback_later: 'Call back',
  completed: 'Completed',
  not_interested: 'Not interested',
  requested_callback_new_number: 'Call back on another number',
  do_not_contact: 'Do not contact',
  ai_averse: 'Declined AI',
};

/** An outcome as people read it; one that the API does not document, in its own words. */
export function outcomeText(outcome: string): string {
  return Object.hasOwn(texts, outcome) ? texts[outcome as CallOutcome] : readableWord(outcome);
}
