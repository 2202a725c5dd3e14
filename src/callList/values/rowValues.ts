import type { CallList } from '../callList.ts';
import type { CsvRecord } from '../csv/records.ts';

/**
 * What is sent for a row, or would be if it were called: its values by variable. Undefined where nobody knows
 * what the row's cells are, because its quotes are broken.
 * @param record of the text the list was checked in
 */
export function rowValues(
  { columns, contacts }: Pick<CallList, 'columns' | 'contacts'>,
  record: CsvRecord,
): Readonly<Record<string, string>> | undefined {
  const contact = contacts.find(({ line }) => line === record.line);
  if (contact !== undefined) return contact.prompt_variables;
  if (record.fault !== undefined) return undefined;
  return Object.fromEntries(
    columns
      .filter(({ sent }) => sent)
      .map(({ index, variable }): [string, string] => [variable, record.cells[index] ?? '']),
  );
}
