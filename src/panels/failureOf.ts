import { ApiError, HumanError, isAbort } from '../core/errors.ts';
import { InvalidParams } from './params.ts';
import type { Failure } from './contract/rpc.ts';

/** There is no connection, or no key for it. */
export class NoKeyError extends HumanError {
  override readonly name = 'NoKeyError';

  constructor() {
    super('This needs a Revox API key.');
  }
}

/** The sentence that a page shows for an error. An unexpected error goes to `unexpected` instead. */
export function failureOf(error: unknown, unexpected: (error: unknown) => void): Failure {
  if (error instanceof ApiError) return { message: error.message, reason: error.reason };
  if (error instanceof NoKeyError) return { message: error.message, reason: 'no key' };
  if (error instanceof HumanError) return { message: error.message, reason: 'failed' };
  if (isAbort(error)) return { message: 'The request was cancelled.', reason: 'aborted' };
  unexpected(error);
  if (error instanceof InvalidParams)
    return { message: 'The page sent an invalid request.', reason: 'invalid' };
  return { message: 'Something went wrong. The Revox output has the details.', reason: 'failed' };
}
