import { cp, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { browserFlags, findBrowser } from '../../host/browser.mjs';
import { testEnvironment } from '../../host/environment.mjs';
import { leftoversFolder } from '../../host/leftovers.mjs';
import { projectRoot } from '../../host/projectRoot.mjs';
import { startSandbox, type Sandbox } from '../../host/sandbox.mjs';
import { installExtension, linkBuiltInExtensions, type ServerVersion } from '../../host/server.mjs';
import { oldestServer } from '../../host/serverInstall.mjs';
import { temporaryFolder } from '../../host/temporaryFolder.mjs';
import type { Host } from './host.js';
import { Workbench } from './workbench.js';

export { expect } from '@playwright/test';

export interface SandboxOptions {
  readonly key?: string;
  /** 'real', 'fast' or a factor. */
  readonly clock?: string;
  readonly seed?: number;
  /** Of the API; `docs`, which launches in one step, if not given. */
  readonly revision?: string;
  readonly args?: readonly string[];
}

interface TestFixtures {
  /** Folder below test/fixtures that the test's workspace is a copy of. */
  readonly fixture: string;
  readonly sandboxOptions: SandboxOptions;
  /** Environment variables for VS Code, on top of the usual ones. */
  readonly hostEnv: Readonly<Record<string, string>>;
  /** A fresh folder, only for this test; absolute path. */
  readonly workspace: string;
  readonly host: Host;
  /** VS Code with the packaged extension; call open() first. */
  readonly workbench: Workbench;
  /** The fake API as a program of its own; started only for tests that ask for it. */
  readonly sandbox: Sandbox;
}

interface WorkerFixtures {
  readonly vscodeVersion: ServerVersion;
  /** The packaged extension. */
  readonly vsix: string;
  /** Title of the extension's container in the activity bar. */
  readonly container: string | undefined;
  /**
   * Folder of extensions that holds just ours; for the oldest VS Code one of the built-in extensions that
   * tests need; desktop VS Code's program where that is used.
   */
  readonly installed: {
    readonly extensionsDir: string;
    readonly builtInExtensionsDir: string | undefined;
    readonly desktop: string | undefined;
  };
}

function containerTitle(): string | undefined {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    contributes?: { viewsContainers?: { activitybar?: { title: string }[] } };
  };
  return manifest.contributes?.viewsContainers?.activitybar?.[0]?.title;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  vscodeVersion: ['1.100.3', { option: true, scope: 'worker' }],
  vsix: [join(projectRoot, 'out', 'revox-campaigns.vsix'), { option: true, scope: 'worker' }],
  container: [containerTitle(), { option: true, scope: 'worker' }],
  fixture: ['sample', { option: true }],
  sandboxOptions: [{}, { option: true }],
  hostEnv: [{}, { option: true }],

  // Here and not in a configuration: knip reads those as well, and would install a browser beside `npm test`.
  launchOptions: [
    async ({}, use) => use({ executablePath: await findBrowser(), args: [...browserFlags] }),
    { scope: 'worker' },
  ],

  installed: [
    async ({ vscodeVersion, vsix }, use) => {
      if (!existsSync(vsix)) throw new Error(`${vsix} does not exist. Run "npm run package" first.`);
      const { path: extensionsDir, remove } = await temporaryFolder('extensions');
      const builtIn = await temporaryFolder('builtin');
      let desktop: string | undefined;
      // the newest one starts with all of its extensions: what an update of VS Code breaks is found there
      const builtInExtensionsDir =
        process.platform !== 'win32' && vscodeVersion === oldestServer ? builtIn.path : undefined;
      if (process.platform === 'win32') {
        const { installOnDesktop } = await import('./desktopInstall.js');
        desktop = await installOnDesktop({ version: vscodeVersion, vsix, extensionsDir });
      } else {
        await installExtension({ version: vscodeVersion, vsix, extensionsDir });
        if (builtInExtensionsDir !== undefined)
          await linkBuiltInExtensions(vscodeVersion, builtInExtensionsDir);
      }
      await use({ extensionsDir, builtInExtensionsDir, desktop });
      await remove();
      await builtIn.remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  workspace: async ({ fixture }, use) => {
    const { path, remove } = await temporaryFolder('workspace');
    await cp(join(projectRoot, 'test', 'fixtures', fixture), path, { recursive: true });
    await use(path);
    await remove();
  },

  host: async ({ browser, vscodeVersion, installed, hostEnv }, use, testInfo) => {
    const { extensionsDir, builtInExtensionsDir, desktop } = installed;
    const env = testEnvironment(hostEnv);
    let host: Host;
    if (desktop === undefined) {
      const { WebHost } = await import('./webHost.js');
      host = await WebHost.start({
        browser,
        version: vscodeVersion,
        extensionsDir,
        builtInExtensionsDir,
        env,
      });
    } else {
      const { DesktopHost } = await import('./desktopHost.js');
      host = await DesktopHost.start({ executable: desktop, extensionsDir, env });
    }
    await use(host);
    const logs = await host.readLogs();
    // Not the extension's fault, and its users would see the same: it is part of the result.
    for (const [, name] of logs.matchAll(/The page “(.+)” did not load and is restarted/g))
      console.log(`VS Code left a page blank, and the extension restarted it: ${name} (${testInfo.title})`);
    if (testInfo.status !== testInfo.expectedStatus) {
      const path = testInfo.outputPath('extension-host.log');
      await writeFile(path, logs);
      await testInfo.attach('extension-host.log', { path, contentType: 'text/plain' });
    }
    await host.keepIn(join(leftoversFolder, testInfo.testId));
    await host.close();
  },

  workbench: async ({ host, workspace, container, vscodeVersion }, use, testInfo) => {
    const workbench = new Workbench(host, workspace, container, vscodeVersion);
    await use(workbench);
    if (testInfo.status !== testInfo.expectedStatus && workbench.isOpen) {
      const path = testInfo.outputPath('failure.png');
      await workbench.page.screenshot({ path }).catch(() => undefined); // the window itself may be gone
      if (existsSync(path)) await testInfo.attach('failure.png', { path, contentType: 'image/png' });
    }
  },

  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await startSandbox({ revision: 'docs', ...sandboxOptions });
    await use(sandbox);
    await sandbox.stop();
  },
});
