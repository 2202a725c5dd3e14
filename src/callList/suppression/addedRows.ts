import { HumanError } from '../../core/errors.ts';
import { checkCallList } from '../checkCallList.ts';
import { readSuppressionList } from './suppressionList.ts';

/**
 * What to put after the text of a suppression list so that these numbers are on it: in its own columns and
 * line ends, or a list of one column where there is none yet. Read back before it is given: a number that
 * would not be found there would be called.
 * @param numbers E.164
 * @throws HumanError for a text that a row cannot be added to
 */
export async function addedRows(text: string, numbers: readonly string[]): Promise<string> {
  const added = text.trim() === '' ? `phone\n${numbers.join('\n')}\n` : await rowsLikeThose(text, numbers);
  const { numbers: found } = await readSuppressionList(text + added);
  if (numbers.every((number) => found.has(number))) return added;
  throw new HumanError(
    'A number put at its end would not be read: a quote may be open in its last lines. Open the file and repair it, then try again.',
  );
}

async function rowsLikeThose(text: string, numbers: readonly string[]): Promise<string> {
  const { columns, phoneColumn = 0, dialect } = await checkCallList(text);
  const { delimiter, newline } = dialect;
  const rows = numbers.map((number) =>
    Array.from({ length: Math.max(columns.length, 1) }, (_, at) => (at === phoneColumn ? number : '')).join(
      delimiter,
    ),
  );
  const before = /[\r\n]$/.test(text) ? '' : newline;
  return `${before}${rows.join(newline)}${newline}`;
}
