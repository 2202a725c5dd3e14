const maxLength = 300;

/**
 * The server's own words in the body of an error answer. No schema is published: `message`, then `error` (a text or
 * `{message}`), then plain text are tried. HTML (a proxy's page) says nothing to a person and is left out.
 */
export function serverMessage(body: string): string | undefined {
  const trimmed = body.trim();
  if (trimmed === '') return undefined;
  const parsed = parseJson(trimmed);
  if (parsed !== undefined) return shorten(messageIn(parsed));
  if (/^[<{[]/.test(trimmed)) return undefined; // HTML, or JSON that was cut short
  return shorten(trimmed);
}

function messageIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { message, error, detail } = value as Record<string, unknown>;
  return [message, error, detail]
    .map((candidate) => (typeof candidate === 'string' ? candidate : messageIn(candidate)))
    .find((candidate) => candidate !== undefined && candidate !== '');
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
  const line = text?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (line === undefined || line === '') return undefined;
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
