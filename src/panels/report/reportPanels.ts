import * as vscode from 'vscode';
import type { CampaignFacts } from '../../host/campaignFacts.ts';
import type { SavedReport } from '../contract/protocolReport.ts';
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
  readonly #panels = new Map<string, ReportPanel>();

  constructor(context: PanelContext, facts: CampaignFacts, documents: ReportDocuments) {
    this.#context = context;
    this.#facts = facts;
    this.#documents = documents;
  }

  async open(campaignIds: readonly string[], title: string): Promise<void> {
    const { ReportPanel } = await import('./reportPanel.ts');
    const open = this.#panels.get(keyOf(campaignIds));
    if (open !== undefined) {
      open.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(reportViewType, title, vscode.ViewColumn.Active);
    this.#add(new ReportPanel({ ...this.#parts(), panel, campaignIds }));
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #parts() {
    return { context: this.#context, facts: this.#facts, documents: this.#documents };
  }

  #add(report: ReportPanel): void {
    const key = keyOf(report.campaignIds);
    this.#panels.set(key, report);
    report.panel.onDidDispose(() => {
      report.dispose();
      if (this.#panels.get(key) === report) this.#panels.delete(key);
    });
  }

  /** Restores a page after a reload, or closes it if its state cannot be read, such as another version's. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const { campaignIds: saved } = (state ?? {}) as Partial<SavedReport>;
      const campaignIds = listParam(saved, (id) => textParam(id), maxCampaigns);
      const { ReportPanel } = await import('./reportPanel.ts');
      if (campaignIds.length === 0 || this.#panels.has(keyOf(campaignIds))) panel.dispose();
      else this.#add(new ReportPanel({ ...this.#parts(), panel, campaignIds }));
    } catch {
      panel.dispose();
    }
  }
}

function keyOf(campaignIds: readonly string[]): string {
  return [...campaignIds].sort().join(' ');
}
