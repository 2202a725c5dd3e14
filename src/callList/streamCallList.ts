import { decidingColumns } from './columns/optOutColumns.ts';
import type { CallListOptions, CallListReport, ReadyContact } from './callList.ts';
import { ContactCollector } from './contactCollector.ts';
import type { Encoding } from './file/encoding.ts';
import type { Layout } from './csv/layout.ts';
import { nameOf } from './file/guessEncoding.ts';
import { keepAll, type KeepLimits } from './keepLimits.ts';
import { Pace } from './pace.ts';
import { problemAt, type Problem } from './problems.ts';
import { openRecords, type RecordSource } from './csv/recordSource.ts';
import { withLayout } from './csv/withLayout.ts';
import { NotUtf8, openText, type CallListSource } from './file/textSource.ts';

export interface StreamOptions extends CallListOptions {
  /**
   * Of each kind of problem, how many are kept, the first ones; 1,000 when absent. `problemTotals` counts
   * them all.
   */
  readonly maxProblemsPerCode?: number | undefined;
  /** Told how many bytes have been read so far; an editor's text has none. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  /**
   * Shown all bytes in order, so that it can be told later whether the file is still the one that was
   * checked: `createHash('sha256')`.
   */
  readonly hash?: { update(bytes: Uint8Array): unknown } | undefined;
}

/** Takes contacts in the file's order, some hundreds at a time, and is waited for. */
export type ContactSink = (contacts: readonly ReadyContact[]) => void | Promise<void>;

/**
 * Checks a list of any size in bounded memory: contacts are handed on as they are found, and only their
 * numbers are remembered. Where the last of several rows with a number counts, contacts can be handed on only
 * at the end, and all are held until then.
 * @param source bytes that come once are read as UTF-8, or as Windows-1252 when the first byte beyond ASCII
 * says so
 * @throws HumanError for a file that is no call list at all, AbortError when cancelled, whatever the sink
 * throws
 */
export async function streamCallList(
  source: CallListSource,
  options: StreamOptions,
  sink: ContactSink,
  signal?: AbortSignal,
): Promise<CallListReport> {
  const as = source instanceof Uint8Array ? await encodingOf(source, signal) : undefined;
  const limits = { ...keepAll, problemsPerCode: options.maxProblemsPerCode ?? 1000 };
  return readCallList(source, options, sink, limits, signal, as);
}

/** Bytes in memory are examined first, so that all of them are read in one encoding. */
async function encodingOf(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Encoding | undefined> {
  const pace = new Pace(signal);
  const { chunks } = await openText(bytes, { signal });
  try {
    while ((await chunks.next()).done !== true) await pace.yieldIfDue();
    return undefined;
  } catch (error) {
    if (error instanceof NotUtf8) return error.encoding;
    throw error;
  }
}

/** @param as what bytes without a byte order mark are read as; found out when absent */
export async function readCallList(
  source: CallListSource,
  options: StreamOptions,
  sink: ContactSink,
  limits: KeepLimits,
  signal?: AbortSignal,
  as?: Encoding,
): Promise<CallListReport> {
  const pace = new Pace(signal);
  let bytesRead = 0;
  const onBytes = (bytes: Uint8Array): void => {
    bytesRead += bytes.length;
    options.hash?.update(bytes);
    options.onProgress?.(bytesRead);
  };
  const records = await openRecords(source, pace, { signal, onBytes }, as, options.separator);
  try {
    return await report(records, options, sink, limits, pace, () => bytesRead);
  } finally {
    await records.text.close();
  }
}

async function report(
  records: RecordSource,
  options: StreamOptions,
  sink: ContactSink,
  limits: KeepLimits,
  pace: Pace,
  bytesRead: () => number,
): Promise<CallListReport> {
  const { delimiter, newline } = records.dialect;
  const { layout, collector } = await collect(records, options, sink, limits, pace);
  const { encoding, hasBom } = records.text;
  const { contacts, ...checked } = collector.finish(encodingProblems(records));
  if (contacts.length > 0) await sink(contacts);
  return {
    columns: layout.columns,
    phoneColumn: layout.phoneColumn,
    phoneColumns: layout.phoneColumns,
    otherPhones: layout.otherPhones,
    countryColumn: layout.countries?.countries[0]?.column,
    optOutColumns: decidingColumns(layout.optOuts),
    likelyRegion: layout.likelyRegion,
    dialect: {
      delimiter,
      newline,
      encoding,
      hasBom,
      hasHeader: layout.hasHeader,
      headerLine: layout.header?.line ?? 1,
      titleLines: layout.titleLines,
    },
    ...checked,
    bytesRead: bytesRead(),
  };
}

async function collect(
  source: RecordSource,
  options: StreamOptions,
  sink: ContactSink,
  limits: KeepLimits,
  pace: Pace,
): Promise<{ readonly layout: Layout; readonly collector: ContactCollector }> {
  const { layout, rows } = await withLayout(source, options, pace);
  const collector = new ContactCollector(layout, source.dialect.delimiter, options, limits);
  for await (const records of rows) {
    collector.add(records);
    const contacts = collector.takeBatch();
    if (contacts.length > 0) await sink(contacts);
  }
  return { layout, collector };
}

function notUtf8(encoding: Encoding, readings: RecordSource['text']['readings']): string {
  const read =
    encoding === 'windows-1252'
      ? 'This file is not UTF-8; it was read as Windows-1252, which is what Excel writes as plain “CSV”.'
      : `This file is not UTF-8; it was read as ${nameOf(encoding)}, which makes its column names readable.`;
  const others = readings.map(({ name, text }) => `“${text}” in ${name}`).join(', ');
  const which = others === '' ? 'Check a name with accents' : `It may be another encoding: ${others}`;
  return `${read} ${which}; saving as “CSV UTF-8” settles it.`;
}

function encodingProblems({ text: { encoding, guessed, readings } }: RecordSource): Problem[] {
  if (!guessed) return [];
  const message = encoding.startsWith('utf-16')
    ? 'This file is UTF-16 without a byte order mark. Check a name with accents; saving as “CSV UTF-8” settles it.'
    : notUtf8(encoding, readings);
  const top = { line: 1, startCharacter: 0, endLine: 1, endCharacter: 0 };
  return [problemAt(top, 'revox.file.encodingGuessed', message)];
}
