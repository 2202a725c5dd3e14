import type { CallList } from './callList.ts';

/** The same people in the same order, told the same: what a person has seen is what is sent. */
export function sameContacts(seen: CallList, now: CallList): boolean {
  return (
    seen === now ||
    (seen.counts.ready === now.counts.ready &&
      seen.contacts.length === now.contacts.length &&
      seen.contacts.every(
        (contact, index) => JSON.stringify(contact) === JSON.stringify(now.contacts[index]),
      ))
  );
}
