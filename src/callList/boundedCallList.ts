import type { CallList, CallListOptions, ReadyContact } from './callList.ts';
import { deepCopy } from './deepCopy.ts';
import type { Encoding } from './file/encoding.ts';
import { readAgainUnlessUtf8, type CallListSource } from './file/textSource.ts';
import { readCallList } from './streamCallList.ts';

/** The largest list that can be sent. Contacts above it are only counted, and the launch is refused. */
export interface Bounds {
  readonly maxContacts: number;
  /** Characters of the values of all contacts. */
  readonly maxCharacters: number;
}

/** Receives everything that is read, in order. */
export interface Reader {
  /** A new one for each time that the source is read from its beginning: `createHash('sha256')`. */
  readonly newHash: () => { update(bytes: Uint8Array): unknown; digest(encoding: 'hex'): string };
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
}

export interface BoundedCallList {
  readonly list: CallList;
  /** SHA-256 of the bytes that were checked, in hexadecimal. */
  readonly hash: string;
}

const problemsPerCode = 1000;

/**
 * Checks a list of any size in bounded memory. Where it has more contacts than `bounds`, the first ones are
 * in it and all are counted, so that `contacts` is shorter than `counts.ready`.
 * @throws HumanError for a file that is no call list at all, AbortError when cancelled, whatever the source
 * throws
 */
export function checkBounded(
  source: CallListSource,
  options: CallListOptions,
  bounds: Bounds,
  reader: Reader,
  signal?: AbortSignal,
): Promise<BoundedCallList> {
  return readAgainUnlessUtf8((as) => read(source, options, bounds, reader, signal, as));
}

async function read(
  source: CallListSource,
  options: CallListOptions,
  { maxContacts, maxCharacters }: Bounds,
  { newHash, onProgress }: Reader,
  signal: AbortSignal | undefined,
  as?: Encoding,
): Promise<BoundedCallList> {
  const hash = newHash();
  const contacts: ReadyContact[] = [];
  const keep = (batch: readonly ReadyContact[]): void => {
    for (const contact of batch) contacts.push(deepCopy(contact));
  };
  const limits = { contacts: maxContacts, characters: maxCharacters, problemsPerCode };
  const report = await readCallList(source, { ...options, hash, onProgress }, keep, limits, signal, as);
  const list = { ...report, contacts };
  return { list, hash: hash.digest('hex') };
}
