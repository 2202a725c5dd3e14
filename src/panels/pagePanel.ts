import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Log } from '../core/ports.ts';
import type { DisposableStore } from '../host/disposables.ts';
import { showWarningMessage } from '../host/messages.ts';
import { RpcServer, type Handlers } from './contract/rpcServer.ts';
import { failureOf } from './failureOf.ts';
import { pageHtml } from './pageHtml.ts';
import { PageWatch } from './pageWatch.ts';
import { restartPage } from './restartPage.ts';

export interface ServedPage<Requests> {
  readonly panel: vscode.WebviewPanel;
  readonly extensionUri: vscode.Uri;
  readonly log: Log & {
    /** Called with unexpected errors. */
    unexpected(error: unknown): void;
  };
  /** The folder below `src/webview`, and the name of the tab's picture. */
  readonly page: string;
  readonly makesPictures?: boolean | undefined;
  readonly handlers: Handlers<Requests>;
}

export interface PagePanel<Requests, Events> {
  readonly server: RpcServer<Requests, Events>;
  /** Loads the page from the beginning. @param mediaOrigin the one origin that it may play from */
  readonly load: (mediaOrigin?: string) => void;
}

/**
 * Answers the requests of a page, which `load` brings into the panel. A page that stays silent is restarted.
 */
export function servePage<Requests, Events>(
  disposables: DisposableStore,
  { panel, extensionUri, log, page, makesPictures, handlers }: ServedPage<Requests>,
): PagePanel<Requests, Events> {
  const { webview } = panel;
  const server = disposables.add(
    new RpcServer<Requests, Events>({
      handlers,
      post: (message) => void webview.postMessage(message),
      failureOf: (error) => failureOf(error, (unexpected) => log.unexpected(unexpected)),
    }),
  );
  const watch = disposables.add(
    new PageWatch({
      restart: () => {
        log.warn(`The page “${page}” did not load and is restarted.`);
        void restartPage(panel).catch((error: unknown) => log.unexpected(error));
      },
      gaveUp: () => {
        log.error(`The page “${page}” did not load.`);
        void offerReload(panel.title);
      },
    }),
  );
  disposables.add(
    webview.onDidReceiveMessage((message: unknown) => {
      watch.messageCame();
      void server.receive(message);
    }),
  );
  disposables.add(panel.onDidChangeViewState(() => watch.visible(panel.visible)));
  panel.iconPath = tabIcon(extensionUri, page);
  webview.options = pageOptions(extensionUri);
  return {
    server,
    load: (mediaOrigin) => {
      loadPage(webview, extensionUri, { page, title: panel.title, mediaOrigin, makesPictures });
      watch.visible(panel.visible);
      watch.loaded();
    },
  };
}

async function offerReload(title: string): Promise<void> {
  const reload = 'Reload Window';
  const message = `“${title}” could not be shown. Close it and open it again, or reload the window.`;
  if ((await showWarningMessage(message, reload)) !== reload) return;
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
}

/** `dist/webview` and `media`: all that a page may load. */
function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist/webview', 'media'].map((path) => vscode.Uri.joinPath(extensionUri, path)),
  };
}

interface PageOfPanel {
  /** The folder below `src/webview`. */
  readonly page: string;
  readonly title: string;
  readonly mediaOrigin: string | undefined;
  readonly makesPictures: boolean | undefined;
}

function loadPage(
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
