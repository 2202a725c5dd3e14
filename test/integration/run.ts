import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { noteResults, type MochaReport } from '../host/mochaResults.mjs';

const testLimitMs = 20_000;

/**
 * Lets test/host/launcher.mjs tell the tests' lines from those of the workbench, which share one stream
 * there.
 */
function markOutput(mark: string): void {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const write = console[level].bind(console);
    // defined, not assigned: VS Code's extension host ignores assignments to console
    Object.defineProperty(console, level, {
      value: (...values: unknown[]) => write(mark + format(...values)),
    });
  }
  // Mocha keeps the console.log that it found when it was loaded.
  Object.assign(Mocha.reporters.Base, { consoleLog: console.log });
}

/**
 * Runs the suite inside VS Code's extension host. The totals go to a file, as VS Code's exit code says no
 * more than yes or no.
 * @param load imports the test files; only then do `describe` and `it` exist
 * @throws when a test fails, or when there is none
 */
export async function runSuite(load: () => Promise<unknown>): Promise<void> {
  markOutput(process.env.REVOX_TEST_MARK ?? '');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: testLimitMs });
  const grep = process.env.REVOX_TEST_GREP;
  if (grep !== undefined && grep !== '') mocha.grep(new RegExp(grep, 'i'));
  mocha.suite.emit('pre-require', globalThis, 'all', mocha);
  await load();

  const report: MochaReport = { stats: { passes: 0 }, failures: [], pending: [] };
  await new Promise<void>((resolve) =>
    noteResults(
      mocha.run(() => resolve()),
      report,
    ),
  );

  const results = process.env.REVOX_TEST_RESULTS ?? join(__dirname, '..', 'results', 'integration.json');
  mkdirSync(dirname(results), { recursive: true });
  writeFileSync(results, JSON.stringify(report));
  const {
    stats: { passes },
    failures,
  } = report;
  if (failures.length > 0) throw new Error(`${failures.length} of ${passes + failures.length} tests failed.`);
  if (passes === 0)
    throw new Error('No test ran. Is there a test/integration/**/*.test.ts that REVOX_TEST_GREP selects?');
}
