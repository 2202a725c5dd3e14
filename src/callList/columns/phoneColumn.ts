import { columnEvidence, type ColumnEvidence } from './columnEvidence.ts';
import { namesPerson, numbersSomething, type HeaderKind } from './headerWords.ts';

export interface PhoneColumnGuess {
  /** Undefined: there is none, or a person has to choose one of `candidates`. */
  readonly column: number | undefined;
  /** Further columns of phone numbers that somebody may have meant instead. */
  readonly others: readonly number[];
  /** The column is named as a phone column but holds words; this other column holds the numbers. */
  readonly swappedWith?: number | undefined;
  /** Columns that may hold the numbers, the likeliest first, where a person has to choose. */
  readonly candidates: readonly ColumnEvidence[];
  /** The column of fax numbers, where there are no other numbers. */
  readonly fax?: number | undefined;
}

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 2000;
/** How many cells are read. */
const cellBudget = 20_000;
const minRows = 5;

/**
 * `neverCall`: the numbers are of people who are never called, so that what is refused counts as a phone, and
 * so does a fax.
 */
export type ColumnUse = 'call' | 'neverCall';

function meantFor(use: ColumnUse, evidence: ColumnEvidence, columns: number): ColumnEvidence {
  const { kind } = evidence.meaning;
  // a title such as “Blacklist” above the only column
  const counts = kind === 'refused' || kind === 'fax' || columns === 1;
  if (use === 'call' || !counts) return evidence;
  const meant = { kind: 'phone', remoteness: kind === 'fax' ? 0.5 : 0, qualified: false } as const;
  return { ...evidence, meaning: meant };
}

/**
 * The column to call, by its name and its cells. Of several that fit equally well, the one with more values
 * counts, then the left one.
 */
export function findPhoneColumn(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  region: string | undefined,
  use: ColumnUse = 'call',
): PhoneColumnGuess {
  const columns = headers.slice(0, maxColumns);
  const sample = rows.slice(0, Math.max(minRows, Math.floor(cellBudget / (columns.length + 1))));
  const evidence = columns.map((header, column) =>
    meantFor(use, columnEvidence(column, header, sample, region), columns.length),
  );
  const likely = evidence
    .filter((one) => one.content > (least[one.meaning.kind] ?? 0) || isNamedAndEmpty(one))
    .sort((one, other) => scoreOf(other) - scoreOf(one) || one.column - other.column);
  const best = firstOfNumbered(likely);
  const rest = likely.filter((one) => one !== best);
  const named = evidence.find(
    ({ meaning, filled, content }) => meaning.kind === 'phone' && filled > 0.3 && content <= 0.1,
  );
  if (best === undefined || isNamedAndEmpty(best)) return withoutNumbers(evidence, best ?? named);
  const others = rest
    .filter(({ content, meaning }) => content > 0.45 && meaning.kind !== 'other')
    .map(({ column }) => column);
  if (isPhoneNamed(best)) {
    const alike = rest.filter((other) => isNamedAlike(best, other) || mayBeOwn(best, other));
    return alike.length > 0 && use === 'call'
      ? { column: undefined, others: [], candidates: [best, ...alike] }
      : { column: best.column, others, candidates: [] };
  }
  if (named !== undefined) return contradicting(named, best, others);
  const candidates = [best, ...rest.filter((other) => isWithinReach(best, other))];
  if (candidates.length > 1 || !isEnough(best, region)) return { column: undefined, others: [], candidates };
  return { column: best.column, others, candidates: [] };
}

/**
 * The likeliest column, or the one with the lowest number where several have the same name and a number:
 * `Téléphone 1` is the person's first even where `Téléphone 2` is filled in more rows.
 */
function firstOfNumbered(likely: readonly ColumnEvidence[]): ColumnEvidence | undefined {
  const [best] = likely;
  const named = best === undefined ? null : numbered.exec(best.header.toLowerCase());
  if (best === undefined || named === null) return best;
  const alike = likely.flatMap((one) => {
    const other = numbered.exec(one.header.toLowerCase());
    const isAlike = other?.[1] === named[1] && other?.[3] === named[3] && one.filled > filledAtLeast;
    return isAlike && one.content > numbersAtLeast ? [{ one, number: Number(other?.[2]) }] : [];
  });
  return alike.sort((one, other) => one.number - other.number)[0]?.one ?? best;
}

const numbered = /^(\D{1,100})([1-9])(\D{0,100})$/;
const filledAtLeast = 0.3;
const numbersAtLeast = 0.5;

/** Columns whose content is at most this much are not asked about. */
const least: Partial<Record<HeaderKind, number>> = {
  phone: 0.1,
  phoneAndFax: 0.1,
  aboutPhone: 0.25,
  perhaps: 0.2,
  number: 0.2,
  refused: 2,
  unknown: 0.25,
  other: 0.35,
  fax: 2,
};

