import type { ProblemCode } from '../problems.ts';

export type ValueProblemCode = Extract<ProblemCode, `revox.value.${string}`>;

/** What is said about the values an assistant is given. One sentence what would happen, one what to do. */
export const valueMessages: Readonly<Record<ValueProblemCode, (value: string) => string>> = {
  'revox.value.promptInjection': (value) =>
    `“${value}” reads like an instruction to the assistant, which may follow it during the call. Remove it, unless you wrote it on purpose.`,
  'revox.value.braces': (value) =>
    `“${value}” contains {{ or }}, which the assistant's own text uses for variables. Put in the value itself, without braces.`,
  'revox.value.formula': (value) =>
    `“${value}” is a spreadsheet formula and would be spoken as it stands. Put in its result instead.`,
  'revox.value.markup': (value) =>
    `“${value}” contains HTML, which would be spoken or stumbled over. Keep the text only.`,
  'revox.value.controlCharacters': (value) =>
    `“${value}” contains invisible characters, left over from copying. Remove them.`,
  'revox.value.scientific': (value) =>
    `A spreadsheet shortened this number to ${value} and probably lost digits. Get it from the original list; formatting the column as Text keeps it whole.`,
  'revox.value.spreadsheetError': (value) =>
    `“${value}” is a spreadsheet's error message, and would be spoken. Open the original list, repair the cell (or make the column wider, for ####), and export again.`,
  'revox.value.placeholder': (value) =>
    `“${value}” stands for “nothing here”, and would be spoken. Empty the cell, or fill it in.`,
  'revox.value.turnedIntoDate': (value) =>
    `“${value}” looks like a code that a spreadsheet took for a date. Compare with the original list; formatting the column as Text keeps codes whole.`,
  'revox.value.unlikeColumn': (value) =>
    `“${value}” does not look like the other values of this column: were two cells of this row swapped? Check the row.`,
  'revox.value.boolean': (value) =>
    `The assistant would say “${value}”. Write what it shall say: “yes” or “no”, or a whole phrase.`,
  'revox.value.spreadsheetDate': (value) =>
    `${value} is a date as a spreadsheet counts it, and would be spoken as a number. Format the column as a date, and export again; best of all written out, such as “12 November”.`,
  'revox.value.ambiguousDate': (value) =>
    `${value} may be read with the day or the month first. Write it out, such as “12 November 2026”.`,
  'revox.value.timestamp': (value) =>
    `${value} is a time as machines write it. Write it as it shall be spoken, such as “12 November at 10 o'clock”.`,
  'revox.value.longDecimal': (value) =>
    `${value} has more decimals than anybody wants to hear. Round it as it shall be spoken.`,
  'revox.value.emoji': (value) =>
    `“${value}” contains an emoji: it may be spoken by its name, or swallowed. Remove it if it is not for the ear.`,
  'revox.value.long': (value) =>
    `“${value}” is longer than 500 characters, too long to be spoken. Shorten it to what the call needs.`,
  'revox.value.tooLong': (value) =>
    `“${value}” is longer than 5,000 characters: the service may refuse the campaign, and the assistant loses its thread. Shorten it, or do not send this column.`,
};
