import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { DisposableStore } from '../host/disposables.ts';
import { RpcServer, type Handlers } from './contract/rpcServer.ts';
import { failureOf } from './failureOf.ts';
import { pageHtml } from './pageHtml.ts';

export interface ServedPage<Requests> {
  readonly panel: vscode.WebviewPanel;
  readonly extensionUri: vscode.Uri;
  /** Told of errors that are our own mistakes. */
  readonly log: { unexpected(error: unknown): void };
  /** The folder below `src/webview`, and the name of the tab's picture. */
  readonly page: string;
  readonly handlers: Handlers<Requests>;
}

/** Answers the requests of a page that is loaded into the panel afterwards. */
export function servePage<Requests, Events>(
  disposables: DisposableStore,
  { panel, extensionUri, log, page, handlers }: ServedPage<Requests>,
): RpcServer<Requests, Events> {
  const server = disposables.add(
    new RpcServer<Requests, Events>({
      handlers,
      post: (message) => void panel.webview.postMessage(message),
      failureOf: (error) => failureOf(error, (surprise) => log.unexpected(surprise)),
    }),
  );
  disposables.add(panel.webview.onDidReceiveMessage((message: unknown) => void server.receive(message)));
  panel.iconPath = tabIcon(extensionUri, page);
  panel.webview.options = pageOptions(extensionUri);
  return server;
}

/** `dist/webview` and `media`: all that a page may load. */
function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
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
function tabIcon(extensionUri: vscode.Uri, name: string): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (theme: string) =>
    vscode.Uri.joinPath(extensionUri, 'media', 'webview', `${name}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}
