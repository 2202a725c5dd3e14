import type { Contact } from '../core/createRequest.ts';

/** The part of a call list that is sent. */
interface Listed {
  readonly contacts: readonly Contact[];
  readonly counts: { readonly ready: number };
}

/**
 * Whether two lists have the same contacts in the same order with the same values, so that what is sent is
 * what the person has seen.
 */
export function sameContacts(seen: Listed, now: Listed): boolean {
  return (
    seen === now ||
    (seen.counts.ready === now.counts.ready &&
      seen.contacts.length === now.contacts.length &&
      seen.contacts.every(
        (contact, index) => JSON.stringify(contact) === JSON.stringify(now.contacts[index]),
      ))
  );
}
