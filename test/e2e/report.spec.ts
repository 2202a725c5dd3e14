import { callServed, orderFault, setKey, withdrawFaults } from './support/account.js';
import { handOn, ownServer, sendOn } from './support/ownServer.js';
import { axeViolations, makePageWide, pageWith, picturesInThemes, themes } from './support/page.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

const running = /Router recall/;

test('a report opens the rows behind a number, and a list of exactly these people', async ({
  workbench,
  sandbox,
}) => {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await workbench.tree.openPage(running, 'Open Report');
  const view = await pageWith(workbench, '.funnel');
  await expect(view.getByRole('heading', { level: 1 })).toHaveText(/^Of 600 people, /);
  await expect(view.getByText(/^Reading: /)).toHaveCount(0);

  await test.step('no violation, at each width and in each theme', async () => {
    expect(await axeViolations(view)).toEqual([]);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    for (const [name, theme] of Object.entries(themes)) {
      await workbench.setTheme(theme);
      for (const width of name === 'dark' ? [320, 900, 2000] : [900]) {
        await makePageWide(workbench, width);
        await workbench.screenshot(`report-${name}-${width}`);
      }
      expect(await axeViolations(view)).toEqual([]);
    }
    await workbench.setTheme(themes.dark!);
  });

  await test.step('a chart goes to the clipboard as a picture', async () => {
    await makePageWide(workbench, 1000);
    await view.getByRole('button', { name: 'Copy the chart as a picture: From the list' }).click();
    await expect(view.getByText('Copied the chart as a picture.')).toBeAttached();
    const types = await workbench.page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    );
    expect(types).toContain('image/png');
    const svg = view.getByRole('button', { name: 'Copy the chart as SVG: From the list' });
    await svg.click();
    await expect(view.getByText('Copied the chart as SVG.')).toBeAttached();
  });

  await test.step('a number opens the rows behind it, over all pages', async () => {
    await makePageWide(workbench, 1000);
    const reached = view.getByRole('button', { name: /^Reached a person: / });
    const name = (await reached.getAttribute('aria-label')) ?? '';
    const count = Number(/: ([\d,]+) of/.exec(name)?.[1]?.replace(',', ''));
    await reached.press('Enter');
    const rows = await pageWith(workbench, '[role="grid"]');
    await expect(rows.getByText(`Only ${count.toLocaleString('en')} rows: Reached a person`)).toBeVisible();
    await workbench.screenshot('report-rows-behind');
  });

  await test.step('and becomes a call list with the reason, ready for the sheet', async () => {
    await workbench.page.getByRole('tab', { name: /^Report: / }).click();
    const shownAgain = await pageWith(workbench, '.funnel');
    await shownAgain.getByRole('button', { name: 'New List of These…' }).click();
    await expect(workbench.page.getByPlaceholder('Leave out')).toBeVisible();
    await workbench.screenshot('report-leave-out');
    // everybody was called within the last day: nobody would be left
    await workbench.quickPick.row('Called recently').click();
    await workbench.quickPick.row('Called often').click();
    await workbench.quickPick.accept();
    await expect(workbench.editorTab(/reached-a-person\.csv/)).toBeVisible();
    await workbench.screenshot('report-new-list');
  });
});

