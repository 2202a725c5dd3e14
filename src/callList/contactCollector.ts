import type { CallList, CallListOptions, ReadyContact } from './callList.ts';
import { RowChecker, type CheckedRow } from './checkRow.ts';
import { countryProblems, tallyCountry, type CountryTally } from './phone/countryMix.ts';
import { subscriberOf } from './phone/otherForm.ts';
import type { Delimiter } from './csv/delimiter.ts';
import { Duplicates } from './duplicates.ts';
import type { Layout } from './csv/layout.ts';
import { ProblemCollection } from './problemCollection.ts';
import { exclusionReasons, problemAt, type ExclusionReason, type Problem } from './problems.ts';
import { RefusedNumbers } from './refusedNumbers.ts';
import type { CsvRecord } from './csv/records.ts';
import type { CallListReport } from './callList.ts';
import type { KeepLimits } from './keepLimits.ts';

type ExcludedRow = Extract<CheckedRow, { readonly kind: 'excluded' }>;

/** Collects contacts, problems and counts from rows. Contacts can be taken out in between. */
export class ContactCollector {
  readonly #layout: Layout;
  readonly #checker: RowChecker;
  readonly #delimiter: Delimiter;
  readonly #duplicates: Duplicates;
  readonly #refusals = new RefusedNumbers();
  readonly #countries: CountryTally = new Map();
  readonly #revocable: boolean;
  #contacts: ReadyContact[] = [];
  /**
   * By their numbers, in the order of the rows that count, where a later row may take the place of an earlier
   * one.
   */
  readonly #latest = new Map<string, ReadyContact>();
  #ready = 0;
  readonly #limits: KeepLimits;
  /** Contacts that were kept, and the characters of their values. */
  #keptContacts = 0;
  #keptCharacters = 0;
  /** Whether the limits are reached, so that further contacts are only counted. */
  #full = false;
  readonly #problems: ProblemCollection;
  readonly #excluded: Record<ExclusionReason, number>;
  #read = 0;
  #blank = 0;

  constructor(layout: Layout, delimiter: Delimiter, options: CallListOptions, limits: KeepLimits) {
    this.#limits = limits;
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#revocable = options.duplicates === 'last';
    this.#problems = new ProblemCollection(limits.problemsPerCode);
    for (const problem of layout.problems) this.#problems.add(problem);
    this.#duplicates = new Duplicates(options.duplicates ?? 'first', layout.phoneColumns, delimiter);
    this.#excluded = Object.fromEntries(exclusionReasons.map((reason) => [reason, 0])) as Record<
      ExclusionReason,
      number
    >;
    this.#checker = new RowChecker(layout, delimiter, options, (problem) => this.#problems.add(problem));
  }

  add(records: readonly CsvRecord[]): void {
    for (let at = 0; at < records.length; at++) {
      const record = records[at];
      if (record !== undefined) this.#addRow(record);
    }
  }

  #addRow(record: CsvRecord): void {
    this.#read++;
    const row = this.#checker.check(record);
    if (row.kind === 'blank') this.#blank++;
    else if (row.kind === 'excluded') this.#addExcluded(row, record.line);
    else this.#addReady(record, row.e164, row.variables);
  }

  #addExcluded({ reason, refused }: ExcludedRow, line: number): void {
    this.#excluded[reason]++;
    if (refused === undefined) return;
    this.#addProblem(this.#refusals.refused(refused, line, this.#duplicates.firstLine(refused)));
  }

  #addProblem(problem: Problem | undefined): void {
    if (problem !== undefined) this.#problems.add(problem);
  }

  #addReady(record: CsvRecord, e164: string, variables: Readonly<Record<string, string>>): void {
    tallyCountry(this.#countries, e164, record.line);
    this.#addProblem(this.#refusals.ready(e164, record.line));
    const duplicate = this.#duplicates.check(e164, record);
    if (duplicate !== undefined) {
      this.#problems.add(duplicate.problem);
      if (duplicate.problem.excludes) this.#excluded.duplicate++;
      if (duplicate.replaces === true) this.#drop(e164);
      if (!duplicate.keep) return;
    }
    this.#ready++;
    if (this.#full) return;
    this.#keep({ to_phone_number: e164, prompt_variables: variables, line: record.line, record: this.#read });
  }

  #keep(contact: ReadyContact): void {
    const { contacts, characters } = this.#limits;
    if (this.#keptContacts >= contacts || this.#keptCharacters > characters) {
      this.#full = true;
      this.#duplicates.forgetPlaces();
      return;
    }
    this.#keptContacts++;
    if (characters < Infinity) this.#keptCharacters += charactersOf(contact);
    if (this.#revocable) this.#latest.set(subscriberOf(contact.to_phone_number), contact);
    else this.#contacts.push(contact);
  }

  #drop(e164: string): void {
    this.#ready--;
    const number = subscriberOf(e164);
    const dropped = this.#full ? undefined : this.#latest.get(number);
    if (dropped === undefined) return;
    this.#latest.delete(number);
    this.#keptContacts--;
    if (this.#limits.characters < Infinity) this.#keptCharacters -= charactersOf(dropped);
  }

  /** The contacts found since this was last asked, where they can no longer change. */
  takeBatch(): ReadyContact[] {
    return this.#revocable ? [] : this.#takeAll();
  }

  #takeAll(): ReadyContact[] {
    const contacts = this.#revocable ? [...this.#latest.values()] : this.#contacts;
    this.#contacts = [];
    return contacts;
  }

  /** The counts, all problems, and the contacts that have not been taken yet. */
  finish(
    before: readonly Problem[],
  ): Pick<CallListReport, 'problems' | 'problemTotals' | 'counts'> & Pick<CallList, 'contacts'> {
    for (const problem of before) this.#problems.add(problem);
    if (this.#read === this.#blank) this.#problems.add(nobodyInList(this.#layout));
    for (const problem of countryProblems(this.#countries, this.#layout, this.#delimiter))
      this.#problems.add(problem);
    return {
      contacts: this.#takeAll(),
      problems: this.#problems.sorted(),
      problemTotals: this.#problems.totals,
      counts: { read: this.#read, ready: this.#ready, excluded: this.#excluded, blank: this.#blank },
    };
  }
}

function charactersOf({ prompt_variables }: ReadyContact): number {
  let characters = 0;
  for (const name in prompt_variables) characters += prompt_variables[name]?.length ?? 0;
  return characters;
}

export function nobodyInList({ header }: Layout): Problem {
  const line = header?.line ?? 1;
  const message =
    'This list is empty: there are no rows below the header. Check the export, or the file you chose.';
  return problemAt({ line, startCharacter: 0, endLine: line, endCharacter: 0 }, 'revox.list.noRows', message);
}
