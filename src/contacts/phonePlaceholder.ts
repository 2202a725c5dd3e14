/** Numbers people type to get past a form: one digit over and over at the end, or the digits in order. Without a calling code. */
export function isPlaceholderNumber(digits: string): boolean {
  return /(\d)\1{6}$/.test(digits) || /^0?(?:123456789\d?|987654321\d?)$/.test(digits);
}
