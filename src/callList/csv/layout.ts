import type { Column } from '../callList.ts';
import type { Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';
import type { ColumnProfile } from '../values/valueProfile.ts';
import type { VariablePlan } from '../values/variables.ts';

/** What the columns of a list mean, decided once from its beginning. Each row is then read by it alone. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly phoneColumn: number | undefined;
  readonly plan: VariablePlan;
  /** The columns whose values the assistant is given, each once; the number that is called is judged elsewhere. */
  readonly spoken: readonly SpokenColumn[];
  readonly hasHeader: boolean;
  readonly header: CsvRecord | undefined;
  /** How many records at the top are no rows: title lines, blank lines among them, and the header. */
  readonly recordsAbove: number;
  readonly problems: readonly Problem[];
}

export interface SpokenColumn {
  readonly column: number;
  readonly profile: ColumnProfile;
}
