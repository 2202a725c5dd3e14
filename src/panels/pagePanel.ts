import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pageHtml } from './pageHtml.ts';

/** `dist/webview` and `media`: all that a page may load. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist/webview', 'media'].map((path) => vscode.Uri.joinPath(extensionUri, path)),
  };
}

export interface PageOfPanel {
  /** The folder below `src/webview`. */
  readonly page: string;
  readonly title: string;
  readonly mediaOrigin?: string | undefined;
  readonly makesPictures?: boolean | undefined;
}

/** Loads a page into a webview, from the beginning. */
export function loadPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { page, title, mediaOrigin, makesPictures }: PageOfPanel,
): void {
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

/** A picture for the tab, in VS Code's own two greys. */
export function tabIcon(extensionUri: vscode.Uri, name: string): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (theme: string) =>
    vscode.Uri.joinPath(extensionUri, 'media', 'webview', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
