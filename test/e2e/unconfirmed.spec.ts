import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servedCampaigns, setKey, type ServedCampaign } from './support/account.js';
import { handOn, ownServer, sendJson, sendOn } from './support/ownServer.js';
import { pageWith } from './support/page.js';
import { chooseAssistant } from './support/sheet.js';
import { expect, test } from './support/test.js';

test.use({ sandboxOptions: { args: ['--empty'] } });

test('a sheet follows its list, and shows the outcome of a launch whose answer was lost @waits', async ({
  workbench,
  workspace,
  sandbox,
}) => {
  test.setTimeout(240_000);
  await writeFile(join(workspace, 'people.csv'), 'phone,first_name,company\n+33199001201,Ann,Acme\n');
  let isListed = false;
  let losesCreates = true;
  const server = await ownServer(async (asked, response) => {
    const answered = await handOn(sandbox.baseUrl, asked);
    if (asked.method === 'POST' && losesCreates) {
      response.destroy();
    } else if (asked.method === 'GET' && asked.path === '/api/campaigns' && !isListed) {
      const { campaigns, ...rest } = (await answered.json()) as {
        readonly campaigns: readonly ServedCampaign[];
      };
      sendJson(response, { ...rest, campaigns: campaigns.filter(({ name }) => name !== 'Typed by hand') });
    } else {
      await sendOn(response, answered);
    }
  });
  try {
    await workbench.open({
      settings: { 'revox.apiBaseUrl': server.baseUrl, 'revox.defaultRegion': 'FR' },
      size: { width: 1500, height: 950 },
    });
    await setKey(workbench, { baseUrl: server.baseUrl, key: sandbox.key });
    await workbench.openFile('people.csv');
    await workbench.command('Revox: Prepare Campaign…');
    let sheet = await pageWith(workbench, '.sheet');
    const { page, dialog, explorer } = workbench;

    await test.step('what was typed goes with a list that is renamed', async () => {
      await sheet.getByLabel('Name', { exact: true }).fill('Typed by hand');
      await chooseAssistant(sheet, /Emma/);
      const fileName = page.locator('.explorer-folders-view input');
      await expect(async () => {
        // the editor that the click opens may take the focus after the key was pressed
        await explorer.item('people.csv').first().click({ timeout: 5_000 });
        await page.keyboard.press('F2');
        await fileName.fill('renamed.csv', { timeout: 2_000 });
        await fileName.press('Enter', { timeout: 2_000 });
      }).toPass({ timeout: 20_000 });
      await workbench.editorTab('Campaign from renamed.csv').click();
      sheet = await pageWith(workbench, '.sheet');
      await expect(sheet.getByLabel('Name', { exact: true })).toHaveValue('Typed by hand');
      await expect(sheet.locator('.reasons')).toContainText('1 can be called');
      await workbench.screenshot('sheet-renamed');
    });

    await test.step('the sheet shows its own progress, and no notification lies upon its button', async () => {
      const button = sheet.locator('footer').getByRole('button', { name: /Save Draft of 1 Contact/ });
      await button.click();
      await dialog.press('Save Draft of 1 Contact');
      const cancel = sheet.locator('footer').getByRole('button', { name: 'Cancel' });
      await expect(cancel).toHaveAccessibleDescription(/stops the waiting, not the request/);
      await expect(page.locator('.notifications-toasts .notification-list-item')).toHaveCount(0);
      await workbench.screenshot('sheet-sending');
    });

    await test.step('it is shown wherever one is, and the button does nothing', async () => {
      await expect(sheet.locator('footer')).toContainText('It is not known whether “Typed by hand”', {
        timeout: 90_000,
      });
      // The sheet may learn it a moment before the question is there.
      await dialog.press('Show Campaigns');
      await workbench.show('Explorer');
      await expect(workbench.statusBarItem('Typed by hand: unconfirmed')).toBeVisible();
      await workbench.screenshot('unconfirmed-shown');
      const button = sheet.locator('footer').getByRole('button', { name: /Save Draft of 1 Contact/ });
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await button.press('Enter');
      await expect(dialog.box).toBeHidden();
    });

    await test.step('listed at last, it is known to the sheet with the Explorer in front', async () => {
      isListed = true;
      losesCreates = false;
      await expect(sheet.locator('footer')).toContainText('“Typed by hand” was created with 1 contact', {
        timeout: 60_000,
      });
      await expect(workbench.statusBarItem('unconfirmed')).toHaveCount(0);
      await workbench.screenshot('unconfirmed-settled');
      expect((await servedCampaigns(sandbox)).map(({ name }) => name)).toEqual(['Typed by hand']);
      expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
    });
  } finally {
    await server.close();
  }
});
