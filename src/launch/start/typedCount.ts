/**
 * Whether a person typed this number, in any usual way of writing it: `7412`, `7,412`, `7.412`, `7 412`,
 * `7'412`. Only the whole number counts.
 */
export function isTypedCount(text: string, count: number): boolean {
  return text.trim().replace(/(?<=\d)[\s,.'’\u00a0\u202f](?=\d{3}(?!\d))/g, '') === String(count);
}
