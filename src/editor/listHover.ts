import * as vscode from 'vscode';
import type { CallList } from '../callList/callList.ts';
import type { CsvRecord } from '../callList/csv/records.ts';
import type { Clock } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import type { CallLists } from './callLists.ts';
import type { CheckedList } from './watchedList.ts';
import { checkedRecords } from './checkedRecords.ts';
import { editorRange } from './editorRange.ts';
import type { ListHistories } from './listHistories.ts';
import type { ListAssistants } from './listAssistants.ts';
import type { ListReading } from './listReading.ts';
import { columnLines, hoverMarkdown, phoneLines, type ColumnRole } from './hoverText.ts';

interface Cell {
  readonly record: CsvRecord;
  readonly column: number;
  readonly range: vscode.Range;
}

/** What is known about a list in addition to its text. */
export interface ListHoverSources {
  readonly reading: ListReading;
  readonly assistants: ListAssistants;
  readonly histories: ListHistories;
  readonly clock: Clock;
}

/** Explains a cell: the country and local time of a number, the variable of a header. */
export class ListHover implements vscode.HoverProvider {
  readonly #lists: CallLists;
  readonly #reading: ListReading;
  readonly #assistants: ListAssistants;
  readonly #histories: ListHistories;
  readonly #clock: Clock;

  constructor(lists: CallLists, { reading, assistants, histories, clock }: ListHoverSources) {
    this.#lists = lists;
    this.#reading = reading;
    this.#assistants = assistants;
    this.#histories = histories;
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
    const markdown = new vscode.MarkdownString(hoverMarkdown(lines));
    const all = isHeader ? [markdown] : [markdown, rowLinks(document.uri, cell.record.line)];
    return new vscode.Hover(all, cell.range);
  }

  #aboutColumn(document: vscode.TextDocument, list: CallList, { column }: Cell): string[] {
    const found = list.columns[column];
    if (found === undefined) return [];
    return columnLines(found, roleOf(list, column), this.#assistants.get(document.uri));
  }

  /** For an unreadable number only the reason, and only where no diagnostic shows it. */
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

    const { readPhone } = await import('../callList/phone/readPhone.ts');
    const { defaultRegion, repairs } = (await this.#reading.of(document.uri)).options;
    const { e164 } = readPhone(record.cells[column] ?? '', { region: defaultRegion, repairs });
    if (e164 === undefined) return excluded;
    const { phoneFacts } = await import('../callList/phone/phoneFacts.ts');
    const facts = phoneFacts(e164);
    if (facts === undefined) return excluded;
    const { recipientClock } = await import('../dialing/recipientClock.ts');
    const assistant = this.#assistants.get(document.uri);
    const config = assistant?.call_retry_config;
    const hours =
      config === undefined ? undefined : `The calling hours of ${assistant?.name ?? 'the assistant'}`;
    const { historyLines } = await import('../launch/gate/historyText.ts');
    const nowMs = this.#clock.now();
    const history = this.#histories.of(document.uri, e164);
    return [
      ...phoneLines(facts, recipientClock(facts.country, nowMs, config), hours),
      ...(history === undefined ? [] : historyLines(history, nowMs)),
      ...excluded,
    ];
  }

  async #cellAt(checked: CheckedList, position: vscode.Position): Promise<Cell | undefined> {
    const { recordAt } = await import('./listRecords.ts');
    const { cellRange } = await import('../callList/csv/positions.ts');
    const record = recordAt(await checkedRecords(checked), position.line + 1);
    // The cells of a row with broken quotes are unknown.
    if (record === undefined || record.fault !== undefined) return undefined;
    for (let column = 0; column < record.cells.length; column++) {
      const range = editorRange(cellRange(record, column, checked.list.dialect.delimiter));
      if (range.contains(position)) return { record, column, range };
    }
    return undefined;
  }
}

/** Where one column is both, its numbers are what matters. */
function roleOf(list: CallList, column: number): ColumnRole | undefined {
  if (column === list.phoneColumn) return 'call';
  return list.optOutColumns?.includes(column) === true ? 'leaveOut' : undefined;
}

/** Separate from the text of the list and the server, so that only our own text can contain command links. */
function rowLinks(list: vscode.Uri, line: number): vscode.MarkdownString {
  const place = encodeURIComponent(JSON.stringify([list.toString(), line]));
  const link = (label: string, command: string) => `[${label}](command:${command}?${place})`;
  const links = new vscode.MarkdownString(
    [
      link('Preview what is said…', commandIds.previewRow),
      link('Never call again…', commandIds.neverCallAgain),
    ].join(' · '),
  );
  links.isTrusted = { enabledCommands: [commandIds.previewRow, commandIds.neverCallAgain] };
  return links;
}
