import { setKey } from './support/account.js';
import { axeViolations, pageWith } from './support/page.js';
import { expect, test } from './support/test.js';

// What happens around the extension while its pages are open.

test('a page that does not start is restarted, and nothing else in the window changes @waits', async ({
  workbench,
  sandbox,
}) => {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  const { page, tree } = workbench;
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  let blank = 0;
  await page.route(/\/webview\/browser\/pre\/index(-no-csp)?\.html/, async (route) => {
    blank += 1;
    if (blank > 1) await route.continue();
    else await route.fulfill({ contentType: 'text/html', body: '<title>Nothing</title>' });
  });
  await tree.openPage(/Router recall/, 'Open Rows');
  const rows = await pageWith(workbench, '[role="grid"]');
  expect(blank).toBe(2);
  await expect(rows.locator('tbody tr').first()).toBeVisible();
  await expect(page.locator('.part.editor').getByRole('tab')).toHaveCount(1);
  await expect(workbench.editorTab(/Router recall/)).toHaveAttribute('aria-selected', 'true');
  await workbench.screenshot('page-restarted');
});

test('after the extension host has ended, a page says that nothing on it works @waits', async ({
  workbench,
  sandbox,
  host,
}) => {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  const { tree } = workbench;
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await tree.openPage(/Router recall/, 'Open Rows');
  const rows = await pageWith(workbench, 'tbody tr');
  const started = /Extension host with pid (\d+) started/.exec(await host.readLogs());
  process.kill(Number(started?.[1]), 'SIGKILL');
  await rows.getByRole('button', { name: /^Failed/ }).click();
  const said = rows.getByRole('alert').filter({ hasText: 'The extension does not answer.' });
  await expect(said).toBeVisible({ timeout: 45_000 });
  expect(await axeViolations(rows)).toEqual([]);
  await workbench.screenshot('page-without-extension');

  await test.step('closed and opened again, it works', async () => {
    await workbench.command('View: Close Editor');
    // without a keyring the key went with the extension host
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    await tree.openPage(/Router recall/, 'Open Rows');
    const again = await pageWith(workbench, 'tbody tr');
    await again.getByRole('button', { name: /^Failed/ }).click();
    await expect(again.locator('tbody tr', { hasNotText: 'Failed' })).toHaveCount(0);
  });
});
