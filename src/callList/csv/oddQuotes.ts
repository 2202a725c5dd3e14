import { parse, unparse } from 'papaparse';
import { signOf, type Delimiter } from './delimiter.ts';

/**
 * Quotes that a CSV does not support: around whole lines, single ones around cells, and `\"` within a cell.
 */
export type OddQuotes = 'lines' | 'single' | 'escaped';

/**
 * A line with its quotes replaced by those of a CSV.
 * @param line without its line end
 * @returns the line itself where it is correct already
 */
export function withUsualQuotes(line: string, quotes: OddQuotes, delimiter: Delimiter): string {
  switch (quotes) {
    case 'lines':
      return /^\s*"((?:[^"]|"")*)"[\s,;|]*$/.exec(line)?.[1]?.replaceAll('""', '"') ?? line;
    case 'single':
      return withDoubleQuotes(line, signOf(delimiter));
    case 'escaped':
      return line.replaceAll('\\"', '""');
  }
}

function withDoubleQuotes(line: string, delimiter: string): string {
  const { data, errors } = parse<string[]>(line, { delimiter, quoteChar: "'" });
  return data.length === 1 && errors.length === 0 ? unparse(data, { delimiter }) : line;
}
