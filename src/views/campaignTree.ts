import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { Clock } from '../core/ports.ts';
import { DisposableStore } from '../host/disposables.ts';
import { commandIds } from '../host/commandIds.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import { groupByStatus, onDidChangeSetting, sortOrder } from '../host/settings.ts';
import { isOpen, type LaunchEntry } from '../launch/launchIntent.ts';
import { arrange } from '../core/arrange.ts';
import { campaignNodes, countNodes, groupNodes, launchNodes, nodeId, parentOf, type Node } from './nodes.ts';
import { presentCampaign, presentCount, presentGroup, type Presentation } from './presentation.ts';
import { presentLaunch, type ShownLaunch } from './presentationLaunch.ts';
import { campaignTooltip, whyCommand } from './tooltip.ts';

/** Draws the store. It reads, and never asks the server for anything: that is the live refresh's and the commands'. */
export class CampaignTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #store: CampaignStore;
  readonly #launches: ReconciliationService;
  readonly #clock: Clock;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<Node | Node[] | undefined>());
  /** VS Code knows nodes by identity: the same place is always the same object. */
  readonly #nodes = new Map<string, Node>();
  #shown: readonly Campaign[] | undefined;
  #filter = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: CampaignStore, launches: ReconciliationService, clock: Clock) {
    this.#store = store;
    this.#launches = launches;
    this.#clock = clock;
    this.#disposables.add(store.onDidChange(({ ids, structure }) => this.#redraw(ids, structure)));
    this.#disposables.add(launches.onDidChange(() => this.#redraw([], true)));
    const arrangement = ['campaigns.groupByStatus', 'campaigns.sortOrder'];
    this.#disposables.add(onDidChangeSetting(arrangement, () => this.#redraw([], true)));
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text.trim();
    this.#redraw([], true);
  }

  /** The campaigns that pass the filter, in the order they are drawn. */
  get shown(): readonly Campaign[] {
    return (this.#shown ??= arrange(this.#store.state.campaigns, this.#filter, sortOrder()));
  }

  getChildren(node?: Node): Node[] {
    return this.#children(node).map((child) => this.#same(child));
  }

  getParent(node: Node): Node | undefined {
    const parent = parentOf(node, (id) => (groupByStatus() ? this.#stateOf(id) : undefined));
    return parent && this.#same(parent);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = toTreeItem(this.#present(node));
    item.id = nodeId(node);
    if (node.kind === 'group') item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    if (node.kind === 'campaign' && item.contextValue?.includes('counted;') === true) {
      item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
    }
    if (node.kind === 'launch') {
      item.command = { command: commandIds.settleLaunch, title: 'Settle Launch', arguments: [node] };
    }
    if (node.kind === 'count') {
      item.command = { command: 'revox.openRows', title: 'Open Rows', arguments: [node] };
    }
    return item;
  }

  /** Tooltips are long: made when one is pointed at. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const campaign = node.kind === 'campaign' ? this.#store.campaign(node.id) : undefined;
    if (campaign !== undefined) {
      const tooltip = new vscode.MarkdownString(campaignTooltip(campaign, this.#clock.now()), true);
      tooltip.isTrusted = { enabledCommands: [whyCommand] };
      item.tooltip = tooltip;
    }
    return item;
  }

  campaignNode(id: string): Node {
    return this.#same({ kind: 'campaign', id });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #children(node: Node | undefined): readonly Node[] {
    const nowMs = this.#clock.now();
    if (node === undefined) {
      const campaigns = groupByStatus() ? groupNodes(this.shown, nowMs) : campaignNodes(this.shown);
      return [...launchNodes(this.#launches.unsettled.map(({ intent }) => intent.id)), ...campaigns];
    }
    if (node.kind === 'launch') return [];
    if (node.kind === 'group') {
      return campaignNodes(this.shown.filter((campaign) => campaignState(campaign, nowMs) === node.state));
    }
    const campaign = node.kind === 'campaign' ? this.#store.campaign(node.id) : undefined;
    return campaign === undefined ? [] : countNodes(campaign);
  }

  #present(node: Node): Presentation {
    const nowMs = this.#clock.now();
    if (node.kind === 'launch') {
      const entry = this.#launches.unsettled.find(({ intent }) => intent.id === node.id);
      return entry === undefined ? gone : presentLaunch(shownLaunch(entry), nowMs);
    }
    if (node.kind === 'group') {
      const members = this.shown.filter((campaign) => campaignState(campaign, nowMs) === node.state);
      return presentGroup(node.state, members.length);
    }
    const campaign = this.#store.campaign(node.kind === 'count' ? node.campaignId : node.id);
    if (campaign === undefined) return gone;
    return node.kind === 'count' ? presentCount(campaign, node.count) : presentCampaign(campaign, nowMs);
  }

  #stateOf(id: string) {
    const campaign = this.#store.campaign(id);
    return campaign && campaignState(campaign, this.#clock.now());
  }

  #same(node: Node): Node {
    const id = nodeId(node);
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    this.#nodes.set(id, node);
    return node;
  }

  /** Fires only what changed. A new order, a filter or a group's members need the whole tree. */
  #redraw(ids: readonly string[], structure: boolean): void {
    this.#shown = undefined;
    if (structure || groupByStatus() || sortOrder() === 'progress') {
      if (this.#store.state.campaigns.length === 0) this.#nodes.clear();
      this.#changed.fire(undefined);
      return;
    }
    const visible = new Set(this.shown.map((campaign) => campaign.id));
    const nodes = ids.filter((id) => visible.has(id)).map((id) => this.campaignNode(id));
    if (nodes.length > 0) this.#changed.fire(nodes); // an empty list means the whole tree to some versions
  }
}

const gone: Presentation = {
  label: '',
  description: '',
  icon: 'blank',
  color: undefined,
  accessibleLabel: '',
  capabilities: '',
};

function shownLaunch(entry: LaunchEntry): ShownLaunch {
  const { name, contacts, startedMs } = entry.intent;
  return { name, contacts, startedMs, state: isOpen(entry) ? 'in doubt' : 'not created' };
}

function toTreeItem(presentation: Presentation): vscode.TreeItem {
  const item = new vscode.TreeItem(presentation.label);
  item.description = presentation.description;
  item.iconPath = new vscode.ThemeIcon(
    presentation.icon,
    presentation.color === undefined ? undefined : new vscode.ThemeColor(presentation.color),
  );
  item.accessibilityInformation = { label: presentation.accessibleLabel };
  item.contextValue = presentation.capabilities;
  return item;
}
