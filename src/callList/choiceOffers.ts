import type { CallList } from './callList.ts';
import { separatorName, separators, signOf } from './csv/delimiter.ts';
import type { ColumnName, ListChoices } from './listChoices.ts';
import type { PhoneRepair } from './phone/phoneVerdict.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { countryInText } from './phone/countryName.ts';
import { repairOf } from './phone/repairs.ts';

/** Another way to read the list that solves a problem without an edit. */
export type ChoiceOffer =
  | { readonly title: string; readonly choices: ListChoices }
  /** A repair of the whole column: to be asked first, with what it does. */
  | { readonly title: string; readonly repair: PhoneRepair };

const columnsOffered = 5;

const repairTitles: Readonly<Record<PhoneRepair, string>> = {
  zeroLost: 'Put the lost zeros of this column back…',
  scientific: 'Write out the scientific notation in this column…',
  oldNumber: 'Write the old numbers of this column in today’s form…',
  words: 'Call the numbers that are among words in this column…',
};

type Offers = (problem: Problem, list: CallList, chosen: ListChoices) => ChoiceOffer[];

const offersFor: Partial<Record<ProblemCode, Offers>> = {
  'revox.phone.duplicate': (_problem, _list, { duplicates }) => [
    duplicates === 'last'
      ? { title: 'Call the first row of each number instead', choices: { duplicates: 'first' } }
      : { title: 'Call the last row of each number instead', choices: { duplicates: 'last' } },
    { title: 'Call every row, the same number more than once', choices: { duplicates: 'all' } },
  ],
  'revox.phone.duplicateKept': () => [
    { title: 'Call each number once, for its first row', choices: { duplicates: 'first' } },
  ],
  'revox.variable.noColumn': mappingOffers,
  'revox.variable.empty': () => [
    { title: 'Leave rows out where a variable is empty', choices: { emptyVariables: 'leaveOut' } },
  ],
  'revox.variable.emptyLeftOut': () => [
    { title: 'Call rows where a variable is empty, too', choices: { emptyVariables: 'call' } },
  ],
  'revox.variable.unusedColumns': () => [{ title: 'Send all columns', choices: { includeUnused: true } }],
  'revox.phone.otherColumn': phoneColumnOffers,
  'revox.phone.swappedColumn': phoneColumnOffers,
  'revox.phone.noColumn': (problem, list) => [...separatorOffers(list), ...phoneColumnOffers(problem, list)],
  'revox.phone.columnUnclear': phoneColumnOffers,
  'revox.phone.missing': firstFilledOffers,
  'revox.list.noHeader': ({ line }) => [
    { title: `Line ${line} is the header of this list`, choices: { headerLine: line } },
  ],
  'revox.list.wrongSeparator': ({ value }) => (value === undefined ? [] : [separatorOffer(value)]),
  'revox.list.titleLines': headerOffers,
  'revox.list.titleWithNumber': headerOffers,
  'revox.phone.otherCountry': () => [
    { title: 'Read each number by the country of its row', choices: { rowCountry: 'own' } },
    { title: 'Read all numbers by the default country', choices: { rowCountry: 'default' } },
  ],
  'revox.phone.doubtfulRegion': regionOffers,
  'revox.phone.unknownRowCountry': () => [
    { title: 'Read all numbers by the default country', choices: { rowCountry: 'default' } },
  ],
  'revox.phone.countryColumn': () => [
    { title: 'Do not read numbers by the country of their row', choices: { rowCountry: 'default' } },
  ],
  'revox.phone.zeroLost': repairOffers,
  'revox.phone.scientific': repairOffers,
  'revox.phone.oldNumber': repairOffers,
  'revox.phone.words': repairOffers,
};

/** The choices that solve this problem, the likeliest first. */
export function choiceOffers(problem: Problem, list: CallList, chosen: ListChoices): ChoiceOffer[] {
  return offersFor[problem.code]?.(problem, list, chosen) ?? [];
}

/** The header that names a column and no other, else its index. */
export function columnNameOf({ columns }: Pick<CallList, 'columns'>, index: number): ColumnName {
  const header = columns[index]?.header ?? '';
  return header !== '' && columns.filter((column) => column.header === header).length === 1 ? header : index;
}

