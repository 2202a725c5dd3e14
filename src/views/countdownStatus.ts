import * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { Clock } from '../core/ports.ts';
import { commandIds } from '../host/commandIds.ts';
import type { Connections } from '../host/connections.ts';
import { ContextKey } from '../host/contextKeys.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { UpcomingStarts } from '../host/upcomingStarts.ts';
import {
  cancellingText,
  countdownLabel,
  countdownText,
  countdownTooltip,
  upcomingStartStatus,
  type UpcomingStart,
} from '../launch/start/upcomingStart.ts';

const tickMs = 1_000;
/** High priority, so that it is the leftmost status bar item. */
const priority = 10_000;
const lastMinuteMs = 60_000;

const countingDownContext = new ContextKey<boolean>('revox.countingDown');

/** One entry of the status bar for each campaign that starts soon; a click cancels it. Sends no requests. */
export class CountdownStatus implements vscode.Disposable {
  readonly #store: CampaignStore;
  readonly #connections: Connections;
  readonly #starts: UpcomingStarts;
  readonly #clock: Clock;
  readonly #disposables = new DisposableStore();
  readonly #items = new Map<string, vscode.StatusBarItem>();
  readonly #cancelling = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: CampaignStore, connections: Connections, starts: UpcomingStarts, clock: Clock) {
    this.#store = store;
    this.#connections = connections;
    this.#starts = starts;
    this.#clock = clock;
    const update = () => this.#update();
    this.#disposables.add(starts.onDidChange(update));
    this.#disposables.add(store.onDidChangeState(update));
    this.#disposables.add(connections.onDidChange(update));
    update();
  }

  /** The campaigns that are counted down, the first to start first. */
  get waiting(): readonly UpcomingStart[] {
    const { current } = this.#connections;
    if (current === undefined) return [];
    return this.#starts.of(current.baseUrl).filter((start) => this.#statusOf(start) === 'waits');
  }

  /** False while it is being cancelled already, so that a double click cancels once. */
  beginCancelling(campaignId: string): boolean {
    if (this.#cancelling.has(campaignId)) return false;
    this.#cancelling.add(campaignId);
    this.#update();
    return true;
  }

  endCancelling(campaignId: string): void {
    this.#cancelling.delete(campaignId);
    this.#update();
  }

  dispose(): void {
    clearInterval(this.#timer);
    for (const item of this.#items.values()) item.dispose();
    this.#disposables.dispose();
  }

  #statusOf(start: UpcomingStart) {
    const listed = this.#store.state.updatedMs !== undefined;
    return upcomingStartStatus(start, this.#store.campaign(start.campaignId), listed, this.#clock.now());
  }

  #update(): void {
    this.#forgetWhatIsOver();
    const { waiting } = this;
    countingDownContext.set(waiting.length > 0);
    const ids = new Set(waiting.map(({ campaignId }) => campaignId));
    for (const [id, item] of this.#items) {
      if (ids.has(id)) continue;
      item.dispose();
      this.#items.delete(id);
    }
    waiting.forEach((start, index) => this.#draw(start, index));
    if (waiting.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else {
      this.#timer ??= setInterval(() => this.#update(), tickMs);
    }
  }

  #draw(start: UpcomingStart, index: number): void {
    const { campaignId } = start;
    const nowMs = this.#clock.now();
    const item = this.#items.get(campaignId) ?? this.#create(start, index);
    item.text = this.#cancelling.has(campaignId)
      ? cancellingText(start)
      : `${countdownText(start, nowMs)} $(circle-slash) Cancel`;
    item.tooltip = countdownTooltip(start, nowMs);
    item.accessibilityInformation = { label: countdownLabel(start, nowMs), role: 'button' };
    const soon = start.startMs - nowMs <= lastMinuteMs;
    item.backgroundColor = soon ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  }

  #create({ campaignId }: UpcomingStart, index: number): vscode.StatusBarItem {
    const left = vscode.StatusBarAlignment.Left;
    const item = vscode.window.createStatusBarItem(`revox.countdown.${campaignId}`, left, priority - index);
    item.name = 'Revox Campaign That Starts Soon';
    item.command = { command: commandIds.cancelUpcomingStart, title: 'Cancel', arguments: [campaignId] };
    this.#items.set(campaignId, item);
    return item;
  }

  #forgetWhatIsOver(): void {
    const { current } = this.#connections;
    if (current === undefined) return;
    const over = this.#starts.of(current.baseUrl).filter((start) => this.#statusOf(start) === 'over');
    if (over.length > 0) void this.#starts.remove(over.map(({ campaignId }) => campaignId));
  }
}
