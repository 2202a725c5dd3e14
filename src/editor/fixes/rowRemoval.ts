import type { TextRange } from '../../callList/problems.ts';
import { recordRange } from '../../callList/csv/positions.ts';
import type { CsvRecord } from '../../callList/csv/records.ts';
import type { TextChange } from './cellFix.ts';
import { recordAt } from '../listRecords.ts';

/**
 * The changes that delete the rows to which these lines belong, with their line ends. A file that ended
 * without a line end still does.
 */
export function removalChanges(
  records: readonly CsvRecord[],
  lines: readonly number[],
  text: string,
): TextChange[] {
  const removed = new Set(lines.map((line) => recordAt(records, line)));
  const changes: TextChange[] = [];
  for (let at = 0; at < records.length; at++) {
    const first = records[at];
    if (first === undefined || !removed.has(first)) continue;
    const before = records[at - 1];
    let last = first;
    for (let next = records[at + 1]; next !== undefined && removed.has(next); next = records[at + 1]) {
      last = next;
      at++;
    }
    const atEnd = records[at + 1] === undefined && !/[\r\n]$/.test(text);
    changes.push({ range: atEnd ? rangeAtEnd(before, first, last) : wholeLines(first, last), text: '' });
  }
  return changes;
}

function wholeLines(first: CsvRecord, last: CsvRecord): TextRange {
  const endLine = recordRange(last).endLine + 1;
  return { line: first.line, startCharacter: 0, endLine, endCharacter: 0 };
}

/** The line end above the row is deleted. */
function rangeAtEnd(before: CsvRecord | undefined, first: CsvRecord, last: CsvRecord): TextRange {
  const { endLine, endCharacter } = recordRange(last);
  if (before === undefined) return { line: first.line, startCharacter: 0, endLine, endCharacter };
  const above = recordRange(before);
  return { line: above.endLine, startCharacter: above.endCharacter, endLine, endCharacter };
}
