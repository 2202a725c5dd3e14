import type { Row } from '../../core/row.ts';
import { valueText } from '../valueText.ts';

/**
 * All of a row that a person may look for, in lower case: number, names, variables, outputs and what was
 * said.
 */
export function rowSearchText({ phone_number, input_data, call }: Row): string {
  const parts: (string | undefined)[] = [phone_number, ...Object.values(input_data)];
  if (call !== undefined) {
    const { contact, outcome, outcome_summary } = call;
    parts.push(contact?.first_name, contact?.last_name, contact?.email, contact?.company, contact?.job_title);
    parts.push(outcome, outcome_summary);
    for (const attempt of call.call_attempts) {
      for (const value of Object.values(attempt.structured_output ?? {})) {
        // Shown as `Not interested`, so found by it, too.
        const text = valueText(value);
        parts.push(text, text.includes('_') ? text.replaceAll('_', ' ') : undefined);
      }
      const turns = attempt.post_call_transcript ?? attempt.transcript ?? [];
      for (const { content } of turns) parts.push(content);
    }
  }
  return parts
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase();
}
