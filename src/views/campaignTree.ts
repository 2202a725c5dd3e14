import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { Clock } from '../core/ports.ts';
import { DisposableStore } from '../host/disposables.ts';
import { commandIds } from '../host/commandIds.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import { serverLacks, optionalActions, unknownServer } from '../core/optionalActions.ts';
import { groupByStatus, onDidChangeSetting, sortOrder } from '../host/settings.ts';
import { isOpen, type LaunchEntry } from '../launch/journal/launchIntent.ts';
import { arrange } from '../core/arrange.ts';
import {
  campaignNodes,
  detailNodes,
  drawnAtOnce,
  groupingOf,
  groupNodes,
  groupOf,
  launchNodes,
  nodeId,
  parentOf,
  type Group,
  type Grouping,
  type Node,
} from './nodes.ts';
import {
  campaignLine,
  presentCampaign,
  presentCount,
  presentGroup,
  presentMore,
  presentResults,
  type Presentation,
} from './presentation.ts';
import { presentLaunch, type ShownLaunch } from './presentationLaunch.ts';
import { campaignTooltip, whyCommand } from './tooltip.ts';

/** Shows the store as a tree. It never sends a request; the live refresh and the commands do. */
export class CampaignTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #store: CampaignStore;
  readonly #launches: ReconciliationService;
  readonly #clock: Clock;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<Node | Node[] | undefined>());
  /** Nodes by id. VS Code compares nodes by identity, so the same node is always the same object. */
  readonly #nodes = new Map<string, Node>();
  /** Groups that are drawn whole, however many campaigns they hold; undefined is the tree without groups. */
  readonly #whole = new Set<Group | undefined>();
  #shown: readonly Campaign[] | undefined;
  #filter = '';

  #lacking = '';
  /** The launches that are shown, by their ids. */
  #drawnLaunches = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: CampaignStore, launches: ReconciliationService, clock: Clock) {
    this.#store = store;
    this.#launches = launches;
    this.#clock = clock;
    this.#disposables.add(store.onDidChange(({ ids, structure }) => this.#redraw(ids, structure)));
    this.#disposables.add(store.onDidChangeState(() => this.#redrawForServer()));
    this.#disposables.add(launches.onDidChange(() => this.#redrawLaunches()));
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
    const parent = parentOf(node, (id) => this.#groupOf(id));
    return parent && this.#same(parent);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const presentation = this.#present(node);
    const item = toTreeItem(presentation);
    item.id = nodeId(node);
    switch (node.kind) {
      case 'group':
        item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
        break;
      case 'campaign':
        item.label = campaignLine(presentation);
        item.description = '';
        if (presentation.expandable) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
        break;
      case 'launch':
        item.command = { command: commandIds.settleLaunch, title: 'Resolve Launch', arguments: [node] };
        break;
      case 'results':
      case 'count':
        item.command = { command: commandIds.openRows, title: 'Open Rows', arguments: [node] };
        break;
      case 'more':
        item.command = { command: commandIds.showMoreCampaigns, title: 'Show More', arguments: [node] };
        break;
    }
    return item;
  }

  /** Tooltips are long, so they are made on demand. */
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

  /** Draws the campaigns of a group that were not drawn so far. */
  showMore(node: unknown): void {
    const { kind, group } = (node ?? {}) as { readonly kind?: unknown; readonly group?: Group };
    if (kind !== 'more') return;
    this.#whole.add(group);
    this.#redraw([], true);
  }

  get #grouping(): Grouping {
    return groupingOf(groupByStatus(), sortOrder(), this.shown.length);
  }

  #members(group: Group | undefined): readonly Campaign[] {
    const grouping = this.#grouping;
    const nowMs = this.#clock.now();
    return this.shown.filter((campaign) => groupOf(campaign, grouping, nowMs) === group);
  }

  #children(node: Node | undefined): readonly Node[] {
    if (node === undefined) {
      const launches = launchNodes(this.#launches.unsettled.map(({ intent }) => intent.id));
      const grouping = this.#grouping;
      return grouping === 'none'
        ? [...launches, ...campaignNodes(this.shown, undefined, this.#whole.has(undefined))]
        : [...launches, ...groupNodes(this.shown, grouping, this.#clock.now())];
    }
    if (node.kind === 'group')
      return campaignNodes(this.#members(node.group), node.group, this.#whole.has(node.group));
    const campaign = node.kind === 'campaign' ? this.#store.campaign(node.id) : undefined;
    return campaign === undefined ? [] : detailNodes(campaign);
  }

  #present(node: Node): Presentation {
    const nowMs = this.#clock.now();
    switch (node.kind) {
      case 'launch': {
        const entry = this.#launches.unsettled.find(({ intent }) => intent.id === node.id);
        return entry === undefined ? gone : presentLaunch(shownLaunch(entry), nowMs);
      }
      case 'group':
        return presentGroup(node.group, this.#members(node.group).length);
      case 'more':
        return presentMore(this.#members(node.group).length - drawnAtOnce);
      case 'campaign': {
        const campaign = this.#store.campaign(node.id);
        if (campaign === undefined) return gone;
        return presentCampaign(campaign, nowMs, this.#store.api?.server);
      }
      case 'results':
      case 'count': {
        const campaign = this.#store.campaign(node.campaignId);
        if (campaign === undefined) return gone;
        return node.kind === 'count' ? presentCount(campaign, node.count) : presentResults(campaign);
      }
    }
  }

  #groupOf(id: string): Group | undefined {
    const campaign = this.#store.campaign(id);
    return campaign && groupOf(campaign, this.#grouping, this.#clock.now());
  }

  #same(node: Node): Node {
    const id = nodeId(node);
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    this.#nodes.set(id, node);
    return node;
  }

  /** Keeps nodes as long as their campaign exists, so that VS Code recognises them. */
  #forgetNodesOfRemovedCampaigns(): void {
    for (const [id, node] of this.#nodes) {
      const campaignId =
        node.kind === 'campaign' ? node.id : 'campaignId' in node ? node.campaignId : undefined;
      if (campaignId !== undefined && this.#store.campaign(campaignId) === undefined) this.#nodes.delete(id);
    }
  }

  /** Redraws so that actions which the server lacks are no longer offered. */
  #redrawForServer(): void {
    const server = this.#store.api?.server ?? unknownServer;
    const lacking = optionalActions.filter((action) => serverLacks(action, server) !== undefined).join(' ');
    if (lacking === this.#lacking) return;
    this.#lacking = lacking;
    this.#redraw([], true);
  }

  /**
   * While VS Code asks for the whole tree, a click on a campaign arrives without it. The tree is asked for
   * only where other launches are shown than before.
   */
  #redrawLaunches(): void {
    const nodes = launchNodes(this.#launches.unsettled.map(({ intent }) => intent.id));
    const drawn = nodes.map(nodeId).join(' ');
    if (drawn !== this.#drawnLaunches) this.#redraw([], true);
    else if (nodes.length > 0) this.#changed.fire(nodes.map((node) => this.#same(node)));
    this.#drawnLaunches = drawn;
  }

  /** Fires only what changed. A new order, a filter or a group's members need the whole tree. */
  #redraw(ids: readonly string[], structure: boolean): void {
    this.#shown = undefined;
    if (structure || this.#grouping === 'state' || sortOrder() === 'progress') {
      this.#forgetNodesOfRemovedCampaigns();
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
  expandable: false,
};

function shownLaunch(entry: LaunchEntry): ShownLaunch {
  const { name, contacts, startedMs } = entry.intent;
  return { name, contacts, startedMs, state: isOpen(entry) ? 'unconfirmed' : 'not created' };
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
