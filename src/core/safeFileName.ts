const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const maxLength = 120;
const maxCharacters = 1_000;

/**
 * A file name that a server suggested, made safe for every system: no folders, no control or reserved
 * characters, no leading dots, and always the ending `.csv`.
 */
export function safeCsvFileName(suggested: string, fallback: string): string {
  const base = clean(suggested) || clean(fallback) || 'campaign';
  const stem = base
    .replace(/\.csv$/i, '')
    .slice(0, maxLength)
    .trim();
  return `${reserved.test(stem) ? `_${stem}` : stem}.csv`;
}

function clean(name: string): string {
  // The end first: a name keeps its ending when it is cut. No disk allows as much as this.
  const end = name.slice(-maxCharacters);
  return end
    .slice(Math.max(end.lastIndexOf('/'), end.lastIndexOf('\\')) + 1)
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}
