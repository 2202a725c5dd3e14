import type * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import { withoutMarkup } from '../core/plainText.ts';
import type { Clock } from '../core/ports.ts';
import type { Connections } from '../host/connections.ts';
import { ContextKey } from '../host/contextKeys.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { Session } from '../host/session.ts';
import { groupByStatus, onDidChangeSetting } from '../host/settings.ts';
import type { CampaignTree } from './campaignTree.ts';
import type { Node } from './nodes.ts';
import { viewStatus, type Welcome } from './status.ts';

const mostMessageCharacters = 1_000;
/** What stands in the view when there is no campaign to show; see `viewsWelcome` in package.json. */
const welcomeKey = new ContextKey<Welcome>('revox.welcome');
const groupedKey = new ContextKey<boolean>('revox.grouped');
/** Old campaigns are shown, for reading them failed: Try Again stands above them. */
const staleKey = new ContextKey<boolean>('revox.stale');
const filteredKey = new ContextKey<boolean>('revox.filtered');

/** Keeps title, message, badge and welcome texts of the view true. */
export class CampaignView implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #store: CampaignStore;
  readonly #session: Session;
  readonly #connections: Connections;
  readonly #tree: CampaignTree;
  readonly #view: vscode.TreeView<Node>;
  readonly #clock: Clock;

  constructor(
    store: CampaignStore,
    session: Session,
    connections: Connections,
    tree: CampaignTree,
    view: vscode.TreeView<Node>,
    clock: Clock,
  ) {
    this.#store = store;
    this.#session = session;
    this.#connections = connections;
    this.#tree = tree;
    this.#view = view;
    this.#clock = clock;
    const update = () => this.#update();
    this.#disposables.add(store.onDidChangeState(update));
    this.#disposables.add(tree.onDidChangeTreeData(update));
    this.#disposables.add(connections.onDidChange(update));
    this.#disposables.add(session.onDidSettle(update));
    this.#disposables.add(view.onDidChangeVisibility(update));
    this.#disposables.add(onDidChangeSetting(['campaigns.groupByStatus'], update));
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const status = viewStatus({
      store: this.#store.state,
      connected: this.#session.settled ? this.#store.api !== undefined : undefined,
      sandbox: this.#connections.current?.kind === 'sandbox',
      filter: this.#tree.filter,
      shown: this.#tree.shown.length,
      absence: this.#connections.absence,
      nowMs: this.#clock.now(),
    });
    welcomeKey.set(status.welcome);
    staleKey.set(this.#store.state.error !== undefined && this.#store.state.campaigns.length > 0);
    filteredKey.set(this.#tree.filter !== '');
    groupedKey.set(groupByStatus());
    // A description would not be seen: VS Code merges a container's only view with its title.
    this.#view.title = status.title;
    this.#view.message = withoutMarkup(status.message ?? '', mostMessageCharacters);
    this.#view.badge = status.badge;
  }
}
