import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot.mjs';
import { installExtension } from '../host/server.mjs';
import { expect, test } from '../e2e/support/test.js';
import { packageBareExtension } from './bareExtension.js';
import { summary } from './summary.mjs';

// What a person waits for in a real window, beside an extension that does nothing in the same windows.

const windows = Number(process.env.REVOX_BENCH_WINDOWS ?? 15);

/**
 * Milliseconds that VS Code says an extension took to activate, as its own list of running extensions shows
 * it.
 */
function activationMs(listing: string, name: string): number {
  const [, ms] = new RegExp(`${name}[\\s\\S]*?Activation: (\\d+)ms`).exec(listing) ?? [];
  return Number(ms);
}

test('activation, and the time to the tree', async ({ workbench, installed, vscodeVersion }) => {
  const vsix = await packageBareExtension(join(projectRoot, 'out', 'bench', 'bare'));
  await installExtension({ version: vscodeVersion, vsix, extensionsDir: installed.extensionsDir });
  const ours: number[] = [];
  const bare: number[] = [];
  const tree: number[] = [];
  for (let round = 0; round < windows; round += 1) {
    await workbench.open();
    await workbench.openFile('call-list.csv');
    await expect(workbench.page.getByText('Prepare Campaign…').first()).toBeVisible();
    await workbench.command('Developer: Show Running Extensions');
    const list = workbench.page.locator('.runtime-extensions-editor');
    await expect(list).toContainText('Activation');
    const listing = (await list.innerText()).replaceAll('\n', ' ');
    ours.push(activationMs(listing, 'Revox Campaigns'));
    bare.push(activationMs(listing, 'bare'));
    await workbench.show('Revox');
    const started = performance.now();
    await workbench.page.getByRole('button', { name: 'Try with Sample Campaigns' }).click();
    await workbench.tree.items.first().waitFor();
    tree.push(performance.now() - started);
  }
  console.log(`\nactivation of an empty extension   ${summary(bare)} ms`);
  console.log(`activation of ours                 ${summary(ours)} ms`);
  console.log(`from a click on the sandbox to the tree ${summary(tree)} ms`);
});
