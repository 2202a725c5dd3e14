import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/test.js';

const link = '[Repair now](command:workbench.action.files.newUntitledFile)';

test('a setting of an untrusted folder becomes no link in a notification', async ({
  workbench,
  workspace,
}) => {
  await writeFile(join(workspace, 'people.csv'), 'phone,name\n+33199001201,Ann\n');
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(
    join(workspace, '.vscode', 'settings.json'),
    JSON.stringify({ 'revox.suppressionLists': [link] }),
  );
  await workbench.open({ trusted: false });
  await workbench.openFile('people.csv');
  await workbench.command('Revox: Check Call List');
  const { page } = workbench;
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
  await workbench.command('Problems: Focus on Problems View');
  await expect(
    page
      .locator('.markers-panel')
      .getByText(/Repair now/)
      .first(),
  ).toBeVisible({ timeout: 30_000 });
  await workbench.screenshot('foreign-text-restricted');
  await expect(
    page.locator(
      '.notifications-toasts a[href], .quick-input-widget a[href], .markers-panel a[href^="command:"]',
    ),
  ).toHaveCount(0);
});
