import { HumanError } from '../../core/errors.ts';
import type { CallListOptions } from '../callList.ts';
import { sampleChars, sniffDialect, type Dialect } from '../csv/dialect.ts';
import type { Layout } from '../csv/layout.ts';
import { readLayout } from '../csv/readLayout.ts';
import { readerOf } from '../csv/recordSource.ts';
import type { CsvRecord } from '../csv/records.ts';
import { layoutRecords } from '../csv/withLayout.ts';
import { rejectOtherText } from '../file/wrongFile.ts';

/** What the beginning of a text decides about all of it. */
export interface Beginning {
  readonly dialect: Dialect;
  readonly layout: Layout;
  /**
   * Changes after this offset cannot change any of it, as long as the text is longer than the part that
   * decides the dialect.
   */
  readonly decidedBy: number;
}

/**
 * @param pieces the text, cut between records; only as many are read as are needed
 * @returns undefined where the text is no list, or cannot be read in pieces
 */
export function readBeginning(pieces: readonly string[], options: CallListOptions): Beginning | undefined {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let sample = '';
  for (const piece of pieces) {
    sample += piece;
    if (sample.length > sampleChars) break;
  }
  if (isOtherText(sample.slice(0, 256))) return undefined;
  const dialect = sniffDialect(sample, sample.length === length, options.separator);
  const reader = readerOf(dialect);
  const records: CsvRecord[] = [];
  let skip = dialect.separatorLine;
  let read = 0;
  for (const piece of pieces) {
    read += piece.length;
    for (const record of reader.push(piece.slice(skip))) records.push(record);
    skip = Math.max(0, skip - piece.length);
    if (records.length >= layoutRecords) break;
  }
  if (reader.cutShort) return undefined;
  if (records.length < layoutRecords) for (const record of reader.end()) records.push(record);
  const layout = readLayout(records.slice(0, layoutRecords), dialect, options);
  return { dialect, layout, decidedBy: Math.max(read, sampleChars) };
}

function isOtherText(beginning: string): boolean {
  try {
    rejectOtherText(beginning);
    return false;
  } catch (error) {
    if (error instanceof HumanError) return true;
    throw error;
  }
}

/** Whether both read rows alike; the problems of the list as a whole may differ. */
export function sameForRows(one: Beginning, other: Beginning): boolean {
  return (
    one.dialect.delimiter === other.dialect.delimiter &&
    one.dialect.newline === other.dialect.newline &&
    JSON.stringify(forRows(one.layout)) === JSON.stringify(forRows(other.layout))
  );
}

function forRows(layout: Layout): unknown {
  const { columns, phoneColumns, otherPhones, countries, likelyRegion, optOuts, numberTypes } = layout;
  const { plan, spoken, hasHeader, recordsAbove } = layout;
  return {
    columns,
    phoneColumns,
    otherPhones,
    countries,
    likelyRegion,
    optOuts,
    numberTypes,
    plan,
    spoken,
    hasHeader,
    recordsAbove,
  };
}
