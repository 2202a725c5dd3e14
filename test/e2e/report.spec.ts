import { setKey } from './support/account.js';
import { axeViolations, makePageWide, pageWith, themes } from './support/page.js';
import { expect, test } from './support/test.js';

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
  await workbench.tree.inlineAction(running, 'Open Report');
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

  await test.step('a number opens the rows behind it, over all pages', async () => {
    await makePageWide(workbench, 1000);
    const reached = view.getByRole('button', { name: /^Reached a person: / });
    const name = (await reached.getAttribute('aria-label')) ?? '';
    const count = Number(/: ([\d,]+) of/.exec(name)?.[1]?.replace(',', ''));
    await reached.focus();
    await workbench.page.keyboard.press('Enter');
    const rows = await pageWith(workbench, '[role="grid"]');
    await expect(rows.getByText(`Only ${count.toLocaleString('en')} rows: Reached a person`)).toBeVisible();
    await workbench.screenshot('report-rows-behind');
  });

  await test.step('and becomes a call list with the reason, ready for the sheet', async () => {
    await workbench.page.getByRole('tab', { name: /^Report: / }).click();
    await view.getByRole('button', { name: 'New List of These…' }).click();
    await expect(workbench.page.getByPlaceholder('Leave out')).toBeVisible();
    await workbench.screenshot('report-leave-out');
    // everybody was called within the last day: nobody would be left
    await workbench.quickPick.row(/Called within the last 24 hours/).click();
    await workbench.quickPick.row(/Called 3 times or more/).click();
    await workbench.page.keyboard.press('Enter');
    await expect(workbench.editorTab(/reached-a-person\.csv/)).toBeVisible();
    await workbench.screenshot('report-new-list');
  });
});

test('a search opens the transcript at the turn that was found', async ({ workbench, sandbox }) => {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await expect(workbench.tree.item(running)).toBeVisible();
  await workbench.command('Revox: Search Transcripts…');
  await workbench.page.getByPlaceholder('Text to look for').fill('Goodbye');
  await workbench.screenshot('search-question');
  await workbench.page.keyboard.press('Enter');
  const line = workbench.page.getByRole('treeitem', { name: /^contact: .*Goodbye/ }).first();
  await expect(line).toBeVisible();
  await workbench.screenshot('search-results');
  await line.click();
  const view = await pageWith(workbench, '.turn.revealed');
  await expect(view.locator('.turn.revealed')).toContainText('Goodbye');
  await workbench.screenshot('search-turn');
});
