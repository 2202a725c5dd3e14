import { oneLine } from './plainText.ts';

/** Where requests go. Each connection has its own key, bound to the host it was given for. */
export interface Connection {
  readonly kind: 'service' | 'sandbox';
  /** Without a slash at its end: `https://www.getrevox.com/api`. */
  readonly baseUrl: string;
}

export const serviceBaseUrl = 'https://www.getrevox.com/api';

const maxShownCharacters = 200;

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks a base URL as a person typed it. https only, except on this machine; no user name, query or
 * fragment. Returns the normalized URL, or a sentence that says what to change.
 */
export function checkBaseUrl(text: string): { readonly baseUrl: string } | { readonly problem: string } {
  const shown = oneLine(text, maxShownCharacters);
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { problem: `"${shown}" is not a URL. Write it like ${serviceBaseUrl}.` };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) {
    return {
      problem: `"${shown}" would send the API key unprotected. Use an address that starts with https://.`,
    };
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { problem: `"${shown}" holds more than an address. Leave out user names, "?" and "#".` };
  }
  return { baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

/** The host and port a key belongs to. */
export function originOf(connection: Connection): string {
  return new URL(connection.baseUrl).origin;
}