const nameWeights: Readonly<Record<HeaderKind, number>> = {
  phone: 1,
  phoneAndFax: 0.8,
  aboutPhone: 0.3,
  perhaps: 0.3,
  number: 0.3,
  refused: -2,
  unknown: 0,
  other: -0.4,
  fax: -2,
};

function scoreOf({ meaning, content, filled, repeated }: ColumnEvidence): number {
  return nameWeights[meaning.kind] - meaning.remoteness - (repeated ? 0.3 : 0) + content * (0.5 + filled / 2);
}

function isPhoneNamed({ meaning }: ColumnEvidence): boolean {
  return meaning.kind === 'phone' || meaning.kind === 'phoneAndFax';
}

/**
 * Two names of phones, each with a word that is not known, such as those of a buyer and a seller: it is not
 * clear which of the two is the person's own.
 */
function isNamedAlike(best: ColumnEvidence, other: ColumnEvidence): boolean {
  if (!isPhoneNamed(other) || !best.meaning.qualified || !other.meaning.qualified) return false;
  return other.content >= 0.3 && other.meaning.remoteness <= best.meaning.remoteness + unsureOfPerson;
}

/**
 * `Home` beside `Assistant Phone`: a column without a word for phones that holds them, where the one that is
 * named as a phone is somebody else's.
 */
function mayBeOwn(best: ColumnEvidence, other: ColumnEvidence): boolean {
  if (best.meaning.remoteness < somebodyElse || isPhoneNamed(other)) return false;
  if (other.content < 0.6 || other.meaning.remoteness >= best.meaning.remoteness) return false;
  return (other.withCode >= 0.5 || other.written >= writtenShare) && !numbersSomething(other.header);
}

/** From here on a header names another person, or a company. */
const somebodyElse = 0.35;

/** A word that is not known may mean a teacher as well as a pupil, so that a parent is as likely. */
const unsureOfPerson = 0.1;

function isNamedAndEmpty({ meaning, filled }: ColumnEvidence): boolean {
  return meaning.kind === 'phone' && filled === 0;
}

/** Whether the names of two columns do not tell which of them is meant. */
function isWithinReach(best: ColumnEvidence, other: ColumnEvidence): boolean {
  if (other.content < 0.3 || scoreOf(best) - scoreOf(other) > 0.25) return false;
  // where the best has no name of a phone, one that has, though it is somebody else's, may be meant
  if (best.meaning.kind === 'unknown' && other.meaning.kind !== 'unknown') return true;
  return other.meaning.remoteness <= best.meaning.remoteness;
}

/** The share of cells that must be written like phone numbers in a column with an unknown name. */
const writtenShare = 0.2;

/** Whether a column may be called though its name does not say that it holds phone numbers. */
function isEnough(
  { header, meaning, content, written, withCode }: ColumnEvidence,
  region: string | undefined,
): boolean {
  const mayBeIdentity = meaning.kind === 'other' || meaning.kind === 'unknown';
  // an enterprise in Belgium has a number that is written like a mobile’s: 0475.123.456
  if (mayBeIdentity && numbersSomething(header) && withCode < 0.5) return false;
  if (meaning.kind === 'other') return content >= 0.8 && (namesPerson(header) || withCode >= 0.5);
  if (region === undefined) return true;
  // eight or nine digits below “No.” may count anything
  if (meaning.kind === 'number') return content >= 0.6 || (content >= 0.33 && written >= writtenShare);
  if (meaning.kind !== 'unknown') return content >= 0.33;
  if (header.trim() === '') return content >= 0.3;
  // ten digits with a zero in front are a tax number in Ukraine, a passport in Vietnam
  return content >= 0.6 && written >= writtenShare;
}

/** A column that says “phone” and holds something else, beside one that holds numbers. */
function contradicting(
  named: ColumnEvidence,
  best: ColumnEvidence,
  others: readonly number[],
): PhoneColumnGuess {
  if (best.meaning.kind === 'perhaps' && best.content > 0.5)
    return { column: best.column, others, candidates: [] };
  if (named.wordy && best.content > 0.5) {
    return { column: named.column, swappedWith: best.column, others: [], candidates: [] };
  }
  return { column: undefined, others: [], candidates: [best, named] };
}

/** Nothing to call in any column that may be called. */
function withoutNumbers(
  evidence: readonly ColumnEvidence[],
  named: ColumnEvidence | undefined,
): PhoneColumnGuess {
  const fax = evidence.find(({ meaning, content }) => meaning.kind === 'fax' && content > 0.3);
  return {
    column: named?.column,
    others: [],
    candidates: [],
    fax: named === undefined ? fax?.column : undefined,
  };
}
