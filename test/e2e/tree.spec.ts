import { orderFault, setKey } from './support/account.js';
import { showHover } from './support/hover.js';
import { expect, test } from './support/test.js';
import type { Theme, Workbench } from './support/workbench.js';

async function practise(workbench: Workbench): Promise<void> {
  await workbench.show('Revox');
  await workbench.page.getByRole('button', { name: 'Try with Sample Campaigns' }).click();
  await expect(workbench.tree.item(/, Not launched/).first()).toBeVisible();
  // The last that starting does: it shows the results of a sample, and brings the view to the front.
  await expect(workbench.tree.item(/^Read results of/).first()).toBeVisible();
}

test('someone without an account uses the sandbox in a folder that is not trusted, and cannot mistake it for the real service', async ({
  workbench,
}) => {
  await workbench.open({ trusted: false });
  await practise(workbench);
  await expect(workbench.statusBarItem('Revox sandbox')).toBeVisible();
  await expect(workbench.page.getByRole('heading', { name: /Sandbox/ })).toBeVisible();
  await expect(workbench.page.getByText('No real calls. Hours pass in seconds.')).toBeVisible();
  for (const state of ['Running', 'Paused', 'Not launched', 'Completed', 'Cancelled']) {
    await expect(workbench.tree.item(new RegExp(`, ${state}`)).first()).toBeVisible();
  }
  await showHover(workbench.page, workbench.tree.item(/, Running/).first(), 'Assistant');
  await workbench.screenshot('sandbox-tooltip');
  await workbench.statusBarItem('Revox sandbox').click();
  await workbench.dialog.press('Leave Sandbox');
  await expect(workbench.page.getByText('Set your API key')).toBeVisible();
  await expect(workbench.tree.items).toHaveCount(0);
  await expect(workbench.statusBarItem('Revox sandbox')).toHaveCount(0);
});

test('campaigns are grouped, sorted, filtered, and several are changed at once', async ({ workbench }) => {
  await workbench.open({ size: { width: 1280, height: 900 } });
  await practise(workbench);
  const { tree, quickPick, dialog } = workbench;

  await workbench.command('Revox: Group by Status');
  await expect(tree.item(/^Running: \d+ campaigns?/)).toBeVisible();
  await expect(tree.item(/^Not launched: \d+ campaigns?/)).toBeVisible();
  await workbench.screenshot('tree-grouped');
  await workbench.command('Revox: Ungroup');
  await expect(tree.item(/^Not launched: \d+ campaigns?/)).toHaveCount(0);

  await workbench.command('Revox: Sort Campaigns…');
  await quickPick.select('By name');
  const names = async () =>
    (await tree.items.evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''))).map(
      (label) => label.toLowerCase(),
    );
  await expect
    .poll(async () => (await names()).join('\n'))
    .toBe([...(await names())].sort((a, b) => a.localeCompare(b)).join('\n'));

  const all = await tree.items.count();
  await workbench.command('Revox: Filter Campaigns…');
  await quickPick.fill('outreach', 'Filter Campaigns');
  await expect(tree.items).not.toHaveCount(all);
  await workbench.screenshot('tree-filtered');
  await quickPick.cancel();
  await expect(tree.items).toHaveCount(1);
  await workbench.command('Revox: Filter Campaigns…');
  await quickPick.type('no such campaign', 'Filter Campaigns');
  await workbench.page.getByRole('button', { name: 'Clear Filter' }).first().click();
  await expect(tree.items).toHaveCount(all);

  await tree.contextMenu(/, Scheduled/, 'Why Is Nobody Being Called?');
  await expect(dialog.box).toContainText('It is scheduled: no call begins before');
  await expect(dialog.box).toContainText(/Next call \(.*\): .* your time, .* in /);
  await workbench.screenshot('why-not-calling');
  await dialog.press('Close');

  await tree
    .item(/, Running/)
    .first()
    .click();
  await tree
    .item(/, Scheduled/)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await tree.contextMenu(/, Scheduled/, 'Cancel Campaign…');
  await expect(dialog.box).toContainText('Cancel 2 campaigns?');
  await workbench.screenshot('cancel-several');
  await dialog.press('Cancel 2 Campaigns');
  await workbench.notification('2 campaigns are cancelled').box.waitFor();
});

