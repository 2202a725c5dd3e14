import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pageHtml } from './pageHtml.ts';

export interface ShellOptions {
  readonly extensionUri: vscode.Uri;
  /** The folder below `src/webview`, and the name of the tab's picture. */
  readonly page: string;
  readonly makesPictures?: boolean | undefined;
}

/** A page asks one thing before it has an answer, and every ten seconds whether anybody is there. */
const mostKept = 100;

/**
 * The document of a page in its panel. VS Code begins with it at once, while the code that answers the page
 * is being loaded. What the page says meanwhile is kept for it.
 */
export class PageShell {
  readonly panel: vscode.WebviewPanel;
  readonly page: string;
  readonly #options: ShellOptions;
  readonly #kept: unknown[] = [];
  #listener: ((message: unknown) => void) | undefined;

  constructor(panel: vscode.WebviewPanel, options: ShellOptions) {
    const { extensionUri, page } = options;
    this.panel = panel;
    this.page = page;
    this.#options = options;
    panel.iconPath = tabIcon(extensionUri, page);
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist/webview', 'media'].map((path) => vscode.Uri.joinPath(extensionUri, path)),
    };
    // Before the document: its first message must find somebody. VS Code ends it with the panel.
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (this.#listener !== undefined) this.#listener(message);
      else if (this.#kept.length < mostKept) this.#kept.push(message);
    });
    this.load();
  }

  /** Hands over every message of the page, and first, in their order, those that came before. */
  listen(listener: (message: unknown) => void): void {
    this.#listener = listener;
    for (const message of this.#kept.splice(0)) listener(message);
  }

  /** Loads the page from the beginning. @param mediaOrigin the one origin that it may play from */
  load(mediaOrigin?: string): void {
    const { webview, title } = this.panel;
    const { extensionUri, page, makesPictures } = this.#options;
    const file = (...path: string[]) =>
      webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', ...path)).toString();
    webview.html = pageHtml({
      title,
      script: file(page, 'main.js'),
      style: file(page, 'main.css'),
      icons: file('codicon.css'),
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      mediaOrigin,
      makesPictures,
    });
  }
}

/** A picture for the tab, in VS Code's own two greys. */
function tabIcon(extensionUri: vscode.Uri, name: string): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (theme: string) =>
    vscode.Uri.joinPath(extensionUri, 'media', 'webview', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
