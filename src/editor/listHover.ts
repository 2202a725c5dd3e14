import * as vscode from 'vscode';
import type { CallList } from '../contacts/callList.ts';
import type { CsvRecord } from '../contacts/records.ts';
import type { Clock } from '../core/ports.ts';
import { defaultRegion } from '../host/settings.ts';
import type { CallLists, CheckedList } from './callLists.ts';
import { checkedRecords } from './checkedRecords.ts';
import { csvSelector } from './csvSelector.ts';
import { editorRange } from './editorRange.ts';
import { columnLines, phoneLines } from './hoverText.ts';

interface Cell {
  readonly record: CsvRecord;
  readonly column: number;
  readonly range: vscode.Range;
}

/** What a cell means: a number its country and clock, a header its variable. */
export class ListHover implements vscode.HoverProvider {
  static register(lists: CallLists, clock: Clock): vscode.Disposable {
    return vscode.languages.registerHoverProvider(csvSelector, new ListHover(lists, clock));
  }

  readonly #lists: CallLists;
  readonly #clock: Clock;

  private constructor(lists: CallLists, clock: Clock) {
    this.#lists = lists;
    this.#clock = clock;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const checked = await this.#lists.current(document);
    if (checked === undefined) return undefined;
    const { list } = checked;
    const cell = await this.#cellAt(checked, position);
    if (cell === undefined || cell.record.line < list.dialect.headerLine) return undefined;
    const isHeader = list.dialect.hasHeader && cell.record.line === list.dialect.headerLine;
    const lines = isHeader
      ? this.#aboutColumn(document, list, cell)
      : await this.#aboutNumber(document, list, cell);
    if (lines.length === 0) return undefined;
    const markdown = new vscode.MarkdownString();
    lines.forEach((line, index) => {
      if (index > 0) markdown.appendMarkdown('\n\n');
      markdown.appendText(line);
    });
    return new vscode.Hover(markdown, cell.range);
  }

  #aboutColumn(document: vscode.TextDocument, list: CallList, { column }: Cell): string[] {
    const found = list.columns[column];
    if (found === undefined) return [];
    return columnLines(found, column === list.phoneColumn, this.#lists.variables(document.uri));
  }

  /** About a number that cannot be read nothing but why; and that only where no mark says it already. */
  async #aboutNumber(
    document: vscode.TextDocument,
    list: CallList,
    { record, column, range }: Cell,
  ): Promise<string[]> {
    if (column !== list.phoneColumn) return [];
    const lastLine = range.end.line + 1;
    const reason = list.problems.find(
      (problem) => problem.excludes && problem.line >= record.line && problem.line <= lastLine,
    )?.message;
    const said = vscode.languages
      .getDiagnostics(document.uri)
      .some(({ message, range: marked }) => message === reason && marked.intersection(range) !== undefined);
    const excluded = reason === undefined || said ? [] : [`Left out: ${reason}`];

    const { readPhone } = await import('../contacts/phoneNumber.ts');
    const region = defaultRegion(document.uri);
    const { e164 } = readPhone(record.cells[column] ?? '', { region });
    if (e164 === undefined) return excluded;
    const { phoneFacts } = await import('../contacts/phoneFacts.ts');
    const facts = phoneFacts(e164);
    if (facts === undefined) return excluded;
    const { recipientClock } = await import('../dialing/recipientClock.ts');
    return [...phoneLines(facts, recipientClock(facts.country, this.#clock.now())), ...excluded];
  }

  async #cellAt(checked: CheckedList, position: vscode.Position): Promise<Cell | undefined> {
    const { recordAt } = await import('./listRecords.ts');
    const { cellRange } = await import('../contacts/positions.ts');
    const record = recordAt(await checkedRecords(checked), position.line + 1);
    // where its quotes are broken, nobody knows what its cells are
    if (record === undefined || record.fault !== undefined) return undefined;
    for (let column = 0; column < record.cells.length; column++) {
      const range = editorRange(cellRange(record, column, checked.list.dialect.delimiter));
      if (range.contains(position)) return { record, column, range };
    }
    return undefined;
  }
}
