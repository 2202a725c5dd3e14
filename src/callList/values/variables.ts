import { nearestName } from './nearestName.ts';
import { nameKey } from '../csv/header.ts';

/** The value of a column, sent as a variable. */
export interface SentVariable {
  readonly name: string;
  readonly column: number;
  /** The assistant uses it, so an empty cell leaves a gap in what is said. */
  readonly used: boolean;
}

export interface MissingVariable {
  readonly name: string;
  /** A column that may have been meant. */
  readonly suggestion: number | undefined;
}

export interface VariablePlan {
  readonly sent: readonly SentVariable[];
  readonly missing: readonly MissingVariable[];
  /** Columns that stay here, because nothing asks for them. */
  readonly unused: readonly number[];
}

export interface VariableChoices {
  /** The placeholders in use; undefined when not known, and then all columns are sent. */
  readonly variables?: readonly string[] | undefined;
  readonly mapping?: Readonly<Record<string, number | string>> | undefined;
  readonly includeUnused?: boolean | undefined;
}

/** Which column fills which variable. The phone column is sent only where a placeholder names it. */
export function planVariables(
  headers: readonly string[],
  names: readonly string[],
  phoneColumn: number | undefined,
  choices: VariableChoices,
): VariablePlan {
  const others = names.map((_, column) => column).filter((column) => column !== phoneColumn);
  const mapped = mappedColumns(headers, choices.mapping ?? {});
  const wanted = new Set([...(choices.variables ?? []), ...mapped.keys()]);
  const used = choices.variables === undefined ? undefined : new Set(choices.variables);

  const sent: SentVariable[] = [];
  const absent: string[] = [];
  for (const name of wanted) {
    const column = mapped.get(name) ?? columnFor(name, headers, names);
    if (column === undefined) absent.push(name);
    else sent.push({ name, column, used: used?.has(name) ?? false });
  }
  const spoken = new Set(sent.map(({ column }) => column));
  const rest = others.filter((column) => !spoken.has(column) && headers[column] !== undefined);
  const sendRest = choices.variables === undefined || choices.includeUnused === true;
  if (sendRest) {
    for (const column of rest) {
      const name = names[column];
      if (name !== undefined && !wanted.has(name)) sent.push({ name, column, used: false });
    }
  }
  return {
    sent,
    missing: absent.map((name) => suggest(name, rest, headers, names)),
    unused: sendRest ? [] : rest,
  };
}

function mappedColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, number | string>>,
): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [name, target] of Object.entries(mapping)) {
    const column = columnNamed(target, headers);
    if (column !== undefined) columns.set(name, column);
  }
  return columns;
}

/** The column that a person chose, by 0-based index or header; undefined when the list has none such. */
export function columnNamed(chosen: number | string, headers: readonly string[]): number | undefined {
  const column = typeof chosen === 'number' ? chosen : headers.indexOf(chosen.trim());
  return headers[column] === undefined ? undefined : column;
}

/**
 * The same name, else the one column whose name differs only by case, accents or what separates the words.
 */
function columnFor(name: string, headers: readonly string[], names: readonly string[]): number | undefined {
  for (const exact of [headers.indexOf(name), names.indexOf(name)]) if (exact >= 0) return exact;
  const key = nameKey(name);
  const alike = headers.flatMap((header, column) => (nameKey(header) === key && key !== '' ? [column] : []));
  return alike.length === 1 ? alike[0] : undefined;
}

function suggest(
  name: string,
  columns: readonly number[],
  headers: readonly string[],
  names: readonly string[],
): MissingVariable {
  const nearest = nearestName(
    name,
    columns.map((column) => (headers[column] === '' ? (names[column] ?? '') : (headers[column] ?? ''))),
  );
  return { name, suggestion: nearest === undefined ? undefined : columns[nearest] };
}
