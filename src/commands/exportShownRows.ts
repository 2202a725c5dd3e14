import * as vscode from 'vscode';
import { formatCount } from '../core/format.ts';
import { safeCsvFileName } from '../core/safeFileName.ts';
import { commandIds } from '../host/commandIds.ts';
import { showQuickPick } from '../host/messages.ts';
import { RowColumns } from '../panels/rows/rowColumns.ts';
import type { RowsModel } from '../panels/rows/rowsModel.ts';
import { cellShown, cellValue, rowCells } from '../panels/rows/rowView.ts';
import { toCsv } from '../panels/tableText.ts';
import type { Panels } from './chosenRows.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { exportCampaign, saveRowsCsv } from './exportRows.ts';

/** What a rows page hands over: the columns of its table, in their order. */
export interface ShownColumns {
  readonly columnIds: readonly string[];
}

type Extent = 'shown' | 'whole' | 'server' | 'calls';

/**
 * A file of what a rows page shows: the selected rows, else those that match its filters, over all pages. As
 * the table shows them, or every column as it was received.
 */
export async function exportShownRows(
  context: CommandContext,
  { rows: panels }: Panels,
  { columnIds }: ShownColumns,
): Promise<void> {
  const api = await apiOrAsk(context);
  const model = panels.active?.model;
  const campaign = model?.campaign;
  if (api === undefined || model === undefined || campaign === undefined) return;
  const { count, kind } = model.exportable;
  const rows = `${count === undefined ? 'The' : formatCount(count)} ${kind} rows`;
  const items: readonly (vscode.QuickPickItem & { readonly extent: Extent })[] = [
    {
      label: `${rows}, as shown`,
      detail: 'CSV: the columns of the table in their order, values and times as you read them',
      extent: 'shown',
    },
    {
      label: `${rows}, all columns`,
      detail: 'CSV: every column, values as Revox sent them, times in ISO 8601',
      extent: 'whole',
    },
    { label: 'The whole campaign, as Revox exports it', detail: 'CSV', extent: 'server' },
    {
      label: 'Calls…',
      detail: 'CSV or JSON Lines: one line a call or a person, with or without transcripts',
      extent: 'calls',
    },
  ];
  const chosen = await showQuickPick(items, { title: `Export from “${campaign.name}”` });
  switch (chosen?.extent) {
    case 'shown':
    case 'whole': {
      const csv = await tableCsv(model, chosen.extent === 'shown' ? columnIds : undefined);
      await saveRowsCsv(csv, safeCsvFileName('', `${campaign.name} ${kind} rows`), campaign);
      return;
    }
    case 'server':
      await exportCampaign(api, campaign);
      return;
    case 'calls':
      await vscode.commands.executeCommand(commandIds.exportCalls, campaign.id);
      return;
    case undefined:
  }
}

/** @param shown ids of the columns of the table; undefined: every column, values as they were received */
async function tableCsv(model: RowsModel, shown: readonly string[] | undefined): Promise<string> {
  const columns = new RowColumns();
  const lines: Readonly<Record<string, string>>[] = [];
  const nowMs = Date.now();
  // Of a row only the texts of its cells are kept: it may hold all that was said.
  await model.visitExportable((row, waiting) => {
    columns.learn([row]);
    const texts = Object.entries(rowCells(row, waiting)).map(([id, cell]) => [
      id,
      shown === undefined ? cellValue(cell) : cellShown(id, cell, nowMs),
    ]);
    lines.push(Object.fromEntries(texts) as Record<string, string>);
  });
  const all = columns.all();
  const used =
    shown === undefined
      ? all
      : shown.map((id) => all.find((column) => column.id === id)).filter((column) => column !== undefined);
  return toCsv([
    used.map(({ label }) => label),
    ...lines.map((line) => used.map(({ id }) => (Object.hasOwn(line, id) ? (line[id] ?? '') : ''))),
  ]);
}
