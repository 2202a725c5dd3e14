/** Nine digits or more, or eight after a plus, with at most two separators between them. */
const mentioned =
  /(?:[+＋]\p{Nd}|[(（]?\p{Nd}[ \u00a0().\-/]{0,2}\p{Nd})(?:[ \u00a0().\-/]{0,2}\p{Nd}){7,15}/gu;

/** A plus, a bracket, a zero in front, or digits in groups: ids and order numbers have none of them. */
const isWrittenAsPhone = /^[+＋(（0]|[ \u00a0().\-/]/u;
const beginsWithDate = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/;

/** A note is read as far as this. A list of numbers without blanks is longer than a note. */
const maxLength = 20_000;

/**
 * The pieces of a text that may be phone numbers, as written: `moved, now +33 1 99 00 12 01` has one.
 * Whether a piece is a number is not decided here.
 */
export function mentionedNumbers(text: string): readonly string[] {
  if (text.length < 8) return [];
  const pieces = text.slice(0, maxLength).match(mentioned) ?? [];
  return pieces.filter((piece) => isWrittenAsPhone.test(piece) && !beginsWithDate.test(piece));
}
