import * as vscode from 'vscode';
import type { Application } from './extension.ts';
import { commandIds } from './host/commandIds.ts';
import { DeferredTree } from './views/deferredTree.ts';
import type { Node } from './views/nodes.ts';

/**
 * Registers what VS Code asks for by name, and loads everything else behind it. So that the start of a window
 * does not wait, this file imports next to nothing.
 */
export function activate(extension: vscode.ExtensionContext): void {
  let starting: Promise<Application> | undefined;
  const application = (): Promise<Application> =>
    (starting ??= import('./extension.ts').then(({ startApplication }) =>
      startApplication(extension, view, tree),
    ));
  const tree = new DeferredTree<Node>(async () => (await application()).tree);
  const view = vscode.window.createTreeView('revox.campaigns', {
    treeDataProvider: tree,
    dragAndDropController: {
      dragMimeTypes: [],
      dropMimeTypes: ['text/uri-list'],
      handleDrop: async (_target, transfer) => (await application()).drop(transfer),
    },
    canSelectMany: true,
    showCollapseAll: true,
  });
  const names = Object.keys(commandIds) as (keyof typeof commandIds)[];
  const commands = names.map((name) =>
    vscode.commands.registerCommand(commandIds[name], async (...args: unknown[]) =>
      (await application()).run(name, args),
    ),
  );
  const pages = ['revox.rows', 'revox.transcript', 'revox.launch', 'revox.report'] as const;
  const serializers = pages.map((page) =>
    vscode.window.registerWebviewPanelSerializer(page, {
      deserializeWebviewPanel: async (panel, state: unknown) =>
        (await application()).restorePage(page, panel, state),
    }),
  );
  extension.subscriptions.push(view, tree, ...commands, ...serializers);
  void application();
}
