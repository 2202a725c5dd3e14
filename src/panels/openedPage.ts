import type * as vscode from 'vscode';
import type { PageShell } from './pageShell.ts';

/**
 * A page from the moment its panel is there: what answers it is loaded while VS Code loads the page itself.
 * Disposed, it is answered no more; its panel stays.
 */
export class OpenedPage<Side extends vscode.Disposable> implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  /** Resolves to undefined if the panel was closed meanwhile. */
  readonly loaded: Promise<Side | undefined>;
  #side: Side | undefined;
  #isEnded = false;

  /**
   * @param load imports the code and returns what makes the side that answers. That is not called once the
   * panel is closed, whose webview could not be used. When either fails, the panel is closed: nobody would
   * ever answer its page.
   */
  constructor({ panel }: PageShell, load: () => Promise<() => Side>) {
    this.panel = panel;
    panel.onDidDispose(() => this.dispose());
    this.loaded = this.#load(load);
  }

  /** Undefined while its code is loaded. */
  get side(): Side | undefined {
    return this.#side;
  }

  dispose(): void {
    this.#isEnded = true;
    this.#side?.dispose();
  }

  async #load(load: () => Promise<() => Side>): Promise<Side | undefined> {
    try {
      const make = await load();
      if (!this.#isEnded) this.#side = make();
      return this.#side;
    } catch (error) {
      this.panel.dispose();
      throw error;
    }
  }
}
