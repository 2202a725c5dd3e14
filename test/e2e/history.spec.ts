import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callServed, servedCampaigns, servedRows, setKey } from './support/account.js';
import { chooseFromContextMenu } from './support/contextMenu.js';
import { showHover } from './support/hover.js';
import { pageWith } from './support/page.js';
import { chooseAssistant } from './support/sheet.js';
import { expect, test } from './support/test.js';

test.use({ sandboxOptions: { args: ['--empty'], revision: '0.5.0' } });

test('people who were called before are shown as such, and left out by choice', async ({
  workbench,
  sandbox,
  workspace,
}) => {
  test.setTimeout(180_000);
  await callServed(sandbox, 'Spring pilot', ['0100', '0120', '0114', '0123']);
  const numbers = ['0100', '0120', '0114', '0123', '0121', '0141'].map((end) => `+1212555${end}`);
  const rows = numbers.map((number, at) => `${number},Person ${at}`);
  await writeFile(join(workspace, 'summer.csv'), `phone,first_name\n${rows.join('\n')}\n`);
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl },
    size: { width: 1600, height: 1000 },
  });
  await setKey(workbench, sandbox);
  await expect
    .poll(async () => (await servedCampaigns(sandbox))[0]?.status, { timeout: 90_000 })
    .toBe('completed');
  const { page, dialog } = workbench;

  await test.step('the line of a checked list tells what the service knows', async () => {
    await workbench.openFile('summer.csv');
    await workbench.command('Revox: Check Call List');
    await workbench.notification('6 of 6 rows ready').box.waitFor();
    await workbench.notification('6 of 6 rows ready').dismiss();
    const number = page.locator('.view-line').getByText('+12125550120').first();
    const hover = await showHover(page, number, 'Called once by this account, today');
    await expect(hover).toContainText('Reached in “Spring pilot”.');
    await workbench.screenshot('history-hover');
  });

  await workbench.command('Revox: Prepare Campaign…');
  const view = await pageWith(workbench, '.sheet');

  await test.step('the sheet counts them, and leaves out whom one chooses', async () => {
    await expect(view.locator('.reasons')).toContainText('5 can be called');
    const group = view.getByRole('group', { name: 'Called before by this account' });
    await expect(group).toContainText('2 were reached');
    await expect(group).toContainText('3 were called');
    await expect(group).toContainText('1 said not interested');
    await group.getByLabel(/Leave out people who were not interested/).check();
    await expect(view.locator('.reasons')).toContainText('1 called before');
    await group.getByLabel(/Leave out people who were reached/).check();
    await expect(view.locator('.reasons')).toContainText('2 called before');
    await expect(view.locator('.reasons')).toContainText('3 can be called');
    await workbench.screenshot('history-sheet');
    await group.getByLabel('Days').fill('x');
    await group.getByLabel(/called in the last/).check();
    await expect(group).toContainText('Write a whole number of days');
    await group.getByLabel('Days').fill('7');
    await expect(view.locator('.reasons')).toContainText('2 can be called');
    await group.getByLabel(/called in the last/).uncheck();
    await expect(view.locator('.reasons')).toContainText('3 can be called');
  });

  await test.step('the question says so, and the others are not in the campaign', async () => {
    await chooseAssistant(view, /Emma/);
    await view
      .locator('footer')
      .getByRole('button', { name: /^Create with 3 Contacts/ })
      .click();
    await expect(dialog.box).toContainText('Not called again: who was reached, who said “not interested”');
    await workbench.screenshot('history-question');
    await dialog.press('Create with 3 Contacts');
    await expect.poll(async () => (await servedCampaigns(sandbox)).length, { timeout: 30_000 }).toBe(2);
    const made = (await servedCampaigns(sandbox)).find(({ name }) => name !== 'Spring pilot');
    const sent = (await servedRows(sandbox, made?.id ?? '')).map(({ phone_number }) => phone_number);
    expect([...sent].sort()).toEqual(['+12125550114', '+12125550121', '+12125550141']);
  });

  await test.step('who is reached elsewhere afterwards is left out of its launch', async () => {
    await callServed(sandbox, 'Elsewhere', ['0121']);
    await expect
      .poll(async () => (await servedCampaigns(sandbox)).find(({ name }) => name === 'Elsewhere')?.status, {
        timeout: 60_000,
      })
      .toBe('completed');
    await workbench.show('Revox');
    await chooseFromContextMenu(page, workbench.tree.item(/summer/), 'Launch…');
    await workbench.quickPick.select(/Now/);
    await expect(dialog.box).toContainText(
      'who said “not interested”, as chosen when the campaign was created',
    );
    await expect(dialog.box).toContainText('1 was called before');
    await workbench.screenshot('history-launch');
    await dialog.press('Call 2 people');
    await expect
      .poll(async () => {
        const made = (await servedCampaigns(sandbox)).find(({ name }) => name === 'summer');
        const rows = await servedRows(sandbox, made?.id ?? '');
        return rows
          .filter(({ call }) => call?.status === 'not_launched')
          .map(({ phone_number }) => phone_number);
      })
      .toEqual(['+12125550121']);
  });
});
