import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { keepProfile } from '../../host/leftovers.mjs';
import { temporaryFolder } from '../../host/temporaryFolder.mjs';
import type { Host, OpenOptions, Settings } from './host.js';

interface Options {
  /** VS Code's own program, as @vscode/test-electron downloaded it. */
  readonly executable: string;
  readonly extensionsDir: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Desktop VS Code, for systems that cannot run the server (Windows).
 * Written for the continuous integration's Windows machines; the server is what development happens against.
 */
export class DesktopHost implements Host {
  private application: ElectronApplication | undefined;

  private constructor(
    private readonly options: Options,
    private readonly dataDir: string,
    private readonly remove: () => Promise<void>,
  ) {}

  static async start(options: Options): Promise<DesktopHost> {
    const { path: dataDir, remove } = await temporaryFolder('desktop');
    await mkdir(join(dataDir, 'User'), { recursive: true });
    return new DesktopHost(options, dataDir, remove);
  }

  async open({ folder, settings, keybindings, size }: OpenOptions): Promise<Page> {
    await this.application?.close();
    await this.writeSettings(settings);
    await this.writeUserFile('keybindings.json', keybindings);
    const { executable, extensionsDir, env } = this.options;
    this.application = await _electron.launch({
      executablePath: executable,
      args: [
        ...[
          '--no-sandbox',
          '--disable-gpu-sandbox',
          '--disable-updates',
          '--skip-welcome',
          '--skip-release-notes',
        ],
        ...[
          `--user-data-dir=${this.dataDir}`,
          `--extensions-dir=${extensionsDir}`,
          '--password-store=basic',
          folder,
        ],
      ],
      env: Object.fromEntries(
        Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    });
    const page = await this.application.firstWindow();
    const window = await this.application.browserWindow(page);
    await window.evaluate(
      (shown: { setContentSize(width: number, height: number): void }, { width, height }) => {
        shown.setContentSize(width, height);
      },
      size,
    );
    return page;
  }

  async writeSettings(settings: Settings): Promise<void> {
    await this.writeUserFile('settings.json', settings);
  }

  private async writeUserFile(name: string, value: unknown): Promise<void> {
    await writeFile(join(this.dataDir, 'User', name), JSON.stringify(value, undefined, 2));
  }

  async readLogs(): Promise<string> {
    const folder = join(this.dataDir, 'logs');
    const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) =>
      /exthost.*\.log$/.test(name),
    );
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return names.map((name, index) => `==> ${name}\n${texts[index] ?? ''}`).join('\n\n');
  }

  async keepIn(folder: string): Promise<void> {
    await keepProfile(this.dataDir, folder);
  }

  async close(): Promise<void> {
    await this.application?.close();
    await this.remove();
  }
}
