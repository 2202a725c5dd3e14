import type { CallListOptions } from '../callList.ts';
import type { Delimiter } from './csvText.ts';
import type { Layout } from './layout.ts';
import type { PhoneColumnGuess } from '../phone/phoneColumn.ts';
import { problemAt, type Problem, type TextRange } from '../problems.ts';
import { cellRange, recordRange } from './positions.ts';
import type { CsvRecord } from './records.ts';

/** What is wrong with the list as a whole: said once, on its header line. */
export function layoutProblems(
  layout: Omit<Layout, 'problems'>,
  titles: readonly CsvRecord[],
  { others, swappedWith }: Pick<PhoneColumnGuess, 'others' | 'swappedWith'>,
  delimiter: Delimiter,
  options: CallListOptions,
  rows: readonly (readonly string[])[],
): Problem[] {
  const { columns, header, hasHeader, phoneColumn, plan } = layout;
  const whole: TextRange =
    header === undefined ? { line: 1, startCharacter: 0, endLine: 1, endCharacter: 0 } : recordRange(header);
  const at = (column: number): TextRange =>
    header === undefined || !hasHeader ? whole : cellRange(header, column, delimiter);
  const title = (column: number): string => {
    const header = columns[column]?.header ?? '';
    return header === '' ? `column ${column + 1}` : header;
  };
  const problems: Problem[] = [];

  for (const record of titles) {
    problems.push(
      problemAt(
        recordRange(record),
        'revox.list.titleLines',
        'Read as a title, since it stands above the header: not called. Delete it if the header was misread.',
      ),
    );
  }
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
  if (hasHeader) problems.push(...headerProblems(layout, at, rows));
  if (phoneColumn === undefined) {
    const { phoneColumn: chosen } = options;
    const message =
      chosen === undefined
        ? 'No column of phone numbers was found, so nobody can be called. Name the column “phone”, or choose it.'
        : `${typeof chosen === 'number' ? `Column ${chosen + 1}` : `“${chosen}”`}, chosen as the column to call, is not in this list, so nobody can be called. Choose another.`;
    problems.push(problemAt(whole, 'revox.phone.noColumn', message));
  }
  if (phoneColumn !== undefined && swappedWith !== undefined) {
    problems.push(
      problemAt(
        at(phoneColumn),
        'revox.phone.swappedColumn',
        `“${title(phoneColumn)}” holds words, and “${title(swappedWith)}” phone numbers: the headers, or the columns, seem swapped. Rename them, or choose “${title(swappedWith)}” as the column to call.`,
        { otherColumn: swappedWith },
      ),
    );
  }
  for (const column of others) {
    if (phoneColumn === undefined || (options.variables?.includes(columns[column]?.variable ?? '') ?? false))
      continue;
    problems.push(
      problemAt(
        at(column),
        'revox.phone.otherColumn',
        `“${title(column)}” holds phone numbers too; “${title(phoneColumn)}” is the one called. Choose the other if it was meant.`,
        { otherColumn: column },
      ),
    );
  }
  for (const { name, suggestion } of plan.missing) {
    const hint =
      suggestion === undefined
        ? 'Add a column with this name'
        : `Rename “${title(suggestion)}” to ${name} if it is that, or add a column`;
    const message = `The assistant uses {{${name}}}, and no column has that name: it would be missing in every call. ${hint}, or take it out of the assistant.`;
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
      const message = `The assistant's ${usedIn.join(', ')} writes ${written}. Only {{variable_name}} is documented, without spaces, dots or filters: it may stay unfilled. Write it like that in the assistant, then try one call.`;
      const range = column === undefined ? whole : at(column);
      problems.push(problemAt(range, 'revox.variable.unusualSpelling', message, { value: written }));
    }
  }
  if (plan.unused.length > 0) {
    const names = plan.unused.map((column) => `“${title(column)}”`).join(', ');
    problems.push(
      problemAt(
        at(plan.unused[0] ?? 0),
        'revox.variable.unusedColumns',
        `The assistant does not use ${names}: not sent. Write {{name}} in its prompt to use one, or choose to send all columns.`,
      ),
    );
  }
  return problems;
}

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
          `Column ${index + 1} has no name; it is called ${variable} here. Give it one.`,
        ),
      );
    } else if (first !== undefined) {
      problems.push(
        problemAt(
          at(index),
          'revox.header.duplicate',
          `Column ${first + 1} is named “${header}” too; this one is called ${variable} here. Rename one of them.`,
          { value: header, fix: { title: `Rename it to ${variable}`, replacement: variable, safety: 'ask' } },
        ),
      );
    } else seen.set(header, index);
  }
  return problems;
}
