import { lineAboutList, lineBelowList } from './csv/belowList.ts';
import { conflictMarker, FoldedHeaders, otherTable, refusingHeading } from './csv/otherTable.ts';
import { brokenRow } from './csv/brokenRow.ts';
import type { CallListOptions } from './callList.ts';
import type { Delimiter } from './csv/delimiter.ts';
import { cellForm, isNumberForm } from './columns/cellForm.ts';
import { isUncallableType } from './columns/numberType.ts';
import { OptOutReader } from './columns/optOutReader.ts';
import { isBlank } from './csv/header.ts';
import { calledColumn, columnTitle, type Layout } from './csv/layout.ts';
import { readPhone } from './phone/readPhone.ts';
import { RowPhoneReader } from './phone/rowPhoneReader.ts';
import { phoneMessages } from './phone/phoneMessages.ts';
import {
  problemAt,
  type ExclusionReason,
  type Problem,
  type ProblemCode,
  type ProblemDetails,
} from './problems.ts';
import { cellRange, recordRange } from './csv/positions.ts';
import type { CsvRecord } from './csv/records.ts';
import { remarkOnRow } from './rowRemarks.ts';

/** A checked row, before rows are compared with each other. */
export type CheckedRow =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'excluded';
      readonly reason: ExclusionReason;
      /** The number in E.164, where the row itself refuses calls. */
      readonly refused?: string;
    }
  | { readonly kind: 'ready'; readonly e164: string; readonly variables: Readonly<Record<string, string>> };

const blankRow: CheckedRow = { kind: 'blank' };

/**
 * Checks row after row by one layout. Problems are handed to `report`; the first that excludes a row is its
 * only error.
 */
export class RowChecker {
  readonly #layout: Layout;
  readonly #delimiter: Delimiter;
  readonly #options: CallListOptions;
  /** Empty where the list has no header. */
  readonly #headers: readonly string[];
  readonly #foldedHeaders: FoldedHeaders;
  readonly #phones: RowPhoneReader;
  readonly #optOuts: OptOutReader;
  readonly #ownNumber: string | undefined;
  readonly #noValues: Readonly<Record<string, string>>;
  readonly #report: (problem: Problem) => void;
  /** Why the current row is left out; undefined so far. */
  #reason: ExclusionReason | undefined;
  /** The number that the current row refuses calls to. */
  #refused: string | undefined;

