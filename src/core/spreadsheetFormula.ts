/**
 * What Excel, LibreOffice and Google Sheets take for the beginning of a formula (CWE-1236, OWASP "CSV
 * Injection").
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/**
 * A number is what it says, also one of a phone: nothing is run, and `'+33612345678` would be no number any
 * more.
 */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Whether a spreadsheet would run this cell as a formula, from a file or from the clipboard. */
export function runsAsFormula(cell: string): boolean {
  return formula.test(cell) && !plainNumber.test(cell);
}
