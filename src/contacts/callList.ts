import type { Contact } from '../core/createRequest.ts';
import type { Delimiter } from './csvText.ts';
import { ContactCollector } from './contactCollector.ts';
import { decode, type DecodedText, type Encoding } from './decode.ts';
import { sniffDialect, type Newline } from './dialect.ts';
import { readLayout, type Layout } from './layout.ts';
import { Pace } from './pace.ts';
import type { PhoneRepair } from './phoneNumber.ts';
import type { Placeholder } from './placeholders.ts';
import { problemAt, type ExclusionReason, type Problem } from './problems.ts';
import { RecordReader, type CsvRecord } from './records.ts';

export type DuplicatePolicy = 'first' | 'last' | 'all';

/** What a person chose, or the settings say. Everything may be left out. */
export interface CallListOptions {
  /** The country of numbers written without a country code, ISO 3166-1 alpha-2. Without it such numbers are problems. */
  readonly defaultRegion?: string | undefined;
  /** 0-based index; found from header and content when absent. */
  readonly phoneColumn?: number | undefined;
  /** Which of several rows with the same number are called; `first` when absent. */
  readonly duplicates?: DuplicatePolicy | undefined;
  /** The placeholders the assistant uses (see placeholders.ts); when absent every column is sent. */
  readonly variables?: readonly string[] | undefined;
  /** The same with their spellings, so that odd ones are pointed out; stands in for `variables` when that is absent. */
  readonly placeholders?: readonly Placeholder[] | undefined;
  /** Variable → column, by 0-based index or header, where names alone do not tell. */
  readonly mapping?: Readonly<Record<string, number | string>> | undefined;
  /** Send the columns no placeholder asks for, too. */
  readonly includeUnused?: boolean | undefined;
  /** What happens to a row with nothing in a used variable; `call` when absent. */
  readonly emptyVariables?: 'call' | 'leaveOut' | undefined;
  /** The campaign's own number, which is not to call itself. */
  readonly fromPhoneNumber?: string | undefined;
  /** Repairs a person has agreed to for the whole column. */
  readonly repairs?: readonly PhoneRepair[] | undefined;
}

/** A call list, checked: who can be called, with what, and everything that is wrong, each with its place. */
export interface CallList {
  readonly columns: readonly Column[];
  /** Index into `columns`; undefined when none could be found, which is also a problem. */
  readonly phoneColumn: number | undefined;
  readonly dialect: CallListDialect;
  /** In the file's order. */
  readonly contacts: readonly ReadyContact[];
  /** In the file's order. */
  readonly problems: readonly Problem[];
  readonly counts: CallListCounts;
}

export interface Column {
  readonly index: number;
  /** As in the file, without the white space around it; empty without a header line. */
  readonly header: string;
  /** The name its values are sent under. */
  readonly variable: string;
  /** Whether its values are sent. */
  readonly sent: boolean;
}

export interface CallListDialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  readonly hasHeader: boolean;
  /** 1-based line of the header, or of the first row where there is none. */
  readonly headerLine: number;
}

export interface ReadyContact extends Contact {
  /** 1-based line its row begins on. */
  readonly line: number;
  /** 1-based count of the row below the header, blank ones included. */
  readonly record: number;
}

/** read = ready + all excluded + blank, always. */
export interface CallListCounts {
  readonly read: number;
  readonly ready: number;
  readonly excluded: Readonly<Record<ExclusionReason, number>>;
  readonly blank: number;
}

/** As many records as decide what the columns mean. */
const layoutRecords = 250;
const readChars = 32 * 1024;

/**
 * Reads a call list and checks every row, letting other work through every few milliseconds.
 * @param source the file's bytes, or an editor's text
 * @throws HumanError for a file that is no call list at all (a spreadsheet, a web page, nothing), AbortError when cancelled
 */
export async function checkCallList(
  source: Uint8Array | string,
  options: CallListOptions = {},
  signal?: AbortSignal,
): Promise<CallList> {
  const pace = new Pace(signal);
  const decoded = await decode(source, pace);
  await pace.breathe();
  const first = beginning(decoded);
  const dialect = sniffDialect(first, first.length === totalLength(decoded));
  const { delimiter } = dialect;
  const reader = new RecordReader(
    delimiter,
    dialect.newline === '\r' ? '\r' : '\n',
    dialect.separatorLine > 0 ? 2 : 1,
  );

  let held: CsvRecord[] = [];
  let collector: ContactCollector | undefined;
  let layout: Layout | undefined;
  const take = (records: readonly CsvRecord[], last: boolean): void => {
    if (collector !== undefined) {
      collector.add(records);
      return;
    }
    held.push(...records);
    if (held.length < layoutRecords && !last) return;
    layout = readLayout(held, delimiter, options);
    collector = new ContactCollector(layout, delimiter, options);
    collector.add(held.slice(layout.recordsAbove));
    held = [];
  };
  let skip = dialect.separatorLine;
  for (const chunk of decoded.chunks) {
    for (let at = 0; at < chunk.length; at += readChars) {
      await pace.breathe();
      const piece = chunk.slice(at, at + readChars);
      take(reader.push(piece.slice(skip)), false);
      skip = Math.max(0, skip - piece.length);
    }
  }
  take(reader.end(), true);
  await pace.breathe();
  if (layout === undefined || collector === undefined) throw new Error('A call list without an end');

  const { contacts, problems, counts } = collector.finish(encodingProblems(decoded));
  return {
    columns: layout.columns,
    phoneColumn: layout.phoneColumn,
    dialect: {
      delimiter,
      newline: dialect.newline,
      encoding: decoded.encoding,
      hasBom: decoded.hasBom,
      hasHeader: layout.hasHeader,
      headerLine: layout.header?.line ?? 1,
    },
    contacts,
    problems,
    counts,
  };
}

function beginning({ chunks }: DecodedText): string {
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    if (text.length >= readChars) break;
  }
  return text;
}

function totalLength({ chunks }: DecodedText): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

function encodingProblems({ encoding, guessed }: DecodedText): Problem[] {
  if (!guessed) return [];
  const message =
    encoding === 'windows-1252'
      ? 'This file is not UTF-8; it was read as Windows-1252, which is what Excel writes as plain “CSV”. Check a name with accents; saving as “CSV UTF-8” settles it.'
      : 'This file is UTF-16 without a byte order mark. Check a name with accents; saving as “CSV UTF-8” settles it.';
  const top = { line: 1, startCharacter: 0, endLine: 1, endCharacter: 0 };
  return [problemAt(top, 'revox.file.encodingGuessed', message)];
}
