import type { Contact } from '../core/createRequest.ts';

/** What of a call list is sent. */
interface Listed {
  readonly contacts: readonly Contact[];
  readonly counts: { readonly ready: number };
}

/** The same people in the same order, told the same: what a person has seen is what is sent. */
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
