// Installs the servers and the browser that the tests need, ahead of them: it downloads and compiles while
// others check.
import { findBrowser } from './browser.mjs';
import { exitOnSignals } from './process.mjs';
import { installServer, serverVersions } from './serverInstall.mjs';

exitOnSignals();
try {
  await findBrowser();
  if (process.platform !== 'win32') for (const version of serverVersions) await installServer(version);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
