// npm run types: the compiler over the extension, the pages and the tests. TypeScript 7, the native compiler,
// takes a third of the processor time of TypeScript 6, which ESLint and knip still need. Both packages have a
// program named tsc, so this one is called by its path.
import { join } from 'node:path';
import { exitOnSignals, runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';

exitOnSignals();
const compiler = join(projectRoot, 'node_modules', 'typescript-native', 'bin', 'tsc');
for (const project of ['.', 'src/webview', 'test']) {
  const { code } = await runProcess(process.execPath, [compiler, '-p', project], {
    cwd: projectRoot,
    show: true,
  });
  if (code !== 0) process.exitCode = code;
}
