import * as vscode from 'vscode';
import { Pace } from '../../callList/pace.ts';
import { withoutMarkup } from '../../core/plainText.ts';
import { commandIds } from '../../host/commandIds.ts';
import { ContextKey } from '../../host/contextKeys.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { linesOf, searchMessage, searchNodes, type SearchNode } from './searchNodes.ts';
import type { TranscriptSearch } from './transcriptSearch.ts';

const hasSearchContext = new ContextKey<boolean>('revox.hasSearch');
/** Results stream in: the tree is drawn no more often than this. */
const redrawMs = 200;
const maxMessageCharacters = 1000;

/** The results of a search of transcripts: campaign, person, line. */
export class SearchTree implements vscode.TreeDataProvider<SearchNode>, vscode.Disposable {
  readonly #search: TranscriptSearch;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<SearchNode>;
  #nodes: readonly SearchNode[] = [];
  #parents = new Map<string, SearchNode>();
  #at: SearchNode | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Whether nodes are being made. Whatever changes meanwhile is drawn afterwards. */
  #isDrawing = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(search: TranscriptSearch) {
    this.#search = search;
    this.#view = this.#disposables.add(
      vscode.window.createTreeView('revox.search', {
        treeDataProvider: this,
        canSelectMany: true,
        showCollapseAll: true,
      }),
    );
    hasSearchContext.set(false);
    this.#disposables.add(search.onDidChange(() => this.#redrawSoon()));
    this.#disposables.add(
      this.#view.onDidChangeSelection(({ selection: [first] }) => {
        if (first?.kind === 'searchLine') this.#at = first;
      }),
    );
  }

  getChildren(node?: SearchNode): SearchNode[] {
    return [...(node?.children ?? this.#nodes)];
  }

  getParent(node: SearchNode): SearchNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: SearchNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const highlights = node.highlights.map(([start, end]): [number, number] => [start, end]);
    const item = new vscode.TreeItem({ label: node.label, highlights });
    item.id = node.id;
    item.description = node.description;
    item.collapsibleState = node.kind === 'searchLine' ? None : Expanded;
    if (node.kind === 'searchPerson' && node.children.length > 5) item.collapsibleState = Collapsed;
    if (node.icon !== undefined) item.iconPath = new vscode.ThemeIcon(node.icon);
    item.accessibilityInformation = { label: node.accessibleLabel };
    item.contextValue = `${node.kind};`;
    item.tooltip = node.label;
    if (node.kind === 'searchLine') {
      item.command = { command: commandIds.openSearchHit, title: 'Open Transcript', arguments: [node] };
    }
    return item;
  }

  get selection(): readonly SearchNode[] {
    return this.#view.selection;
  }

  /** The line after or before the one that was opened last, wrapping around; undefined without results. */
  async step(by: 1 | -1): Promise<SearchNode | undefined> {
    const lines = linesOf(this.#nodes);
    if (lines.length === 0) return undefined;
    const at = lines.findIndex(({ id }) => id === this.#at?.id);
    const from = at < 0 && by === -1 ? 0 : at; // without a place, Previous begins at the end
    const next = lines[(from + by + lines.length) % lines.length];
    this.#at = next;
    if (next !== undefined) await this.#view.reveal(next, { select: true, focus: false, expand: true });
    return next;
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('revox.search.focus');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposables.dispose();
  }

  #redrawSoon(): void {
    if (this.#isDrawing) return;
    if (!this.#search.state.running) void this.#redraw();
    else this.#timer ??= setTimeout(() => void this.#redraw(), redrawMs);
  }

  async #redraw(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { state } = this.#search;
    this.#isDrawing = true;
    try {
      this.#nodes = await new Pace().between(searchNodes(state.hits, (id) => this.#search.nameOf(id)));
    } finally {
      this.#isDrawing = false;
    }
    this.#parents = parentsOf(this.#nodes);
    this.#view.message = withoutMarkup(searchMessage(state), maxMessageCharacters);
    hasSearchContext.set(state.query !== undefined);
    this.#changed.fire(undefined);
    if (state !== this.#search.state) this.#redrawSoon();
  }
}

function parentsOf(nodes: readonly SearchNode[], parents = new Map<string, SearchNode>()) {
  for (const node of nodes) {
    for (const child of node.children) parents.set(child.id, node);
    parentsOf(node.children, parents);
  }
  return parents;
}
