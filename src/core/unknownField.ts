import { ApiError } from './errors.ts';

const unknownWords = /\bunknown\b|unrecogni[sz]ed|unexpected|extra (?:input|field)|additional propert/i;

/**
 * The server refused a request, with certainty, because it does not know this field of its body. That the
 * sentence only names the field is not enough: the field's value, or what it asks for, may be the reason.
 */
export function isUnknownField(error: unknown, field: string): boolean {
  if (!(error instanceof ApiError) || (error.status !== 400 && error.status !== 422)) return false;
  const said = error.serverMessage ?? '';
  return unknownWords.test(said) && said.split(/\W+/).includes(field);
}