/** `column “Home”, else column “Mobile”` */
export function columnsText(columns: ColumnName | readonly ColumnName[]): string {
  return [columns].flat().map(columnText).join(', else ');
}

/** `column “Company”`, `column 3` */
export function columnText(column: ColumnName): string {
  return typeof column === 'string' ? `column “${column}”` : `column ${column + 1}`;
}

/** A person above the header is called when no line is the header, which then is a row without a number. */
function headerOffers({ code, line }: Problem): ChoiceOffer[] {
  const none: ChoiceOffer = {
    title: 'Read every line as a row: this list has no header',
    choices: { headerLine: 0 },
  };
  const here = { title: `Line ${line} is the header of this list`, choices: { headerLine: line } };
  return code === 'revox.list.titleWithNumber' ? [none] : [here, none];
}

/** Another character may separate the cells where it is in a header that was found. */
function separatorOffers({ columns, dialect }: CallList): ChoiceOffer[] {
  const used = signOf(dialect.delimiter);
  return separators
    .filter((sign) => sign !== used && columns.some(({ header }) => header.includes(sign)))
    .map(separatorOffer);
}

function separatorOffer(sign: string): ChoiceOffer {
  return {
    title: `Separate cells by ${separatorText(sign)}`,
    choices: { separator: sign, phoneColumn: undefined },
  };
}

/** `a semicolon`, `“^”` */
export function separatorText(sign: string): string {
  const name = separatorName(sign);
  return name === sign ? `“${sign}”` : `a ${name}`;
}

function regionOffers(_: Problem, { likelyRegion }: CallList): ChoiceOffer[] {
  const readings: ChoiceOffer[] = [
    { title: 'Read all numbers by the default country', choices: { rowCountry: 'default' } },
  ];
  if (likelyRegion === undefined) return readings;
  const title = `Numbers of this list are from ${countryInText(likelyRegion)}`;
  return [{ title, choices: { defaultRegion: likelyRegion } }, ...readings];
}

function repairOffers({ code, fix }: Problem): ChoiceOffer[] {
  const repair = repairOf[code];
  if (repair === undefined || fix === undefined) return [];
  return [{ title: repairTitles[repair], repair }];
}

function mappingOffers(
  { value: variable, otherColumn }: Problem,
  list: CallList,
  { mapping }: ListChoices,
): ChoiceOffer[] {
  if (variable === undefined) return [];
  const free = list.columns.filter(({ index, sent }) => !sent && index !== list.phoneColumn);
  const indexes = free.map(({ index }) => index);
  return byLikelihood(indexes, otherColumn).map((index) => {
    const column = columnNameOf(list, index);
    return {
      title: `Fill {{${variable}}} from ${columnText(column)}`,
      choices: { mapping: { ...mapping, [variable]: column } },
    };
  });
}

function phoneColumnOffers({ code, otherColumn }: Problem, list: CallList): ChoiceOffer[] {
  const indexes = list.columns.map(({ index }) => index).filter((index) => index !== list.phoneColumn);
  // beside a column that works, only the one that may have been meant
  const isOpen = code === 'revox.phone.noColumn' || code === 'revox.phone.columnUnclear';
  const offered = isOpen ? indexes : indexes.filter((index) => index === otherColumn);
  return byLikelihood(offered, otherColumn).map((index) => {
    const column = columnNameOf(list, index);
    return { title: `Call the numbers in ${columnText(column)}`, choices: { phoneColumn: column } };
  });
}

/** The column that is called where it is filled, and in the other rows those beside it. */
function firstFilledOffers({ otherColumn }: Problem, list: CallList): ChoiceOffer[] {
  if (otherColumn === undefined || list.phoneColumn === undefined) return [];
  const others = list.otherPhones ?? [otherColumn];
  const called = list.phoneColumns ?? [list.phoneColumn];
  const columns = [...called, ...byLikelihood(others, otherColumn)];
  const phoneColumn = columns.slice(0, columnsOffered).map((index) => columnNameOf(list, index));
  return [{ title: `Call the first number in ${columnsText(phoneColumn)}`, choices: { phoneColumn } }];
}

function byLikelihood(indexes: readonly number[], first: number | undefined): number[] {
  const sorted = [...indexes].sort((one, other) => Number(other === first) - Number(one === first));
  return sorted.slice(0, columnsOffered);
}
