/** What a route has to say. `text` is JSON, whole or in pieces that are made while they are sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | Iterable<string>;
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) };
}

export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;
