import { withoutControls } from '../core/plainText.ts';
import { clipboardCell } from '../core/spreadsheetCell.ts';

/** Cells as tab-separated text, as spreadsheets paste it. */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(clipboardCell).join('\t')).join('\n');
}

/** A CSV cell by RFC 4180, quoted where necessary. */
export function toCsv(lines: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return lines.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

export function toMarkdownTable(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- |').join('')}`, ...lines.map(line), ''].join('\n');
}

/** A foreign text in bold. Blanks inside the asterisks would make them a part of the text. */
export function markdownBold(text: string): string {
  const shown = markdownText(text).trim();
  return shown === '' ? '' : `**${shown}**`;
}

/** What begins a heading, a list, a rule or a quotation where it is at the start of a paragraph. */
const blockStart = /^(?:#{1,6}(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}(?=[.)](?:\s|$)))/;

/** A foreign text as a paragraph of its own: as `markdownText`, and it begins no heading and no list. */
export function markdownParagraph(text: string): string {
  const line = markdownText(text).trim();
  return line.replace(blockStart, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/**
 * A text that Markdown shows as it is, on one line: no markup, no link, no picture that a preview would load,
 * no HTML, and no change of the direction of writing. A bare address is no link either. Inside a word an
 * underscore is no markup, so that `first_name` stays readable.
 */
export function markdownText(text: string): string {
  return withoutControls(text)
    .replace(/[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w+;)/gu, '\\$&')
    .replace(/:(?=\/\/)|\/(?=\/)|(?<=mailto):|(?<=\S)@(?=\S)|(?<=\bwww)\./gi, '\\$&')
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
