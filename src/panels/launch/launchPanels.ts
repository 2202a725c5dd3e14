import * as vscode from 'vscode';
import { movedAddress } from '../../core/movedAddress.ts';
import { DisposableStore } from '../../host/disposables.ts';
import type { LaunchContext, SheetServices } from './launchContext.ts';
import { launchDrafts } from './launchDrafts.ts';
import type { LaunchPanel } from './launchPanel.ts';
import { sheetTitle } from './sheetTitle.ts';
import { OpenedPage } from '../openedPage.ts';
import { PageShell } from '../pageShell.ts';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { SavedSheet } from '../contract/protocolLaunchDraft.ts';

export const launchViewType = 'revox.launch';

/**
 * The launch sheets of a window, one per call list, restored after a reload. Heavy modules load with the
 * first.
 */
export class LaunchPanels implements vscode.Disposable {
  readonly #context: LaunchContext;
  readonly #open = new Map<string, OpenedPage<LaunchPanel>>();
  readonly #disposables = new DisposableStore();

  constructor(panels: PanelContext, services: SheetServices) {
    this.#context = { panels, services, drafts: launchDrafts(panels.memento) };
    this.#disposables.add(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#renamed(oldUri.toString(), newUri.toString());
      }),
    );
  }

  /** @param assistantId selected for a list without a draft */
  async open(list: vscode.Uri, assistantId?: string): Promise<void> {
    const open = this.#open.get(list.toString());
    if (open !== undefined) {
      open.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      launchViewType,
      sheetTitle(list),
      vscode.ViewColumn.Active,
    );
    await this.#add(panel, list, assistantId);
  }

  dispose(): void {
    this.#disposables.dispose();
    for (const { panel } of this.#open.values()) panel.dispose();
  }

  async #add(panel: vscode.WebviewPanel, list: vscode.Uri, assistantId?: string): Promise<void> {
    const { extensionUri } = this.#context.panels;
    const shell = new PageShell(panel, { extensionUri, page: 'launch' });
    const open = new OpenedPage<LaunchPanel>(shell, async () => {
      const { LaunchPanel } = await import('./launchPanel.ts');
      return () => {
        // Its list may have been renamed meanwhile.
        const uri = vscode.Uri.parse(this.#addressOf(open) ?? '', true);
        return new LaunchPanel(this.#context, shell, uri, assistantId);
      };
    });
    this.#open.set(list.toString(), open);
    panel.onDidDispose(() => {
      const address = this.#addressOf(open);
      if (address !== undefined) this.#open.delete(address);
    });
    await open.loaded;
  }

  #addressOf(open: OpenedPage<LaunchPanel>): string | undefined {
    return [...this.#open].find(([, other]) => other === open)?.[0];
  }

  /** Sheets and what was typed into them follow their lists. */
  async #renamed(from: string, to: string): Promise<void> {
    await this.#context.drafts.rename((address) => movedAddress(address, from, to));
    for (const [address, open] of [...this.#open]) {
      const moved = movedAddress(address, from, to);
      if (moved === undefined) continue;
      this.#open.delete(address);
      // If both lists had a sheet, the one of the list that was replaced stays.
      if (this.#open.has(moved)) {
        open.panel.dispose();
        continue;
      }
      this.#open.set(moved, open);
      open.side?.follow(vscode.Uri.parse(moved, true));
    }
  }

  /** Restores a page after a reload, or closes it if its state cannot be read, such as another version's. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const address = textParam((state as Partial<SavedSheet> | undefined)?.list, 10_000);
      if (this.#open.has(address)) panel.dispose();
      else await this.#add(panel, vscode.Uri.parse(address, true));
    } catch {
      panel.dispose();
    }
  }
}
