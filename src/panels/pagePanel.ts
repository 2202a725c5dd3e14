import * as vscode from 'vscode';
import type { Log } from '../core/ports.ts';
import type { DisposableStore } from '../host/disposables.ts';
import { showWarningMessage } from '../host/messages.ts';
import { RpcServer, type Handlers } from './contract/rpcServer.ts';
import { failureOf } from './failureOf.ts';
import type { PageShell } from './pageShell.ts';
import { PageWatch } from './pageWatch.ts';
import { restartPage } from './restartPage.ts';

export interface ServedPage<Requests> {
  readonly shell: PageShell;
  readonly log: Log & {
    /** Called with unexpected errors. */
    unexpected(error: unknown): void;
  };
  readonly handlers: Handlers<Requests>;
}

export interface PagePanel<Requests, Events> {
  readonly server: RpcServer<Requests, Events>;
  /** Answers what the page has asked so far, and from now on. */
  readonly start: () => void;
  /** Loads the page from the beginning. @param mediaOrigin the one origin that it may play from */
  readonly load: (mediaOrigin: string) => void;
}

/** Answers the requests of a page from `start` on. A page that stays silent is restarted. */
export function servePage<Requests, Events>(
  disposables: DisposableStore,
  { shell, log, handlers }: ServedPage<Requests>,
): PagePanel<Requests, Events> {
  const { panel, page } = shell;
  const server = disposables.add(
    new RpcServer<Requests, Events>({
      handlers,
      post: (message) => void panel.webview.postMessage(message),
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
  disposables.add(panel.onDidChangeViewState(() => watch.visible(panel.visible)));
  return {
    server,
    start: () => {
      watch.visible(panel.visible);
      watch.loaded();
      shell.listen((message) => {
        watch.messageCame();
        void server.receive(message);
      });
    },
    load: (mediaOrigin) => {
      shell.load(mediaOrigin);
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
