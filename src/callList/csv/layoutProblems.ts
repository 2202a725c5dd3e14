import type { CallListOptions } from '../callList.ts';
import { conditionProblems } from './conditionProblems.ts';
import { signOf, type Delimiter } from './delimiter.ts';
import { columnTitle, type Layout } from './layout.ts';
import type { PhoneColumnGuess } from '../columns/phoneColumn.ts';
import { phoneColumnProblems } from '../columns/phoneColumnProblems.ts';
import { cellForm, isNumberForm } from '../columns/cellForm.ts';
import type { WrongSeparator } from './dialect.ts';
import { problemAt, type Problem, type TextRange } from '../problems.ts';
import { cellRange, recordRange } from './positions.ts';
import { quoteStyleProblem, type QuoteStyle } from './quoteStyle.ts';
import type { CsvRecord } from './records.ts';

/** The evidence from which the problems of a list as a whole are derived. */
export interface LayoutEvidence {
  readonly layout: Omit<Layout, 'problems'>;
  /** Records above the header with something in them. */
  readonly titles: readonly CsvRecord[];
  readonly quoteStyle: QuoteStyle | undefined;
  readonly guess: PhoneColumnGuess;
  readonly delimiter: Delimiter;
  /** What a `sep=` line names instead. */
  readonly wrongSeparator?: WrongSeparator | undefined;
  readonly options: CallListOptions;
  /** The cells of the first rows. */
  readonly rows: readonly (readonly string[])[];
}

/** The problems of the list as a whole, each reported once, on the header line. */
export function layoutProblems({
  layout,
  titles,
  quoteStyle,
  guess,
  delimiter,
  wrongSeparator,
  options,
  rows,
}: LayoutEvidence): Problem[] {
  const { columns, header, hasHeader, plan } = layout;
  const whole: TextRange =
    header === undefined ? { line: 1, startCharacter: 0, endLine: 1, endCharacter: 0 } : recordRange(header);
  const at = (column: number): TextRange =>
    header === undefined || !hasHeader ? whole : cellRange(header, column, delimiter);
  const title = (column: number): string => columnTitle(columns, column);
  const problems: Problem[] = titles.map(titleProblem);
  if (wrongSeparator !== undefined) problems.push(wrongSeparatorProblem(wrongSeparator, delimiter));
  if (!hasHeader && header !== undefined) {
    problems.push(
      problemAt(
        whole,
        'revox.list.noHeader',
        'This list has no header line, so its columns have no names. Put one on top (phone,first_name,…) to use them in {{…}}.',
      ),
    );
  }
  for (const { code, message } of options.suppressionRemarks ?? [])
    problems.push(problemAt(whole, code, message));
  if (hasHeader) for (const problem of headerProblems(layout, at, rows)) problems.push(problem);
  if (quoteStyle !== undefined && options.phoneColumn === undefined)
    problems.push(quoteStyleProblem(quoteStyle, header));
  else for (const problem of phoneColumnProblems(layout, guess, options, at, whole)) problems.push(problem);
  for (const problem of conditionProblems(layout, rows, at)) problems.push(problem);
  for (const { name, suggestion } of plan.missing) {
    const hint =
      suggestion === undefined
        ? 'Add a column with this name'
        : `Rename “${title(suggestion)}” to ${name} if it is that, or add a column`;
    const message = `The assistant uses {{${name}}}, but no column has that name, so it would be missing in every call. ${hint}, or remove it from the assistant.`;
    problems.push(
      problemAt(suggestion === undefined ? whole : at(suggestion), 'revox.variable.noColumn', message, {
        value: name,
        otherColumn: suggestion,
        fix:
          suggestion === undefined || !hasHeader
            ? undefined
            : { title: `Rename “${title(suggestion)}” to ${name}`, replacement: name, safety: 'ask' },
      }),
    );
  }
  for (const { name, unusual, usedIn } of options.placeholders ?? []) {
    const column = plan.sent.find((sent) => sent.name === name)?.column;
    for (const written of unusual) {
      const message = `The assistant's ${usedIn.join(', ')} writes ${written}. Only {{variable_name}} is documented, without spaces, dots or filters, so it may not be filled. Change it in the assistant, then try one call.`;
      const range = column === undefined ? whole : at(column);
      problems.push(problemAt(range, 'revox.variable.unusualSpelling', message, { value: written }));
    }
  }
  if (plan.unused.length > 0) {
    const named = plan.unused.slice(0, columnsNamed).map((column) => `“${title(column)}”`);
    const unnamed = plan.unused.length - named.length;
    const names = `${named.join(', ')}${unnamed > 0 ? ` and ${unnamed} more columns` : ''}`;
    problems.push(
      problemAt(
        at(plan.unused[0] ?? 0),
        'revox.variable.unusedColumns',
        `The assistant does not use ${names}, so they are not sent. Add {{name}} to its prompt to use one, or choose to send all columns.`,
      ),
    );
  }
  return problems;
}

function wrongSeparatorProblem({ sign, character }: WrongSeparator, delimiter: Delimiter): Problem {
  const right = signOf(delimiter);
  const [named, used] = [sign, right].map((one) => (one === '\t' ? 'a tab' : `“${one}”`));
  return problemAt(
    { line: 1, startCharacter: character, endLine: 1, endCharacter: character + 1 },
    'revox.list.wrongSeparator',
    `This line says that ${named ?? ''} separates the cells, but ${used ?? ''} does, and is used. Correct or delete the line: spreadsheets read the list by it.`,
    { value: sign, fix: { title: `Write sep=${right}`, replacement: right, safety: 'safe', isCell: false } },
  );
}

/** A title line may contain the number of the list's author; a contact must not be taken for one. */
function titleProblem(record: CsvRecord): Problem {
  const holdsNumber = record.cells.some((cell) => isNumberForm(cellForm(cell)));
  return holdsNumber
    ? problemAt(
        recordRange(record),
        'revox.list.titleWithNumber',
        'Read as a title because it is above the header. The number in it is not called. If this is a person, move the line below the header.',
      )
    : problemAt(
        recordRange(record),
        'revox.list.titleLines',
        'Read as a title because it is above the header, so it is not called. Delete it if the header was misread.',
      );
}

/** How many columns a sentence names. */
const columnsNamed = 12;

function headerProblems(
  { columns, phoneColumn }: Omit<Layout, 'problems'>,
  at: (column: number) => TextRange,
  rows: readonly (readonly string[])[],
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { index, header, variable } of columns) {
    const first = seen.get(header);
    if (header === '') {
      if (index === phoneColumn || !rows.some((row) => (row[index] ?? '').trim() !== '')) continue;
      problems.push(
        problemAt(
          at(index),
          'revox.header.empty',
          `Column ${index + 1} has no name, so ${variable} is used. Add a name to the header.`,
        ),
      );
    } else if (first !== undefined) {
      problems.push(
        problemAt(
          at(index),
          'revox.header.duplicate',
          `Column ${first + 1} is named “${header}” too; ${variable} is used for this one. Rename one of them.`,
          { value: header, fix: { title: `Rename it to ${variable}`, replacement: variable, safety: 'ask' } },
        ),
      );
    } else seen.set(header, index);
  }
  return problems;
}
