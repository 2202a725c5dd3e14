/** What kind of values a column holds, learnt once from its beginning and its name. */
export interface ColumnProfile {
  /** Names, places and the like: words without digits, nearly without exception. */
  readonly words: boolean;
  /** Its name says that it holds dates, so that a number of five digits is one. */
  readonly dates: boolean;
}

/** As few rows say nothing about a column. */
const enoughCells = 8;

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
  }
  return { words: filled >= enoughCells && words >= filled * 0.8, dates: dateName.test(header) };
}

const dateName =
  /(?:^|[^\p{L}])(?:dates?|datum|fecha|data|day|jour|tag|d[ií]a|birth(?:day|date)?|dob|naissance|geburts\p{L}*|nacimiento|due|deadline|expir\p{L}*|[ée]ch[ée]ance|termin|rdv|rendez|appointment|since|until|delivery|livraison)(?:$|[^\p{L}])|(?:date|datum)$/iu;
