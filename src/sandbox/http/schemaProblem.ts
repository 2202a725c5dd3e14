import type * as z from 'zod';
import { HttpProblem } from './httpProblem.ts';

/** The first issue as a 422 whose message names its path: `contacts[3].to_phone_number: …`. */
export function schemaProblem(error: z.ZodError, at = ''): HttpProblem {
  const [issue] = error.issues;
  const place = (issue?.path ?? []).reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, at);
  return new HttpProblem(422, `${place === '' ? 'body' : place}: ${issue?.message ?? 'invalid'}`);
}
