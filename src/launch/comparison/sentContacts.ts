import type { Contact } from '../../core/createRequest.ts';
import { contactText, variableNames } from './contactText.ts';
import type { ContactHasher, HashedContacts } from './hashedContacts.ts';

/** The contacts that were sent, in a form in which a row of the server can be looked up. */
export interface SentContacts {
  readonly count: number;
  /** Names of the variables that were sent: others on the server are extra. */
  readonly names: ReadonlySet<string>;
  /** One key for each contact; equal contacts have equal keys. */
  readonly keys: readonly string[];
  /** The contacts themselves, in the order of `keys`; undefined when only their hashes are known. */
  readonly contacts: readonly Contact[] | undefined;
  /** The key of a contact as the server has it. `number` is E.164, `variables` holds no extra names. */
  keyOf(number: string, variables: Readonly<Record<string, string>>): string | Promise<string>;
}

export function sentContacts(contacts: readonly Contact[]): SentContacts {
  return {
    count: contacts.length,
    names: variableNames(contacts),
    keys: contacts.map((contact) => contactText(contact.to_phone_number, contact.prompt_variables)),
    contacts,
    keyOf: contactText,
  };
}

/** As `sentContacts`, from what the journal keeps. */
export function hashedSentContacts({ names, hashes }: HashedContacts, hash: ContactHasher): SentContacts {
  return {
    count: hashes.length,
    names: new Set(names),
    keys: hashes,
    contacts: undefined,
    keyOf: (number, variables) => hash(contactText(number, variables)),
  };
}
