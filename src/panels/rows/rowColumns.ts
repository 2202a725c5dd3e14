import type { StructuredOutputField } from '../../core/assistant.ts';
import type { Row } from '../../core/row.ts';
import type { Column } from '../contract/protocolRows.ts';
import { lastAttempt } from '../lastAttempt.ts';
import { isNameVariable, personName } from './rowView.ts';

const before: readonly Column[] = [
  { id: 'number', label: '#', group: 'call', align: 'end', width: 64, isSticky: true },
  { id: 'phone', label: 'Phone number', group: 'call', width: 150, isSticky: true },
];
/** A number of more digits than this needs a wider column. */
const usualDigits = 4;
const digitWidth = 9;
/** From the call, or from a variable of the list, which then need not be shown twice. */
const contact: Column = { id: 'contact', label: 'Name', group: 'call', width: 150, isSticky: true };
/** Only newer servers tell these. */
const newer: readonly Column[] = [
  { id: 'outcome', label: 'Outcome', group: 'call', width: 140 },
  { id: 'summary', label: 'Summary', group: 'call', width: 280 },
];
/** The outcome of the call comes before the list's own variables. */
const results: readonly Column[] = [
  { id: 'status', label: 'Call', group: 'call', width: 132 },
  { id: 'result', label: 'Result', group: 'call', width: 160 },
  { id: 'duration', label: 'Talk time', group: 'call', align: 'end', width: 92 },
];
const after: readonly Column[] = [
  { id: 'attempts', label: 'Attempts', group: 'call', align: 'end', width: 92 },
  { id: 'last', label: 'Last attempt', group: 'call', width: 155 },
  { id: 'scheduled', label: 'Scheduled', group: 'call', width: 155, hiddenAtFirst: true },
  { id: 'ended', label: 'Ended by', group: 'call', width: 210 },
  { id: 'dialError', label: 'Dial error', group: 'call', width: 230 },
];

const inputWidth = 140;
const outputWidth = 150;
/** How many variables and outputs are shown until a person chooses columns. */
const shownAtFirst = 8;
/** The most columns of a table. */
const maxOfGroup = 200;

/**
 * The columns of the rows of one campaign. Columns are only added: a variable that the next page lacks keeps
 * its place.
 */
export class RowColumns {
  readonly #inputs = new Set<string>();
  readonly #outputs = new Set<string>();
  readonly #newer = new Set<string>();
  #hasNames = false;

  #digits = usualDigits;

  /** @param total rows of all pages: their numbers need no wider column later */
  learn(rows: readonly Row[], fields: readonly StructuredOutputField[] = [], total = 0): void {
    const highest = Math.max(total, ...rows.map(({ row_index = 0 }) => row_index + 1));
    this.#digits = Math.max(this.#digits, String(highest).length);
    for (const { name } of fields) this.#outputs.add(name);
    for (const row of rows) {
      this.#hasNames ||= personName(row) !== undefined;
      if (row.call?.outcome !== undefined) this.#newer.add('outcome');
      if (row.call?.outcome_summary !== undefined) this.#newer.add('summary');
      for (const name of Object.keys(row.input_data)) this.#inputs.add(name);
      for (const name of Object.keys(lastAttempt(row)?.structured_output ?? {})) this.#outputs.add(name);
      for (const { name } of row.call?.assistant?.structured_output_config ?? []) this.#outputs.add(name);
    }
  }

  all(): readonly Column[] {
    const wider = (this.#digits - usualDigits) * digitWidth;
    return [
      ...before.map((column) =>
        column.id === 'number' ? { ...column, width: column.width + wider } : column,
      ),
      ...(this.#hasNames ? [contact] : []),
      ...newer.filter(({ id }) => this.#newer.has(id)),
      ...results,
      ...columnsOf('output', this.#outputs, outputWidth),
      ...columnsOf('input', this.#inputs, inputWidth, isNameVariable),
      ...after,
    ];
  }
}

/** @param isShownElsewhere whether a column is hidden until a person chooses it */
function columnsOf(
  group: 'input' | 'output',
  names: ReadonlySet<string>,
  width: number,
  isShownElsewhere: (name: string) => boolean = () => false,
): readonly Column[] {
  return [...names].slice(0, maxOfGroup).map((name, index) => ({
    id: `${group}:${name}`,
    label: name,
    group,
    width,
    ...((index >= shownAtFirst || isShownElsewhere(name)) && { hiddenAtFirst: true as const }),
  }));
}
