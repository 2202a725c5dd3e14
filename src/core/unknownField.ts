import { ApiError } from './errors.ts';

const unknownWords = /\bunknown\b|unrecogni[sz]ed|unexpected|extra (?:input|field)|additional propert/i;

/**
 * Whether a server refused a request because it does not know this field of the body. A message that only
 * names the field is not enough, since the reason may be the field's value.
 */
export function isUnknownField(error: unknown, field: string): boolean {
  if (!(error instanceof ApiError) || (error.status !== 400 && error.status !== 422)) return false;
  const said = error.serverMessage ?? '';
  return unknownWords.test(said) && said.split(/\W+/).includes(field);
}
