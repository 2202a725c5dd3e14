import { randomBytes } from 'node:crypto';

/** Stands for the assistant while the rest is made JSON. Random: no text of a list can be the same. */
export const assistantMark = `assistant ${randomBytes(12).toString('hex')}`;
const markJson = JSON.stringify(assistantMark);

/**
 * A row or call as JSON. Each holds its whole assistant, which is most of it and the same in all of them: it
 * is made JSON once.
 */
export function withAssistant(answer: unknown, assistantJson: string): string {
  const text = JSON.stringify(answer);
  const at = text.indexOf(markJson);
  return at < 0 ? text : text.slice(0, at) + assistantJson + text.slice(at + markJson.length);
}
