import type { CallListOptions } from '../callList.ts';
import { phoneMessages } from '../phone/phoneMessages.ts';
import { knownRegion } from '../phone/readPhone.ts';
import { problemAt, type Problem } from '../problems.ts';
import type { Delimiter } from './delimiter.ts';
import type { Layout } from './layout.ts';
import { cellRange, recordRange } from './positions.ts';

/**
 * Says once, on the header, that each row's own country is used, where this is certain or a person has
 * agreed.
 */
export function countryColumnProblems(
  { columns, countries, header, hasHeader }: Pick<Layout, 'columns' | 'countries' | 'header' | 'hasHeader'>,
  delimiter: Delimiter,
  { defaultRegion, rowCountry }: Pick<CallListOptions, 'defaultRegion' | 'rowCountry'>,
): Problem[] {
  const [first] = countries?.countries ?? [];
  if (first === undefined || header === undefined || rowCountry === 'default') return [];
  if (knownRegion(defaultRegion) !== undefined && rowCountry !== 'own') return [];
  const title = columns[first.column]?.header ?? '';
  const range = hasHeader ? cellRange(header, first.column, delimiter) : recordRange(header);
  const name = title === '' ? `column ${first.column + 1}` : `column “${title}”`;
  return [problemAt(range, 'revox.phone.countryColumn', phoneMessages.countryColumn(name))];
}
