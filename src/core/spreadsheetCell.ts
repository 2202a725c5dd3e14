/**
 * What Excel, LibreOffice and Google Sheets take for the beginning of a formula (CWE-1236, OWASP "CSV
 * Injection"). They drop controls and what is not seen, and Google Sheets drops blanks, before they check.
 */
const formula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
/**
 * A number, also a phone number, is not run as a formula, and `'+33612345678` would no longer be a number.
 */
const plainNumber = /^\s*[+-]?\d+(?:[.,]\d+)?$/;

/** Whether a spreadsheet would run this cell as a formula, from a file or from the clipboard. */
export function runsAsFormula(cell: string): boolean {
  return formula.test(cell) && !plainNumber.test(cell);
}

/**
 * A cell as a spreadsheet takes it from the clipboard. A tab or line break would begin a new cell, so it is a
 * space. What would be run as a formula gets an apostrophe. A cell that begins with a quotation mark would be
 * read as a quoted one, and what is in the quotes would be run, so it is quoted as a whole.
 */
export function clipboardCell(text: string): string {
  const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
  if (runsAsFormula(line)) return `'${line}`;
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
