import { bin } from 'd3-array';
import type { StructuredOutputField } from '../core/assistant.ts';
import { peopleFigure, type Figure } from './figure.ts';
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
export function fieldNames(
  reached: readonly PersonFacts[],
  asked: readonly StructuredOutputField[],
): readonly string[] {
  const names = new Set(asked.map(({ name }) => name));
  for (const { output } of reached) for (const name of Object.keys(output ?? {})) names.add(name);
  return [...names].slice(0, maxFields);
}

/** @param reached people whom a call reached: the denominator */
export function fieldFigures(
  name: string,
  reached: readonly PersonFacts[],
  asked: readonly StructuredOutputField[],
): FieldFigures {
  const required = asked.find((field) => field.name === name)?.required === true;
  return { ...valuesOf(name, reached), required };
}

function valuesOf(name: string, reached: readonly PersonFacts[]): Omit<FieldFigures, 'required'> {
  const groups = new Map<OutputValue, PersonFacts[]>();
  const missing: PersonFacts[] = [];
  for (const person of reached) {
    const { output } = person;
    const value = output !== undefined && Object.hasOwn(output, name) ? output[name] : undefined;
    const group = value === undefined ? missing : groups.get(value);
    if (group !== undefined) group.push(person);
    else if (value !== undefined) groups.set(value, [person]);
  }
  const figures = [...groups]
    .map(([value, members]) => ({
      value,
      people: peopleFigure(`field/${name}/${JSON.stringify(value)}`, members, reached.length),
    }))
    .sort(
      (one, other) =>
        other.people.count - one.people.count || (String(one.value) < String(other.value) ? -1 : 1),
    );
  const ranges = figures.length > maxValues ? rangesOf(name, reached, missing) : undefined;
  const missingFigure = peopleFigure(`fieldMissing/${name}`, missing, reached.length);
  if (ranges !== undefined) return { name, values: ranges, otherValues: undefined, missing: missingFigure };
  const others = figures.slice(maxValues).flatMap(({ people }) => people.people);
  return {
    name,
    values: figures.slice(0, maxValues),
    otherValues:
      others.length === 0 ? undefined : peopleFigure(`fieldOthers/${name}`, others, reached.length),
    missing: missingFigure,
  };
}

/** Ranges of equal width with round ends; undefined where a value is no number. */
function rangesOf(
  name: string,
  reached: readonly PersonFacts[],
  missing: readonly PersonFacts[],
): readonly FieldValue[] | undefined {
  const without = new Set(missing);
  const numbers = reached
    .filter((person) => !without.has(person))
    .map((person) => ({ person, value: person.output?.[name] }));
  if (!numbers.every(isNumber)) return undefined;
  const bins = bin<NumberOf, number>().value(({ value }) => value)(numbers);
  return bins
    .filter((range) => range.length > 0)
    .map((range) => ({
      value: `${range.x0 ?? ''} to below ${range.x1 ?? ''}`,
      people: peopleFigure(
        `fieldRange/${name}/${range.x0 ?? ''}`,
        range.map(({ person }) => person),
        reached.length,
      ),
    }));
}

interface NumberOf {
  readonly person: PersonFacts;
  readonly value: number;
}

function isNumber(of: {
  readonly person: PersonFacts;
  readonly value: OutputValue | undefined;
}): of is NumberOf {
  return typeof of.value === 'number' && Number.isFinite(of.value);
}
