import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';
import { LayoutMemory } from './layoutMemory.ts';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { RowsFilter, SavedRows } from '../contract/protocolRows.ts';
import { RowsPanel } from './rowsPanel.ts';

/** The rows panels of a window: one a campaign, brought back after a reload. */
export class RowsPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #layouts: LayoutMemory;
  readonly #disposables = new DisposableStore();
  readonly #panels = new Map<string, RowsPanel>();

  constructor(context: PanelContext) {
    this.#context = context;
    this.#layouts = new LayoutMemory(context.memento);
    this.#disposables.add(
      vscode.window.registerWebviewPanelSerializer(RowsPanel.viewType, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
    );
  }

  /** The panel that commands without an argument are for. */
  get active(): RowsPanel | undefined {
    return [...this.#panels.values()].find(({ panel }) => panel.active);
  }

  open(campaignId: string, title: string, filter: RowsFilter | undefined): void {
    const open = this.#panels.get(campaignId);
    if (open !== undefined) {
      open.panel.reveal();
      if (filter !== undefined) open.applyFilter(filter);
      return;
    }
    const panel = vscode.window.createWebviewPanel(RowsPanel.viewType, title, vscode.ViewColumn.Active);
    this.#add(panel, campaignId, filter);
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
    this.#disposables.dispose();
  }

  #add(panel: vscode.WebviewPanel, campaignId: string, filter: RowsFilter | undefined): void {
    const options = { context: this.#context, layouts: this.#layouts, panel, campaignId, filter };
    const rows = new RowsPanel(options);
    this.#panels.set(campaignId, rows);
    panel.onDidDispose(() => {
      rows.dispose();
      if (this.#panels.get(campaignId) === rows) this.#panels.delete(campaignId);
    });
  }

  /** A state that cannot be read (another version wrote it) is no panel at all. */
  #restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const campaignId = textParam((state as Partial<SavedRows> | undefined)?.campaignId);
      if (this.#panels.has(campaignId)) panel.dispose();
      else this.#add(panel, campaignId, undefined);
    } catch {
      panel.dispose();
    }
    return Promise.resolve();
  }
}
