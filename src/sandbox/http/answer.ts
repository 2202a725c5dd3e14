/**
 * What a route answers. A `body` of several strings is one JSON text, made piece by piece while it is sent.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | Iterable<string>;
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) };
}

export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;
