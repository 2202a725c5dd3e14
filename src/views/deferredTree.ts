import * as vscode from 'vscode';

/**
 * A tree that can be registered before its data provider is loaded, because VS Code reports a view without
 * one as an error. Requests wait until the provider is loaded.
 */
export class DeferredTree<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #provider: () => Promise<vscode.TreeDataProvider<Node>>;
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #following: vscode.Disposable | undefined;

  constructor(provider: () => Promise<vscode.TreeDataProvider<Node>>) {
    this.#provider = provider;
  }

  /** Forwards the changes of this provider from now on. */
  follow(provider: vscode.TreeDataProvider<Node>): void {
    this.#following?.dispose();
    this.#following = provider.onDidChangeTreeData?.((change) => this.#changed.fire(change ?? undefined));
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return (await (await this.#provider()).getChildren(node)) ?? [];
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    return (await this.#provider()).getTreeItem(node);
  }

  async getParent(node: Node): Promise<Node | null | undefined> {
    return (await this.#provider()).getParent?.(node);
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: Node,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    return (await (await this.#provider()).resolveTreeItem?.(item, node, token)) ?? item;
  }

  dispose(): void {
    this.#following?.dispose();
    this.#changed.dispose();
  }
}
