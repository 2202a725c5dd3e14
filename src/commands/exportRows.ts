import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { safeCsvFileName } from '../core/safeFileName.ts';
import { homeFolder } from '../host/homeFolder.ts';
import { exportsAreSpreadsheetSafe } from '../host/settings.ts';
import { showErrorMessage, showInformationMessage, withProgress } from '../host/messages.ts';
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

/**
 * Each campaign to a file of its own: first fetched, then named, so that the dialog can offer the server's
 * name.
 */
export async function exportCampaigns(api: CampaignApi, campaigns: readonly Campaign[]): Promise<void> {
  for (const campaign of campaigns) {
    // Escape in one dialog ends the export of all campaigns.
    if (!(await exportCampaign(api, campaign))) return;
  }
}

async function exportCampaign(api: CampaignApi, campaign: Campaign): Promise<boolean> {
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
  const name = safeCsvFileName(answer.filename, campaign.name);
  const { csv, changed } = await asChosen(answer.csv);
  const bytes = new TextEncoder().encode(csv);
  for (;;) {
    const target = await vscode.window.showSaveDialog({
      title: `Save the rows of “${campaign.name}”`,
      defaultUri: vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? homeFolder(), name),
      filters: { CSV: ['csv'] },
    });
    if (target === undefined) return false;
    try {
      await vscode.workspace.fs.writeFile(target, bytes);
      void offerToOpen(target, changed);
      return true;
    } catch (error) {
      // What was fetched is still here: another place can be chosen.
      const again = 'Choose Another Place';
      const problem = `The rows cannot be saved there. ${messageOf(error)}`;
      if ((await showErrorMessage(problem, { modal: true }, again)) !== again) return false;
    }
  }
}

/** What people said and what a list held comes back in an export: a spreadsheet is not to run it. */
async function asChosen(csv: string): Promise<{ readonly csv: string; readonly changed: number }> {
  if (!exportsAreSpreadsheetSafe()) return { csv, changed: 0 };
  const { spreadsheetSafe } = await import('../callList/csv/spreadsheetSafe.ts');
  return spreadsheetSafe(csv);
}

async function offerToOpen(target: vscode.Uri, changed: number): Promise<void> {
  const open = 'Open';
  const safe =
    changed === 0
      ? ''
      : ` ${plural(changed, 'cell')} that a spreadsheet would run as a formula got an apostrophe (setting revox.exportedCsv).`;
  const saved = `Saved ${vscode.workspace.asRelativePath(target)}.${safe}`;
  if ((await showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
