import { findDateColumns, type DateColumn } from '../columns/dateColumns.ts';
import { findReasonsNotToCall, type ReasonNotToCall } from '../columns/reasonsNotToCall.ts';
import { unclearAnswers } from '../columns/unclearAnswers.ts';
import { problemAt, type Problem, type TextRange } from '../problems.ts';
import { columnTitle, type Layout } from './layout.ts';

/** Of columns on which it depends whether a person is called, where nobody can be sure what they mean. */
export function conditionProblems(
  { columns, hasHeader, optOuts }: Pick<Layout, 'columns' | 'hasHeader' | 'optOuts'>,
  rows: readonly (readonly string[])[],
  at: (column: number) => TextRange,
): Problem[] {
  const title = (column: number): string => columnTitle(columns, column);
  const headers = hasHeader ? columns.map(({ header }) => header) : [];
  const dated = findDateColumns(headers, rows);
  const consents = optOuts.filter(
    ({ column, kind, emptyRefuses }) =>
      kind === 'consent' && emptyRefuses === undefined && !dated.some((one) => one.column === column),
  );
  const kinds = new Map(optOuts.map(({ column, kind }) => [column, kind]));
  return [
    ...consents.flatMap(({ column }) => {
      const cells = rows.map((row) => (row[column] ?? '').trim());
      return consentProblems(title(column), cells, at(column));
    }),
    ...findReasonsNotToCall(headers, kinds, rows).map((one) =>
      reasonProblem(one, title(one.column), at(one.column)),
    ),
    ...dated.map(({ column, kind }) =>
      problemAt(at(column), 'revox.phone.datesNotCompared', datesNotCompared[kind](title(column))),
    ),
  ];
}

/** Of cells below “Consent” that answer neither yes nor no. */
function consentProblems(header: string, cells: readonly string[], range: TextRange): Problem[] {
  const problems: Problem[] = [];
  const empty = cells.filter((cell) => cell === '').length;
  if (empty > 0 && empty < cells.length)
    problems.push(problemAt(range, 'revox.phone.consentEmpty', emptyConsent(header)));
  const unclear = unclearAnswers(header, cells);
  if (unclear.length > 0)
    problems.push(problemAt(range, 'revox.phone.consentUnclear', unclearConsent(header, unclear)));
  return problems;
}

function emptyConsent(header: string): string {
  return `“${header}” is empty in some rows, which says neither yes nor no, so they are called. Enter “no” in a row to leave it out.`;
}

function unclearConsent(header: string, answers: readonly string[]): string {
  const named = answers.map((answer) => `“${answer}”`).join(', ');
  return `“${header}” says ${named} in some rows. That is neither yes nor no, so they are called. Enter “no” in a row to leave it out.`;
}

const reasonCodes = {
  called: 'revox.phone.markedAsCalled',
  notInterested: 'revox.phone.reasonNotToCall',
  notReached: 'revox.phone.reasonNotToCall',
} as const;

function reasonProblem({ reason, answer, cell }: ReasonNotToCall, header: string, range: TextRange): Problem {
  const code = reasonCodes[reason];
  if (answer === undefined)
    return problemAt(
      range,
      code,
      `“${header}” says “${cell ?? ''}” in some rows, which are called all the same. Write “Do not call” in a row to leave it out.`,
    );
  const replacement = answer === 'yes' ? 'Skip' : 'To call';
  const message = `“${header}” says ${answer} in some rows, which are called all the same. Rename it to ${replacement} to leave these rows out.`;
  return problemAt(range, code, message, {
    value: header,
    fix: { title: `Rename “${header}” to ${replacement}`, replacement, safety: 'ask' },
  });
}

const datesNotCompared: Readonly<Record<DateColumn['kind'], (header: string) => string>> = {
  consentEnds: (header) =>
    `“${header}” says until when each person agreed. A campaign does not compare these dates with the day of its calls. Delete the rows whose date has passed.`,
  notBefore: (header) =>
    `“${header}” says from when each person may be called. A campaign does not wait for these dates. Delete the rows whose date is still to come, or start the campaign after it.`,
};
