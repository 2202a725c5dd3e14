import { oneLine } from '../core/plainText.ts';

/** Told of what is wrong with a field: `maxConcurrentCalls`, `must be a whole number from 1 up`. */
export type Report = (field: string, problem: string) => void;

export type Fields = Readonly<Record<string, unknown>>;

/**
 * An object with no other fields than these, undefined when it is none. A field that nobody knows is reported: most
 * often it is one that was misspelt.
 */
export function readFields(value: unknown, known: readonly string[], report: Report): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) report(name, `is not known; there are ${known.join(', ')}.`);
  }
  return value as Fields;
}

export function text(fields: Fields, name: string, report: Report): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const line = typeof value === 'string' ? oneLine(value) : '';
  if (line !== '') return line;
  report(name, `must be a text that is not empty, not ${shown(value)}.`);
  return undefined;
}

export function whole(fields: Fields, name: string, least: number, report: Report): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  report(name, `must be a whole number from ${least} up, not ${shown(value)}.`);
  return undefined;
}

const mostShown = 40;

export function shown(value: unknown): string {
  return oneLine(typeof value === 'function' ? 'a function' : JSON.stringify(value), mostShown);
}
