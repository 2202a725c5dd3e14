import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { safeCsvFileName } from '../core/safeFileName.ts';
import { withProgress } from '../host/messages.ts';
import { offerSavedFile, saveFile } from '../host/saveFile.ts';
import { exportsAreSpreadsheetSafe } from '../host/settings.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

export async function exportRows(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const campaigns = await targetCampaigns(context, args, {
    title: 'Export the Rows of Campaigns as CSV',
    many: true,
    suits: () => true,
    none: 'There is no campaign to export.',
  });
  await exportCampaigns(api, campaigns);
}

/** Exports each campaign to a separate file: fetches it first, then names it as the server suggests. */
export async function exportCampaigns(api: CampaignApi, campaigns: readonly Campaign[]): Promise<void> {
  for (const campaign of campaigns) {
    // one Escape cancels all remaining dialogs
    if (!(await exportCampaign(api, campaign))) return;
  }
}

/** The server's own export. @returns false when the person cancelled */
export async function exportCampaign(api: CampaignApi, campaign: Campaign): Promise<boolean> {
  const answer = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Exporting “${campaign.name}”`,
      cancellable: true,
    },
    (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return api.exportRows(campaign.id, abort.signal);
    },
  );
  return saveRowsCsv(answer.csv, safeCsvFileName(answer.filename, campaign.name), campaign);
}

/** @returns false when the person cancelled */
export async function saveRowsCsv(csv: string, name: string, campaign: Campaign): Promise<boolean> {
  const { csv: text, changed } = await asChosen(csv);
  const target = await saveFile({
    ...{ title: `Save the rows of “${campaign.name}”`, name, bytes: new TextEncoder().encode(text) },
    ...{ filters: { CSV: ['csv'] }, what: 'The rows' },
  });
  if (target === undefined) return false;
  const safe =
    changed === 0
      ? ''
      : `${plural(changed, 'cell')} that a spreadsheet would run as a formula got an apostrophe (setting revox.exportedCsv).`;
  void offerSavedFile(target, safe);
  return true;
}

/**
 * An export contains what people said and what a list held, so cells that a spreadsheet would run are
 * escaped.
 */
async function asChosen(csv: string): Promise<{ readonly csv: string; readonly changed: number }> {
  if (!exportsAreSpreadsheetSafe()) return { csv, changed: 0 };
  const { spreadsheetSafe } = await import('../callList/csv/spreadsheetSafe.ts');
  return spreadsheetSafe(csv);
}
