import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startServer, type Server, type ServerVersion } from '../../host/server.mjs';
import { keepProfile } from '../../host/leftovers.mjs';
import { keepShown } from './leftovers.js';
import type { Host, OpenOptions, Settings } from './host.js';

interface Options {
  readonly browser: Browser;
  readonly version: ServerVersion;
  readonly extensionsDir: string;
  /** Undefined: all extensions that VS Code comes with. */
  readonly builtInExtensionsDir: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** VS Code's server with its web workbench in a browser context of its own. */
export class WebHost implements Host {
  private page: Page | undefined;

  private constructor(
    private readonly server: Server,
    private readonly context: BrowserContext,
  ) {}

  static async start({ browser, ...options }: Options): Promise<WebHost> {
    const server = await startServer(options);
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    return new WebHost(server, context);
  }

  async open({ folder, settings, keybindings, size }: OpenOptions): Promise<Page> {
    const page = this.page ?? (await this.context.newPage());
    this.page = page;
    await page.setViewportSize(size);
    await this.server.writeSettings(settings);
    await this.server.writeKeybindings(keybindings);
    await page.goto(`${this.server.url}?${new URLSearchParams({ folder }).toString()}`);
    return page;
  }

  writeSettings(settings: Settings): Promise<void> {
    return this.server.writeSettings(settings);
  }

  readLogs(): Promise<string> {
    return this.server.readLogs();
  }

  async keepIn(folder: string): Promise<void> {
    if (this.page?.isClosed() === false) await keepShown(this.page, folder);
    await keepProfile(this.server.profile, folder);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.stop();
  }
}
