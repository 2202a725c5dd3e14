import { startTimeMs } from '../../core/callStart.ts';
import type { CallAction } from '../../core/callCapabilities.ts';
import type { Row } from '../../core/row.ts';
import { readableValue } from '../../core/readableValue.ts';
import { toMs } from '../../core/timestamp.ts';
import {
  callStatusBadge,
  dialErrorText,
  endedByText,
  endReasonText,
  outcomeBadge,
  resultBadge,
  waitingBadge,
} from '../callWords.ts';
import { between, formatDuration } from '../duration.ts';
import { lastAttempt } from '../lastAttempt.ts';
import type { Cell, TableRow } from '../contract/protocolRows.ts';
import { valueText } from '../valueText.ts';

/**
 * Longer texts are cut: nobody reads more than this in a cell, and 100 kB in each cell would slow the page
 * down.
 */
const maxCellLength = 500;

/** What the table shows of a row: no assistants, transcripts or links. */
export function tableRow(row: Row, waiting?: Cell, can: readonly CallAction[] = []): TableRow {
  const cells = Object.entries(rowCells(row, waiting)).map(([id, cell]) => [id, cutCell(cell)] as const);
  const shown = { id: row.id, phone: row.phone_number, cells: Object.fromEntries(cells) };
  return can.length === 0 ? shown : { ...shown, can };
}

/** Every cell of a row in full length, by column id. `waiting`: its state while it has no call. */
export function rowCells(row: Row, waiting: Cell = waitingBadge): Readonly<Record<string, Cell>> {
  const { call } = row;
  const attempt = lastAttempt(row);
  const lastMs = toMs(attempt?.started_at ?? attempt?.ended_at);
  const scheduledMs = call === undefined ? undefined : startTimeMs(call);
  const talkMs = between(attempt?.answered_at, attempt?.ended_at);
  const attempts =
    call === undefined ? undefined : Math.max(call.calls_count ?? 0, call.call_attempts.length);
  const cells: Readonly<Record<string, Cell | undefined>> = {
    number: row.row_index === undefined ? undefined : { text: String(row.row_index + 1) },
    phone: { text: row.phone_number },
    contact: { text: personName(row) ?? '' },
    ...prefixed('input', row.input_data),
    outcome: call?.outcome === undefined ? undefined : outcomeBadge(call.outcome),
    summary: { text: call?.outcome_summary ?? '' },
    status: call === undefined ? waiting : callStatusBadge(call.status),
    result: attempt?.result === undefined ? undefined : resultBadge(attempt.result),
    attempts: attempts === undefined ? undefined : { text: String(attempts) },
    last: lastMs === undefined ? undefined : { text: '', ms: lastMs },
    scheduled: scheduledMs === undefined ? undefined : { text: '', ms: scheduledMs },
    duration: talkMs === undefined ? undefined : { text: formatDuration(talkMs) },
    ended: { text: endedText(attempt?.ended_by, attempt?.end_reason) },
    dialError: { text: attempt?.dial_error === undefined ? '' : dialErrorText(attempt.dial_error) },
    ...prefixed('output', attempt?.structured_output ?? {}),
  };
  const filled = Object.entries(cells).filter(([, cell]) => cell !== undefined && !isEmpty(cell));
  return Object.fromEntries(filled) as Record<string, Cell>;
}

/** The value by which rows are sorted in a column; undefined where the cell is empty. */
export function sortKey(row: Row, columnId: string): string | number | undefined {
  if (columnId === 'number') return row.row_index;
  const cell = rowCells(row)[columnId];
  return cell?.ms ?? cell?.text;
}

/** A cell as it goes to the clipboard: moments in ISO 8601, which every spreadsheet reads. */
export function cellValue(cell: Cell | undefined): string {
  if (cell?.ms !== undefined) return new Date(cell.ms).toISOString();
  return cell?.text ?? '';
}

/** A cell as the table shows it: extracted values in words, moments in the reader's own zone. */
export function cellShown(columnId: string, cell: Cell, nowMs: number): string {
  if (cell.ms !== undefined) return new Date(cell.ms).toLocaleString('en-GB');
  return columnId.startsWith('output:') ? readableValue(cell.text, nowMs) : cell.text;
}

/** A cell for reading: all of its text, and its explanation. */
export function cellReading(cell: Cell | undefined): string {
  return [cellValue(cell), cell?.why].filter(Boolean).join('\n\n');
}

/** The person's name as the service took it from the call; undefined where there is none. */
export function contactName({ call }: Row): string | undefined {
  const { first_name, last_name } = call?.contact ?? {};
  const name = [first_name, last_name].filter(Boolean).join(' ').trim();
  return name === '' ? undefined : name;
}

/** The person's name, from the call or from the usual variables of a list; undefined where none tells it. */
export function personName(row: Row): string | undefined {
  const variables = new Map(
    Object.entries(row.input_data).map(([name, value]) => [plainName(name), value.trim()]),
  );
  const parts = [variables.get('firstname'), variables.get('lastname')].filter(Boolean).join(' ');
  const whole = variables.get('fullname') ?? variables.get('name');
  const name = contactName(row) ?? (parts === '' ? whole : parts);
  return name === '' ? undefined : name;
}

/** Whether `personName` reads this variable. */
export function isNameVariable(name: string): boolean {
  return nameVariables.has(plainName(name));
}

const nameVariables: ReadonlySet<string> = new Set(['firstname', 'lastname', 'fullname', 'name']);

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

export function endedText(endedBy: string | undefined, reason: string | undefined): string {
  return [endedBy && endedByText(endedBy), reason && endReasonText(reason)].filter(Boolean).join(' · ');
}

function prefixed(group: string, values: Readonly<Record<string, unknown>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${group}:${name}`, { text: valueText(value) }]),
  );
}

function cutCell(cell: Cell): Cell {
  return cell.text.length <= maxCellLength
    ? cell
    : { ...cell, text: cell.text.slice(0, maxCellLength), cut: true };
}

function isEmpty(cell: Cell): boolean {
  return cell.text === '' && cell.ms === undefined;
}
