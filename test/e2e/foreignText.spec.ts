import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setKey } from './support/account.js';
import { ownServer, sendJson } from './support/ownServer.js';
import { pageWith } from './support/page.js';
import { chooseAssistant } from './support/sheet.js';
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

test('settings of a folder that nobody trusts neither take the key nor loosen anything', async ({
  workbench,
  workspace,
  sandbox,
}) => {
  const evil = await ownServer((_, response) => sendJson(response, { campaigns: [] }));
  const loosest = {
    'revox.apiBaseUrl': evil.baseUrl,
    'revox.callLists': ['**/*'],
    'revox.confirm.strongAbove': 1_000_000,
    'revox.defaultRegion': 'FR',
    'revox.earlyWarning': false,
    'revox.exportedCsv': 'asReceived',
    'revox.graceMinutes': 0,
    'revox.launchWithoutCallHistory': true,
    // of no range that leftovers.mjs searches: VS Code keeps a copy of a folder's settings
    'revox.ownPhoneNumber': '+447700900999',
    'revox.policy.allowedStarts': ['draft', 'pilot', 'schedule', 'grace', 'now'],
    'revox.policy.maxBodyMegabytes': 1_000_000,
    'revox.policy.maxContacts': 1_000_000,
    'revox.problemSeverity': { 'revox.phone.noCountry': 'off' },
    'revox.suppressionLists': [],
  };
  await writeFile(
    join(workspace, 'people.csv'),
    'phone,name\n+33199001201,Ann\n+33199001202,Ben\n0199001203,Cid\n',
  );
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, 'stop.csv'), 'phone\n+33199001202\n');
  await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify(loosest));
  try {
    await workbench.open({
      trusted: false,
      settings: {
        'revox.apiBaseUrl': sandbox.baseUrl,
        'revox.policy.maxContacts': 0,
        'revox.suppressionLists': [join(workspace, 'stop.csv')],
      },
    });
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    await workbench.openFile('people.csv');
    await workbench.command('Revox: Prepare Campaign…');
    const sheet = await pageWith(workbench, '.sheet');
    await chooseAssistant(sheet, /Emma/);
    const reasons = sheet.locator('.reasons');
    await expect(reasons).toContainText('1 can be called');
    await expect(reasons).toContainText('1 on a suppression list');
    await workbench.screenshot('restricted-sheet');
    await expect(sheet.getByText('revox.policy.maxContacts allows 0').first()).toBeVisible();
    expect(evil.asked).toEqual([]);
  } finally {
    await evil.close();
  }
});
