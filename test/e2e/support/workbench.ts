import { mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { projectRoot } from '../../host/projectRoot.mjs';
import { Dialog } from './dialog.js';
import type { Host, Keybinding, Settings } from './host.js';
import { Notification } from './notification.js';
import { QuickPick } from './quickPick.js';
import { exactly, startsWith } from './textMatch.js';
import { Tree } from './tree.js';

export type Theme =
  'Default Light Modern' | 'Default Dark Modern' | 'Default High Contrast' | 'Default High Contrast Light';

/** How the element of the window and the body of a page are marked. */
const themeMarks: Readonly<Record<Theme, { readonly window: string; readonly page: string }>> = {
  'Default Light Modern': { window: 'vs', page: 'vscode-light' },
  'Default Dark Modern': { window: 'vs-dark', page: 'vscode-dark' },
  'Default High Contrast': { window: 'hc-black', page: 'vscode-high-contrast' },
  'Default High Contrast Light': { window: 'hc-light', page: 'vscode-high-contrast-light' },
};

export interface WorkbenchOptions {
  /** Absolute path; the test's own workspace if not given. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** false opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  /** User settings on top of the quiet ones that every test has. */
  readonly settings?: Settings;
  readonly keybindings?: readonly Keybinding[];
}

// Nothing that moves, asks, advertises or needs the internet; VS Code's own dialogs, menus and file picker
// instead of the operating system's, which no test can press.
const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // the web workbench saves by itself, the desktop does not
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.dialogStyle': 'custom',
  'window.menuStyle': 'custom',
  'window.titleBarStyle': 'custom',
  'workbench.editor.useModal': 'off',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Drives VS Code as a person would: through what is on screen. */
export class Workbench {
  private shown: Page | undefined;
  private settings: Settings = quiet;

  /**
   * @param container title of the extension's entry in the activity bar: once it is there, VS Code knows the
   * extension
   * @param label tells the screenshots of two versions of VS Code apart
   */
  constructor(
    private readonly host: Host,
    private readonly workspace: string,
    private readonly container: string | undefined,
    private readonly label: string,
  ) {}

  get page(): Page {
    if (this.shown === undefined) throw new Error('Call workbench.open() first.');
    return this.shown;
  }

  get isOpen(): boolean {
    return this.shown !== undefined;
  }

  get quickPick(): QuickPick {
    return new QuickPick(this.page);
  }

  get dialog(): Dialog {
    return new Dialog(this.page);
  }

  /** The extension's own tree views. */
  get tree(): Tree {
    return new Tree(this.page, '.part.sidebar .pane-body:not(:has(.explorer-folders-view)) .monaco-list');
  }

  /** The files of the workspace; call show('Explorer') first if another view is in front. */
  get explorer(): Tree {
    return new Tree(this.page, '.explorer-folders-view .monaco-list');
  }

  async open({
    folder = this.workspace,
    theme = 'Default Dark Modern',
    size = { width: 1280, height: 800 },
    trusted = true,
    settings = {},
    keybindings = [],
  }: WorkbenchOptions = {}): Promise<void> {
    this.settings = {
      ...quiet,
      'security.workspace.trust.enabled': !trusted,
      'workbench.colorTheme': theme,
      ...settings,
    };
    // VS Code watches a folder that is created later only after a delay.
    await mkdir(join(this.workspace, '.vscode'), { recursive: true });
    const earlier = await this.startedHosts();
    this.shown = await this.host.open({ folder, settings: this.settings, keybindings, size });
    await this.ready(earlier);
  }

  /**
   * Reloads the window, as after an update: what the extension did not store is gone. By VS Code's own
   * command, which stores first what is open; a browser's reload may come before that.
   */
  async reload(): Promise<void> {
    const earlier = await this.startedHosts();
    const reloaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.command('Developer: Reload Window');
    await reloaded;
    await this.ready(earlier);
  }

  /** How many extension hosts have come up so far: their log is the only place that tells. */
  private async startedHosts(): Promise<number> {
    return (await this.host.readLogs()).split('Eager extensions activated').length - 1;
  }

  /** The workbench draws views and welcome texts long before an extension can answer; waits for both. */
  private async ready(earlier: number): Promise<void> {
    const loading = { timeout: 60_000 };
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor(loading);
    await this.page.locator('.explorer-folders-view, .part.sidebar .pane-body').first().waitFor(loading);
    if (this.container !== undefined) await this.activityBarItem(this.container).waitFor(loading);
    await expect.poll(() => this.startedHosts(), { ...loading, intervals: [100] }).toBeGreaterThan(earlier);
  }

  private activityBarItem(title: string): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: title });
  }

  /** Brings a container of the activity bar to the front: 'Explorer', 'Revox Campaigns'. */
  async show(title: string): Promise<void> {
    const item = this.activityBarItem(title).first();
    await item.waitFor();
    await expect(async () => {
      // after a reload the bar is drawn more than once, and a click on the earlier one is lost
      if ((await item.getAttribute('aria-selected')) !== 'true') await item.click();
      await this.page.mouse.move(640, 10); // the item's hover would cover what is beside it
      await expect(item).toHaveAttribute('aria-selected', 'true', { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
  }

  /** Runs a command from the palette by its whole label, category included: 'Revox: Create Campaign'. */
  async command(label: string): Promise<void> {
    const { input } = this.quickPick;
    await expect(async () => {
      // a key that comes while the focus goes from a page to a view, or back, reaches neither
      await this.page.keyboard.press('F1');
      await expect(input).toHaveValue(/^>/, { timeout: 2_000 });
      await input.fill(`>${label}`);
      // the palette closes when an editor or a page takes the focus: then it is opened again
      await this.quickPick.row(label).first().click({ timeout: 10_000 });
      // a click is lost when the list is drawn anew under the pointer: then the palette still waits for one
      const asks = async () => ((await input.isVisible()) ? input.inputValue({ timeout: 500 }) : '');
      await expect.poll(() => asks().catch(() => ''), { timeout: 3_000 }).not.toBe(`>${label}`);
    }).toPass({ timeout: 60_000 });
  }

  /** Opens a file of the workspace in an editor, by its path with slashes. */
  async openFile(path: string): Promise<void> {
    await this.show('Explorer');
    const names = path.split('/');
    for (const name of names.slice(0, -1)) await this.explorer.expand(name);
    const name = names.at(-1) ?? path;
    const selected = this.page
      .locator('.part.editor')
      .getByRole('tab', { name: startsWith(name), selected: true });
    await expect(async () => {
      // a file that appears above it moves it away from the pointer
      await this.explorer.item(name).first().dblclick({ timeout: 5_000 });
      await selected.waitFor({ timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
  }

  editorTab(name: string | RegExp): Locator {
    return this.page.locator('.part.editor').getByRole('tab', { name });
  }

  /** A button in the title of the view, or in the title of the side bar. */
  async viewAction(name: string | RegExp): Promise<void> {
    const sidebar = this.page.locator('.part.sidebar');
    await sidebar.hover();
    await sidebar.locator('.title-actions, .pane-header').getByRole('button', { name }).first().click();
  }

  notification(text: string | RegExp): Notification {
    return new Notification(
      this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }),
    );
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }

  /**
   * Changes User settings, application-scope ones too, while VS Code runs. The server's VS Code does not
   * watch the file of User settings, but follows its own editor: the new text is opened there and saved.
   */
  async setUserSettings(settings: Settings): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    await this.host.writeSettings(this.settings);
    await this.command('Preferences: Open User Settings (JSON)');
    const tab = this.editorTab('settings.json');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.press('Enter');
    await expect(tab).toHaveClass(/\bdirty\b/);
    await this.page.keyboard.press('ControlOrMeta+S');
    await expect(tab).not.toHaveClass(/\bdirty\b/);
    await tab.getByRole('button', { name: /^Close/ }).click();
    await tab.waitFor({ state: 'detached' });
  }

  /**
   * Changes the theme of the window and of the page in it, by the settings of the folder: those VS Code does
   * watch.
   */
  async setTheme(theme: Theme): Promise<void> {
    await writeFile(
      join(this.workspace, '.vscode', 'settings.json'),
      JSON.stringify({ 'workbench.colorTheme': theme }),
    );
    const { window, page } = themeMarks[theme];
    await expect(this.page.locator('.monaco-workbench')).toContainClass(window);
    if ((await this.page.locator('iframe.webview.ready:visible').count()) > 0)
      await expect(this.webview().locator('body')).toHaveAttribute('data-vscode-theme-kind', page);
  }

  /** The document inside the webview that is in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  }

  /** Whether the text occurs anywhere in the window, row labels of exactly that text first. */
  text(text: string | RegExp): Locator {
    return this.page.getByText(exactly(text));
  }

  /** Saves out/screenshots/<version>/<name>.png */
  async screenshot(name: string): Promise<string> {
    const folder = join(projectRoot, 'out', 'screenshots', this.label);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
