// Runs test/integration inside VS Code: desktop VS Code where it can be had, else the server behind
// launcher.mjs.
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseHost, desktopVersion } from './desktop.mjs';
import { testEnvironment } from './environment.mjs';
import { installPackages } from './install.mjs';
import { integrationResults } from './integrationResults.mjs';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { oldestServer } from './serverInstall.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

async function runIntegration() {
  await installPackages();
  const built = await runProcess(process.execPath, [
    ...[join(projectRoot, 'esbuild.mjs'), '--only=entry,host,webview,integration', '--quiet'],
  ]);
  if (built.code !== 0) throw new Error(`The extension could not be built.\n${built.output.trim()}`);

  const host = await chooseHost();
  console.log(
    host.kind === 'desktop'
      ? `VS Code ${desktopVersion} on the desktop, as ${host.why}`
      : `VS Code ${oldestServer} server with headless Chromium, as ${host.why}`,
  );
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const { path: workspace, remove } = await temporaryFolder('workspace');
  await cp(join(projectRoot, 'test', 'fixtures', 'sample'), workspace, { recursive: true });
  await rm(integrationResults, { force: true });
  await mkdir(join(projectRoot, 'out', 'results'), { recursive: true });
  const environment = testEnvironment(); // runTests passes on all of process.env
  for (const name of Object.keys(process.env))
    if (!(name in environment)) Reflect.deleteProperty(process.env, name);
  try {
    return await runTests({
      vscodeExecutablePath:
        host.kind === 'desktop'
          ? await downloadAndUnzipVSCode(desktopVersion)
          : join(projectRoot, 'test', 'host', 'launcher.mjs'),
      // ours, and one like those that people have beside it
      extensionDevelopmentPath: [projectRoot, join(projectRoot, 'test', 'integration', 'neighbour')],
      extensionTestsPath: join(projectRoot, 'out', 'test', 'integration.cjs'),
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { REVOX_TEST_RESULTS: integrationResults },
    });
  } finally {
    await remove();
  }
}

exitOnSignals();
try {
  process.exitCode = await runIntegration();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
