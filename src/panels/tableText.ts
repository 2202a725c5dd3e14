import { runsAsFormula } from '../core/spreadsheetFormula.ts';

/**
 * Cells as spreadsheets take them from a clipboard: a tab or line break inside would begin a new cell, so it
 * is a space, and what would be run as a formula gets an apostrophe.
 */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(pastedCell).join('\t')).join('\n');
}

function pastedCell(cell: string): string {
  const line = cell.replace(/[\t\r\n]+/g, ' ');
  return runsAsFormula(line) ? `'${line}` : line;
}

/** RFC 4180, quoted where it must be. */
export function toCsv(lines: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return lines.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

export function toMarkdownTable(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- |').join('')}`, ...lines.map(line), ''].join('\n');
}

/**
 * A text that Markdown shows as it is, on one line: no markup, no link, no picture that a preview would load,
 * no HTML. Inside a word an underscore is no markup, so that `first_name` stays readable.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w+;)/gu, '\\$&')
    .split(/[\r\n\u2028\u2029]/)
    .map((line, index, lines) => trimmedInside(line, index > 0, index < lines.length - 1))
    .filter((line, index, lines) => line !== '' || index === 0 || index === lines.length - 1)
    .join(' ');
}

/** Not by one pattern for blanks around a line end, whose time would grow with the square of the blanks. */
function trimmedInside(line: string, atStart: boolean, atEnd: boolean): string {
  const start = atStart ? line.trimStart() : line;
  return atEnd ? start.trimEnd() : start;
}
