import type { CallList } from '../callList.ts';
import type { CsvRecord } from '../csv/records.ts';

/**
 * The values of a row by variable, as they are sent, or would be sent if the row could be called.
 * @param record from the text that was checked
 * @returns undefined for a row with broken quotes, whose cells are unknown
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
