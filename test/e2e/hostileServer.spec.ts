import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { servedCampaigns, servedRows, setKey } from './support/account.js';
import { answerHostilely } from './support/hostileAccount.js';
import { showHover } from './support/hover.js';
import { handOn, ownServer, sendEndlessly, sendJson, sendOn, type Answerer } from './support/ownServer.js';
import { pageWith } from './support/page.js';
import { chooseAssistant } from './support/sheet.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

const key = 'key_of_a_hostile_server';

/** What a text must never become, wherever it stands. */
const planted =
  '.planted, img[src="x"], a[href^="command:"], a[data-href^="command:"], a[href^="javascript:"]';
/** Places of the window that show texts of the server. */
const places =
  '.notifications-toasts, .quick-input-widget, .monaco-dialog-box, .part.sidebar, .monaco-hover, .markers-panel, .part.statusbar';

/** Changes of direction, and controls but white space. */
const unseen = /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\s]/u;

/** No link, icon, element or change of direction stands anywhere in the window or in its pages. */
async function expectPlainText(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await expect(page.locator(planted)).toHaveCount(0);
  const inWindow = page.locator(places);
  await expect(inWindow.locator('.codicon-trash')).toHaveCount(0);
  await expect(inWindow.getByRole('link', { name: /Repair now/ })).toHaveCount(0);
  for (const text of await inWindow.allInnerTexts()) expect(text).not.toMatch(unseen);
  for (const frame of page.frames()) {
    const count = await frame
      .locator(planted)
      .count()
      .catch(() => 0); // a page may close meanwhile
    expect(count, frame.url()).toBe(0);
    const text = await frame
      .locator('body')
      .innerText()
      .catch(() => '');
    expect(text, frame.url()).not.toMatch(unseen);
  }
  await expect(workbench.editorTab(/^Untitled-/)).toHaveCount(0);
}

