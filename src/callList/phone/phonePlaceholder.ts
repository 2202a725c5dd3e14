/**
 * Numbers people type to get past a form: one digit over and over at the end, or the digits in order. Without
 * a calling code.
 */
export function isPlaceholderNumber(digits: string): boolean {
  // checked for every number: in nearly all, the last two digits differ
  const last = digits.length - 1;
  if (digits.charCodeAt(last) === digits.charCodeAt(last - 1) && /(\d)\1{6}$/.test(digits)) return true;
  const first = digits.charCodeAt(0);
  return (first <= one || first === nine) && /^0?(?:1234567890?|9876543210?)$/.test(digits);
}

const one = 49;
const nine = 57;
