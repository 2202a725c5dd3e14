/** Stands where a secret was. */
export const redacted = '[redacted]';

/** How names of secrets end, so that `access_token`, `X-Api-Key` and `clientSecret` are covered too. */
const secretKeys =
  /(api[-_]?key|access[-_]?key|private[-_]?key|token|secret|password|authorization|webhook_url|recording_url|precall_lookup_url)$/i;
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
  if (typeof value === 'string') return hideValues && value !== '' ? redacted : redactUrl(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const secret = secretKeys.test(key) || (hideValues && !(key === 'key' && 'value' in value));
      if (secret && inner !== null && inner !== undefined && inner !== '') return [key, redacted];
      return [key, redactAt(inner, keyValueLists.test(key))];
    }),
  );
}

/** Takes user, password, query and a fragment with values from every link in a text: that is where tokens travel. */
export function redactUrl(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, (link) =>
    link
      .replace(/^([^/]+:\/\/)[^/?#\\]*@/, '$1')
      .replace(/\?[^#]+/, `?${redacted}`)
      .replace(/#.*=.*$/, `#${redacted}`),
  );
}
