import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';
import { HttpProblem } from './httpProblem.ts';

function areHeaders(headers: Readonly<Record<string, string>>): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * A fault that a test orders. It affects the next `times` requests that match `method` and `path` (as sent,
 * without query; `*` matches anything). With `afterAccept` the request is carried out first, so that only its
 * answer is lost.
 */
const faultSchema = z.strictObject({
  method: z.string().default('*'),
  path: z.string().min(1),
  times: z.number().int().positive().default(1),
  afterAccept: z.boolean().default(false),
  /** Answer with this status and `{message}`. */
  status: z.number().int().min(200).max(599).optional(),
  /** Headers of the answer, such as `Retry-After`. */
  headers: z.record(z.string(), z.string()).refine(areHeaders, 'not a header that can be sent').default({}),
  message: z.string().optional(),
  /** Answer with a web page, as a proxy or sign-in does. */
  html: z.boolean().default(false),
  /** Send this many bytes of the answer's body, then close the connection. */
  cut: z.number().int().nonnegative().optional(),
  /** Close the connection without an answer. */
  reset: z.boolean().default(false),
  /** Wait before the answer (or the reset). */
  delayMs: z.number().nonnegative().default(0),
});
export type Fault = z.infer<typeof faultSchema>;

export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  /**
   * Adds a fault from the body of `POST /__sandbox/faults`.
   * @throws HttpProblem 422
   */
  add(body: unknown): void {
    const result = faultSchema.safeParse(body);
    if (!result.success) throw new HttpProblem(422, z.prettifyError(result.error));
    this.#waiting.push({ fault: result.data, left: result.data.times });
  }

  clear(): void {
    this.#waiting = [];
  }

  /**
   * Takes the first fault that matches, and counts it as used once.
   * @returns undefined when none matches
   */
  next(method: string, path: string): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => fits(fault, method, path));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== entry);
    return entry.fault;
  }
}

function fits(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== '*' && fault.method.toUpperCase() !== method) return false;
  return matchesPattern(fault.path, path);
}

/**
 * Whether `path` matches a pattern in which `*` matches anything. Each part is searched for once, from left
 * to right, so the time is linear.
 */
function matchesPattern(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
