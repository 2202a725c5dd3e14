import type { CallList, CallListOptions, ReadyContact } from './callList.ts';
import type { Encoding } from './file/encoding.ts';
import { keepAll } from './keepLimits.ts';
import { readCallList } from './streamCallList.ts';
import { readAgainUnlessUtf8, type CallListSource } from './file/textSource.ts';

/**
 * Reads a call list and checks every row. Yields to other work every few milliseconds.
 * @param source the file's bytes, or an editor's text
 * @throws HumanError for a file that is no call list at all (a spreadsheet, a web page, nothing), AbortError
 * when cancelled
 */
export function checkCallList(
  source: CallListSource,
  options: CallListOptions = {},
  signal?: AbortSignal,
): Promise<CallList> {
  return readAgainUnlessUtf8((as) => readWhole(source, options, signal, as));
}

async function readWhole(
  source: CallListSource,
  options: CallListOptions,
  signal: AbortSignal | undefined,
  as?: Encoding,
): Promise<CallList> {
  const contacts: ReadyContact[] = [];
  const sink = (batch: readonly ReadyContact[]): void => {
    for (const contact of batch) contacts.push(contact);
  };
  const report = await readCallList(source, options, sink, keepAll, signal, as);
  const {
    columns,
    phoneColumn,
    phoneColumns,
    otherPhones,
    countryColumn,
    optOutColumns,
    likelyRegion,
    dialect,
    problems,
    counts,
  } = report;
  return {
    columns,
    phoneColumn,
    phoneColumns,
    otherPhones,
    countryColumn,
    optOutColumns,
    likelyRegion,
    dialect,
    contacts,
    problems,
    counts,
  };
}
