import { oneLine } from '../core/plainText.ts';
import { redacted } from '../core/redact.ts';

const maxLength = 300;
const maxDepth = 5;

/**
 * The server's own words in the body of an error answer. No schema is published: `message`, then `error` (a
 * text or `{message}`, or a list of them), then plain text are tried. HTML (a proxy's page) says nothing to a
 * person and is left out. The key is masked wherever the server repeats it.
 */
export function serverMessage(body: string, key?: string): string | undefined {
  const trimmed = (key === undefined || key === '' ? body : body.replaceAll(key, redacted)).trim();
  if (trimmed === '') return undefined;
  const parsed = parseJson(trimmed);
  if (parsed !== undefined) return shorten(messageIn(parsed));
  if (/^[<{[]/.test(trimmed)) return undefined; // HTML, or JSON that was cut short
  return shorten(trimmed);
}

function messageIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object' || value === null || depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    const messages = value.map((item) => messageIn(item, depth + 1)).filter((item) => item !== undefined);
    return messages.length === 0 ? undefined : messages.join('; ');
  }
  const { message, error, errors, detail } = value as Record<string, unknown>;
  return [message, error, errors, detail]
    .map((candidate) => messageIn(candidate, depth + 1))
    .find((candidate) => candidate !== undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One line, without control characters, no longer than a notification can show. */
function shorten(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : oneLine(text, maxLength);
  return line === '' ? undefined : line;
}
