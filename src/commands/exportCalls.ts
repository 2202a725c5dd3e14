import * as vscode from 'vscode';
import { plural } from '../core/format.ts';
import { jsonLine } from '../core/jsonLine.ts';
import { safeCsvFileName } from '../core/safeFileName.ts';
import { Pace } from '../callList/pace.ts';
import { isOver } from '../host/campaignFacts.ts';
import { showQuickPick, withProgress } from '../host/messages.ts';
import { offerSavedFile, saveFile } from '../host/saveFile.ts';
import { exportsAreSpreadsheetSafe } from '../host/settings.ts';
import { exportColumns, exportLines, type ExportLine } from '../insights/callExport.ts';
import { toCsv } from '../panels/tableText.ts';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignApi } from '../core/ports.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

interface Form {
  readonly format: 'csv' | 'jsonl';
  readonly per: 'call' | 'person';
  readonly transcripts: boolean;
}

const forms: readonly (vscode.QuickPickItem & Form)[] = [
  { label: 'CSV, one line a call', format: 'csv', per: 'call', transcripts: false },
  { label: 'CSV, one line a person', format: 'csv', per: 'person', transcripts: false },
  { label: 'CSV, one line a call, with transcripts', format: 'csv', per: 'call', transcripts: true },
  { label: 'JSON Lines, one line a call', format: 'jsonl', per: 'call', transcripts: false },
  { label: 'JSON Lines, one line a person', format: 'jsonl', per: 'person', transcripts: false },
  {
    label: 'JSON Lines, one line a call, with transcripts',
    format: 'jsonl',
    per: 'call',
    transcripts: true,
  },
];

/**
 * Calls as a file for spreadsheets or warehouses, values of the structured output as columns of their own.
 */
export async function exportCalls(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Export the Calls of Campaigns',
    many: true,
    suits: () => true,
    none: 'There is no campaign to export.',
  });
  if (campaigns.length === 0) return;
  const form = await showQuickPick(forms, { title: 'Export Calls', placeHolder: 'What the file holds' });
  if (form === undefined) return;
  const lines = await readLines(context, api, campaigns, form);
  if (lines === undefined) return;
  const name = campaigns.length === 1 ? (campaigns[0]?.name ?? 'calls') : `${campaigns.length} campaigns`;
  const base = safeCsvFileName('', name).replace(/\.csv$/i, '');
  const target = await saveFile({
    title: `Save the calls of “${name}”`,
    name: `${base}-calls.${form.format}`,
    filters: form.format === 'csv' ? { CSV: ['csv'] } : { 'JSON Lines': ['jsonl'] },
    bytes: await bytesOf(lines, form),
    what: 'The calls',
  });
  if (target !== undefined) void offerSavedFile(target);
}

/** @returns undefined when the person cancelled */
async function readLines(
  { clock }: CommandContext,
  api: CampaignApi,
  campaigns: readonly Campaign[],
  form: Form,
): Promise<readonly ExportLine[] | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return withProgress({ location, title: 'Reading calls', cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const pace = new Pace(abort.signal);
    const lines: ExportLine[] = [];
    try {
      for (const campaign of campaigns) {
        const of = { campaignId: campaign.id, campaignName: campaign.name };
        const options = { ...form, ...of, campaignOver: isOver(campaign, clock.now()) };
        for await (const rows of api.readRows(campaign.id, abort.signal)) {
          for (const row of rows) {
            lines.push(...exportLines(row, options));
            await pace.yieldIfDue();
          }
          progress.report({ message: plural(lines.length, 'line') });
        }
      }
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
    return lines;
  });
}

/** In pieces: with transcripts, the lines of a large campaign are longer than a string may be. */
async function bytesOf(lines: readonly ExportLine[], form: Form): Promise<Uint8Array> {
  const { header, textOf } = form.format === 'jsonl' ? jsonLines : await csvWriter(lines);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(header)];
  const pace = new Pace();
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    pieces.push(encoder.encode(textOf(lines.slice(from, from + linesAtOnce))));
    await pace.yieldIfDue();
  }
  return Buffer.concat(pieces);
}

const linesAtOnce = 100;

interface LineWriter {
  readonly header: string;
  readonly textOf: (lines: readonly ExportLine[]) => string;
}

const jsonLines: LineWriter = {
  header: '',
  textOf: (lines) => lines.map((line) => `${jsonLine(line)}\n`).join(''),
};

async function csvWriter(all: readonly ExportLine[]): Promise<LineWriter> {
  const columns = await new Pace().between(exportColumns(all));
  const { spreadsheetSafeCell } = await import('../callList/csv/spreadsheetSafe.ts');
  const cell = exportsAreSpreadsheetSafe() ? spreadsheetSafeCell : (text: string) => text;
  return {
    header: toCsv([columns.map(cell)]),
    textOf: (lines) => toCsv(lines.map((line) => columns.map((name) => cell(String(line[name] ?? ''))))),
  };
}
