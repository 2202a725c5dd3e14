import { chooseFromContextMenu } from './support/contextMenu.js';
import { answerUntilReview } from './support/createCampaign.js';
import { createWaiting, servedCampaigns, servedRows, setKey } from './support/account.js';
import { pageWith } from './support/page.js';
import { chooseAssistant, chooseRadio } from './support/sheet.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

const settings = { 'revox.defaultRegion': 'FR' };

interface Server {
  readonly baseUrl: string;
  readonly key: string;
}

async function statuses(sandbox: Server): Promise<Readonly<Record<string, number>>> {
  const [campaign] = await servedCampaigns(sandbox);
  const rows = await servedRows(sandbox, campaign?.id ?? '');
  const counts: Record<string, number> = {};
  for (const { call } of rows as readonly { readonly call?: { readonly status: string } | null }[]) {
    const status = call?.status ?? 'none';
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** Waits for a notification, and takes it away. */
async function told(workbench: Workbench, text: string | RegExp): Promise<void> {
  const notification = workbench.notification(text);
  await notification.box.waitFor({ timeout: 60_000 });
  await notification.dismiss();
}

async function fromMenu(workbench: Workbench, item: RegExp, command: string): Promise<void> {
  await workbench.show('Revox');
  await chooseFromContextMenu(workbench.page, workbench.tree.item(item), command);
}

test.describe('today’s service', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '0.5.0'] } });

  test('a list is tried on a few contacts, launched, paused, edited, resumed and cancelled', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(240_000);
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog, quickPick } = workbench;
    await setKey(workbench, sandbox);
    await answerUntilReview(workbench, 'Spring', /Create without calling/);
    await quickPick.select(/Create with 21 contacts…/);
    await expect(dialog.box).toContainText('compared with this list');
    await dialog.press('Create with 21 Contacts');
    await told(workbench, 'is created with 21 contacts and checked. Nobody is called.');
    expect(await statuses(sandbox)).toEqual({ not_launched: 21 });
    await workbench.screenshot('steps-created');

    await test.step('a few are tried first', async () => {
      await fromMenu(workbench, /^Spring/, 'Launch…');
      await quickPick.select(/Try it on a few first/);
      await quickPick.type('3', 'Try it on how many?');
      await workbench.screenshot('steps-question');
      await dialog.press('Call 3 people');
      await told(workbench, '3 calls are launched');
      expect((await statuses(sandbox)).not_launched).toBe(18);
      await workbench.screenshot('steps-pilot');
    });

    await test.step('the rest is launched', async () => {
      await fromMenu(workbench, /Spring/, 'Launch the Others…');
      await quickPick.select(/Now/);
      await dialog.press('Call 18 people');
      await told(workbench, '18 calls are launched');
      expect((await statuses(sandbox)).not_launched ?? 0).toBe(0);
    });

    await test.step('it is paused, edited and resumed', async () => {
      await fromMenu(workbench, /^Spring/, 'Pause');
      await told(workbench, '“Spring” is paused');
      await fromMenu(workbench, /^Spring/, 'Edit Campaign…');
      await quickPick.select(/Parallel calls/);
      await quickPick.type('2', 'Maximum parallel calls');
      await quickPick.select(/Review 1 change/);
      await expect(dialog.box).toContainText('Parallel calls: the service decides → 2');
      await workbench.screenshot('steps-edit');
      await dialog.press('Change');
      await told(workbench, '“Spring” is changed');
      await fromMenu(workbench, /^Spring/, 'Resume…');
      await dialog.press('Resume');
      await told(workbench, '“Spring” is resumed');
    });

    await test.step('it is cancelled', async () => {
      await fromMenu(workbench, /^Spring/, 'Cancel Campaign…');
      await dialog.press('Cancel Campaign');
      await expect
        .poll(async () => (await servedCampaigns(sandbox)).map(({ is_cancelled }) => is_cancelled))
        .toEqual([true]);
      await workbench.screenshot('steps-cancelled');
    });
  });
});

