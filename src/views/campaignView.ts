import type * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import { withoutMarkup } from '../core/plainText.ts';
import type { Clock } from '../core/ports.ts';
import type { Connections } from '../host/connections.ts';
import { ContextKey } from '../host/contextKeys.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import type { Session } from '../host/session.ts';
import { groupByStatus, onDidChangeSetting } from '../host/settings.ts';
import type { CampaignTree } from './campaignTree.ts';
import type { Node } from './nodes.ts';
import { viewStatus, type Welcome } from './status.ts';

const maxMessageCharacters = 1_000;
/** From then on a person may ask again. */
const lateMs = 10_000;
/** What is in the view when there is no campaign to show; see `viewsWelcome` in package.json. */
const welcomeKey = new ContextKey<Welcome>('revox.welcome');
const groupedKey = new ContextKey<boolean>('revox.grouped');
/** Old campaigns are shown, because reading them failed: Try Again is above them. */
const staleContext = new ContextKey<boolean>('revox.stale');
const filteredContext = new ContextKey<boolean>('revox.filtered');

export interface CampaignViewServices {
  readonly store: CampaignStore;
  readonly session: Session;
  readonly connections: Connections;
  readonly tree: CampaignTree;
  readonly launches: ReconciliationService;
  readonly view: vscode.TreeView<Node>;
  readonly clock: Clock;
}

/** Keeps title, message, badge and welcome texts of the view up to date. */
export class CampaignView implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #services: CampaignViewServices;
  /** Runs while the first list is awaited, and has fired where `#isLate`. */
  #lateness: NodeJS.Timeout | undefined;
  #isLate = false;

  constructor(services: CampaignViewServices) {
    this.#services = services;
    const { store, session, connections, tree, launches, view } = services;
    const update = () => this.#update();
    this.#disposables.add(store.onDidChangeState(update));
    this.#disposables.add(tree.onDidChangeTreeData(update));
    this.#disposables.add(launches.onDidChange(update));
    this.#disposables.add(connections.onDidChange(update));
    this.#disposables.add(session.onDidSettle(update));
    this.#disposables.add(view.onDidChangeVisibility(update));
    this.#disposables.add(onDidChangeSetting(['campaigns.groupByStatus'], update));
    update();
  }

  dispose(): void {
    clearTimeout(this.#lateness);
    this.#disposables.dispose();
  }

  #update(): void {
    const { store, session, connections, tree, launches, view, clock } = this.#services;
    const status = viewStatus({
      store: store.state,
      connected: session.settled ? store.api !== undefined : undefined,
      isKeyLost: session.isKeyLost,
      sandbox: connections.current?.kind === 'sandbox',
      filter: tree.filter,
      shown: tree.shown.length,
      absence: connections.absence,
      unconfirmed: launches.unconfirmedNames.length,
      isLate: this.#isLate,
      nowMs: clock.now(),
    });
    this.#awaitFirstList(status.welcome === 'loading' || status.welcome === 'waiting');
    welcomeKey.set(status.welcome);
    staleContext.set(store.state.error !== undefined && store.state.campaigns.length > 0);
    filteredContext.set(tree.filter !== '');
    groupedKey.set(groupByStatus());
    // A description would not be seen: VS Code merges a container's only view with its title.
    view.title = status.title;
    view.message = withoutMarkup(status.message ?? '', maxMessageCharacters);
    view.badge = status.badge;
  }

  #awaitFirstList(isAwaited: boolean): void {
    if (!isAwaited) {
      clearTimeout(this.#lateness);
      this.#lateness = undefined;
      this.#isLate = false;
      return;
    }
    this.#lateness ??= setTimeout(() => {
      this.#isLate = true;
      this.#update();
    }, lateMs);
  }
}
