const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d{2}';
const dates = [
  `${year}([-./])${month}\\1${day}`,
  `${day}([-./])${month}\\1${year}`,
  `${month}([-./])${day}\\1${year}`,
].map((date) => new RegExp(`^${date}$`));

/**
 * Whether a cell is a date with its year in full: `24.12.1980` has the eight digits of a number in Norway,
 * and `02.03.2004` those of one in Duisburg. No country writes numbers in such groups.
 */
export function isWrittenDate(text: string): boolean {
  return text.length <= 10 && text.length >= 8 && dates.some((date) => date.test(text));
}
