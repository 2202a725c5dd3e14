import { createServed, orderFault, servedAssistant, servedCampaigns, setKey } from './support/account.js';
import { chooseFromContextMenu } from './support/contextMenu.js';
import { answerUntilReview } from './support/createCampaign.js';
import { pageWith } from './support/page.js';
import { expect, test } from './support/test.js';

const settings = { 'revox.defaultRegion': 'FR' };

test.describe('with a server that does not know drafts', () => {
  test.use({ sandboxOptions: { args: ['--empty', '--revision', '1'] } });

  test('a draft that is running afterwards causes an alarm, with a button to stop it', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    await setKey(workbench, sandbox);
    await answerUntilReview(workbench, 'Only a draft', /Save as draft/);
    await workbench.quickPick.select(/Save a draft of 21 contacts…/);
    await workbench.dialog.press('Save Draft of 21 Contacts');
    await expect(workbench.dialog.box).toContainText('the server started it: calls are being made now');
    await workbench.screenshot('draft-that-runs');
    await workbench.dialog.press('Cancel Campaign');
    await expect(workbench.tree.item(/^Only a draft, Cancelled/)).toBeVisible();
    expect((await servedCampaigns(sandbox)).map(({ is_cancelled }) => is_cancelled)).toEqual([true]);
  });
});