test('campaigns that were read stay when the server is unreachable, and show their age', async ({
  workbench,
  sandbox,
}) => {
  await workbench.open({ settings: { 'revox.apiBaseUrl': sandbox.baseUrl } });
  await setKey(workbench, sandbox);
  await expect(workbench.tree.item(/, Draft/).first()).toBeVisible();
  await sandbox.stop();
  await workbench.command('Revox: Refresh Campaigns');
  await workbench.notification(/cannot be reached/).box.waitFor();
  await expect(workbench.text(/Last updated/)).toBeVisible();
  await expect(workbench.tree.item(/, Draft/).first()).toBeVisible();
  await workbench.screenshot('offline-with-old-campaigns');
});

test.describe('with nothing to show', () => {
  test.use({ sandboxOptions: { args: ['--empty'] } });

  test('offline, a rejected key and a wrong address are distinguished, each with a remedy', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { 'revox.apiBaseUrl': sandbox.baseUrl } });
    await setKey(workbench, sandbox);
    await expect(workbench.text(/No campaigns yet/)).toBeVisible();

    await orderFault(sandbox, { method: 'GET', path: '/api/campaigns', status: 401 });
    await workbench.command('Revox: Refresh Campaigns');
    await expect(workbench.text(/no longer accepts the API key/)).toBeVisible();
    await workbench.screenshot('key-refused');
    await workbench.page.getByRole('button', { name: 'Try Again' }).click();
    await expect(workbench.text(/No campaigns yet/)).toBeVisible();

    await sandbox.stop();
    await workbench.command('Revox: Refresh Campaigns');
    await expect(workbench.text(/The server cannot be reached/)).toBeVisible();
    await expect(workbench.page.getByRole('button', { name: 'Try with Sample Campaigns' })).toBeVisible();
    await workbench.screenshot('offline');

    await workbench.setUserSettings({ 'revox.apiBaseUrl': 'http://revox.example/api' });
    await workbench.show('Revox');
    await expect(workbench.text(/is not valid/)).toBeVisible();
    await expect(workbench.page.getByRole('button', { name: 'Open Settings' })).toBeVisible();
    await workbench.screenshot('wrong-address');
  });
});

const looks: readonly (readonly [string, Theme])[] = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
];

test('a campaign stays expanded while it is refreshed; the tree is legible in every theme, wide and narrow', async ({
  workbench,
}) => {
  await workbench.open({ settings: { 'revox.refreshIntervalSeconds': 1 } });
  await practise(workbench);
  const { tree } = workbench;

  await test.step('a campaign stays expanded while it is refreshed', async () => {
    const running = tree.item(/, Running/).first();
    const name = ((await running.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
    await tree.expand(new RegExp(`^${name}`));
    const before = (await running.getAttribute('aria-label')) ?? '';
    await expect(tree.item(new RegExp(`^${name}`)).first()).not.toHaveAttribute('aria-label', before, {
      timeout: 60_000,
    });
    await expect(tree.item(new RegExp(`^Read results of ${name}`))).toBeVisible();
    await tree
      .item(new RegExp(`^${name}`))
      .first()
      .press('ArrowLeft');
    await expect(tree.item(new RegExp(`^Read results of ${name}`))).toHaveCount(0);
  });

  await test.step('the tree is legible in every theme, wide and narrow', async () => {
    await tree.expand(/, Completed/);
    for (const [name, theme] of looks) {
      await workbench.setTheme(theme);
      await workbench.show('Revox');
      await expect(tree.item(/^Failed: \d+ of/).first()).toBeVisible();
      await workbench.screenshot(`tree-${name}`);
    }
    await workbench.page.setViewportSize({ width: 520, height: 800 });
    await expect(tree.item(/, Running/).first()).toBeVisible();
    await workbench.screenshot('tree-narrow');
  });
});
