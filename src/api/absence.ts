import { ApiError } from '../core/errors.ts';

/** 404 and 405: there is no such operation, or no such thing. */
export function isAbsence(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 404 || error.status === 405);
}

/**
 * The answer, or undefined where the server has no such endpoint, or a web page there: optional operations
 * differ between servers.
 */
export async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const absent: readonly string[] = ['not found', 'unreadable'];
    if (error instanceof ApiError && (absent.includes(error.reason) || error.status === 405))
      return undefined;
    throw error;
  }
}
