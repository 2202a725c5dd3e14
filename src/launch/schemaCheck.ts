import { quoted } from '../core/plainText.ts';

/** The part of JSON Schema that our own schema uses. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** Of keys without a name of their own. Absent: such keys are not known. */
  readonly additionalProperties?: JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly default?: unknown;
}

type JsonType = 'string' | 'integer' | 'boolean' | 'object' | 'array';

/** `['call_retry_config', 'calling_windows', 0]` */
export type JsonPath = readonly (string | number)[];

export interface SchemaFinding {
  readonly path: JsonPath;
  /** `unknown`: a key that the schema does not have. */
  readonly kind: 'wrong' | 'missing' | 'unknown';
  readonly message: string;
}

const typeNames: Readonly<Record<JsonType, string>> = {
  string: 'a text in quotes',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object in { }',
  array: 'a list in [ ]',
};

/** Everything in `value` that is not as the schema says, in the order of the value, each with its path. */
export function schemaFindings(value: unknown, schema: JsonSchema, path: JsonPath = []): SchemaFinding[] {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const found = types.find((type) => isOfType(value, type));
  const wrong = (message: string): SchemaFinding[] => [{ path, kind: 'wrong', message }];
  if (types.length > 0 && found === undefined)
    return wrong(`This must be ${types.map((type) => typeNames[type]).join(' or ')}.`);
  if (typeof value === 'string') {
    if (schema.enum?.includes(value) === false) return wrong(`This must be ${alternatives(schema.enum)}.`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      return wrong(`${quoted(value)} cannot be read. ${schema.description ?? ''}`.trim());
    if (value.length < (schema.minLength ?? 0)) return wrong('This must not be empty.');
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    return wrong(`This must be at least ${schema.minimum}.`);
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? []
      : value.flatMap((item: unknown, index) => schemaFindings(item, items, [...path, index]));
  }
  return found === 'object' ? objectFindings(value as Readonly<Record<string, unknown>>, schema, path) : [];
}

function objectFindings(
  value: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  path: JsonPath,
): SchemaFinding[] {
  const missing = (schema.required ?? [])
    .filter((key) => !Object.hasOwn(value, key))
    .map((key): SchemaFinding => ({ path, kind: 'missing', message: `“${key}” is missing here.` }));
  const inside = Object.entries(value).flatMap(([key, item]): SchemaFinding[] => {
    const known = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
    const of = known ?? schema.additionalProperties;
    if (of !== undefined) return schemaFindings(item, of, [...path, key]);
    return [
      {
        path: [...path, key],
        kind: 'unknown',
        message: `${quoted(key)} is not known here, and has no effect.`,
      },
    ];
  });
  return [...missing, ...inside];
}

function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