test('a search opens the transcript at the turn that was found', async ({ workbench, sandbox }) => {
  // the second page of rows comes only once the lines of the first are shown
  let answerSecondPage: () => void = () => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answerSecondPage = resolve));
  const server = await ownServer(async (asked, response) => {
    if (asked.path.includes('/rows?page=1&page_size=500')) await mayAnswer;
    await sendOn(response, await handOn(sandbox.baseUrl, asked));
  });
  await workbench.open({
    settings: { 'revox.apiBaseUrl': server.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await workbench.tree.contextMenu(running, 'Search Transcripts…');
  await workbench.quickPick.fill('Goodbye', 'Text to look for');
  await workbench.screenshot('search-question');
  await workbench.quickPick.accept();
  const line = workbench.page.getByRole('treeitem', { name: /^contact: .*Goodbye/ }).first();
  await expect(line).toBeVisible();
  await expect(workbench.page.getByText(/turns searched\. Reading…$/)).toBeVisible();
  await workbench.screenshot('search-reading');
  answerSecondPage();
  // While results arrive the tree is drawn again, and a click between two drawings opens nothing.
  await expect(workbench.page.getByText(/turns searched\.$/)).toBeVisible();
  await picturesInThemes(workbench, 'search-results');
  await line.click();
  const view = await pageWith(workbench, '.turn.revealed');
  await expect(view.locator('.turn.revealed')).toContainText('Goodbye');
  await workbench.screenshot('search-turn');
  await server.close();
});

test.describe('of any size', () => {
  test.use({ sandboxOptions: { args: ['--rows', '100000'], revision: '0.5.0' } });

  test('a report looks right with one person, with many, while it loads and after a failure', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(360_000); // 100,000 rows are made and read on whatever machine this is
    await callServed(sandbox, 'One person', ['0100']);
    await workbench.open({
      settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
    });
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    const { tree, page } = workbench;
    const pictures = (name: string) => picturesInThemes(workbench, `report-${name}`);
    const open = async (campaign: RegExp) => {
      await workbench.show('Revox');
      await tree.openPage(campaign, 'Open Report');
    };
    const close = () => workbench.command('View: Close All Editors');

    await test.step('one person, and nobody called yet', async () => {
      await open(/^One person/);
      await expect(await heading(workbench)).toHaveText(/^Of 1 person, /);
      await pictures('one');
      await close();
      await open(/^Q1 outreach/);
      await expect(await heading(workbench)).toHaveText(
        'Of 128 people, nobody was called yet; 128 are not launched yet.',
      );
      await pictures('empty');
      await close();
    });

    await test.step('while it reads, and when it cannot', async () => {
      await orderFault(sandbox, { path: '/api/campaigns/*/rows', times: 20, delayMs: 1_500, status: 500 });
      await open(/^Spring pilot/);
      const view = await pageWith(workbench, '.empty-state');
      await expect(view.getByText('Reading the calls…')).toBeVisible();
      await workbench.screenshot('report-loading');
      await expect(view.getByText('The calls could not be read')).toBeVisible({ timeout: 60_000 });
      await pictures('failing');
      await withdrawFaults(sandbox);
      await view.getByRole('button', { name: 'Try Again' }).click();
      await expect(await heading(workbench)).toHaveText(/^Of 24 people, /);
      await pictures('twenty');
      await close();
    });

    await test.step('a campaign as the readme shows it', async () => {
      await page.setViewportSize({ width: 1280, height: 860 });
      await workbench.setTheme(themes.dark!);
      await open(/^Webinar attendees/);
      const view = await pageWith(workbench, '.funnel');
      const goal = view.getByRole('combobox', { name: 'Goal' });
      await goal.selectOption({ label: 'Outcome: Interested' });
      await expect(view.getByRole('button', { name: /^Outcome: Interested: / })).toBeVisible();
      await page.mouse.move(700, 10);
      await workbench.screenshot('report-readme');
      await close();
    });

    await test.step('100,000 people', async () => {
      await open(/^Big list/);
      await expect(await heading(workbench)).toHaveText(/^Of [\d,]+ people, /, { timeout: 60_000 });
      await workbench.screenshot('report-reading');
      const view = await pageWith(workbench, '.funnel');
      await expect(view.getByText(/^Reading: /)).toHaveCount(0, { timeout: 120_000 });
      await expect(await heading(workbench)).toHaveText(/^Of 100,000 people, /);
      await pictures('many');
      await page.mouse.move(800, 500);
      await page.mouse.wheel(0, 700);
      await workbench.screenshot('report-many-below');
    });
  });
});

async function heading(workbench: Workbench) {
  return (await pageWith(workbench, '.funnel')).getByRole('heading', { level: 1 });
}
