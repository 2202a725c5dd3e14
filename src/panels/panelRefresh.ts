import * as vscode from 'vscode';
import { ApiError, mayNeedPerson } from '../core/errors.ts';
import { nextPollMs } from '../core/poller.ts';
import { DisposableStore } from '../host/disposables.ts';
import { onDidChangeSetting, refreshIntervalMs } from '../host/settings.ts';

export interface PanelRefreshOptions {
  readonly panel: vscode.WebviewPanel;
  /** Whether what is shown may still change without a person's doing. */
  readonly active: () => boolean;
  /** Reads again and shows it; resolves to whether anything changed. */
  readonly read: (signal: AbortSignal) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

/** Keeps a panel up to date while it is visible, its window has the focus, and something may change. */
export class PanelRefresh implements vscode.Disposable {
  readonly #options: PanelRefreshOptions;
  readonly #disposables = new DisposableStore();
  #timer: NodeJS.Timeout | undefined;
  #reading: AbortController | undefined;
  #unchanged = 0;
  #failures = 0;
  #error: unknown;

  constructor(options: PanelRefreshOptions) {
    this.#options = options;
    this.#disposables.add(options.panel.onDidChangeViewState(() => this.restart()));
    this.#disposables.add(vscode.window.onDidChangeWindowState(() => this.restart()));
    this.#disposables.add(onDidChangeSetting(['refreshIntervalSeconds'], () => this.restart()));
  }

  /** The panel was shown or read just now: the next read is due after the whole interval. */
  restart(): void {
    this.#unchanged = 0;
    this.#failures = 0;
    this.#error = undefined;
    this.#plan();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#disposables.dispose();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    // A read may take longer than the interval: the next one is planned when it has ended.
    if (this.#reading !== undefined) return;
    const { panel, active } = this.#options;
    const error = this.#error;
    const waitMs = nextPollMs({
      announcesEnds: false,
      watched: panel.visible && vscode.window.state.focused,
      active: active(),
      intervalMs: refreshIntervalMs(),
      unchanged: this.#unchanged,
      failures: this.#failures,
      mayNeedPerson: mayNeedPerson(error),
      retryAfterMs: error instanceof ApiError ? error.retryAfterMs : undefined,
    });
    if (waitMs !== undefined) this.#timer = setTimeout(() => void this.#read(), waitMs);
  }

  async #read(): Promise<void> {
    const abort = (this.#reading = new AbortController());
    try {
      const changed = await this.#options.read(abort.signal);
      this.#error = undefined;
      this.#failures = 0;
      this.#unchanged = changed ? 0 : this.#unchanged + 1;
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#error = error;
      this.#failures += 1;
      this.#options.failed(error);
    } finally {
      this.#reading = undefined;
    }
    if (!abort.signal.aborted) this.#plan();
  }
}
