import { bin } from 'd3-array';
import type { StructuredOutputField } from '../core/assistant.ts';
import type { Steps } from '../callList/pace.ts';
import { madeOnce, peopleFigure, visitInPieces, type Figure } from './figure.ts';
import type { OutputValue, PersonFacts } from './personFacts.ts';

/** The values of one field of the structured output, over the people reached. */
export interface FieldFigures {
  readonly name: string;
  readonly required: boolean;
  /** The most frequent first, at most `maxValues`; of a number with more values, ranges in their order. */
  readonly values: readonly FieldValue[];
  /** All others together; undefined where there are none. */
  readonly otherValues: Figure | undefined;
  /** No value, of the people reached. */
  readonly missing: Figure;
}

export interface FieldValue {
  /** A range is a text: `10 to below 20`. */
  readonly value: OutputValue;
  readonly people: Figure;
}

export const maxValues = 12;
const maxFields = 40;

/**
 * Fields that have values, and those that were asked for, in the order of the assistant; others follow as
 * they come.
 * @param asked what the assistant extracts
 */
export function* fieldNames(
  reached: readonly PersonFacts[],
  asked: readonly StructuredOutputField[],
): Steps<readonly string[]> {
  const names = new Set(asked.map(({ name }) => name));
  yield* visitInPieces(reached, ({ output }) => {
    for (const name in output) names.add(name);
  });
  return [...names].slice(0, maxFields);
}

/** @param reached people whom a call reached: the denominator */
export function* fieldFigures(
  name: string,
  reached: readonly PersonFacts[],
  asked: readonly StructuredOutputField[],
): Steps<FieldFigures> {
  const required = asked.find((field) => field.name === name)?.required === true;
  return { ...(yield* valuesOf(name, reached)), required };
}

function* valuesOf(name: string, reached: readonly PersonFacts[]): Steps<Omit<FieldFigures, 'required'>> {
  const groups = new Map<OutputValue, PersonFacts[]>();
  const missing: PersonFacts[] = [];
  yield* visitInPieces(reached, (person) => {
    const { output } = person;
    const value = output !== undefined && Object.hasOwn(output, name) ? output[name] : undefined;
    if (value === undefined) missing.push(person);
    else madeOnce(groups, value, (): PersonFacts[] => []).push(person);
  });
  const ranges = groups.size > maxValues ? yield* rangesOf(name, reached, groups) : undefined;
  const missingFigure = peopleFigure(`fieldMissing/${name}`, missing, reached.length);
  if (ranges !== undefined) return { name, values: ranges, otherValues: undefined, missing: missingFigure };
  const top = yield* mostFrequent(groups);
  const shown = new Set(top.map(([value]) => value));
  const others: PersonFacts[] = [];
  yield* visitInPieces(groups, ([value, members]) => {
    if (!shown.has(value)) for (const person of members) others.push(person);
  });
  return {
    name,
    values: top.map(([value, members]) => ({
      value,
      people: peopleFigure(`field/${name}/${JSON.stringify(value)}`, members, reached.length),
    })),
    otherValues:
      others.length === 0 ? undefined : peopleFigure(`fieldOthers/${name}`, others, reached.length),
    missing: missingFigure,
  };
}

type Group = readonly [value: OutputValue, members: readonly PersonFacts[]];

/** The first `maxValues` groups by size. Sorting all takes long where each person has a text of their own. */
function* mostFrequent(groups: ReadonlyMap<OutputValue, readonly PersonFacts[]>): Steps<readonly Group[]> {
  let top: Group[] = [];
  yield* visitInPieces(groups, (group) => {
    const last = top[maxValues - 1];
    if (last !== undefined && bySize(group, last) > 0) return;
    top = [...top, group].sort(bySize).slice(0, maxValues);
  });
  return top;
}

function bySize([value, members]: Group, [otherValue, otherMembers]: Group): number {
  return otherMembers.length - members.length || (String(value) < String(otherValue) ? -1 : 1);
}

/** Ranges of equal width with round ends; undefined where a value is no number. */
function* rangesOf(
  name: string,
  reached: readonly PersonFacts[],
  groups: ReadonlyMap<OutputValue, readonly PersonFacts[]>,
): Steps<readonly FieldValue[] | undefined> {
  const numbers = [...groups.keys()];
  if (!numbers.every(isNumber)) return undefined;
  // As many ranges as Sturges' formula gives for all people: each number is binned once.
  const people = [...groups.values()].reduce((sum, members) => sum + members.length, 0);
  const bins = bin()
    .thresholds(Math.ceil(Math.log2(people)) + 1)(numbers)
    .filter((range) => range.length > 0);
  const membersOf = new Map<OutputValue | undefined, PersonFacts[]>();
  const ranges = bins.map((range) => {
    const members: PersonFacts[] = [];
    for (const value of range) membersOf.set(value, members);
    return { from: range.x0 ?? '', below: range.x1 ?? '', members };
  });
  yield* visitInPieces(reached, (person) => void membersOf.get(person.output?.[name])?.push(person));
  return ranges.map(({ from, below, members }) => ({
    value: `${from} to below ${below}`,
    people: peopleFigure(`fieldRange/${name}/${from}`, members, reached.length),
  }));
}

function isNumber(value: OutputValue): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
