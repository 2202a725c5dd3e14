import * as vscode from 'vscode';
import type { CampaignFacts } from '../../host/campaignFacts.ts';
import type { SavedReport } from '../contract/protocolReport.ts';
import { OpenedPage } from '../openedPage.ts';
import { PageShell } from '../pageShell.ts';
import type { PanelContext } from '../panelContext.ts';
import { listParam, textParam } from '../params.ts';
import type { ReportDocuments } from './reportDocuments.ts';
import type { ReportPanel } from './reportPanel.ts';

export const reportViewType = 'revox.report';
const maxCampaigns = 100;

/** The report panels of a window, one per selection of campaigns, restored after a reload. */
export class ReportPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #facts: CampaignFacts;
  readonly #documents: ReportDocuments;
  readonly #open = new Map<string, OpenedPage<ReportPanel>>();

  constructor(context: PanelContext, facts: CampaignFacts, documents: ReportDocuments) {
    this.#context = context;
    this.#facts = facts;
    this.#documents = documents;
  }

  async open(campaignIds: readonly string[], title: string): Promise<void> {
    const open = this.#open.get(keyOf(campaignIds));
    if (open !== undefined) {
      open.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(reportViewType, title, vscode.ViewColumn.Active);
    await this.#add(panel, campaignIds);
  }

  dispose(): void {
    for (const open of this.#open.values()) open.dispose();
  }

  async #add(panel: vscode.WebviewPanel, campaignIds: readonly string[]): Promise<void> {
    const { extensionUri } = this.#context;
    const shell = new PageShell(panel, { extensionUri, page: 'report', makesPictures: true });
    const parts = { context: this.#context, facts: this.#facts, documents: this.#documents };
    const open = new OpenedPage(shell, async () => {
      const { ReportPanel } = await import('./reportPanel.ts');
      return () => new ReportPanel({ ...parts, shell, campaignIds });
    });
    const key = keyOf(campaignIds);
    this.#open.set(key, open);
    panel.onDidDispose(() => {
      if (this.#open.get(key) === open) this.#open.delete(key);
    });
    await open.loaded;
  }

  /** Restores a page after a reload, or closes it if its state cannot be read, such as another version's. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const { campaignIds: saved } = (state ?? {}) as Partial<SavedReport>;
      const campaignIds = listParam(saved, (id) => textParam(id), maxCampaigns);
      if (campaignIds.length === 0 || this.#open.has(keyOf(campaignIds))) panel.dispose();
      else await this.#add(panel, campaignIds);
    } catch {
      panel.dispose();
    }
  }
}

function keyOf(campaignIds: readonly string[]): string {
  return [...campaignIds].sort().join(' ');
}