  constructor(
    layout: Layout,
    delimiter: Delimiter,
    options: CallListOptions,
    report: (problem: Problem) => void,
  ) {
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#options = options;
    const headers = layout.columns.map(({ header }) => header);
    this.#headers = layout.hasHeader ? headers : [];
    this.#foldedHeaders = new FoldedHeaders(this.#headers);
    this.#phones = new RowPhoneReader(layout.countries, headers, {
      region: options.defaultRegion,
      repairs: options.repairs,
      rowCountry: options.rowCountry,
      likelyRegion: layout.likelyRegion,
    });
    this.#optOuts = new OptOutReader(layout.optOuts);
    this.#report = (problem) => {
      this.#reason ??= problem.excludedAs;
      report(problem);
    };
    const noValues: Record<string, string> = {};
    for (const { name } of layout.plan.sent) noValues[name] = '';
    this.#noValues = noValues;
    const own = options.fromPhoneNumber;
    this.#ownNumber = own === undefined ? undefined : readPhone(own, { region: options.defaultRegion }).e164;
  }

  check(record: CsvRecord): CheckedRow {
    if (record.fault === undefined && isBlank(record.cells)) return blankRow;
    this.#reason = undefined;
    this.#refused = undefined;
    return this.#ready(record) ?? this.#excluded();
  }

  #excluded(): CheckedRow {
    // A list without a phone column says so once, not row by row.
    const reason = this.#reason ?? 'noNumber';
    return this.#refused === undefined
      ? { kind: 'excluded', reason }
      : { kind: 'excluded', reason, refused: this.#refused };
  }

  #ready(record: CsvRecord): CheckedRow | undefined {
    const broken = brokenRow(record, this.#layout.columns.length, this.#delimiter);
    if (broken !== undefined) {
      // a line with a total may have any number of cells
      const below = broken.code === 'revox.row.tooManyCells' ? lineBelowList(record) : undefined;
      this.#report(below ?? broken);
      return undefined;
    }
    const e164 = this.#phone(record);
    if (e164 === undefined) return undefined;
    const variables = this.#variables(record);
    if (variables === undefined) return undefined;
    remarkOnRow(record, this.#layout, this.#delimiter, this.#report);
    return { kind: 'ready', e164, variables };
  }

  #otherTable(record: CsvRecord, column: number): Problem | undefined {
    return otherTable(record, column, this.#headers, this.#foldedHeaders);
  }

  #phone(record: CsvRecord): string | undefined {
    const column = calledColumn(this.#layout.phoneColumns, record.cells);
    // already reported for the whole list
    if (column === undefined) return undefined;
    const about = lineAboutList(record, column);
    if (about !== undefined) {
      this.#report(about);
      return undefined;
    }
    const cell = record.cells[column] ?? '';
    const verdict = this.#phones.read(record.cells, cell);
    if (verdict.e164 === undefined) {
      this.#refused = this.#refusedElsewhere(record);
      const noRow =
        this.#repeatedHeader(record) ??
        this.#otherTable(record, column) ??
        refusingHeading(record, column) ??
        conflictMarker(record) ??
        lineBelowList(record);
      if (noRow !== undefined) {
        this.#report(noRow);
        return undefined;
      }
      if (this.#isElsewhere(record, column, verdict.problem.code)) return undefined;
      const { code, message, fix, readings = [] } = verdict.problem;
      // a single one is known, but not to be called: a premium number, a fax
      const choices = readings.length > 1 ? readings : undefined;
      this.#cellProblem(record, column, code, message, { value: cell, fix, readings: choices });
      return undefined;
    }
    if (verdict.e164 === this.#ownNumber) {
      this.#cellProblem(record, column, 'revox.phone.own', phoneMessages.own(), { value: cell });
      return undefined;
    }
    if (this.#saysNotToCall(record, column, verdict.e164)) return undefined;
    const { suppressed } = this.#options;
    if (suppressed?.has(verdict.e164) === true) {
      const message =
        suppressed.sentenceOf?.(verdict.e164) ??
        phoneMessages.suppressed(verdict.e164, suppressed.listOf?.(verdict.e164));
      const code = `revox.phone.${suppressed.historyOf?.(verdict.e164) ?? 'suppressed'}` as const;
      this.#cellProblem(record, column, code, message, { value: cell });
      return undefined;
    }
    if (verdict.note !== undefined) {
      const { code, message, fix } = verdict.note;
      this.#cellProblem(record, column, code, message, { value: cell, fix });
    }
    return verdict.e164;
  }

  /** Whether the row itself says that nobody is to be called there. */
  #saysNotToCall(record: CsvRecord, called: number, e164: string): boolean {
    const refusing = this.#optOuts.refusing(record);
    if (refusing === undefined) return this.#isNoTelephone(record, called);
    if (refusing.isOrder === undefined) this.#refused = e164;
    const value = record.cells[refusing.column] ?? '';
    const title = columnTitle(this.#layout.columns, refusing.column);
    const isNotTicked = value.trim() === '';
    const message = isNotTicked
      ? phoneMessages.notTicked(title)
      : phoneMessages.optOut(value, title, refusing.kind);
    this.#cellProblem(record, refusing.column, 'revox.phone.optOut', message, { value });
    return true;
  }

  /** Whether the row says that its number is a fax or something else that nobody answers. */
  #isNoTelephone(record: CsvRecord, called: number): boolean {
    const { columns, numberTypes } = this.#layout;
    const type =
      numberTypes.length === 0 ? undefined : numberTypes.find((one) => one.called === called)?.type;
    const said = type === undefined ? '' : (record.cells[type] ?? '');
    if (type === undefined || said === '' || !isUncallableType(said)) return false;
    const message = phoneMessages.uncallableType(said.trim(), columnTitle(columns, type));
    this.#cellProblem(record, type, 'revox.phone.fax', message, { value: said });
    return true;
  }

  /** The number of a row that refuses calls and has none in the column that is called. */
  #refusedElsewhere(record: CsvRecord): string | undefined {
    const { otherPhones } = this.#layout;
    if (otherPhones.length === 0) return undefined;
    const refusing = this.#optOuts.refusing(record);
    if (refusing === undefined || refusing.isOrder !== undefined) return undefined;
    const { cells } = record;
    for (const column of otherPhones) {
      const { e164 } = this.#phones.read(cells, cells[column] ?? '');
      if (e164 !== undefined) return e164;
    }
    return undefined;
  }

  /** A repeated header, as in two exports in one file, is not a contact. */
  #repeatedHeader(record: CsvRecord): Problem | undefined {
    if (!this.#foldedHeaders.isRepeated(record.cells)) return undefined;
    const message = 'This row repeats the header, so it is not called. Delete the line to remove this note.';
    return problemAt(recordRange(record), 'revox.list.repeatedHeader', message);
  }

  /** Reports a row whose number is in another column than the one that is called. */
  #isElsewhere(record: CsvRecord, column: number, code: ProblemCode): boolean {
    if (code !== 'revox.phone.missing' && code !== 'revox.phone.placeholder') return false;
    const other = this.#layout.otherPhones.find((at) => isNumberForm(cellForm(record.cells[at] ?? '')));
    if (other === undefined) return false;
    const names = [column, other].map((at) => `“${columnTitle(this.#layout.columns, at)}”`);
    const value = record.cells[column] ?? '';
    const called = names[0] ?? '';
    const none =
      value.trim() === '' ? `There is no phone number in ${called}` : `${called} holds no real number`;
    const message = `${none}, and ${names[1] ?? ''} has one. Choose the first filled of these columns to call it, or copy the number.`;
    this.#cellProblem(record, column, 'revox.phone.missing', message, { value, otherColumn: other });
    return true;
  }

  #variables(record: CsvRecord): Record<string, string> | undefined {
    // all rows' values in one shape
    const variables = { ...this.#noValues };
    let complete = true;
    const { sent } = this.#layout.plan;
    for (let at = 0; at < sent.length; at++) {
      const one = sent[at];
      if (one === undefined) continue;
      const value = record.cells[one.column] ?? '';
      variables[one.name] = value;
      if (!one.used || !isEmptyCell(value)) continue;
      complete = false;
      this.#emptyVariable(record, one.name, one.column);
    }
    return complete || this.#options.emptyVariables !== 'leaveOut' ? variables : undefined;
  }

  #emptyVariable(record: CsvRecord, name: string, column: number): void {
    if (this.#options.emptyVariables === 'leaveOut') {
      const message = `There is no value for {{${name}}}, so this row is left out, as chosen. Fill it in to call this contact.`;
      this.#cellProblem(record, column, 'revox.variable.emptyLeftOut', message);
    } else {
      const message = `There is no value for {{${name}}}, so the assistant’s sentence would have a gap. Fill it in, or choose to leave such rows out.`;
      this.#cellProblem(record, column, 'revox.variable.empty', message);
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

function isEmptyCell(value: string): boolean {
  if (value === '') return true;
  const first = value.charCodeAt(0);
  // nearly all begin with a letter or a digit
  return !(first > 32 && first < 128) && value.trim() === '';
}
