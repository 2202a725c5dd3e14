import assert from 'node:assert/strict';
import type { CallList, CallListOptions } from '../../../../src/callList/callList.ts';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { readSuppressionList } from '../../../../src/callList/suppression/suppressionList.ts';
import {
  SuppressedBy,
  suppressionFailure,
  unreadableRows,
} from '../../../../src/callList/suppression/suppressedNumbers.ts';

/** A small list that shows one thing, and what must hold of it. What `expect` does not name is free. */
export interface ListCase {
  readonly sentence: string;
  /** A text, or the bytes of a file. */
  readonly list: string | Uint8Array;
  /** The country of numbers without a country code. */
  readonly region?: string;
  /** A list of people who must not be called. */
  readonly suppression?: string;
  readonly expect: Expectation;
}

export interface Expectation {
  /** The header of the column that is called; `null`: none is. */
  readonly phoneColumn?: string | null;
  readonly headerRow?: boolean;
  readonly delimiter?: string;
  /** Exactly these numbers are called, in any order. */
  readonly called?: readonly string[];
  /** Nobody else than these is called. */
  readonly mayCall?: readonly string[];
  readonly neverCalled?: readonly string[];
  /** These lines, counted from 1, are left out, each with a message on it. */
  readonly excludedLines?: readonly number[];
  /** These lines have a problem or a note on them. */
  readonly mentionedLines?: readonly number[];
  /** What a message says: on its line, or on any where no line is given. */
  readonly says?: readonly (RegExp | readonly [line: number, words: RegExp])[];
  /** What is sent for the rows on these lines. */
  readonly variables?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** The codes of problems that are there. */
  readonly codes?: readonly string[];
  /** The codes of problems that are not there. */
  readonly withoutCodes?: readonly string[];
}

/** One mocha test for each case. */
export function listCases(title: string, cases: readonly ListCase[]): void {
  describe(title, () => {
    for (const one of cases) it(one.sentence, () => holds(one));
  });
}

async function holds({ list: text, region, suppression, expect }: ListCase): Promise<void> {
  const list = await checkCallList(text, {
    defaultRegion: region,
    ...(await suppressing(suppression, region)),
  });
  const { columns, phoneColumn, dialect, problems } = list;
  const called = calledBy(list);
  const lines = new Set(list.contacts.map(({ line }) => line));
  const on = (line: number): CallList['problems'] =>
    problems.filter(
      (problem) => problem.line <= line && line <= problem.endLine && problem.code !== 'revox.list.noHeader',
    );
  const said = problems.map((problem) => `${problem.line} ${problem.code} ${problem.message}`).join('\n');

  if (expect.phoneColumn !== undefined) {
    const header = phoneColumn === undefined ? null : columns[phoneColumn]?.header;
    assert.equal(header, expect.phoneColumn, said);
  }
  if (expect.headerRow !== undefined) assert.equal(dialect.hasHeader, expect.headerRow, said);
  if (expect.delimiter !== undefined) assert.equal(dialect.delimiter, expect.delimiter);
  if (expect.called !== undefined) assert.deepEqual([...called].sort(), [...expect.called].sort(), said);
  for (const number of called) {
    if (expect.mayCall !== undefined)
      assert.ok(expect.mayCall.includes(number), `${number} is called\n${said}`);
    assert.ok(expect.neverCalled?.includes(number) !== true, `${number} is called\n${said}`);
  }
  for (const line of expect.excludedLines ?? []) assert.ok(!lines.has(line), `line ${line} is called`);
  for (const line of [...(expect.excludedLines ?? []), ...(expect.mentionedLines ?? [])])
    assert.ok(on(line).length > 0, `nothing is said about line ${line}\n${said}`);
  for (const words of expect.says ?? []) {
    if (words instanceof RegExp) assert.match(said, words);
    else
      assert.match(
        on(words[0])
          .map(({ message }) => message)
          .join('\n'),
        words[1],
        said,
      );
  }
  for (const [line, wanted] of Object.entries(expect.variables ?? {})) {
    const contact = list.contacts.find((one) => one.line === Number(line));
    for (const [name, value] of Object.entries(wanted))
      assert.equal(contact?.prompt_variables[name], value, `line ${line}, ${name}\n${said}`);
  }
  for (const code of expect.codes ?? [])
    assert.ok(
      problems.some((problem) => problem.code === code),
      `no ${code}\n${said}`,
    );
  for (const code of expect.withoutCodes ?? [])
    assert.ok(!problems.some((problem) => problem.code === code), `${code} in\n${said}`);
  const { counts } = list;
  const excluded = Object.values(counts.excluded).reduce((sum, count) => sum + count, 0);
  assert.equal(counts.read, counts.ready + excluded + counts.blank);
}

/** Nobody is called from a list that is blocked. */
function calledBy({ contacts, problems }: CallList): string[] {
  return problems.some(({ blocks }) => blocks) ? [] : contacts.map(({ to_phone_number }) => to_phone_number);
}

async function suppressing(text: string | undefined, region: string | undefined): Promise<CallListOptions> {
  if (text === undefined) return {};
  const named = [{ name: 'never.csv', list: await readSuppressionList(text, { defaultRegion: region }) }];
  return {
    suppressed: new SuppressedBy(named),
    suppressionRemarks: unreadableRows(named).map(suppressionFailure),
  };
}
