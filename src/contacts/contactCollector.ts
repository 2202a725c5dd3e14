import type { CallList, CallListOptions, ReadyContact } from './callList.ts';
import { RowChecker } from './checkRow.ts';
import type { Delimiter } from './csvText.ts';
import { Duplicates } from './duplicates.ts';
import { isBlank } from './header.ts';
import type { Layout } from './layout.ts';
import { exclusionReasons, problemAt, type ExclusionReason, type Problem } from './problems.ts';
import type { CsvRecord } from './records.ts';

/** Rows in, contacts, problems and the sum out. */
export class ContactCollector {
  readonly #layout: Layout;
  readonly #checker: RowChecker;
  readonly #duplicates: Duplicates;
  readonly #contacts: (ReadyContact | undefined)[] = [];
  readonly #problems: Problem[];
  readonly #excluded: Record<ExclusionReason, number>;
  #read = 0;
  #blank = 0;
  /** Why the row at hand is left out, as far as is known. */
  #reason: ExclusionReason | undefined;

  constructor(layout: Layout, delimiter: Delimiter, options: CallListOptions) {
    this.#layout = layout;
    this.#problems = [...layout.problems];
    this.#duplicates = new Duplicates(options.duplicates ?? 'first', layout.phoneColumn ?? 0, delimiter);
    this.#excluded = Object.fromEntries(exclusionReasons.map((reason) => [reason, 0])) as Record<
      ExclusionReason,
      number
    >;
    this.#checker = new RowChecker(layout, delimiter, options, (problem) => {
      this.#reason ??= problem.excludedAs;
      this.#problems.push(problem);
    });
  }

  add(records: readonly CsvRecord[]): void {
    for (const record of records) {
      this.#read++;
      if (record.fault === undefined && isBlank(record.cells)) this.#blank++;
      else this.#addRow(record);
    }
  }

  #addRow(record: CsvRecord): void {
    this.#reason = undefined;
    const { e164, variables } = this.#checker.check(record);
    if (e164 === undefined || variables === undefined) {
      this.#excluded[this.#rowReason()]++;
      return;
    }
    const duplicate = this.#duplicates.check(e164, record, this.#contacts.length);
    if (duplicate !== undefined) {
      this.#problems.push(duplicate.problem);
      if (duplicate.problem.excludes) this.#excluded.duplicate++;
      if (duplicate.drop !== undefined) this.#contacts[duplicate.drop] = undefined;
      if (!duplicate.keep) return;
    }
    this.#contacts.push({
      to_phone_number: e164,
      prompt_variables: variables,
      line: record.line,
      record: this.#read,
    });
  }

  #rowReason(): ExclusionReason {
    // a list without a phone column says so once, not row by row
    return this.#reason ?? 'noNumber';
  }

  finish(before: readonly Problem[]): Pick<CallList, 'contacts' | 'problems' | 'counts'> {
    const contacts = this.#contacts.filter((contact) => contact !== undefined);
    const problems = [...before, ...this.#problems];
    const { header } = this.#layout;
    if (this.#read === this.#blank) {
      const line = header?.line ?? 1;
      const message =
        'There is nobody in this list: no rows below the header. Check the export, or the file you chose.';
      problems.push(
        problemAt({ line, startCharacter: 0, endLine: line, endCharacter: 0 }, 'revox.list.noRows', message),
      );
    }
    // only what was found out late stands in the wrong place
    problems.sort((one, other) => one.line - other.line || one.startCharacter - other.startCharacter);
    const counts = { read: this.#read, ready: contacts.length, excluded: this.#excluded, blank: this.#blank };
    return { contacts, problems, counts };
  }
}
