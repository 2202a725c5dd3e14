import type { CallListOptions } from '../callList.ts';
import { columnTitle, type Layout } from '../csv/layout.ts';
import { problemAt, type Problem, type TextRange } from '../problems.ts';
import type { ColumnEvidence } from './columnEvidence.ts';
import type { PhoneColumnGuess } from './phoneColumn.ts';

/** Problems about the column that is called, or the reason why there is none. */
export function phoneColumnProblems(
  { columns, phoneColumn, phoneColumns, otherPhones }: Omit<Layout, 'problems'>,
  guess: PhoneColumnGuess,
  options: CallListOptions,
  at: (column: number) => TextRange,
  whole: TextRange,
): Problem[] {
  const title = (column: number): string => columnTitle(columns, column);
  if (phoneColumn === undefined) return [withoutColumn(guess, options, at, whole, title)];
  const problems: Problem[] = [];
  const { swappedWith } = guess;
  if (swappedWith !== undefined && phoneColumn === guess.column) {
    problems.push(
      problemAt(
        at(phoneColumn),
        'revox.phone.swappedColumn',
        `“${title(phoneColumn)}” holds words, and “${title(swappedWith)}” phone numbers: the headers, or the columns, seem swapped. Rename them, or choose “${title(swappedWith)}” as the column to call.`,
        { otherColumn: swappedWith },
      ),
    );
  }
  if (options.phoneColumn !== undefined) return problems;
  for (const column of otherPhones) {
    if (options.variables?.includes(columns[column]?.variable ?? '') === true) continue;
    problems.push(
      problemAt(
        at(column),
        'revox.phone.otherColumn',
        `“${title(column)}” holds phone numbers too; “${title(phoneColumns[0] ?? 0)}” is used. Choose the other column if you meant that one.`,
        { otherColumn: column },
      ),
    );
  }
  return problems;
}

function withoutColumn(
  { candidates, fax }: PhoneColumnGuess,
  { phoneColumn: chosen }: CallListOptions,
  at: (column: number) => TextRange,
  whole: TextRange,
  title: (column: number) => string,
): Problem {
  if (chosen !== undefined) {
    const names = [chosen]
      .flat()
      .map((name) => (typeof name === 'number' ? `Column ${name + 1}` : `“${name}”`));
    const message = `${names.join(' or ')}, chosen as the column to call, is not in this list, so nobody can be called. Choose another.`;
    return problemAt(whole, 'revox.phone.noColumn', message);
  }
  const [first, second] = candidates;
  if (first !== undefined) {
    return problemAt(
      at(first.column),
      'revox.phone.columnUnclear',
      unclear(first, second, candidates.length, title),
      {
        otherColumn: first.column,
      },
    );
  }
  if (fax !== undefined) {
    const message = `The only numbers are in “${title(fax)}”, which are fax numbers, so nobody can be called. Choose that column if people answer there.`;
    return problemAt(at(fax), 'revox.phone.noColumn', message, { otherColumn: fax });
  }
  return problemAt(
    whole,
    'revox.phone.noColumn',
    'No column of phone numbers was found, so nobody can be called. Name the column “phone”, or choose it.',
  );
}

const maxExampleLength = 24;

function unclear(
  first: ColumnEvidence,
  second: ColumnEvidence | undefined,
  count: number,
  title: (column: number) => string,
): string {
  const shown = ({ column, examples }: ColumnEvidence): string => {
    const example = examples[0]?.slice(0, maxExampleLength);
    return `“${title(column)}”${example === undefined ? '' : ` (such as ${example})`}`;
  };
  if (second === undefined) {
    return `${shown(first)} may hold the phone numbers, but its name does not say so, so nobody is called. Choose it if it is the column to call, or name it “phone”.`;
  }
  const more = count > 2 ? `, or ${count - 2} more` : '';
  return `The numbers to call may be in ${shown(first)} or in ${shown(second)}${more}. Nobody is called until you choose the column or name it “phone”.`;
}
