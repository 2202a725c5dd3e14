import type { CallList } from '../callList/callList.ts';
import { cellSpans } from '../callList/csv/csvText.ts';
import type { Delimiter } from '../callList/csv/delimiter.ts';
import type { CsvRecord } from '../callList/csv/records.ts';
import { cellText } from './fixes/cellFix.ts';
import { recordAt } from './listRecords.ts';
import { generalReason, rowRecords } from './listRows.ts';

/**
 * The rows that can be called as a list of their own, written as they were, except that numbers are E.164:
 * nothing is left to fix or to guess.
 */
export function cleanCsv(list: CallList, records: readonly CsvRecord[], text: string): string {
  const { phoneColumn, dialect, contacts } = list;
  const rows = contacts.flatMap(({ line, to_phone_number }) => {
    const record = recordAt(records, line);
    return record === undefined
      ? []
      : [withNumber(record, phoneColumn ?? 0, to_phone_number, dialect.delimiter)];
  });
  const header = headerOf(list, records);
  return asFile(list, text, [...(header === undefined ? [] : [withoutEnd(header)]), ...rows]);
}

/** The rows that are left out, as they were, each with the reason in a column after the others. */
export function excludedCsv(list: CallList, records: readonly CsvRecord[], text: string): string {
  const { delimiter } = list.dialect;
  const rows = excludedRecords(list, records);
  const header = headerOf(list, records);
  const whole = rows.filter(({ fault }) => fault === undefined);
  const width = Math.max(
    list.columns.length,
    ...[header, ...whole].map((record) => record?.cells.length ?? 0),
  );
  const reasons = reasonsByLine(list, records);
  const line = (record: CsvRecord, last: string) => {
    // where its quotes are broken a row is one piece of text
    const cells = record.fault === undefined ? record.cells.length : 1;
    const row =
      record.fault === undefined ? withoutEnd(record) : cellText(withoutEnd(record), '"', delimiter);
    return row + delimiter.repeat(width - cells + 1) + cellText(last, '', delimiter);
  };
  const lines = rows.map((record) => line(record, reasons.get(record.line) ?? generalReason(list) ?? ''));
  return asFile(list, text, [...(header === undefined ? [] : [line(header, reasonName(list))]), ...lines]);
}

/** Records below the header that hold something and are not called. */
function excludedRecords(list: CallList, records: readonly CsvRecord[]): CsvRecord[] {
  const called = new Set(list.contacts.map(({ line }) => line));
  return rowRecords(list, records).filter(({ line }) => !called.has(line));
}

function reasonsByLine(list: CallList, records: readonly CsvRecord[]): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const { excludes, line, message } of list.problems) {
    const record = excludes ? recordAt(records, line) : undefined;
    if (record !== undefined && !reasons.has(record.line)) reasons.set(record.line, message);
  }
  return reasons;
}

function reasonName({ columns }: CallList): string {
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  let name = 'reason';
  for (let n = 2; taken.has(name); n++) name = `reason_${n}`;
  return name;
}

function headerOf({ dialect }: CallList, records: readonly CsvRecord[]): CsvRecord | undefined {
  return dialect.hasHeader ? records.find(({ line }) => line === dialect.headerLine) : undefined;
}

function withNumber(record: CsvRecord, column: number, e164: string, delimiter: Delimiter): string {
  const row = withoutEnd(record);
  const span = cellSpans(record.raw, delimiter)[column];
  if (span === undefined) return row;
  const before = row.slice(span.start, span.end);
  return row.slice(0, span.start) + cellText(e164, before, delimiter) + row.slice(span.end);
}

function withoutEnd({ raw }: CsvRecord): string {
  return raw.replace(/(?:\r\n|\n|\r)$/, '');
}

/** A line that tells a spreadsheet the delimiter stays where it was. */
function asFile({ dialect }: CallList, text: string, lines: readonly string[]): string {
  const separator = /^\s*"?sep=.?"?[ \t]*(?=[\r\n])/i.exec(text)?.[0];
  const all = separator === undefined ? lines : [separator.trim(), ...lines];
  return all.map((line) => line + dialect.newline).join('');
}
