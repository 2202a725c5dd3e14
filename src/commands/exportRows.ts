import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignApi } from '../core/ports.ts';
import { safeCsvFileName } from '../core/safeFileName.ts';
import { apiOrAsk, registerCommand, type CommandContext } from './context.ts';
import { commandIds } from './ids.ts';
import { targetCampaigns } from './targets.ts';

export function registerExportRows(context: CommandContext): vscode.Disposable {
  return registerCommand(context, commandIds.exportRows, async (...args) => {
    const api = await apiOrAsk(context);
    if (api === undefined) return;
    const campaigns = await targetCampaigns(context, args, {
      title: 'Export the Rows of Campaigns as CSV',
      many: true,
      suits: () => true,
      none: 'There is no campaign to export.',
    });
    await exportCampaigns(api, campaigns);
  });
}

/** Each campaign to a file of its own: first fetched, then named, so that the dialog can offer the server's name. */
export async function exportCampaigns(api: CampaignApi, campaigns: readonly Campaign[]): Promise<void> {
  for (const campaign of campaigns) await exportCampaign(api, campaign);
}

async function exportCampaign(api: CampaignApi, campaign: Campaign): Promise<void> {
  const answer = await vscode.window.withProgress(
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
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: `Save the rows of “${campaign.name}”`,
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { CSV: ['csv'] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer.csv));
  void offerToOpen(target);
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  const open = 'Open';
  const saved = `Saved ${vscode.workspace.asRelativePath(target)}.`;
  if ((await vscode.window.showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
