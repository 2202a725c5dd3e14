import type { DuplicatePolicy } from '../callList.ts';
import type { Delimiter } from '../csv/delimiter.ts';
import { duplicateProblem } from '../duplicates.ts';
import type { LiveBlock, NumberCell } from './liveBlock.ts';
import type { LiveNumbers, NumberPlace } from './liveNumbers.ts';
import { calledColumn } from '../csv/layout.ts';
import { cellRange } from '../csv/positions.ts';
import { inFileOrder } from '../problemCollection.ts';
import type { Problem, TextRange } from '../problems.ts';
import type { CsvRecord } from '../csv/records.ts';

/** What is needed to find the rows of a list that have the same number. */
export interface RepeatContext {
  readonly numbers: LiveNumbers;
  readonly policy: DuplicatePolicy;
  /** See `Layout`. */
  readonly phoneColumns: readonly number[];
  readonly delimiter: Delimiter;
  readonly recordsOf: (block: LiveBlock) => readonly CsvRecord[];
}

/** A block's problems where it stands now, with those that its rows have with other rows. */
export function problemsNow(block: LiveBlock, context: RepeatContext): readonly Problem[] {
  if (block.shown !== undefined) return block.shown;
  const moved = block.line - block.readAtLine;
  const own = moved === 0 ? block.problems : block.problems.map((problem) => movedBy(problem, moved));
  const repeats = repeatProblems(block, context);
  block.shown = repeats.length === 0 ? own : [...own, ...repeats].sort(inFileOrder);
  return block.shown;
}

/** Which of a block's numbers do not count, because another row has them. */
export function repeatsIn(
  block: LiveBlock,
  context: Pick<RepeatContext, 'numbers' | 'policy'>,
): readonly number[] {
  if (context.numbers.repeated === 0) return [];
  if (block.repeats !== undefined) return block.repeats;
  const repeats: number[] = [];
  for (let at = 0; at < block.numbers.length; at++) {
    if (otherPlace(block, at, context) !== undefined) repeats.push(at);
  }
  block.repeats = repeats;
  return repeats;
}

/**
 * The row that one with this number repeats (with `last`, the one that repeats it); undefined for the row
 * that counts.
 */
function otherPlace(
  block: LiveBlock,
  at: number,
  { numbers, policy }: Pick<RepeatContext, 'numbers' | 'policy'>,
): NumberPlace | undefined {
  const other = policy === 'last' ? numbers.next({ block, at }) : numbers.first(block.subscribers[at] ?? 0);
  return other === undefined || (other.block === block && other.at === at) ? undefined : other;
}

function repeatProblems(block: LiveBlock, context: RepeatContext): Problem[] {
  const { policy } = context;
  const moved = block.line - block.readAtLine;
  const problems: Problem[] = [];
  let records: readonly CsvRecord[] | undefined;
  for (const at of repeatsIn(block, context)) {
    const other = otherPlace(block, at, context);
    if (other === undefined) continue;
    const line = other.block.line + (other.block.lineOf[other.at] ?? 0);
    const { range, value } = cellOf(block, at, context, () => (records ??= context.recordsOf(block)));
    const e164 = `+${block.numbers[at] ?? 0}`;
    const now = moved === 0 ? range : movedBy(range, moved);
    problems.push(duplicateProblem(policy, e164, now, policy === 'last' ? e164 : value, line));
  }
  return problems;
}

function cellOf(
  block: LiveBlock,
  at: number,
  { phoneColumns, delimiter }: RepeatContext,
  records: () => readonly CsvRecord[],
): NumberCell {
  const known = block.cells.get(at);
  if (known !== undefined) return known;
  const record = records()[block.rowOf[at] ?? 0];
  if (record === undefined) throw new RangeError('No row for this number');
  const column = calledColumn(phoneColumns, record.cells) ?? 0;
  const range = movedBy(cellRange(record, column, delimiter), block.readAtLine - block.line);
  const cell = { range, value: record.cells[column] };
  block.cells.set(at, cell);
  return cell;
}

function movedBy<T extends TextRange>(range: T, lines: number): T {
  return { ...range, line: range.line + lines, endLine: range.endLine + lines };
}