test.describe('selected rows', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '0.5.0'] } });

  test('calls of selected rows are launched, paused, resumed, made again and cancelled @waits', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(240_000);
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog, quickPick } = workbench;
    await setKey(workbench, sandbox);
    await createWaiting(sandbox, 'Spring', ['0101', '0100', '0102', '0103', '0100', '0101']);
    await workbench.command('Revox: Refresh Campaigns');
    await workbench.show('Revox');
    await workbench.tree.openPage(/^Spring/, 'Open Rows');
    const view = await pageWith(workbench, '[role="grid"]');
    const row = (index: number) => view.locator('tbody tr').nth(index);
    const select = async (...indexes: readonly number[]) => {
      await row(indexes[0] ?? 0)
        .locator('td')
        .nth(0)
        .click();
      for (const index of indexes.slice(1)) {
        await row(index)
          .locator('td')
          .nth(0)
          .click({ modifiers: ['ControlOrMeta'] });
      }
    };
    const action = (name: string | RegExp) =>
      view.getByRole('group', { name: 'Calls of the selected rows' }).getByRole('button', { name });

    await test.step('two are launched for tomorrow', async () => {
      await select(0, 1);
      await expect(action('Launch These…')).toBeVisible();
      await expect(action(/^Pause/)).toHaveCount(0);
      await workbench.screenshot('rows-actions');
      await action('Launch These…').click();
      await quickPick.select(/At a time/);
      await quickPick.shows('When should the first calls start?');
      await quickPick.accept();
      await workbench.screenshot('rows-launch-question');
      await dialog.press('Schedule 2 Calls');
      await told(workbench, '2 calls are launched');
      expect(await statuses(sandbox)).toEqual({ scheduled: 2, not_launched: 4 });
    });

    await test.step('they are paused and one is resumed', async () => {
      await select(0, 1);
      await action(/^Pause$/).click();
      await told(workbench, '2 calls are paused');
      expect((await statuses(sandbox)).paused).toBe(2);
      await view.locator('tbody tr', { hasText: 'Paused' }).first().locator('td').nth(0).click();
      await action('Resume…').click();
      await dialog.press('Resume 1 Call');
      await told(workbench, '1 call is resumed');
      expect(await statuses(sandbox)).toEqual({ scheduled: 1, paused: 1, not_launched: 4 });
    });

    await test.step('one is called, and called again', async () => {
      await select(2);
      await action('Launch These…').click();
      await quickPick.select(/Now/);
      await dialog.press('Call 1 person');
      await told(workbench, '1 call is launched');
      await expect.poll(async () => (await statuses(sandbox)).completed ?? 0).toBe(1);
      await expect(row(2)).toContainText('Completed');
      await action('Call Again…').click();
      await quickPick.select(/Now/);
      await expect(dialog.box).toContainText('The service decides by the attempts that each call has left.');
      await workbench.screenshot('rows-again-question');
      await dialog.press('Call 1 person again');
      await told(workbench, /1 call is launched|only 0 of 1 call are launched.*without attempts left/);
    });

    await test.step('two that wait are cancelled', async () => {
      await select(4, 5);
      await action('Cancel Calls…').click();
      await dialog.pressEnter();
      expect((await statuses(sandbox)).cancelled ?? 0).toBe(0);
      await action('Cancel Calls…').click();
      await dialog.press('Cancel 2 Calls');
      await told(workbench, '2 calls are cancelled');
      expect((await statuses(sandbox)).cancelled).toBe(2);
      await workbench.screenshot('rows-cancelled');
    });
  });
});

