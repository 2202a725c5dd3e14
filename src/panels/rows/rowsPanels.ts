import * as vscode from 'vscode';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { RowsFilter, SavedRows } from '../contract/protocolRows.ts';
import type { RowsGroup } from './rowsGroup.ts';
import type { RowsPanel } from './rowsPanel.ts';

export const rowsViewType = 'revox.rows';

/**
 * The rows panels of a window: one a campaign, brought back after a reload. What is heavy loads with the
 * first.
 */
export class RowsPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #panels = new Map<string, RowsPanel>();

  constructor(context: PanelContext) {
    this.#context = context;
  }

  /** The panel that commands without an argument apply to. */
  get active(): RowsPanel | undefined {
    return [...this.#panels.values()].find(({ panel }) => panel.active);
  }

  async open(campaignId: string, title: string, filter: RowsFilter | undefined): Promise<void> {
    const { RowsPanel } = await import('./rowsPanel.ts');
    const open = this.#panels.get(campaignId);
    if (open !== undefined) {
      open.panel.reveal();
      if (filter !== undefined) open.applyFilter(filter);
      return;
    }
    const panel = vscode.window.createWebviewPanel(rowsViewType, title, vscode.ViewColumn.Active);
    this.#add(new RowsPanel({ context: this.#context, panel, campaignId, filter }));
  }

  /** The rows of a group, over all pages: each group has a panel of its own. */
  async openGroup(campaignId: string, title: string, group: RowsGroup): Promise<void> {
    const { RowsPanel } = await import('./rowsPanel.ts');
    const panel = vscode.window.createWebviewPanel(rowsViewType, title, vscode.ViewColumn.Active);
    const rows = new RowsPanel({ context: this.#context, panel, campaignId, filter: undefined, group });
    this.#add(rows, `${campaignId} ${group.label}`);
  }

  /** After a change of its calls: the rows of a campaign that stand open are read again. */
  readAgain(campaignId: string): void {
    for (const panel of this.#panels.values()) {
      if (panel.campaignId !== campaignId) continue;
      void panel.model.readAgain(new AbortController().signal).catch(() => undefined);
    }
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** A group that is opened again takes the place of the one before. */
  #add(rows: RowsPanel, key = rows.campaignId): void {
    const { panel } = rows;
    const before = this.#panels.get(key);
    this.#panels.set(key, rows);
    before?.panel.dispose();
    panel.onDidDispose(() => {
      rows.dispose();
      if (this.#panels.get(key) === rows) this.#panels.delete(key);
    });
  }

  /** Takes a page back after a reload. A state that cannot be read, such as another version's, closes it. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const campaignId = textParam((state as Partial<SavedRows> | undefined)?.campaignId);
      const { RowsPanel } = await import('./rowsPanel.ts');
      if (this.#panels.has(campaignId)) panel.dispose();
      else this.#add(new RowsPanel({ context: this.#context, panel, campaignId, filter: undefined }));
    } catch {
      panel.dispose();
    }
  }
}
