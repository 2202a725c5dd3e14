import { decidingColumns } from '../columns/optOutColumns.ts';
import type {
  CallList,
  CallListCounts,
  CallListDialect,
  CallListOptions,
  ReadyContact,
} from '../callList.ts';
import { RowChecker } from '../checkRow.ts';
import { nobodyInList } from '../contactCollector.ts';
import { countryProblems } from '../phone/countryMix.ts';
import { subscriberOf } from '../phone/otherForm.ts';
import type { Beginning } from './liveBeginning.ts';
import type { LiveBlock } from './liveBlock.ts';
import type { LiveBlocks } from './liveBlocks.ts';
import { liveCountries } from './liveCountries.ts';
import { problemsNow, repeatsIn, type RepeatContext } from './liveRepeats.ts';
import type { Pace } from '../pace.ts';
import { inFileOrder } from '../problemCollection.ts';
import { refusedElsewhere } from '../refusedNumbers.ts';
import type { Problem } from '../problems.ts';
import type { CsvRecord } from '../csv/records.ts';

interface LiveState {
  readonly beginning: Beginning;
  readonly blocks: LiveBlocks;
  readonly options: CallListOptions;
  readonly hasBom: boolean;
  readonly recordsOf: (block: LiveBlock) => readonly CsvRecord[];
}

/** The list between two changes. Expensive parts are computed when they are first needed. */
export class LiveSnapshot implements CallList {
  readonly columns: CallList['columns'];
  readonly phoneColumn: number | undefined;
  readonly phoneColumns: readonly number[];
  readonly otherPhones: readonly number[];
  readonly optOutColumns: readonly number[];
  readonly likelyRegion: string | undefined;
  readonly countryColumn: number | undefined;
  readonly dialect: CallListDialect;
  readonly counts: CallListCounts;
  readonly #state: LiveState;
  readonly #context: RepeatContext;
  #problems: readonly Problem[] | undefined;
  #contacts: readonly ReadyContact[] | undefined;

  constructor(state: LiveState) {
    const { beginning, blocks, options, hasBom, recordsOf } = state;
    const { layout, dialect } = beginning;
    const { delimiter, newline } = dialect;
    const policy = options.duplicates ?? 'first';
    this.#state = state;
    this.#context = {
      numbers: blocks.numbers,
      policy,
      phoneColumns: layout.phoneColumns,
      delimiter,
      recordsOf,
    };
    this.columns = layout.columns;
    this.phoneColumn = layout.phoneColumn;
    this.phoneColumns = layout.phoneColumns;
    this.otherPhones = layout.otherPhones;
    this.optOutColumns = decidingColumns(layout.optOuts);
    this.likelyRegion = layout.likelyRegion;
    this.countryColumn = layout.countries?.countries[0]?.column;
    this.counts = blocks.counts(policy === 'all');
    this.dialect = {
      delimiter,
      newline,
      encoding: 'utf-8',
      hasBom,
      hasHeader: layout.hasHeader,
      headerLine: layout.header?.line ?? 1,
      titleLines: layout.titleLines,
    };
  }

  get problems(): readonly Problem[] {
    return (this.#problems ??= this.#allProblems());
  }

  get contacts(): readonly ReadyContact[] {
    return (this.#contacts ??= this.#allContacts());
  }

  /** Computes all problems with pauses, so that reading them is cheap afterwards. */
  async prepare(pace: Pace): Promise<void> {
    for (const block of this.#state.blocks.all) {
      problemsNow(block, this.#context);
      await pace.yieldIfDue();
    }
  }

  #allProblems(): Problem[] {
    const { beginning, blocks } = this.#state;
    const problems = [...beginning.layout.problems];
    if (this.counts.read === this.counts.blank) problems.push(nobodyInList(beginning.layout));
    const countries = countryProblems(liveCountries(blocks.all), beginning.layout, this.#context.delimiter);
    const refused = refusedProblems(blocks);
    const secondBlock = blocks.all[1]?.line ?? Infinity;
    for (const [position, block] of blocks.all.entries()) {
      for (const problem of problemsNow(block, this.#context)) problems.push(problem);
      if (position > 0) continue;
      for (const problem of refused) if (problem.line < secondBlock) problems.push(problem);
      // the problems of countries come after those of the last row, as in a list read as a whole
      problems.push(...countries);
      // only the first rows can be on lines that the list as a whole has problems on
      problems.sort(inFileOrder);
    }
    for (const problem of refused) if (problem.line >= secondBlock) problems.push(problem);
    return blocks.all.length === 0 || refused.length > 0 ? problems.sort(inFileOrder) : problems;
  }

  #allContacts(): ReadyContact[] {
    const { beginning, blocks, options, recordsOf } = this.#state;
    const { policy, delimiter } = this.#context;
    const checker = new RowChecker(beginning.layout, delimiter, options, () => undefined);
    const contacts: ReadyContact[] = [];
    for (const block of blocks.all) {
      let records: readonly CsvRecord[] | undefined;
      const valuesOf = (row: number): Readonly<Record<string, string>> => {
        const record = (records ??= recordsOf(block))[row];
        const checked = record && checker.check(record);
        return checked?.kind === 'ready' ? checked.variables : {};
      };
      const leftOut = policy === 'all' ? [] : repeatsIn(block, this.#context);
      for (const [at, number] of block.numbers.entries()) {
        if (leftOut.includes(at)) continue;
        const row = block.rowOf[at] ?? 0;
        const line = block.line + (block.lineOf[at] ?? 0);
        contacts.push(new LiveContact(`+${number}`, line, block.rowsBefore + row + 1, () => valuesOf(row)));
      }
    }
    return contacts;
  }
}

/** See `RefusedNumbers`, which says the same of a list that is read from its beginning. */
function refusedProblems({ all, numbers }: LiveBlocks): Problem[] {
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const block of all) {
    for (const { e164, lineOf } of block.refused) {
      const number = subscriberOf(e164);
      const ready = told.has(number) ? undefined : numbers.first(Number(number));
      if (ready === undefined) continue;
      told.add(number);
      const readyLine = ready.block.line + (ready.block.lineOf[ready.at] ?? 0);
      problems.push(refusedElsewhere(e164, block.line + lineOf, readyLine));
    }
  }
  return problems;
}

/** Its values are read from its row when they are asked for. */
class LiveContact implements ReadyContact {
  readonly to_phone_number: string;
  readonly line: number;
  readonly record: number;
  readonly #values: () => Readonly<Record<string, string>>;

  constructor(number: string, line: number, record: number, values: () => Readonly<Record<string, string>>) {
    this.to_phone_number = number;
    this.line = line;
    this.record = record;
    this.#values = values;
  }

  get prompt_variables(): Readonly<Record<string, string>> {
    return this.#values();
  }
}
