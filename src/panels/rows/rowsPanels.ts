import * as vscode from 'vscode';
import { OpenedPage } from '../openedPage.ts';
import { PageShell } from '../pageShell.ts';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { RowsFilter, SavedRows } from '../contract/protocolRows.ts';
import type { RowsGroup } from './rowsGroup.ts';
import type { RowsPanel, RowsPanelOptions } from './rowsPanel.ts';

export const rowsViewType = 'revox.rows';

type ShownRows = Pick<RowsPanelOptions, 'campaignId' | 'filter' | 'group'>;

/**
 * The rows panels of a window: one for each campaign, restored after a reload. Heavy modules load with the
 * first.
 */
export class RowsPanels implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #open = new Map<string, OpenedPage<RowsPanel>>();

  constructor(context: PanelContext) {
    this.#context = context;
  }

  /** The panel that commands without an argument apply to. */
  get active(): RowsPanel | undefined {
    return [...this.#open.values()].find(({ panel }) => panel.active)?.side;
  }

  async open(campaignId: string, title: string, filter: RowsFilter | undefined): Promise<void> {
    const open = this.#open.get(campaignId);
    if (open === undefined) {
      await this.#add(newPanel(title), campaignId, { campaignId, filter });
      return;
    }
    open.panel.reveal();
    if (filter !== undefined) (await open.loaded)?.applyFilter(filter);
  }

  /** The rows of a group, over all pages: each group has a panel of its own. */
  async openGroup(campaignId: string, title: string, group: RowsGroup): Promise<void> {
    const shown = { campaignId, filter: undefined, group };
    await this.#add(newPanel(title), `${campaignId} ${group.label}`, shown);
  }

  /** After a change of its calls: the rows of a campaign that stand open are read again. */
  readAgain(campaignId: string): void {
    for (const { side } of this.#open.values()) {
      if (side?.campaignId !== campaignId) continue;
      void side.model.readAgain(new AbortController().signal).catch(() => undefined);
    }
  }

  dispose(): void {
    for (const open of this.#open.values()) open.dispose();
  }

  /** A group that is opened again takes the place of the one before. */
  async #add(panel: vscode.WebviewPanel, key: string, shown: ShownRows): Promise<void> {
    const shell = new PageShell(panel, { extensionUri: this.#context.extensionUri, page: 'rows' });
    const before = this.#open.get(key);
    const open = new OpenedPage(shell, async () => {
      const { RowsPanel } = await import('./rowsPanel.ts');
      return () => new RowsPanel({ context: this.#context, shell, ...shown });
    });
    this.#open.set(key, open);
    before?.panel.dispose();
    panel.onDidDispose(() => {
      if (this.#open.get(key) === open) this.#open.delete(key);
    });
    await open.loaded;
  }

  /** Restores a page after a reload, or closes it if its state cannot be read, such as another version's. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const campaignId = textParam((state as Partial<SavedRows> | undefined)?.campaignId);
      if (this.#open.has(campaignId)) panel.dispose();
      else await this.#add(panel, campaignId, { campaignId, filter: undefined });
    } catch {
      panel.dispose();
    }
  }
}

function newPanel(title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(rowsViewType, title, vscode.ViewColumn.Active);
}
