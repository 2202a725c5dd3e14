import type { CallListOptions } from './callList.ts';
import type { Delimiter } from './csvText.ts';
import type { Layout } from './layout.ts';
import { readPhone } from './phoneNumber.ts';
import { phoneSentences } from './phoneSentences.ts';
import { problemAt, type Problem, type ProblemCode, type ProblemDetails } from './problems.ts';
import { cellRange, recordRange, type CsvRecord } from './records.ts';

/** A row by itself, before rows are compared with each other: a number with its values, or nobody to call. */
export interface CheckedRow {
  readonly e164?: string | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
}

/** Checks row after row by one layout. Problems are handed to `report`; the first that excludes a row is its only error. */
export class RowChecker {
  readonly #layout: Layout;
  readonly #delimiter: Delimiter;
  readonly #options: CallListOptions;
  readonly #ownNumber: string | undefined;
  readonly #report: (problem: Problem) => void;

  constructor(
    layout: Layout,
    delimiter: Delimiter,
    options: CallListOptions,
    report: (problem: Problem) => void,
  ) {
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#options = options;
    this.#report = report;
    const own = options.fromPhoneNumber;
    this.#ownNumber = own === undefined ? undefined : readPhone(own, { region: options.defaultRegion }).e164;
  }

  check(record: CsvRecord): CheckedRow {
    if (this.#isBroken(record)) return {};
    const e164 = this.#phone(record);
    if (e164 === undefined) return {};
    const variables = this.#variables(record);
    if (variables === undefined) return {};
    this.#remarks(record);
    return { e164, variables };
  }

  #isBroken(record: CsvRecord): boolean {
    const { cells, fault, raw, suspect } = record;
    const width = this.#layout.columns.length;
    if (fault !== undefined) {
      const code = faultCodes[fault.kind];
      this.#report(problemAt(recordRange(record, fault.at), code, faultSentences[fault.kind]));
      return true;
    }
    if (suspect && (cells.length !== width || cells.some((cell) => cell.includes('"')))) {
      return this.#broken(
        record,
        'revox.row.afterBrokenQuote',
        'This line may belong to the broken quote above it, so it is not called. Repair that quote first.',
      );
    }
    if (raw.includes('\0')) {
      return this.#broken(
        record,
        'revox.row.nulByte',
        'This row contains NUL characters, a sign of a damaged file. Export the list again.',
      );
    }
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      const message = `This row has ${cells.length} cells, the header ${width}: a value was probably split in two. Put quotes around the value that contains “${this.#delimiter === '\t' ? 'a tab' : this.#delimiter}”.`;
      return this.#broken(record, 'revox.row.tooManyCells', message);
    }
    return false;
  }

  #broken(record: CsvRecord, code: ProblemCode, message: string): true {
    this.#report(problemAt(recordRange(record), code, message));
    return true;
  }

  #phone(record: CsvRecord): string | undefined {
    const column = this.#layout.phoneColumn;
    // already said for the whole list
    if (column === undefined) return undefined;
    const cell = record.cells[column] ?? '';
    const verdict = readPhone(cell, { region: this.#options.defaultRegion, repairs: this.#options.repairs });
    if (verdict.e164 === undefined) {
      const { code, message, fix } = verdict.problem;
      this.#cellProblem(record, column, code, message, { value: cell, fix });
      return undefined;
    }
    if (verdict.e164 === this.#ownNumber) {
      this.#cellProblem(record, column, 'revox.phone.own', phoneSentences.own(), { value: cell });
      return undefined;
    }
    if (verdict.note !== undefined) {
      const { code, message, fix } = verdict.note;
      this.#cellProblem(record, column, code, message, { value: cell, fix });
    }
    return verdict.e164;
  }

  #variables(record: CsvRecord): Record<string, string> | undefined {
    const variables: Record<string, string> = {};
    let complete = true;
    for (const { name, column, used } of this.#layout.plan.sent) {
      const value = record.cells[column] ?? '';
      variables[name] = value;
      if (!used || (value !== '' && value.trim() !== '')) continue;
      complete = false;
      this.#emptyVariable(record, name, column);
    }
    return complete || this.#options.emptyVariables !== 'leaveOut' ? variables : undefined;
  }

  #emptyVariable(record: CsvRecord, name: string, column: number): void {
    if (this.#options.emptyVariables === 'leaveOut') {
      const message = `There is nothing here for {{${name}}}, so this row is left out, as chosen. Fill it in to call it.`;
      this.#cellProblem(record, column, 'revox.variable.emptyLeftOut', message);
    } else {
      const message = `There is nothing here for {{${name}}}: the assistant would leave a gap in its sentence. Fill it in, or choose to leave such rows out.`;
      this.#cellProblem(record, column, 'revox.variable.empty', message);
    }
  }

  /** Things worth a look in a row that will be called. */
  #remarks(record: CsvRecord): void {
    const { cells, raw } = record;
    const { columns, plan } = this.#layout;
    if (cells.length < columns.length) {
      const message = `This row has ${cells.length} cells, the header ${columns.length}: the last ones count as empty. Check that none is missing in the middle.`;
      this.#report(problemAt(recordRange(record), 'revox.row.tooFewCells', message));
    }
    if (garbled.test(raw)) {
      for (const { column } of plan.sent) {
        const value = cells[column] ?? '';
        if (!garbled.test(value)) continue;
        const message = `“${value.slice(0, 40)}” was garbled when the file was saved (é became Ã©, or �), and would be spoken like that. Export the list again as CSV UTF-8.`;
        this.#cellProblem(record, column, 'revox.cell.garbled', message, { value });
      }
    }
    if (raw.includes('"')) this.#strayQuotes(record);
  }

  #strayQuotes(record: CsvRecord): void {
    for (const [column, cell] of record.cells.entries()) {
      if (!cell.includes('"')) continue;
      const range = cellRange(record, column, this.#delimiter);
      // a quoted cell is longer than its value, by its quotes at least
      if (range.endLine !== range.line || range.endCharacter - range.startCharacter !== cell.length) continue;
      const message =
        'A quote inside this cell is read as part of the text. If it was meant to enclose the cell, it must be its first character.';
      this.#report(problemAt(range, 'revox.cell.strayQuote', message, { value: cell }));
    }
  }

  #cellProblem(
    record: CsvRecord,
    column: number,
    code: ProblemCode,
    message: string,
    details?: ProblemDetails,
  ): void {
    this.#report(problemAt(cellRange(record, column, this.#delimiter), code, message, details));
  }
}

/** UTF-8 read as Windows-1252, or characters that did not survive. */
const garbled = /Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â€|Â[\u00a0-\u00bf]|\ufffd/;

const faultCodes = {
  unclosed: 'revox.row.quoteUnclosed',
  malformed: 'revox.row.quoteMalformed',
  tooLong: 'revox.row.tooLong',
} as const;

const faultSentences = {
  unclosed:
    'A quote is opened here and never closed, so this line cannot be read. Close it, or remove it; the rows below were read line by line.',
  malformed:
    'A quote in the middle of this quoted cell makes the row unreadable. Write quotes inside a cell twice (""), or remove them.',
  tooLong:
    'This line is more than a million characters long, which is no row of a call list. Check where the file comes from.',
} as const;
