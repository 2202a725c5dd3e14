/** What kind of values a column holds, learnt once from its beginning and its name. */
export interface ColumnProfile {
  /** Names, places and the like: words without digits, nearly without exception. */
  readonly words: boolean;
  /** Its name says that it holds dates, so that a number of five digits is one. */
  readonly dates: boolean;
}

/** As few rows say nothing about a column. */
const enoughCells = 8;
/** The share of words in a column of words. */
const mostly = 0.8;

export function profileColumn(
  header: string,
  column: number,
  rows: readonly (readonly string[])[],
): ColumnProfile {
  let filled = 0;
  let words = 0;
  for (const row of rows) {
    const cell = row[column]?.trim() ?? '';
    if (cell === '') continue;
    filled++;
    if (!/[\d@]/.test(cell) && /\p{L}/u.test(cell)) words++;
    // too many are no words, whatever the others are
    else if (filled - words > rows.length - rows.length * mostly) break;
  }
  return { words: filled >= enoughCells && words >= filled * mostly, dates: isDateName(header) };
}

const dateWords =
  'dates?|datum|fecha|data|day|jour|tag|d[ií]a|birth(?:day|date)?|dob|naissance|geburts<letter>*|nacimiento|' +
  'due|deadline|expir<letter>*|[ée]ch[ée]ance|termin|rdv|rendez|appointment|since|until|delivery|livraison';

function isDateName(header: string): boolean {
  // the letters of all scripts take ten milliseconds to compile, and nearly all headers have none of them
  return isAscii.test(header)
    ? asciiDateName.test(header)
    : (dateName ??= datePattern('\\p{L}', 'iu')).test(header);
}

const isAscii = /^[\0-\x7f]*$/;
const asciiDateName = datePattern('a-z', 'i');
let dateName: RegExp | undefined;

function datePattern(letters: string, flags: string): RegExp {
  const words = dateWords.replaceAll('<letter>', `[${letters}]`);
  return new RegExp(`(?:^|[^${letters}])(?:${words})(?:$|[^${letters}])|(?:date|datum)$`, flags);
}
