/** What programs write where there is no value. */
export const placeholderWords: ReadonlySet<string> = new Set(
  'NULL null undefined NaN N/A N/a n/A n/a'.split(' ').concat('[object Object]'),
);

/** Yes and no as programs and spreadsheets write them. */
export const booleanWords: ReadonlySet<string> = new Set(
  'true false True False TRUE FALSE VRAI FAUX WAHR FALSCH VERDADERO FALSO VERO'.split(' '),
);
