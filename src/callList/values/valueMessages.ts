import type { ProblemCode } from '../problems.ts';

export type ValueProblemCode = Extract<ProblemCode, `revox.value.${string}`>;

/** What is said about the values an assistant is given. One sentence what would happen, one what to do. */
export const valueMessages: Readonly<Record<ValueProblemCode, (value: string) => string>> = {
  'revox.value.promptInjection': (value) =>
    `“${value}” reads like an instruction to the assistant, which may follow it during the call. Remove it, unless you wrote it on purpose.`,
  'revox.value.braces': (value) =>
    `“${value}” contains {{ or }}, which the assistant's own text uses for variables. Put in the value itself, without braces.`,
  'revox.value.formula': (value) =>
    `“${value}” is a spreadsheet formula and would be read aloud. Enter its result instead.`,
  'revox.value.markup': (value) =>
    `“${value}” contains HTML, which would be read aloud or skipped. Keep only the text.`,
  'revox.value.controlCharacters': (value) =>
    `“${value}” contains invisible characters, left over from copying. Remove them.`,
  'revox.value.scientific': (value) =>
    `A spreadsheet shortened this number to ${value} and probably lost digits. Get it from the original list; formatting the column as Text keeps it whole.`,
  'revox.value.spreadsheetError': (value) =>
    `“${value}” is a spreadsheet's error message, and would be spoken. Open the original list, repair the cell (or make the column wider, for ####), and export again.`,
  'revox.value.placeholder': (value) =>
    `“${value}” means “no value”, but would be read aloud. Empty the cell, or fill it in.`,
  'revox.value.turnedIntoDate': (value) =>
    `“${value}” looks like a code that a spreadsheet took for a date. Compare with the original list; formatting the column as Text keeps codes whole.`,
  'revox.value.unlikeColumn': (value) =>
    `“${value}” does not look like the other values of this column: were two cells of this row swapped? Check the row.`,
  'revox.value.boolean': (value) =>
    `The assistant would say “${value}”. Write what it should say: “yes” or “no”, or a whole phrase.`,
  'revox.value.spreadsheetDate': (value) =>
    `${value} is a spreadsheet’s internal date value and would be read aloud as a number. Format the column as a date and export again, preferably written out, such as “12 November”.`,
  'revox.value.ambiguousDate': (value) =>
    `${value} may be read with the day or the month first. Write it out, such as “12 November 2026”.`,
  'revox.value.timestamp': (value) =>
    `${value} is a machine-readable time. Write it as it should be spoken, such as “12 November at 10 o'clock”.`,
  'revox.value.longDecimal': (value) => `${value} has many decimals. Round it to what should be spoken.`,
  'revox.value.emoji': (value) =>
    `“${value}” contains an emoji: its name may be read aloud, or it may be skipped. Remove it if it should not be spoken.`,
  'revox.value.long': (value) =>
    `“${value}” is longer than 500 characters, too long to be spoken. Shorten it to what the call needs.`,
  'revox.value.tooLong': (value) =>
    `“${value}” is longer than 5,000 characters: the service may refuse the campaign, and the assistant may lose track. Shorten it, or do not send this column.`,
};
