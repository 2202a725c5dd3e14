import type { Page } from '@playwright/test';

export type Settings = Readonly<Record<string, unknown>>;

/** As in keybindings.json. */
export interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

export interface OpenOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** All of the User settings. */
  readonly settings: Settings;
  readonly keybindings: readonly Keybinding[];
  readonly size: { readonly width: number; readonly height: number };
}

/** One VS Code with the packaged extension installed and nothing left over from another test. */
export interface Host {
  /** Opens a window on a folder. It may still be loading. */
  open(options: OpenOptions): Promise<Page>;
  /** Replaces the file of User settings; a window that is open need not notice. */
  writeSettings(settings: Settings): Promise<void>;
  /** What the extension host and VS Code logged so far. */
  readLogs(): Promise<string>;
  /** Copies what VS Code has stored and what is on screen, for the search at the end of the run. */
  keepIn(folder: string): Promise<void>;
  close(): Promise<void>;
}