test.describe('with an empty account', () => {
  test.use({ sandboxOptions: { args: ['--empty'] } });

  test('a lost answer causes no second campaign: the first one is found @waits', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    await setKey(workbench, sandbox);
    await answerUntilReview(workbench, 'Answer lost', /Start now/);
    await workbench.quickPick.select(/Call 21 people…/);
    await orderFault(sandbox, { method: 'POST', path: '/api/campaigns', reset: true, afterAccept: true });
    await workbench.dialog.press('Call 21 people');
    await workbench.notification('“Answer lost” is running').box.waitFor();
    expect((await servedCampaigns(sandbox)).map(({ name }) => name)).toEqual(['Answer lost']);
    await workbench.notification('“Answer lost” is running').dismiss();

    const names = async () => (await servedCampaigns(sandbox)).map(({ name }) => name).sort();
    await test.step('a window that is reloaded in mid-flight says afterwards what became of it', async () => {
      await answerUntilReview(workbench, 'In mid-flight', /Save as draft/);
      await workbench.quickPick.select(/Save a draft of 21 contacts…/);
      await expect(workbench.dialog.box).toContainText('Used before: All 21 numbers are in “Answer lost”');
      await workbench.screenshot('used-before');
      const neverAnswered = { reset: true, afterAccept: true, delayMs: 120_000 };
      await orderFault(sandbox, { method: 'POST', path: '/api/campaigns', ...neverAnswered });
      await workbench.dialog.press('Save Draft of 21 Contacts');
      await expect.poll(names).toEqual(['Answer lost', 'In mid-flight']);
      await workbench.reload();
      await workbench.show('Revox');
      await setKey(workbench, sandbox); // the browser's VS Code forgets its secrets with the window
      const told = workbench.notification('“In mid-flight” was created with 21 contacts: draft.');
      await told.box.waitFor({ timeout: 60_000 });
      await workbench.screenshot('reloaded-in-mid-flight');
      expect(await names()).toEqual(['Answer lost', 'In mid-flight']);
      await told.dismiss();
    });

    await test.step('where both campaigns came from is known until it is forgotten', async () => {
      await workbench.command('Revox: Delete Campaign Origins on This Machine…');
      await expect(workbench.dialog.box).toContainText('Delete the origins of 2 campaigns?');
      await workbench.screenshot('forget-provenance');
      await workbench.dialog.press('Delete');
      await workbench.notification('Deleted the origins of 2 campaigns').box.waitFor();
    });
  });

  test('a request that never arrived is not reported as a campaign, nor sent again @waits', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    await setKey(workbench, sandbox);
    await answerUntilReview(workbench, 'Never arrived', /Start now/);
    await workbench.quickPick.select(/Call 21 people…/);
    await orderFault(sandbox, { method: 'POST', path: '/api/campaigns', reset: true });
    await workbench.dialog.press('Call 21 people');
    await expect(workbench.dialog.box).toContainText('the server does not list “Never arrived” so far', {
      timeout: 60_000,
    });
    await workbench.screenshot('answer-lost');
    await workbench.dialog.press('Show Campaigns');
    await expect(workbench.tree.item(/^Never arrived/)).toBeVisible();
    await workbench.screenshot('launch-unconfirmed');
    await workbench.command('Revox: Prepare Campaign…');
    const sheet = await pageWith(workbench, '.sheet');
    await expect(sheet.getByText('All 21 numbers may be in “Never arrived”')).toBeVisible();
    await workbench.screenshot('sheet-used-before');
    await workbench.command('Revox: Resolve an Unconfirmed Launch…');
    await workbench.quickPick.shows('The server does not list it. Was it created?');
    await workbench.screenshot('settle-launch');
    await workbench.quickPick.cancel();
    expect(await servedCampaigns(sandbox)).toEqual([]);
  });

  test('a campaign is scheduled in the person’s own time zone, with number and concurrency', async ({
    workbench,
    sandbox,
  }) => {
    await workbench.open({ settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl } });
    await setKey(workbench, sandbox);
    const { quickPick } = workbench;
    await answerUntilReview(workbench, 'Next spring', /Schedule…/);
    await quickPick.type('yesterday', /When should the first calls start/);
    await expect(quickPick.message).toContainText('Enter a day and time such as');
    await expect(quickPick.input).toHaveValue('yesterday');
    await quickPick.input.fill('2031-03-04 09:30');
    await expect(quickPick.message).toContainText('Tue 4 Mar 2031, 09:30 your time');
    await workbench.screenshot('schedule');
    await quickPick.accept();
    await quickPick.shows('Review the campaign');
    await quickPick.select(/Parallel calls/);
    await quickPick.type('0', /Maximum parallel calls/);
    await expect(quickPick.message).toContainText('whole number of at least 1');
    await quickPick.correct('3');
    await quickPick.select(/Calling rules/);
    await quickPick.select(/Other hours…/);
    await quickPick.type('9pm-5pm', /Hours in which people may be called/);
    await expect(quickPick.message).toContainText('The end is not after the start');
    await quickPick.correct('10:00-13:00, 2pm-8pm');
    await quickPick.type('2', /Maximum attempts per number/);
    await quickPick.select(/Caller ID/);
    await quickPick.select(/Another number…/);
    await quickPick.type('01 99 00 26 06', /A number of your organisation/);
    await quickPick.shows('Review the campaign');
    await workbench.screenshot('review-with-options');
    await quickPick.back();
    await quickPick.shows(/When should the first calls start/);
    await expect(quickPick.input).toHaveValue('2031-03-04 09:30');
    await quickPick.accept();
    await quickPick.select(/Schedule 21 calls…/);
    await expect(workbench.dialog.box).toContainText('+33199002606');
    await expect(workbench.dialog.box).toContainText('Parallel calls: up to 3');
    await expect(workbench.dialog.box).toContainText('Calling windows: 10:00–13:00, 14:00–20:00');
    await expect(workbench.dialog.box).toContainText('up to 2 per number, 42 in all at most');
    await workbench.dialog.press('Schedule 21 Calls');
    await expect(workbench.tree.item(/^Next spring, Scheduled, Tue 4 Mar 2031, 09:30/)).toBeVisible();
    const [campaign] = await servedCampaigns(sandbox);
    expect(new Date(campaign?.scheduled_at ?? '').getTime()).toBe(new Date(2031, 2, 4, 9, 30).getTime());
  });

  test('a row links to its line of the list; a keyboard shortcut may be used for creating a campaign', async ({
    workbench,
    sandbox,
  }) => {
    const begin = (key: string, args: object) => ({ key, command: 'revox.createCampaign', args });
    const complete = { uri: 'call-list.csv', assistantId: await servedAssistant(sandbox), launch: true };
    await workbench.open({
      settings: { ...settings, 'revox.apiBaseUrl': sandbox.baseUrl },
      keybindings: [
        begin('f8', { ...complete, name: 'By a key', maxConcurrentCalls: 3 }),
        begin('f9', { ...complete, launch: 'now', skipConfirmation: true }),
      ],
    });
    await setKey(workbench, sandbox);
    const { quickPick, dialog, page } = workbench;
    await answerUntilReview(workbench, 'Back to the list', /Save as draft/);
    await workbench.quickPick.select(/Save a draft of 21 contacts…/);
    await workbench.dialog.press('Save Draft of 21 Contacts');
    await workbench.tree.openPage(/^Back to the list/, 'Open Rows');
    const rows = await pageWith(workbench, '[role="grid"]');
    const cell = rows.getByRole('gridcell', { name: 'Zoé' });
    await chooseFromContextMenu(workbench.page, cell, 'Go to Line in the Call List');
    await expect(workbench.editorTab(/^call-list\.csv/)).toHaveAttribute('aria-selected', 'true');
    await expect(workbench.statusBarItem('Ln 7, Col 1')).toBeVisible();

    await test.step('while one campaign is being created, no second one can be begun', async () => {
      await answerUntilReview(workbench, 'First', /Start now/);
      await workbench.quickPick.shows('Review the campaign');
      await page.keyboard.press('F8');
      await workbench.notification('A campaign is being created already').box.waitFor();
      expect(await servedCampaigns(sandbox)).toHaveLength(1);
      await workbench.quickPick.shows('Review the campaign');
      await workbench.quickPick.cancel();
    });

    await test.step('arguments that cannot be meant are refused before anything is asked', async () => {
      await page.keyboard.press('F9');
      const refused = workbench.notification('are not valid');
      await expect(refused.box).toContainText('“launch”: This must be true or false');
      await expect(refused.box).toContainText('skipConfirmation');
      await refused.dismiss();
    });

    await test.step('others lead to the review and the confirmation, and never past it', async () => {
      await page.keyboard.press('F8');
      await quickPick.shows('Review the campaign');
      await workbench.screenshot('review-by-arguments');
      await quickPick.select(/Call 21 people…/);
      await expect(dialog.box).toContainText('Parallel calls: up to 3');
      await dialog.pressEnter();
      await quickPick.shows('Review the campaign');
      expect(await servedCampaigns(sandbox)).toHaveLength(1);
      await quickPick.select(/Call 21 people…/);
      await dialog.press('Call 21 people');
      await workbench.notification('“By a key” is running').box.waitFor();
      const names = (await servedCampaigns(sandbox)).map(({ name }) => name);
      expect(names.toSorted()).toEqual(['Back to the list', 'By a key']);
    });
  });

  test('a start in five minutes is counted down, also after a reload, and cancelled by one click', async ({
    workbench,
    sandbox,
  }) => {
    const { quickPick, dialog } = await test.step('a large count is typed', async () => {
      const strong = { 'revox.confirm.strongAbove': 20 };
      await workbench.open({ settings: { ...settings, ...strong, 'revox.apiBaseUrl': sandbox.baseUrl } });
      await setKey(workbench, sandbox);
      await answerUntilReview(workbench, 'Second thoughts', /Start in 5 minutes/);
      await workbench.quickPick.select(/Call 21 people in 5 minutes…/);
      return workbench;
    });
    await expect(dialog.box).toContainText('Call 21 people in 5 minutes?');
    await expect(dialog.box).toContainText('If calls begin early, we’ll tell you.');
    await workbench.screenshot('grace-confirm');
    await dialog.press('Call 21 people');
    await quickPick.type('12', 'Type 21 to call 21 people');
    await expect(quickPick.message).toContainText('This is not 21. Type the whole number');
    await workbench.screenshot('typed-count');
    await quickPick.correct('');
    await quickPick.shows('Review the campaign');
    expect(await servedCampaigns(sandbox)).toEqual([]);
    await quickPick.select(/Call 21 people in 5 minutes…/);
    await dialog.press('Call 21 people');
    await quickPick.type('21', 'Type 21 to call 21 people');

    const countdown = workbench.statusBarItem(/“Second thoughts” starts in [34]:\d\d/);
    await expect(countdown).toBeVisible();
    await workbench.screenshot('countdown');
    await workbench.reload();
    await workbench.show('Revox');
    await expect(countdown).toBeVisible(); // before anything is asked of the server
    await setKey(workbench, sandbox); // the browser's VS Code forgets its secrets with the window
    await countdown.click();
    const taken = workbench.notification(
      '“Second thoughts” is cancelled before it started: nobody was called.',
    );
    await taken.box.waitFor();
    await workbench.screenshot('taken-back');
    await expect(countdown).toBeHidden();
    await expect(workbench.tree.item(/^Second thoughts, Cancelled/)).toBeVisible();
    expect((await servedCampaigns(sandbox)).map(({ is_cancelled }) => is_cancelled)).toEqual([true]);
    await taken.dismiss();

    await test.step('all that runs is stopped by one command, and what failed is tried again', async () => {
      for (const name of ['One', 'Two', 'Three']) await createServed(sandbox, name);
      await workbench.command('Revox: Stop All Running Campaigns…');
      await expect(dialog.box).toContainText('Stop 3 running, scheduled or paused campaigns?');
      await workbench.screenshot('stop-all');
      await dialog.pressEnter();
      // Enter shows the campaigns; the palette would lose the focus to them.
      await expect(workbench.page.locator('.part.sidebar :focus')).toHaveCount(1);
      const running = async () =>
        (await servedCampaigns(sandbox)).filter(({ is_cancelled }) => !is_cancelled).map(({ name }) => name);
      expect(await running()).toHaveLength(3);
      await orderFault(sandbox, { method: 'POST', path: '/api/campaigns/*/cancel', status: 503 });
      await workbench.command('Revox: Stop All Running Campaigns…');
      await dialog.press('Stop 3 Campaigns');
      const report = workbench.notification('2 campaigns are stopped. 1 not:');
      await report.box.waitFor();
      await workbench.screenshot('stop-all-failed');
      expect(await running()).toHaveLength(1);
      await report.press('Try Again');
      await expect.poll(running).toEqual([]);
      await expect(workbench.tree.item(/^(One|Two|Three), Cancelled/)).toHaveCount(3);
    });
  });
});
