import type { CallList } from '../callList/callList.ts';
import { signOf } from '../callList/csv/delimiter.ts';
import { jsonLine } from '../core/jsonLine.ts';
import type { Problem } from '../callList/problems.ts';

/** So many contacts or problems make one piece of the output. */
const itemsAtOnce = 500;

/**
 * One JSON object on one line, in pieces: the text of a million contacts exceeds the longest string that V8
 * allows. A list that is blocked has no contacts: its rows count as excluded for the reason `blocked`.
 */
export function* jsonOf(file: string, list: CallList, region: string | undefined): Generator<string, void> {
  const { counts, columns, phoneColumn, dialect, problems } = list;
  const blocked = problems.some(({ blocks }) => blocks);
  const contacts = blocked ? [] : list.contacts;
  const excluded: Record<string, number> = Object.fromEntries(
    Object.entries(counts.excluded).filter(([, count]) => count > 0),
  );
  if (blocked && counts.ready > 0) excluded.blocked = counts.ready;
  const head = {
    file,
    rows: counts.read,
    ready: blocked ? 0 : counts.ready,
    excluded,
    blank: counts.blank,
    phoneColumn: phoneColumn === undefined ? null : (columns[phoneColumn]?.header ?? ''),
    columns: columns.map(({ header }) => header),
    delimiter: signOf(dialect.delimiter),
    headerRow: dialect.hasHeader,
    region: region ?? null,
  };
  yield `${jsonLine(head).slice(0, -1)},"contacts":[`;
  yield* items(contacts, ({ line, to_phone_number, prompt_variables }) => ({
    line,
    to_phone_number,
    prompt_variables,
  }));
  yield '],"problems":[';
  yield* items(problems, problemJson);
  yield ']}\n';
}

/** The same fields for a file that is not a call list. Its only problem says why. */
export function unusableJson(file: string, message: string, region: string | undefined): string {
  const problem = { code: 'revox.file.unusable', severity: 'error', line: 1, column: 1, endLine: 1 };
  return `${jsonLine({
    file,
    rows: 0,
    ready: 0,
    excluded: {},
    blank: 0,
    phoneColumn: null,
    columns: [],
    delimiter: ',',
    headerRow: false,
    region: region ?? null,
    contacts: [],
    problems: [{ ...problem, endColumn: 1, message, excludes: false }],
  })}\n`;
}

/** Lines and columns count from 1, as in an editor's status bar. The end is exclusive. */
function problemJson(problem: Problem) {
  const { code, severity, line, startCharacter, endLine, endCharacter, message, excludes } = problem;
  return {
    code,
    severity,
    line,
    column: startCharacter + 1,
    endLine,
    endColumn: endCharacter + 1,
    message,
    excludes,
  };
}

function* items<T>(all: readonly T[], json: (item: T) => unknown): Generator<string, void> {
  for (let at = 0; at < all.length; at += itemsAtOnce) {
    const some = all.slice(at, at + itemsAtOnce).map((item) => jsonLine(json(item)));
    yield `${at === 0 ? '' : ','}${some.join(',')}`;
  }
}
