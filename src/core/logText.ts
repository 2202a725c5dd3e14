import { ApiError, messageOf } from './errors.ts';
import { redactUrl } from './redact.ts';

// A log is kept, and sent to strangers with a report. It says what happened to which campaign, by id; who was
// called, what campaigns are named and what a server wrote stay on screen.

const maxLineCharacters = 4_000;

/** Seven digits of any script, with what people write between them. */
const number = /\+?\p{Nd}(?:[\s().\-/\u00a0\u2010-\u2015]{0,3}\p{Nd}){6,}/gu;
const eMail = /[^\s@<>"'(),:;]{1,64}@[^\s@<>"'(),:;]{1,255}/g;
/**
 * What looks like a generated secret: `sk_live_…`, a token of hexadecimal digits. An id is a UUID, with
 * hyphens.
 */
const token = /\b(?=[\w+/=]*\d)(?=[\w+/=]*[a-z])[\w+/=]{24,}|\b[sp]k_\w{8,}/gi;
const id = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Replaced, so that an entry cannot start a second line of the log. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * One line for the log: without phone numbers, e-mail addresses, the values in links, and what looks like a
 * key.
 * @param secrets known keys, replaced wherever they stand
 */
export function logText(line: string, secrets: Iterable<string> = []): string {
  let text = line.slice(0, maxLineCharacters).replace(unprintable, ' ');
  for (const secret of secrets) if (secret !== '') text = text.replaceAll(secret, '[key]');
  // Campaigns are identified in a log by their ids, whose digits are not a phone number.
  const ids: string[] = [];
  text = text.replace(id, (found) => `\ue000${ids.push(found) - 1}\ue000`);
  text = redactUrl(text).replace(token, '[key]').replace(eMail, '[address]').replace(number, '[number]');
  return text.replace(/\ue000(\d+)\ue000/g, (_, index: string) => ids[Number(index)] ?? '');
}

/** An error as a line for the log. Of an ApiError it gives the kind, never what the server said. */
export function errorForLog(error: unknown): string {
  if (!(error instanceof ApiError)) return messageOf(error);
  return [error.reason, error.status === undefined ? undefined : `HTTP ${error.status}`, error.where]
    .filter((part) => part !== undefined)
    .join(', ');
}
