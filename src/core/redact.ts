/** Stands where a secret was. */
export const redacted = '[redacted]';

const secretKeys =
  /^(api_?key|.*_api_key|access_token|refresh_token|token|secret|client_secret|password|authorization|webhook_url|recording_url|precall_lookup_url)$/i;
/** Lists of `{key, value}` whose values may carry tokens. */
const keyValueLists = /^(headers|query_params)$/i;

/**
 * A copy that may be shown or copied: keys, tokens, signed links and the values of tool headers are replaced.
 * Works on any JSON value, so that fields of newer servers are covered by their names too.
 */
export function redact(value: unknown): unknown {
  return redactAt(value, false);
}

function redactAt(value: unknown, hideValues: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => redactAt(item, hideValues));
  if (typeof value === 'string') return redactUrl(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const secret = secretKeys.test(key) || (hideValues && key !== 'key');
      if (secret && inner !== null && inner !== undefined && inner !== '') return [key, redacted];
      return [key, redactAt(inner, keyValueLists.test(key))];
    }),
  );
}

/** Takes user, password and query from every link in a text: that is where tokens travel. */
export function redactUrl(text: string): string {
  return text.replace(/\bhttps?:\/\/[^\s"'<>]+/gi, (link) => {
    try {
      const url = new URL(link);
      if (url.username === '' && url.password === '' && url.search === '') return link;
      return `${url.origin}${url.pathname}${url.search === '' ? '' : `?${redacted}`}`;
    } catch {
      return link;
    }
  });
}
