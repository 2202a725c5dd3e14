import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servedCampaigns } from './support/account.js';
import { expect, test } from './support/test.js';

// The whole job through the UI, against the sandbox as a server of its own:
// key → call list → campaign → progress in the tree → export → cancel → delete.
test.use({ sandboxOptions: { args: ['--empty'], revision: '0.5.0' } });

test('a call list becomes a campaign that is watched, exported, cancelled and deleted', async ({
  workbench,
  sandbox,
  workspace,
}) => {
  const listed = () => servedCampaigns(sandbox);
  const { quickPick, dialog, tree } = await test.step('a key is checked, then kept', async () => {
    await workbench.open({
      theme: 'Default Light Modern',
      settings: {
        'revox.apiBaseUrl': sandbox.baseUrl,
        'revox.defaultRegion': 'FR',
        'revox.refreshIntervalSeconds': 1,
      },
    });
    await workbench.show('Revox');
    await workbench.screenshot('01-welcome');
    await workbench.page
      .getByRole('button', { name: /^Set (your API key|API Key)/ })
      .first()
      .click();
    await workbench.quickPick.type('wrong-key', 'Revox API key for 127.0.0.1');
    await expect(workbench.quickPick.message).toContainText('does not accept this key');
    await expect(workbench.quickPick.input).toHaveAttribute('type', 'password');
    await expect(workbench.quickPick.input).toHaveValue('wrong-key');
    await workbench.screenshot('02-wrong-key');
    await workbench.quickPick.correct(sandbox.key);
    await workbench.notification('accepted the key').box.waitFor();
    await expect(workbench.text(/No campaigns yet/)).toBeVisible();
    await workbench.screenshot('03-no-campaigns');
    await workbench.notification('accepted the key').dismiss();
    return workbench;
  });

  await test.step('the palette asks for a campaign step by step', async () => {
    await workbench.show('Explorer');
    await workbench.openFile('call-list.csv');
    await workbench.command('Revox: Create Campaign from CSV…');
    await quickPick.shows('Which assistant makes the calls?');
    await expect(quickPick.rows.first()).toBeVisible();
    await workbench.screenshot('04-assistant');
    await quickPick.rows.first().click();
    await quickPick.shows('Name of the campaign');
    await expect(quickPick.input).toHaveValue('call-list');
    await quickPick.type('November reminders', 'Name of the campaign');
    await quickPick.shows('When should the calls start?');
    await workbench.screenshot('05-start');
    await quickPick.select(/Start now/);
    await quickPick.shows('Review the campaign');
    await workbench.screenshot('06-review');
    await quickPick.select(/Call \d+ people…/);
    await dialog.box.waitFor();
    await expect(dialog.box).toContainText('Call 21 people now?');
    await workbench.screenshot('07-confirm');
  });

  await test.step('Enter calls nobody; the button that says so does', async () => {
    await dialog.pressEnter();
    expect(await listed()).toEqual([]);
    await quickPick.shows('Review the campaign');
    await quickPick.select(/Call \d+ people…/);
    await dialog.press('Call 21 people');
    await workbench.notification('21 calls are launched').box.waitFor();
    expect((await listed()).map(({ name, row_stats }) => [name, row_stats.total])).toEqual([
      ['November reminders', 21],
    ]);
  });

  await test.step('its progress shows in the tree by itself', async () => {
    const campaign = tree.item(/^November reminders, Running/);
    await expect(campaign).toBeVisible();
    await tree.expand(/^November reminders/);
    await expect(tree.item(/^Read results of November reminders/)).toBeVisible();
    await workbench.screenshot('08-running');
    await expect(tree.item(/^November reminders, Running, [1-9]\d*%/)).toBeVisible({ timeout: 60_000 });
    await workbench.screenshot('09-progress');
  });

  await test.step('its rows are exported', async () => {
    await tree.contextMenu(/^November reminders/, 'Export Rows as CSV…');
    await expect(quickPick.input).toHaveValue(/[^/]+\.csv$/);
    const path = await quickPick.input.inputValue();
    expect(path.startsWith(workspace)).toBe(true);
    await quickPick.accept();
    await workbench.notification('Saved').box.waitFor();
    const csv = await readFile(path, 'utf8');
    expect(csv).toContain('+33199001201');
    expect(csv).toContain('Camille');
    await workbench.notification('Saved').dismiss();
  });

  await test.step('it is cancelled, and says so', async () => {
    await tree.contextMenu(/^November reminders/, 'Cancel Campaign…');
    await dialog.box.waitFor();
    await workbench.screenshot('10-cancel');
    await dialog.pressEnter();
    expect((await listed()).map(({ is_cancelled }) => is_cancelled)).toEqual([false]);
    await tree.contextMenu(/^November reminders/, 'Cancel Campaign…');
    await dialog.press('Cancel Campaign');
    await expect(tree.item(/^November reminders, Cancelled/)).toBeVisible();
    expect((await listed()).map(({ is_cancelled }) => is_cancelled)).toEqual([true]);
  });

  await test.step('it is deleted for ever, after a question', async () => {
    await tree.contextMenu(/^November reminders/, /^Delete Campaign…/);
    await dialog.box.waitFor();
    await workbench.screenshot('11-delete');
    await dialog.press('Cancel');
    expect(await listed()).toHaveLength(1);
    await tree.contextMenu(/^November reminders/, /^Delete Campaign…/);
    await dialog.press('Delete Campaign');
    await expect(tree.item(/^November reminders/)).toHaveCount(0);
    expect(await listed()).toEqual([]);
    await workbench.screenshot('12-deleted');
  });
});

test('unsaved text of the list counts', async ({ workbench, sandbox, workspace }) => {
  await writeFile(join(workspace, 'unsaved.csv'), 'phone,first_name,company\n+33199001201,Camille,Lumen\n');
  await workbench.open({ settings: { 'revox.apiBaseUrl': sandbox.baseUrl } });
  await workbench.command('Revox: Set API Key…');
  await workbench.quickPick.type(sandbox.key, 'Revox API key');
  await workbench.notification('accepted the key').box.waitFor();
  await workbench.openFile('unsaved.csv');
  await expect(async () => {
    // an editor whose tab is there may not listen to keys yet
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await expect(workbench.statusBarItem('Ln 3, Col 1')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await workbench.page.keyboard.type('+33261912602,Hugo,Vauban');
  await workbench.command('Revox: Create Campaign from CSV…');
  await workbench.quickPick.shows('Which assistant makes the calls?');
  await workbench.quickPick.rows.first().click();
  await workbench.quickPick.shows('Name of the campaign');
  await workbench.quickPick.accept();
  await workbench.quickPick.select(/Create without calling/);
  await workbench.quickPick.shows('Review the campaign');
  await expect(workbench.quickPick.row(/Create with 2 contacts…/)).toBeVisible();
});
