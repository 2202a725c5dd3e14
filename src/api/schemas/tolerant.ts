import * as z from 'zod';
import { oneLine } from '../../core/plainText.ts';
import { readTimestamp } from '../../core/timestamp.ts';

// Building blocks for answers. None of them can fail: what is missing, null or of another type than
// documented becomes "not there", so that one odd field never takes a whole view away.

export const text = z.string().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);
/** A number, or a number written as text. */
export const count = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

/**
 * The reference types all its times `unknown` and shows `{}`. Without `optional`, zod refuses an object that
 * lacks it.
 */
export const timestamp = z.unknown().optional().transform(readTimestamp);

/** Names and other short texts, which are shown among words of ours. */
export const line = z
  .string()
  .transform((given) => oneLine(given))
  .optional()
  .catch(undefined);
export const lineOrEmpty = z
  .string()
  .transform((given) => oneLine(given))
  .catch('');

/** A text that the rest of the program relies on; empty where the server gave none. */
export const textOrEmpty = z.string().catch('');

/** An id. Numbers are taken as text; nothing else will do. */
export const id = z.union([z.string().min(1), z.number().transform(String)]);

/** A list without the items that cannot be read. Not a list at all: empty. */
export function listOf<T>(item: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((candidate) => readOr(item, candidate)));
}

/** Like `listOf`, but "no list" stays apart from "an empty list". */
export function optionalListOf<T>(item: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .optional()
    .catch(undefined)
    .transform((items) => items?.flatMap((candidate) => readOr(item, candidate)));
}

/** A part that may be missing, null or unreadable. */
export function part<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

/** Names to texts, as prompt variables are; null is empty, other values are written out as JSON. */
export const texts = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
      ]),
    ),
  );

function readOr<T>(item: z.ZodType<T>, candidate: unknown): T[] {
  const result = item.safeParse(candidate);
  return result.success ? [result.data] : [];
}
