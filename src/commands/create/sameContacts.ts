import type { CallList } from '../../contacts/callList.ts';
import type { CallListFile } from './callListFile.ts';

/** The same bytes, or the same text of an editor. */
export function sameSource(a: CallListFile['source'], b: CallListFile['source']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return Buffer.compare(a, b) === 0;
}

/** The same people in the same order, told the same. */
export function sameContacts(a: CallList, b: CallList): boolean {
  return (
    a.contacts.length === b.contacts.length &&
    a.contacts.every((contact, index) => JSON.stringify(contact) === JSON.stringify(b.contacts[index]))
  );
}
