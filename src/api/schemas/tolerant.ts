import * as z from 'zod';
import { oneLine } from '../../core/plainText.ts';
import { readTimestamp } from '../../core/timestamp.ts';

// Building blocks for answers. None of them can fail: what is missing, null or of another type than
// documented becomes "not there", so that one unexpected field never hides a whole view.

/**
 * A value of one type. By `transform` and not by `catch`: most fields of most objects are null, and zod
 * writes a whole issue for each value that it catches, which takes several times as long as all the rest.
 * `z.transform` alone, without a schema before it: a row has more than a hundred such fields, and each
 * schema around one costs as much again.
 */
export function read<T>(reader: (given: unknown) => T) {
  return z.transform(reader);
}

export const text = read((given) => (typeof given === 'string' ? given : undefined));
export const flag = read((given) => (typeof given === 'boolean' ? given : undefined));
export const count = read(countOf);

/** A number, or a number written as text. */
export function countOf(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined;
  return typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : undefined;
}

/** The reference types all its times `unknown` and shows `{}`. */
export const timestamp = read(readTimestamp);

/** Names and other short texts, which are shown within our sentences. */
export const line = read((given) => (typeof given === 'string' ? oneLine(given) : undefined));
export const lineOrEmpty = read((given) => (typeof given === 'string' ? oneLine(given) : ''));

/** A text that the rest of the program relies on; empty where the server gave none. */
export const textOrEmpty = read((given) => (typeof given === 'string' ? given : ''));

/**
 * An id. Numbers are taken as text; anything else is refused. A number beyond 2^53 was rounded as it was
 * read, and is the id of something else.
 */
export const id = z.union([z.string().min(1), z.int().transform(String)]);

/** A list without the items that cannot be read. Not a list at all: empty. */
export function listOf<T>(item: z.ZodType<T>) {
  return read((given) => (Array.isArray(given) ? readable(item, given) : []));
}

/** Like `listOf`, but "no list" stays apart from "an empty list". */
export function optionalListOf<T>(item: z.ZodType<T>) {
  return read((given) => (Array.isArray(given) ? readable(item, given) : undefined));
}

/** Like `listOf`, but anything else than a list cannot be read. */
export function requiredListOf<T>(item: z.ZodType<T>) {
  return z.array(z.unknown()).transform((items) => readable(item, items));
}

/** A part that may be missing, null or unreadable. */
export function part<T>(schema: z.ZodType<T>) {
  return read((given) => (given === undefined || given === null ? undefined : schema.safeParse(given).data));
}

export const texts = read(textsOf);

/** Names to texts, as prompt variables are; null is empty, other values are written out as JSON. */
export function textsOf(given: unknown): Record<string, string> {
  const isRecord = typeof given === 'object' && given !== null && !Array.isArray(given);
  const entries = isRecord ? Object.entries(given as Readonly<Record<string, unknown>>) : [];
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
    ]),
  );
}

function readable<T>(item: z.ZodType<T>, candidates: readonly unknown[]): T[] {
  return candidates.flatMap((candidate) => {
    const result = item.safeParse(candidate);
    return result.success ? [result.data] : [];
  });
}
