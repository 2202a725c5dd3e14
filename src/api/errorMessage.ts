import { oneLine } from '../core/plainText.ts';
import { redacted } from '../core/redact.ts';

const maxLength = 300;
const maxDepth = 8;
/** The most problems of a list that are shown. */
const maxProblems = 5;

/** Fields in which servers write a sentence, the most specific first. */
const sentenceKeys = [
  ...['message', 'msg', 'error_description', 'description', 'detail', 'details', 'error', 'title', 'reason'],
];
/** Fields in which servers list problems, one for each field of the request. */
const listKeys = [
  'errors',
  'issues',
  'details',
  'detail',
  'violations',
  'fieldViolations',
  'error',
  'message',
];
/** Members of a listed problem that name its field. */
const fieldKeys = ['loc', 'path', 'field', 'param', 'property', 'pointer', 'instancePath'];

/**
 * The server's own words in the body of an error answer. No schema is published, so the usual shapes are
 * read: a text, `{message}`, `{error}`, `{detail}`, and lists of problems with the field of each, as FastAPI,
 * Zod, Ajv, Rails and RFC 9457 write them. HTML, such as a proxy's page, is of no use to a person and is left
 * out. The key is masked wherever the server repeats it.
 */
export function serverMessage(body: string, key?: string): string | undefined {
  const trimmed = (key === undefined || key === '' ? body : body.replaceAll(key, redacted)).trim();
  if (trimmed === '') return undefined;
  const parsed = parseJson(trimmed);
  if (parsed !== undefined) return shorten(wordsIn(parsed));
  if (/^[<{[]/.test(trimmed)) return undefined; // HTML, or JSON that was cut short
  return shorten(trimmed);
}

function wordsIn(value: unknown, depth = 0): string | undefined {
  if (depth > maxDepth) return undefined;
  if (typeof value === 'string') return wordsOfText(value, depth);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return joined(value.map((item) => wordsIn(item, depth + 1)));
  const entry = value as Readonly<Record<string, unknown>>;
  const sentence = firstOf(sentenceKeys, (key) =>
    typeof entry[key] === 'string' ? wordsIn(entry[key], depth + 1) : undefined,
  );
  const listed = firstOf(listKeys, (key) =>
    typeof entry[key] === 'object' ? wordsIn(entry[key], depth + 1) : undefined,
  );
  const words = withList(sentence, listed) ?? (depth === 0 ? undefined : wordsByField(entry, depth));
  const field = depth === 0 ? '' : fieldOf(entry);
  return words === undefined || field === '' || words.includes(field) ? words : `${field}: ${words}`;
}

/** Some frameworks write their list of problems as JSON into the text of a message. */
function wordsOfText(text: string, depth: number): string | undefined {
  const trimmed = text.trim();
  const inner = /^[{[]/.test(trimmed) ? parseJson(trimmed) : undefined;
  return (
    (inner === undefined ? undefined : wordsIn(inner, depth + 1)) ?? (trimmed === '' ? undefined : trimmed)
  );
}

/** `{launch: ['is not permitted'], name: 'is too long'}` */
function wordsByField(entry: Readonly<Record<string, unknown>>, depth: number): string | undefined {
  return joined(
    Object.entries(entry)
      .slice(0, maxProblems)
      .map(([field, problem]) => {
        if (typeof problem !== 'string' && !Array.isArray(problem)) return undefined;
        const words = fieldKeys.includes(field) ? undefined : wordsIn(problem, depth + 1);
        return words === undefined ? undefined : `${field}: ${words}`;
      }),
  );
}

function fieldOf(entry: Readonly<Record<string, unknown>>): string {
  const { params } = entry;
  const extra =
    typeof params === 'object' && params !== null && 'additionalProperty' in params
      ? params.additionalProperty
      : undefined;
  const [place] = [extra, ...fieldKeys.map((key) => entry[key])].filter(
    (one) => (typeof one === 'string' && one !== '') || (Array.isArray(one) && one.length > 0),
  );
  const parts = Array.isArray(place) ? place : [place];
  return parts
    .filter((part) => (typeof part === 'string' && part !== 'body') || typeof part === 'number')
    .slice(0, maxDepth)
    .join('.');
}

function withList(sentence: string | undefined, listed: string | undefined): string | undefined {
  if (sentence === undefined || listed === undefined) return sentence ?? listed;
  return sentence.includes(listed) ? sentence : `${sentence.replace(/[.:]$/, '')}: ${listed}`;
}

function firstOf(keys: readonly string[], read: (key: string) => string | undefined): string | undefined {
  for (const key of keys) {
    const words = read(key);
    if (words !== undefined) return words;
  }
  return undefined;
}

function joined(messages: readonly (string | undefined)[]): string | undefined {
  const told = [...new Set(messages.filter((message) => message !== undefined))].slice(0, maxProblems);
  return told.length === 0 ? undefined : told.join('; ');
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
