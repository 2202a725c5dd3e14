/** Params of a page that are not what its contract says. */
export class InvalidParams extends Error {
  override readonly name = 'InvalidParams';
}

// Small checks that throw. Limits keep a broken page from filling the host's memory.

export function textParam(value: unknown, maxLength = 1000): string {
  if (typeof value !== 'string' || value.length > maxLength) throw new InvalidParams('text expected');
  return value;
}

export function countParam(value: unknown, max: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
    throw new InvalidParams('number expected');
  }
  return value;
}

export function choiceParam<T extends string>(choices: readonly T[], value: unknown): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new InvalidParams('one of a list expected');
  return found;
}

export function listParam<T>(value: unknown, item: (value: unknown) => T, maxLength = 1000): readonly T[] {
  if (!Array.isArray(value) || value.length > maxLength) throw new InvalidParams('list expected');
  return value.map((inner) => item(inner));
}

export function recordParam<T>(value: unknown, item: (value: unknown) => T): Readonly<Record<string, T>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidParams('object expected');
  }
  const entries = Object.entries(value).slice(0, 1000);
  return Object.fromEntries(entries.map(([key, inner]) => [textParam(key), item(inner)]));
}

export function noParams(): undefined {
  return undefined;
}

/** The fields of an object, each still to be checked. */
export function fieldsParam(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new InvalidParams('object expected');
  return value as Record<string, unknown>;
}

/** One field of an object; undefined where it is not there. */
export function fieldOf(params: unknown, name: string): unknown {
  return fieldsParam(params)[name];
}

/** A value that may be left out. */
export function optionalParam<T>(value: unknown, check: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : check(value);
}
