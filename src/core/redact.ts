import { documentedNames, userDefinedNames } from './documentedNames.ts';

/** Replaces a secret. */
export const redacted = '[redacted]';

/**
 * Words that make a name the name of a secret, wherever they are in it: `access_token`, `X-Api-Key`,
 * `authHeader`.
 */
const secretWords: ReadonlySet<string> = new Set([
  ...['key', 'apikey', 'accesskey', 'privatekey', 'token', 'authtoken', 'secret', 'signature'],
  ...['pass', 'password', 'passwd', 'passphrase', 'auth', 'authorization', 'bearer', 'cookie', 'credential'],
]);
/**
 * A link of one of these kinds is a secret as a whole: its path may be all that protects what it leads to.
 */
const secretLinks: ReadonlySet<string> = new Set(['webhook', 'recording', 'lookup', 'callback', 'hook']);
const linkWords: ReadonlySet<string> = new Set(['url', 'uri', 'link']);
/** Lists of `{key, value}` whose values may carry tokens. */
const keyValueLists = /^(headers|query_params)$/i;

/**
 * A copy that may be shown or copied. Only the fields that the API's reference documents are shown, and of
 * those no keys, tokens, signed links and values of tool headers. What a newer server adds is replaced,
 * unless it is a number, true, false or nothing: nobody knows yet whether it is a secret.
 */
export function redact(value: unknown): unknown {
  return redactAt(value, 'documented');
}

/** What the names in an object are: documented ones, given by people and models, or those of headers. */
type Names = 'documented' | 'free' | 'headers';

function redactAt(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => redactAt(item, names));
  if (typeof value === 'string') return names === 'headers' && value !== '' ? redacted : redactUrl(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, redactField(name, inner, value, names)]),
  );
}

function redactField(name: string, value: unknown, owner: object, names: Names): unknown {
  if (value === null || value === undefined || value === '') return value;
  const isNameOfHeader = name === 'key' && 'value' in owner;
  if (!isNameOfHeader && (names === 'headers' || isSecret(name, value))) return redacted;
  if (isNameOfHeader || typeof value === 'number' || typeof value === 'boolean') return value;
  if (names === 'documented' && !documentedNames.has(name)) return redacted;
  if (keyValueLists.test(name)) return redactAt(value, 'headers');
  return redactAt(value, names === 'free' || userDefinedNames.has(name) ? 'free' : 'documented');
}

/** `max_tokens: 5` is a limit, `tokens: "…"` is not. */
function isSecret(name: string, value: unknown): boolean {
  const words = wordsOf(name);
  const isOfWords = (word: string) =>
    secretWords.has(word) ||
    (typeof value !== 'number' &&
      word.endsWith('s') &&
      secretWords.has(word.slice(0, -1)) &&
      word !== 'keys');
  if (name !== 'key' && words.some(isOfWords)) return true;
  return words.some((word) => linkWords.has(word)) && words.some((word) => secretLinks.has(word));
}

/** `['webhook', 'url']` of `webhook_url`, `webhookUrl` and `Webhook-URL`. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/**
 * Removes user name, password, query and a fragment with values from every link in a text: tokens are passed
 * there.
 */
export function redactUrl(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, (link) => {
    const at = link.indexOf('#');
    const [before, fragment] = at === -1 ? [link, ''] : [link.slice(0, at), link.slice(at)];
    const shown = before.replace(/^([^/]+:\/\/)[^/?#\\]*@/, '$1').replace(/\?.+/s, `?${redacted}`);
    return shown + (fragment.includes('=') ? `#${redacted}` : fragment);
  });
}
