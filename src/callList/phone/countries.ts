import { getCountries } from 'libphonenumber-js/max';
import { countryName } from './countryName.ts';

export interface Country {
  /** ISO 3166-1 alpha-2 */
  readonly code: string;
  /** `France` */
  readonly name: string;
}

/** All countries with telephones, by name: what `CallListOptions.defaultRegion` can be. */
export function phoneCountries(): readonly Country[] {
  return getCountries()
    .map((code) => ({ code, name: countryName(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
