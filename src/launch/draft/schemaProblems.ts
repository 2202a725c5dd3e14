import type * as z from 'zod';
import { quoted } from '../../core/plainText.ts';

/** `['call_retry_config', 'calling_windows', 0]` */
export type JsonPath = readonly (string | number)[];

/** A part of a value from outside that does not match its schema. */
export interface SchemaProblem {
  readonly path: JsonPath;
  /** `unknown`: a key that the schema does not have. The value is read as if it were not there. */
  readonly kind: 'wrong' | 'missing' | 'unknown';
  /** A sentence with a remedy. */
  readonly message: string;
}

export interface ReadBySchema<T> {
  /** Undefined where something is wrong or missing. */
  readonly value: T | undefined;
  readonly problems: readonly SchemaProblem[];
}

/**
 * Reads a value by its schema, with every problem as a sentence. Keys that the schema does not know are left
 * out.
 */
export function readBySchema<T>(schema: z.ZodType<T>, given: unknown): ReadBySchema<T> {
  const first = parse(schema, given);
  const unknown = first.problems.filter(({ kind }) => kind === 'unknown');
  if (unknown.length === 0) return first;
  const known = structuredClone(given);
  for (const { path } of unknown) removeAt(known, path);
  const again = parse(schema, known);
  return { value: again.value, problems: [...again.problems, ...unknown] };
}

function parse<T>(schema: z.ZodType<T>, given: unknown): ReadBySchema<T> {
  const result = schema.safeParse(given, { error: sentenceOf, reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: result.error.issues.flatMap(problemsOf) };
}

function problemsOf(issue: z.core.$ZodIssue): readonly SchemaProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      kind: 'unknown',
      message: `${quoted(key)} is not a known property and has no effect.`,
    }));
  }
  const key = path.at(-1);
  if (issue.code === 'invalid_type' && issue.input === undefined && key !== undefined) {
    return [{ path: path.slice(0, -1), kind: 'missing', message: `“${key}” is missing here.` }];
  }
  return [{ path, kind: 'wrong', message: issue.message }];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
  object: 'an object in { }',
  record: 'an object in { }',
  array: 'a list in [ ]',
};

/** The sentence where the schema has none of its own. The value is not repeated: it may be a secret. */
function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `This must be ${alternatives(issue.values.map(String))}.`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'This must not be empty.'
        : `This must be at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `This must have at most ${String(issue.maximum)} characters.`
        : `This must be at most ${String(issue.maximum)}.`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    default:
      return 'This cannot be read.';
  }
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function removeAt(value: unknown, path: JsonPath): void {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(value, step);
  else removeAt((value as Record<string | number, unknown>)[step], rest);
}
