import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../host/projectRoot.mjs';
import { installExtension } from '../host/server.mjs';
import type { ServerVersion } from '../host/serverInstall.mjs';
import { setKey } from '../e2e/support/account.js';
import { handOn, ownServer, sendJson, sendOn, type OwnServer } from '../e2e/support/ownServer.js';
import { expect, test } from '../e2e/support/test.js';
import type { Workbench } from '../e2e/support/workbench.js';
import { barePageCommand, barePageText, packageBareExtension } from './bareExtension.js';
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

async function installBareExtension(extensionsDir: string, version: ServerVersion): Promise<void> {
  const vsix = await packageBareExtension(join(projectRoot, 'out', 'bench', 'bare'));
  await installExtension({ version, vsix, extensionsDir });
}

test('activation, and the time to the tree', async ({ workbench, installed, vscodeVersion }) => {
  await installBareExtension(installed.extensionsDir, vscodeVersion);
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

const rounds = Number(process.env.REVOX_BENCH_ROUNDS ?? 5);
const minuteMs = 60_000;

interface Account {
  readonly baseUrl: string;
  readonly key: string;
}

interface Listed {
  readonly campaigns: readonly Readonly<Record<string, unknown>>[];
}

/** A server in front of the sandbox whose list has so many campaigns; the rest is the sandbox's. */
async function serverWith(count: number, sandbox: Account): Promise<OwnServer> {
  return ownServer(async (asked, response) => {
    const answer = await handOn(sandbox.baseUrl, asked);
    const isList = asked.method === 'GET' && /^\/api\/campaigns(\?|$)/.test(asked.path) && answer.ok;
    if (!isList) return sendOn(response, answer);
    const { campaigns } = (await answer.json()) as Listed;
    const listed = Array.from({ length: count }, (_, at) => {
      const model = campaigns[at % campaigns.length];
      return at < campaigns.length ? model : { ...model, id: `c${at}`, name: `Campaign ${at}` };
    });
    sendJson(response, { campaigns: listed });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How often a page is asked whether its text is there: the most that a figure is too long by. */
const askEveryMs = 20;

/** From the click on an entry of the palette, typing left out, to a text on the page that it opens. */
async function timedPage(workbench: Workbench, label: string, text: string): Promise<number> {
  await workbench.page.keyboard.press('F1');
  await workbench.quickPick.input.fill(`>${label}`);
  await workbench.quickPick.row(label).first().waitFor();
  return timed(async () => {
    await workbench.quickPick.select(label);
    const shown = workbench.webview().getByText(text).first();
    // Playwright's own waiting asks every half second in the end
    while (!(await shown.isVisible())) await wait(askEveryMs);
  });
}

async function openAccount(workbench: Workbench, account: Account): Promise<void> {
  await workbench.open({ settings: { 'revox.apiBaseUrl': account.baseUrl } });
  await setKey(workbench, account);
  await workbench.tree.items.first().waitFor();
}

for (const count of [7, 2_000]) {
  test(`the tree of ${count} campaigns, and requests a minute`, async ({ workbench, sandbox }) => {
    const server = await serverWith(count, sandbox);
    const account = { baseUrl: server.baseUrl, key: sandbox.key };
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await workbench.open({ settings: { 'revox.apiBaseUrl': account.baseUrl } });
      await workbench.command('Revox: Set API Key…');
      await workbench.quickPick.fill(account.key, 'Revox API key');
      first.push(
        await timed(async () => {
          await workbench.quickPick.accept();
          await workbench.tree.items.first().waitFor();
        }),
      );
      await workbench.show('Explorer');
      again.push(
        await timed(async () => {
          await workbench.page.locator('.part.activitybar').getByRole('tab', { name: 'Revox' }).click();
          await workbench.tree.items.first().waitFor();
        }),
      );
    }
    console.log(`\n${count} campaigns: from the key to the tree ${summary(first)} ms`);
    console.log(`${count} campaigns: from a click on the view to the tree ${summary(again)} ms`);
    const askedInAMinute = async () => {
      const before = server.asked.length;
      await wait(minuteMs);
      return server.asked.length - before;
    };
    const shown = await askedInAMinute();
    await workbench.show('Explorer');
    console.log(
      `${count} campaigns, some running: ${shown} requests a minute, ${await askedInAMinute()} hidden`,
    );
    await server.close();
  });
}

test('the launch sheet', async ({ workbench, sandbox, workspace, installed, vscodeVersion }) => {
  await installBareExtension(installed.extensionsDir, vscodeVersion);
  const bare: number[] = [];
  for (const rows of [20, 10_000, 200_000]) {
    const lines = Array.from({ length: rows }, (_, at) => `+336${12_000_000 + at * 7},Ann ${at}`);
    await writeFile(join(workspace, `list-${rows}.csv`), `phone,first_name\n${lines.join('\n')}\n`);
    const shown: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await openAccount(workbench, sandbox);
      await workbench.openFile(`list-${rows}.csv`);
      shown.push(await timedPage(workbench, 'Revox: Prepare Campaign…', 'can be called'));
      await workbench.command('View: Close All Editors'); // the next window would open them again
      await openAccount(workbench, sandbox);
      await workbench.openFile(`list-${rows}.csv`);
      bare.push(await timedPage(workbench, barePageCommand, barePageText));
      await workbench.command('View: Close All Editors'); // the next window would open them again
    }
    console.log(`\nsheet of a list of ${rows} rows ${summary(shown)} ms`);
  }
  console.log(`\npage of a bare extension ${summary(bare)} ms`);
});

test('the rows', async ({ workbench, sandbox }) => {
  const shown: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await openAccount(workbench, sandbox);
    await workbench.tree
      .item(/^Router recall/)
      .first()
      .hover();
    const open = workbench.tree
      .item(/^Router recall/)
      .first()
      .getByRole('button', { name: 'Open Rows' });
    shown.push(
      await timed(async () => {
        await open.click();
        await workbench.webview().locator('tbody tr').first().waitFor();
      }),
    );
  }
  console.log(`\nfrom a click to the first row ${summary(shown)} ms`);
});
