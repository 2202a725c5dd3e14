import * as vscode from 'vscode';
import { isActive } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { ApiError, mayNeedPerson } from '../core/errors.ts';
import { nextPollMs, shouldReadNow } from '../core/poller.ts';
import type { Clock } from '../core/ports.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { Session } from '../host/session.ts';
import { onDidChangeSetting, refreshIntervalMs } from '../host/settings.ts';

/** How long after a change from here the list is still read repeatedly, whatever the campaign's state. */
const followMs = 120_000;

/** Launches whose outcome the next list may show. */
export interface AwaitedLaunches {
  readonly isAwaiting: boolean;
  readonly onDidChange: (listener: () => void) => vscode.Disposable;
}

export interface LiveRefreshOptions {
  readonly store: CampaignStore;
  readonly session: Session;
  readonly view: vscode.TreeView<unknown>;
  readonly launches: AwaitedLaunches;
  readonly clock: Clock;
  /** Whether the current server itself says when a campaign ends. */
  readonly announcesEnds: () => boolean;
}

/**
 * Reads the campaigns while the view is visible: at once when it is first shown, then as `nextPollMs`
 * decides. While it is hidden, or nothing runs and no launch is unconfirmed, there is no timer and no
 * request.
 */
export class LiveRefresh implements vscode.Disposable {
  readonly #store: CampaignStore;
  readonly #session: Session;
  readonly #view: vscode.TreeView<unknown>;
  readonly #launches: AwaitedLaunches;
  readonly #clock: Clock;
  readonly #announcesEnds: () => boolean;
  readonly #disposables = new DisposableStore();
  #timer: NodeJS.Timeout | undefined;
  #unchanged = 0;
  #failures = 0;
  #failedMs: number | undefined;

  constructor({ store, session, view, launches, clock, announcesEnds }: LiveRefreshOptions) {
    this.#store = store;
    this.#session = session;
    this.#view = view;
    this.#launches = launches;
    this.#clock = clock;
    this.#announcesEnds = announcesEnds;
    this.#disposables.add(view.onDidChangeVisibility(() => this.#refreshIfDue()));
    this.#disposables.add(vscode.window.onDidChangeWindowState(() => this.#refreshIfDue()));
    this.#disposables.add(onDidChangeSetting(['refreshIntervalSeconds'], () => this.#plan()));
    this.#disposables.add(store.onDidChange(() => this.#plan()));
    this.#disposables.add(launches.onDidChange(() => this.#plan()));
    this.#disposables.add(store.onDidConnect(() => this.#refreshIfDue()));
    this.#refreshIfDue();
  }

  /** Reads now, however recently it was done. A read that hangs is not waited for. */
  async refresh(): Promise<void> {
    await this.#session.ready();
    await this.#read(() => this.#store.refreshNow());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposables.dispose();
  }

  get #watched(): boolean {
    return this.#view.visible && vscode.window.state.focused;
  }

  /** The view became visible or the window active: reads what is older than the interval. */
  #refreshIfDue(): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible) {
      this.#plan();
      return;
    }
    this.#unchanged = 0;
    void this.#session.ready().then(() => {
      const { updatedMs, error, loading } = this.#store.state;
      const situation = {
        watched: this.#watched,
        intervalMs: refreshIntervalMs(),
        updatedMs,
        loading,
        failedMs: error === undefined ? undefined : (this.#failedMs ?? 0),
        retryAfterMs: error instanceof ApiError ? error.retryAfterMs : undefined,
        nowMs: this.#clock.now(),
      };
      if (shouldReadNow(situation)) return this.#read();
      this.#plan();
      return undefined;
    });
  }

  async #read(read = () => this.#store.refresh()): Promise<void> {
    clearTimeout(this.#timer);
    const changed = await read();
    const failed = this.#store.state.error !== undefined;
    this.#failures = failed ? this.#failures + 1 : 0;
    this.#failedMs = failed ? this.#clock.now() : undefined;
    this.#unchanged = changed.length > 0 ? 0 : this.#unchanged + 1;
    this.#plan();
  }

  /** A server may count the calls of a launch only some seconds after it has answered. */
  #isFollowing(): boolean {
    const { putMs } = this.#store;
    return putMs !== undefined && !this.#announcesEnds() && Math.abs(this.#clock.now() - putMs) < followMs;
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const { campaigns, error } = this.#store.state;
    const waitMs = nextPollMs({
      watched: this.#watched && this.#store.api !== undefined,
      active: campaigns.some((campaign) => isActive(campaign, this.#clock.now())),
      announcesEnds: this.#announcesEnds(),
      awaiting: this.#launches.isAwaiting || this.#isFollowing(),
      intervalMs: refreshIntervalMs(),
      unchanged: this.#unchanged,
      failures: this.#failures,
      mayNeedPerson: mayNeedPerson(error),
      retryAfterMs: error instanceof ApiError ? error.retryAfterMs : undefined,
    });
    if (waitMs !== undefined) this.#timer = setTimeout(() => void this.#read(), waitMs);
  }
}