test.describe('a few calls first', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '0.5.0'] } });

  test('says when the tried calls are over, and launches the others from there @waits', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(180_000);
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog, quickPick } = workbench;
    await setKey(workbench, sandbox);
    await createWaiting(sandbox, 'Spring', ['0100', '0120', '0121', '0122']);
    await workbench.command('Revox: Refresh Campaigns');
    await fromMenu(workbench, /^Spring/, 'Launch…');
    await quickPick.select(/Try it on a few first/);
    await quickPick.type('2', 'Try it on how many?');
    await dialog.press('Call 2 people');
    const over = workbench.notification('2 calls of “Spring” are over, 2 wait for you.');
    await over.box.waitFor({ timeout: 90_000 });
    await workbench.screenshot('steps-tried');
    await over.press('Launch the Other 2…');
    await quickPick.select(/Now/);
    await dialog.press('Call 2 people');
    await expect.poll(async () => (await statuses(sandbox)).not_launched ?? 0, { timeout: 60_000 }).toBe(0);
  });

  test('calls exactly the chosen lines of the list, and says which ones cannot be called', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog } = workbench;
    await setKey(workbench, sandbox);
    await workbench.openFile('call-list.csv');
    await workbench.command('Revox: Prepare Campaign…');
    const view = await pageWith(workbench, '.sheet');
    await chooseAssistant(view, /Emma/);
    await chooseRadio(view, /^Try it on a few first/);
    await chooseRadio(view, /^Certain lines/);
    const lines = view.getByRole('textbox', { name: 'Lines of the list to call first' });
    await lines.fill('1-3');
    await lines.press('Tab');
    await expect(view.getByText('Nobody on line 1 can be called. Choose other lines.')).toBeVisible();
    await lines.scrollIntoViewIfNeeded();
    await workbench.screenshot('steps-lines-refused');
    await lines.fill('2-3');
    await view.getByRole('button', { name: /^Create with 21 Contacts and Try/ }).click();
    await workbench.screenshot('steps-lines-question');
    await dialog.press('Call 2 people');
    await expect(view.locator('.notice.good')).toBeVisible({ timeout: 60_000 });
    const { not_launched: waiting = 0, ...called } = await statuses(sandbox);
    expect([waiting, Object.values(called).reduce((sum, count) => sum + count, 0)]).toEqual([19, 2]);
  });
});

test.describe('a call to oneself', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '0.5.0'] } });

  test('is made with the values of the shown row, and its transcript opens @waits', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(180_000);
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog, page, quickPick } = workbench;
    await setKey(workbench, sandbox);
    await workbench.openFile('call-list.csv');
    await workbench.command('Revox: Prepare Campaign…');
    const view = await pageWith(workbench, '.sheet');
    await chooseAssistant(view, /Emma/);
    const button = view.getByRole('button', { name: 'Call Me with These Values…' });
    await button.scrollIntoViewIfNeeded();
    await workbench.screenshot('call-me-sheet');
    await button.click();
    await quickPick.type('+442079460100', 'Your Own Phone Number');
    await expect(dialog.box).toContainText('Call +442079460100 now?');
    await expect(dialog.box).toContainText('The retries of the assistant apply');
    await workbench.screenshot('call-me-question');
    await dialog.press('Call Me');
    await expect(page.locator('.editor-instance', { hasText: 'Call to' }).first()).toBeVisible({
      timeout: 90_000,
    });
    await workbench.screenshot('call-me-transcript');
  });
});

test.describe('a server with drafts', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '0.3.0', '--strict'] } });

  test('a list is created, checked, edited, launched, paused, resumed and cancelled', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(240_000);
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    const { dialog, quickPick } = workbench;
    await setKey(workbench, sandbox);
    await answerUntilReview(workbench, 'Spring', /Create without calling/);
    await quickPick.select(/Create with 21 contacts…/);
    await dialog.press('Create with 21 Contacts');
    await told(workbench, 'is created with 21 contacts and checked. Nobody is called.');
    await fromMenu(workbench, /^Spring/, 'Edit Campaign…');
    await quickPick.select(/^Name/);
    await quickPick.type('Summer', 'Name of the campaign');
    await quickPick.select(/Review 1 change/);
    await dialog.press('Change');
    await told(workbench, '“Summer” is changed');
    await fromMenu(workbench, /^Summer/, 'Launch…');
    await quickPick.select(/Now/);
    await dialog.press('Call 21 people');
    await told(workbench, '21 calls are launched');
    await fromMenu(workbench, /^Summer/, 'Pause');
    await told(workbench, '“Summer” is paused');
    await fromMenu(workbench, /^Summer/, 'Resume…');
    await dialog.press('Resume');
    await told(workbench, '“Summer” is resumed');
    await fromMenu(workbench, /^Summer/, 'Cancel Campaign…');
    await dialog.press('Cancel Campaign');
    await expect
      .poll(async () => (await servedCampaigns(sandbox)).map(({ is_cancelled }) => is_cancelled))
      .toEqual([true]);
  });
});
