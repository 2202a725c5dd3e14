const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const maxLength = 120;

/**
 * A file name that a server suggested, made safe for every system: no folders, no control or reserved characters, no
 * leading dots, and surely a CSV.
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
  return name
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}
