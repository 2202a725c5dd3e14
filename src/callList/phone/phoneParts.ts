/** What stands between two numbers in one cell; a plus begins another. */
const between = /[/,;|&\r\n\\]|\s-\s|\s(?:ou|or|oder|et|and|und|o|y|e|of|en)\s|(?=\+)/i;

/** The fewest digits of a number with its area: what is shorter is the rest of one. */
const fewestDigits = 7;

/** A text cut where one number may end and another begin, as written. What is one number may be cut, too. */
export function phoneParts(text: string): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a part is long enough to be a number by itself. */
export function isWholeNumber(part: string): boolean {
  return part.replace(/\D/g, '').length >= fewestDigits;
}

/** Two runs of digits, each long enough to be a number, with something between that separates. */
export function holdsSeveral(text: string): boolean {
  return /\d\D*\+\s*\d/.test(text) || phoneParts(text).filter(isWholeNumber).length > 1;
}