test('nothing that a hostile server says becomes a link, an icon or markup', async ({
  workbench,
  workspace,
}) => {
  test.setTimeout(240_000);
  await writeFile(join(workspace, 'people.csv'), 'phone,first_name\n+33199001201,Ann\n');
  const elsewhere = await ownServer((_, response) => sendJson(response, {}));
  let answer: Answerer = answerHostilely;
  const server = await ownServer((asked, response) => answer(asked, response));
  try {
    await workbench.open({
      settings: { 'revox.apiBaseUrl': server.baseUrl, 'revox.refreshIntervalSeconds': 0 },
    });
    const { page, tree, quickPick } = workbench;
    await workbench.show('Revox');
    await setKey(workbench, { baseUrl: server.baseUrl, key });

    await test.step('tree and tooltip', async () => {
      const spring = tree.item(/^Spring/).first();
      await expect(spring).toBeVisible();
      await showHover(page, spring, 'Assistant');
      await workbench.screenshot('hostile-tooltip');
      await expectPlainText(workbench);
    });

    await test.step('list of choices, question and notification', async () => {
      await workbench.command('Revox: Cancel Campaign…');
      await expect(quickPick.rows.filter({ hasText: 'Spring' })).toBeVisible();
      await workbench.screenshot('hostile-choices');
      await expectPlainText(workbench);
      await quickPick.cancel();
      await tree.contextMenu(/^Spring/, 'Cancel Campaign…');
      await expect(workbench.dialog.box).toBeVisible();
      await expectPlainText(workbench);
      await workbench.dialog.press('Cancel Campaign');
      await workbench.notification('Refused.').box.waitFor();
      await workbench.screenshot('hostile-notification');
      await expectPlainText(workbench);
      await workbench.notification('Refused.').dismiss();
    });

    await test.step('rows and transcript', async () => {
      await tree.openPage(/^Spring/, 'Open Rows');
      const rows = await pageWith(workbench, '[role="grid"]');
      await expect(rows.getByRole('grid', { name: 'Rows' })).toBeVisible();
      await expect(rows.locator('tbody tr')).toHaveCount(3);
      await workbench.screenshot('hostile-rows');
      await expectPlainText(workbench);
      await rows.locator('tbody tr').first().locator('.open-call').click();
      const transcript = await pageWith(workbench, '.attempt');
      await expect(transcript.locator('.turn').first()).toBeVisible();
      await workbench.screenshot('hostile-transcript');
      await expectPlainText(workbench);
    });

    await test.step('charts that are copied', async () => {
      await tree.openPage(/^Spring/, 'Open Report');
      const report = await pageWith(workbench, '.funnel');
      await expect(report.getByText('Repair now').first()).toBeAttached();
      await expectPlainText(workbench);
      const copies = report.getByRole('button', { name: /^Copy the chart as SVG: / });
      for (let at = 0; at < (await copies.count()); at += 1) {
        await page.evaluate(() => navigator.clipboard.writeText(''));
        await copies.nth(at).click();
        await expect(report.getByText('Copied the chart as SVG.')).toBeAttached();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
        const names = await page.evaluate(async () => {
          const text = await navigator.clipboard.readText();
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          return [...parsed.querySelectorAll('*')].map(({ localName }) => localName);
        });
        expect(names[0]).toBe('svg');
        const drawn = /^(svg|g|defs|pattern|rect|line|path|circle|text|tspan|title)$/;
        expect(names.filter((name) => !drawn.test(name))).toEqual([]);
      }
      await report
        .getByRole('button', { name: /^Copy the chart as a picture: / })
        .last()
        .click();
      await expect(report.getByText('Copied the chart as a picture.')).toBeAttached();
      await workbench.screenshot('hostile-report');
    });

    await test.step('the sheet of a list, and the hover over its numbers', async () => {
      await workbench.openFile('people.csv');
      await workbench.command('Revox: Prepare Campaign…');
      const sheet = await pageWith(workbench, '.sheet');
      await chooseAssistant(sheet, /^Anna/);
      await workbench.screenshot('hostile-sheet');
      await expectPlainText(workbench);
      await workbench.editorTab(/^people\.csv/).click();
      const number = page.locator('.view-line').getByText('+33199001201').first();
      await showHover(page, number, 'Preview what is said');
      await workbench.screenshot('hostile-hover');
      await expect(page.locator('.monaco-hover a', { hasText: /Repair|workbench\.action/ })).toHaveCount(0);
    });

    await test.step('an id that would lead elsewhere is not asked for', async () => {
      await workbench.show('Revox');
      await tree.openPage(/^Two dots/, 'Open Rows');
      await expect(workbench.page.getByRole('tab', { name: /Two dots/ })).toBeVisible();
      expect(server.asked.filter(({ path }) => path.includes('/rows') && !path.includes('c1'))).toEqual([]);
    });

    await test.step('odd answers keep the campaigns and say so', async () => {
      const odd: readonly Answerer[] = [
        (_, response) => void response.writeHead(302, { location: `${elsewhere.baseUrl}/campaigns` }).end(),
        (_, response) =>
          void response.writeHead(200, { 'content-type': 'application/json' }).end('{"campaigns":[{"id"'),
        (_, response) => sendJson(response, {}),
      ];
      for (const oddly of odd) {
        answer = oddly;
        await workbench.command('Revox: Refresh Campaigns');
        await expect(page.locator('.part.sidebar').getByText(/Last updated/)).toBeVisible();
        await expect(tree.item(/^Spring/).first()).toBeVisible();
        await expectPlainText(workbench);
        answer = answerHostilely;
        await workbench.command('Revox: Refresh Campaigns');
        await expect(page.locator('.part.sidebar').getByText(/Last updated/)).toHaveCount(0);
      }
      expect(elsewhere.asked).toEqual([]);
    });
  } finally {
    await server.close();
    await elsewhere.close();
  }
});

