import type { CreateCampaignRequest } from '../core/createRequest.ts';

export interface RequestHashes {
  /** Of the whole request. */
  readonly request: string;
  /** Of its contacts alone, whatever the campaign is called and whenever it starts. */
  readonly contacts: string;
}

const contactsAtOnce = 1_000;

/**
 * SHA-256 in hexadecimal, whatever the order of the keys. The contacts are hashed in groups and then the hashes of
 * the groups, so that a million of them neither stand in one text nor block the thread.
 */
export async function requestHash({ contacts, ...rest }: CreateCampaignRequest): Promise<RequestHashes> {
  const groups: string[] = [];
  for (let from = 0; from < contacts.length; from += contactsAtOnce) {
    groups.push(await sha256(canonical(contacts.slice(from, from + contactsAtOnce))));
  }
  const ofContacts = await sha256(groups.join(' '));
  return { request: await sha256(`${canonical(rest)} ${ofContacts}`), contacts: ofContacts };
}

/**
 * Tells the accounts of one service apart without keeping anything that leads back to a key: six hexadecimal digits
 * of the hash of a text that cannot be guessed.
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

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
