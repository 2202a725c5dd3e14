/** Cells as spreadsheets take them from a clipboard: a tab or line break inside would begin a new cell, so it is a space. */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
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
 * A text that Markdown shows as it is, on one line: no markup, no link, no picture that a preview would load, no HTML.
 * Inside a word an underscore is no markup, so that `first_name` stays readable.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w+;)/gu, '\\$&')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
