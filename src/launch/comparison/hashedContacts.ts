import { Pace } from '../../callList/pace.ts';
import type { Contact } from '../../core/createRequest.ts';
import { contactText, variableNames } from './contactText.ts';

/**
 * The contacts of a create as keyed hashes: they can be compared with rows later, and tell nothing without
 * the key.
 */
export interface HashedContacts {
  /** Names of the prompt variables that were sent. */
  readonly names: readonly string[];
  /** HMAC-SHA-256 of each contact, cut to 16 bytes, as 32 hexadecimal digits, sorted. */
  readonly hashes: readonly string[];
}

export type ContactHasher = (text: string) => Promise<string>;

const hashBytes = 16;

/** @param key at least 16 random bytes that stay on this machine */
export async function contactHasher(key: Uint8Array<ArrayBuffer>): Promise<ContactHasher> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const encoder = new TextEncoder();
  return async (text) => {
    const signature = await crypto.subtle.sign('HMAC', imported, encoder.encode(text));
    return Array.from(new Uint8Array(signature, 0, hashBytes), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  };
}

const hashedAtOnce = 64;

export async function hashContacts(
  contacts: readonly Contact[],
  hash: ContactHasher,
): Promise<HashedContacts> {
  const pace = new Pace();
  const hashes: string[] = [];
  for (let from = 0; from < contacts.length; from += hashedAtOnce) {
    const group = contacts.slice(from, from + hashedAtOnce);
    hashes.push(
      ...(await Promise.all(
        group.map((contact) => hash(contactText(contact.to_phone_number, contact.prompt_variables))),
      )),
    );
    await pace.yieldIfDue();
  }
  // sorted, so that the order of the list is not kept
  return { names: [...variableNames(contacts)].sort(), hashes: hashes.sort() };
}

/** @returns undefined when the text holds none */
export function readHashedContacts(text: string): HashedContacts | undefined {
  try {
    const value = JSON.parse(text) as Partial<HashedContacts> | null;
    return value !== null && isTexts(value.names) && isTexts(value.hashes)
      ? (value as HashedContacts)
      : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
