import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';
import type { LaunchContext, SheetServices } from './launchContext.ts';
import { launchDrafts } from './launchDrafts.ts';
import type { PanelContext } from '../panelContext.ts';
import { textParam } from '../params.ts';
import type { SavedSheet } from '../contract/protocolLaunchDraft.ts';

export const launchViewType = 'revox.launch';

/**
 * The launch sheets of a window: one a call list, brought back after a reload. What is heavy loads with the
 * first.
 */
export class LaunchPanels implements vscode.Disposable {
  readonly #context: LaunchContext;
  readonly #panels = new Map<string, vscode.WebviewPanel>();

  constructor(panels: PanelContext, services: SheetServices) {
    this.#context = { panels, services, drafts: launchDrafts(panels.memento) };
  }

  /** @param assistantId chosen for a list that nobody has begun with */
  async open(list: vscode.Uri, assistantId?: string): Promise<void> {
    const open = this.#panels.get(list.toString());
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(launchViewType, 'Campaign', vscode.ViewColumn.Active);
    await this.#add(panel, list, assistantId);
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  async #add(panel: vscode.WebviewPanel, list: vscode.Uri, assistantId?: string): Promise<void> {
    const address = list.toString();
    this.#panels.set(address, panel);
    const own = new DisposableStore();
    panel.onDidDispose(() => {
      own.dispose();
      if (this.#panels.get(address) === panel) this.#panels.delete(address);
    });
    const { LaunchPanel } = await import('./launchPanel.ts');
    // closed meanwhile: then its webview cannot be touched any more
    if (this.#panels.get(address) === panel)
      own.add(new LaunchPanel(this.#context, panel, list, assistantId));
  }

  /** Takes a page back after a reload. A state that cannot be read, such as another version's, closes it. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      const address = textParam((state as Partial<SavedSheet> | undefined)?.list, 10_000);
      if (this.#panels.has(address)) panel.dispose();
      else await this.#add(panel, vscode.Uri.parse(address, true));
    } catch {
      panel.dispose();
    }
  }
}
