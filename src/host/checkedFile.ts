import { createHash } from 'node:crypto';
import { checkBounded, type Bounds } from '../callList/boundedCallList.ts';
import type { CallList, CallListOptions } from '../callList/callList.ts';
import { checkCallList } from '../callList/checkCallList.ts';
import { contentHash } from '../callList/file/contentHash.ts';
import type { CallListSource } from '../callList/file/textSource.ts';
import { largeBytes } from './fileBytes.ts';

/** A checked list and the hash of the file it was read from. */
export interface CheckedFile {
  readonly list: CallList;
  /** SHA-256 of the checked bytes. If it differs later, the file has changed. */
  readonly hash: string;
}

export interface CheckedFileOptions {
  readonly bounds: Bounds;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
}

/** @throws HumanError for a file that is not a call list or cannot be read, AbortError when cancelled */
export async function checkFile(
  source: CallListSource,
  question: CallListOptions,
  { bounds, signal, onProgress }: CheckedFileOptions,
): Promise<CheckedFile> {
  if (isSmall(source)) {
    return { list: await checkCallList(source, question, signal), hash: await contentHash(source) };
  }
  return checkBounded(source, question, bounds, { newHash: () => createHash('sha256'), onProgress }, signal);
}

/** The hash of the current content. */
export async function hashOfFile(source: CallListSource, signal?: AbortSignal): Promise<string> {
  if (typeof source === 'string' || source instanceof Uint8Array) return contentHash(source);
  const hash = createHash('sha256');
  for await (const bytes of source) {
    signal?.throwIfAborted();
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/** The text of an editor is never too large, because editors limit its size. */
function isSmall(source: CallListSource): source is string | Uint8Array {
  return typeof source === 'string' || (source instanceof Uint8Array && source.length <= largeBytes);
}