test.describe('with a gateway that never ends its errors', () => {
  test.use({ sandboxOptions: { args: ['--empty'] } });

  test('no operation waits for the end: refreshing, and a launch that is cancelled @waits', async ({
    workbench,
    workspace,
    sandbox,
  }) => {
    await writeFile(join(workspace, 'people.csv'), 'phone,first_name\n+33199001201,Ann\n');
    const endless = new Set<string>();
    const server = await ownServer(async (asked, response) => {
      const answered = await handOn(sandbox.baseUrl, asked);
      if (endless.has(asked.method)) sendEndlessly(response, 502);
      else await sendOn(response, answered);
    });
    const lists = () =>
      server.asked.filter(({ method, path }) => method === 'GET' && path === '/api/campaigns').length;
    try {
      await workbench.open({ settings: { 'revox.apiBaseUrl': server.baseUrl, 'revox.defaultRegion': 'FR' } });
      const { dialog, quickPick, tree } = workbench;
      await workbench.show('Revox');
      await setKey(workbench, { baseUrl: server.baseUrl, key: sandbox.key });

      await test.step('a refresh is not swallowed by one that hangs', async () => {
        endless.add('GET');
        const before = lists();
        await workbench.command('Revox: Refresh Campaigns');
        await expect.poll(lists).toBeGreaterThan(before);
        endless.delete('GET');
        const hung = lists();
        await expect(async () => {
          await workbench.command('Revox: Refresh Campaigns');
          expect(lists()).toBeGreaterThan(hung);
        }).toPass({ timeout: 20_000 });
      });

      await test.step('a launch that hangs is withdrawn, and its end is told', async () => {
        await workbench.openFile('people.csv');
        await workbench.command('Revox: Create Campaign from CSV…');
        await quickPick.shows('Which assistant makes the calls?');
        await quickPick.rows.first().click();
        await quickPick.type('Withdrawn', 'Name of the campaign');
        await quickPick.shows('When should the calls start?');
        await quickPick.select(/Start now/);
        await quickPick.select(/Call 1 person…/);
        endless.add('POST');
        await dialog.press('Call 1 person');
        const progress = workbench.notification('Creating “Withdrawn”');
        await progress.box.waitFor();
        await workbench.screenshot('endless-creating');
        await progress.box
          .getByRole('button', { name: /Cancel/ })
          .first()
          .click();
        await workbench.notification('“Withdrawn” is running').box.waitFor({ timeout: 60_000 });
        await workbench.screenshot('endless-told');
        await expect(tree.item(/^Withdrawn/)).toBeVisible();
        expect((await servedCampaigns(sandbox)).map(({ name }) => name)).toEqual(['Withdrawn']);
        expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
      });
    } finally {
      await server.close();
    }
  });
});

