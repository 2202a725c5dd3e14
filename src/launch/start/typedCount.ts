/**
 * Whether a person typed this number, in any of the ways numbers are written: `7412`, `7,412`, `7.412`, `7
 * 412`,
 * `7'412`. Nothing but the whole number counts.
 */
export function isTypedCount(text: string, count: number): boolean {
  return text.trim().replace(/(?<=\d)[\s,.'’\u00a0\u202f](?=\d{3}(?!\d))/g, '') === String(count);
}
