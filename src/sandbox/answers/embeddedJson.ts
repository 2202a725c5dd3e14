import { randomBytes } from 'node:crypto';

/**
 * A placeholder for the assistant while the rest becomes JSON. It is random, so no text of a list can equal
 * it.
 */
export const assistantMark = `assistant ${randomBytes(12).toString('hex')}`;
const markJson = JSON.stringify(assistantMark);

/**
 * A row or call as JSON. Its assistant is most of it and the same in all of them, so it becomes JSON only
 * once.
 */
export function withAssistant(answer: unknown, assistantJson: string): string {
  const text = JSON.stringify(answer);
  const at = text.indexOf(markJson);
  return at < 0 ? text : text.slice(0, at) + assistantJson + text.slice(at + markJson.length);
}