test('while a gateway answers nothing, a sheet opens, pages offer to try again, a change tells its end @waits', async ({
  workbench,
  workspace,
  sandbox,
}) => {
  await writeFile(join(workspace, 'people.csv'), 'phone,first_name\n+33199001201,Ann\n');
  let isSilent = true;
  let held: ServerResponse | undefined;
  const server = await ownServer(async (asked, response) => {
    const isCancellation = asked.path.endsWith('/cancel');
    const isAnswered = isCancellation || asked.path.endsWith('/auth-status') || !isSilent;
    const answered = isAnswered ? await handOn(sandbox.baseUrl, asked) : undefined;
    if (isCancellation) held = response;
    else if (answered !== undefined) await sendOn(response, answered);
  });
  try {
    await workbench.open({
      settings: { 'revox.apiBaseUrl': server.baseUrl, 'revox.refreshIntervalSeconds': 0 },
    });
    const { tree } = workbench;
    await workbench.show('Revox');
    await setKey(workbench, { baseUrl: server.baseUrl, key: sandbox.key });
    await test.step('campaigns', async () => {
      const sideBar = workbench.page.locator('.part.sidebar');
      await expect(sideBar).toContainText('The server has not answered yet.');
      await workbench.screenshot('silent-campaigns');
      isSilent = false;
      await sideBar.getByRole('button', { name: 'Try Again' }).click();
      await expect(tree.item(/Spring pilot/).first()).toBeVisible();
    });
    for (const [action, shown] of [
      ['Open Rows', 'tbody tr'],
      ['Open Report', '.funnel'],
    ] as const) {
      await test.step(action, async () => {
        isSilent = true;
        await tree.openPage(/Spring pilot/, action);
        const page = await pageWith(workbench, '.empty-state');
        await expect(page.getByRole('button', { name: 'Try Again' })).toBeHidden();
        await page.getByRole('button', { name: 'Try Again' }).waitFor();
        await workbench.screenshot(`silent-${action === 'Open Rows' ? 'rows' : 'report'}`);
        isSilent = false;
        await page.getByRole('button', { name: 'Try Again' }).click();
        await expect(page.locator(shown).first()).toBeVisible();
        await workbench.command('View: Close Editor');
      });
    }
    await test.step('sheet', async () => {
      await workbench.openFile('people.csv');
      isSilent = true;
      await workbench.command('Revox: Prepare Campaign…');
      const sheet = await pageWith(workbench, '.sheet');
      await expect(sheet.getByText('people.csv')).toBeVisible();
      await workbench.screenshot('silent-sheet');
      isSilent = false;
    });
    await test.step('a cancellation that is accepted without an answer', async () => {
      await workbench.show('Revox');
      await tree.contextMenu(/Router recall/, 'Cancel Campaign…');
      isSilent = true;
      await workbench.dialog.press('Cancel Campaign');
      await workbench.show('Explorer');
      const progress = workbench.notification('No answer yet.');
      await expect(progress.box).toContainText('Cancelling “Router recall');
      await workbench.screenshot('silent-cancel');
      isSilent = false;
      held?.destroy();
      await workbench.notification(/Router recall.* is cancelled\./).box.waitFor();
      expect(server.asked.filter(({ path }) => path.endsWith('/cancel'))).toHaveLength(1);
    });
  } finally {
    await server.close();
  }
});

test.describe('with thousands of folders', () => {
  test.use({ sandboxOptions: { args: ['--empty'] } });

  test('a never-call pattern finds its list behind thousands of folders', async ({
    workbench,
    workspace,
    sandbox,
  }) => {
    await writeFile(join(workspace, 'people.csv'), 'phone,first_name\n+33199001201,Ann\n+33199001202,Ben\n');
    const deep = join(workspace, 'folders');
    await mkdir(deep);
    await Promise.all(Array.from({ length: 2_001 }, (_, index) => mkdir(join(deep, `f${index}`))));
    await writeFile(join(deep, 'f2000', 'dnc-all.csv'), 'phone\n+33199001201\n');
    await workbench.open({
      settings: {
        'revox.apiBaseUrl': sandbox.baseUrl,
        'revox.defaultRegion': 'FR',
        'revox.suppressionLists': ['**/dnc*.csv'],
        'files.watcherExclude': { '**/folders/**': true },
      },
    });
    await setKey(workbench, sandbox);
    await workbench.openFile('people.csv');
    await workbench.command('Revox: Prepare Campaign…');
    const sheet = await pageWith(workbench, '.sheet');
    await chooseAssistant(sheet, /Emma/);
    await expect(sheet.locator('.reasons')).toContainText('1 on a suppression list');
    await workbench.screenshot('never-call-folders');
    await sheet.locator('footer').getByRole('button', { name: 'Save Draft of 1 Contact…' }).click();
    await workbench.dialog.press('Save Draft of 1 Contact');
    await expect.poll(async () => (await servedCampaigns(sandbox)).length).toBe(1);
    const [created] = await servedCampaigns(sandbox);
    const numbers = await servedRows(sandbox, created?.id ?? '');
    expect(numbers.map(({ phone_number }) => phone_number)).toEqual(['+33199001202']);
  });
});
