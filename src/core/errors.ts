/** A sentence for a person: what failed, why, and what to do. */
export class HumanError extends Error {
  override readonly name: string = 'HumanError';
}

export const apiErrorReasons = [
  'auth',
  'forbidden',
  'not found',
  'rejected',
  'rate limited',
  'offline',
  'timeout',
  'server',
  'unreadable',
] as const;
export type ApiErrorReason = (typeof apiErrorReasons)[number];

export interface ApiErrorDetails {
  readonly reason: ApiErrorReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The server's own words, where it gave any. */
  readonly serverMessage?: string | undefined;
  /** The server's `Retry-After`. */
  readonly retryAfterMs?: number | undefined;
  /** For an unreadable answer: the fields that are odd, never what was in them. */
  readonly where?: string | undefined;
  /** For a write: whether the server may have carried it out nevertheless. */
  readonly mayHaveHappened?: boolean | undefined;
}

/** A failed request to the API. Callers switch on `reason`, never on the text. */
export class ApiError extends HumanError {
  override readonly name = 'ApiError';
  readonly reason: ApiErrorReason;
  readonly status: number | undefined;
  readonly serverMessage: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly where: string | undefined;
  readonly mayHaveHappened: boolean;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.reason = details.reason;
    this.status = details.status;
    this.serverMessage = details.serverMessage;
    this.retryAfterMs = details.retryAfterMs;
    this.where = details.where;
    this.mayHaveHappened = details.mayHaveHappened ?? false;
  }
}

/** Any thrown thing as one line of text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Whether an error is an AbortError: the person, or a newer request, withdrew the request, so there is
 * nothing to report.
 */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const reasonsForPerson: ReadonlySet<ApiErrorReason> = new Set([
  'auth',
  'forbidden',
  'not found',
  'rejected',
  'unreadable',
]);

/** Whether a person may have to act before a retry succeeds. It is retried nevertheless, more slowly. */
export function mayNeedPerson(error: unknown): boolean {
  return error instanceof ApiError && reasonsForPerson.has(error.reason);
}

/** An error for a person, which says once that nothing was sent, and why. */
export function notSent(error: unknown): HumanError {
  const said = 'Nothing was sent';
  const reason = isAbort(error) ? 'You cancelled in time.' : messageOf(error);
  return new HumanError(reason.includes(said) ? reason : `${said}. ${reason}`, { cause: error });
}
