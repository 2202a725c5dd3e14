import type { CallListOptions } from '../callList.ts';
import type { ColumnUse } from '../columns/phoneColumn.ts';
import type { Pace } from '../pace.ts';
import { namesCountries } from '../phone/countryColumns.ts';
import { loadCountryNames } from '../phone/countryInCell.ts';
import type { Layout } from './layout.ts';
import { layoutSteps } from './readLayout.ts';
import type { RecordSource } from './recordSource.ts';
import type { CsvRecord } from './records.ts';

/** How many records decide what the columns mean. */
export const layoutRecords = 250;
const heldAtOnce = 50;

/** Records whose layout is known. */
export interface LaidOutRecords {
  readonly layout: Layout;
  /** Titles and the header. */
  readonly above: readonly CsvRecord[];
  /** The first row; undefined when there is none among the records that decided the layout. */
  readonly first: CsvRecord | undefined;
  /** All rows in order, the first one included. To be read once. */
  readonly rows: AsyncGenerator<readonly CsvRecord[], void>;
}

/** Reads the records that decide the layout, and holds them until `rows` is read. */
export async function withLayout(
  { batches, dialect }: Pick<RecordSource, 'batches' | 'dialect'>,
  options: CallListOptions,
  pace: Pace,
  use: ColumnUse = 'call',
): Promise<LaidOutRecords> {
  const held: CsvRecord[] = [];
  while (held.length < layoutRecords) {
    const next = await batches.next();
    if (next.done === true) break;
    for (const record of next.value) held.push(record);
  }
  if (namesCountries(held)) await loadCountryNames(pace);
  const layout = await pace.between(layoutSteps(held.slice(0, layoutRecords), dialect, options, use));
  const above = held.splice(0, layout.recordsAbove);
  return { layout, above, first: held[0], rows: rowsOf(held, batches, pace) };
}

async function* rowsOf(
  held: CsvRecord[],
  batches: RecordSource['batches'],
  pace: Pace,
): AsyncGenerator<readonly CsvRecord[], void> {
  while (held.length > 0) {
    await pace.yieldIfDue();
    yield held.splice(0, heldAtOnce);
  }
  yield* batches;
}
