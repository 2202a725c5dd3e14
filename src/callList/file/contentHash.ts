/**
 * SHA-256 in hexadecimal of what a list was read from, to tell later whether it is still the same. For bytes
 * that come in pieces, see `StreamOptions.hash`.
 */
export async function contentHash(source: Uint8Array | string): Promise<string> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
