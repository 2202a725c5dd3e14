import type { CreateCampaignRequest } from '../../core/createRequest.ts';

export interface RequestHashes {
  /** Of the whole request. */
  readonly request: string;
  /** Of its contacts alone, whatever the campaign is called and whenever it starts. */
  readonly contacts: string;
}

const contactsAtOnce = 1_000;

/**
 * HMAC-SHA-256 in hexadecimal, whatever the order of the keys. The contacts are hashed in groups and then the
 * hashes of the groups, so that a million of them never form one text or block the thread.
 * @param key without it, the only number of a small campaign could be found by trying all
 */
export async function requestHash(
  { contacts, ...rest }: CreateCampaignRequest,
  key: Uint8Array<ArrayBuffer>,
): Promise<RequestHashes> {
  const hash = await keyedHash(key);
  const groups: string[] = [];
  for (let from = 0; from < contacts.length; from += contactsAtOnce) {
    groups.push(await sha256(canonical(contacts.slice(from, from + contactsAtOnce))));
  }
  const ofContacts = await hash(groups.join(' '));
  return { request: await hash(`${canonical(rest)} ${ofContacts}`), contacts: ofContacts };
}

/**
 * Tells the accounts of one service apart without keeping anything that leads back to a key: six hexadecimal
 * digits of the hash of a text that cannot be guessed.
 */
export async function accountMark(key: string): Promise<string> {
  return (await sha256(`revox account ${key}`)).slice(0, 6);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

async function keyedHash(key: Uint8Array<ArrayBuffer>): Promise<(text: string) => Promise<string>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return async (text) =>
    hexadecimal(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

async function sha256(text: string): Promise<string> {
  return hexadecimal(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function hexadecimal(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
