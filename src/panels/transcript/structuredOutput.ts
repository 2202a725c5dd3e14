import type { StructuredOutputField } from '../../core/assistant.ts';
import type { OutputLine } from '../contract/protocolTranscript.ts';
import { valueText } from '../valueText.ts';

type Values = Readonly<Record<string, unknown>>;

/** What was extracted, in the order it was asked for; then what nobody asked for. */
export function outputLines(
  values: Values | undefined,
  fields: readonly StructuredOutputField[] = [],
): readonly OutputLine[] {
  if (values === undefined) return [];
  const asked = new Set(fields.map(({ name }) => name));
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  return [
    ...fields.map((field) => outputLine(field, valueOf(field.name))),
    ...Object.entries(values)
      .filter(([name]) => !asked.has(name))
      .map(([name, value]) => ({ name, text: valueText(value) })),
  ];
}

function outputLine(field: StructuredOutputField, value: unknown): OutputLine {
  const problem = problemWith(field, value);
  return {
    name: field.name,
    text: valueText(value),
    ...(field.description !== undefined && field.description !== '' && { description: field.description }),
    ...(problem !== undefined && { problem }),
  };
}

function problemWith(field: StructuredOutputField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') {
    return field.required ? 'Required, but missing' : undefined;
  }
  if (fits(field, value)) return undefined;
  return field.type === 'enum'
    ? `Expected one of ${(field.enum_options ?? []).join(', ')}`
    : `Expected ${kinds[field.type] ?? field.type}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date',
  datetime: 'a date and time',
};

/** A kind that this version does not know accepts everything. */
function fits({ type, enum_options: options }: StructuredOutputField, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return options === undefined || options.length === 0 || options.some((option) => option === value);
    case 'date':
    case 'datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      return true;
  }
}
