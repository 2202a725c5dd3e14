import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { orderFault, servedCampaigns, setKey, typeKey, withdrawFaults } from './support/account.js';
import { axeViolations, makePageWide, pageWith, themes } from './support/page.js';
import { chooseAssistant, chooseRadio } from './support/sheet.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

interface Server {
  readonly baseUrl: string;
  readonly key: string;
}

/** What the tests look at of a campaign's rules. */
interface ServedRules {
  readonly scheduled_at?: string | null;
  readonly max_concurrent_calls?: number | null;
  readonly call_retry_config?: {
    readonly allowed_days?: readonly string[];
    readonly calling_windows: readonly object[];
    readonly max_retry_attempts: number;
  };
}

test.use({ sandboxOptions: { args: ['--empty'] } });

async function openSheet(workbench: Workbench, sandbox: Server): Promise<FrameLocator> {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.defaultRegion': 'FR' },
    size: { width: 1600, height: 1000 },
  });
  await setKey(workbench, sandbox);
  await workbench.openFile('call-list.csv');
  await workbench.command('Revox: Prepare Campaign…');
  return pageWith(workbench, '.sheet');
}

/** French numbers, one after the other. */
function manyRows(count: number): string {
  return Array.from({ length: count }, (_, row) => `+336${20_000_001 + row},Ada ${row}`).join('\n');
}

test('a campaign is prepared on one page, survives a reload, and is sent once', async ({
  workbench,
  workspace,
  sandbox,
}) => {
  test.setTimeout(240_000);
  await writeFile(join(workspace, 'many.csv'), `phone,first_name\n${manyRows(200_000)}`);
  let view = await openSheet(workbench, sandbox);
  const { page, dialog } = workbench;
  const button = (name: RegExp) => view.locator('footer').getByRole('button', { name });

  await test.step('what is missing is said where it is missing', async () => {
    await expect(view.locator('.reasons')).toContainText('21 can be called');
    await expect(button(/^Save Draft of 21 Contacts/)).toHaveAttribute('aria-disabled', 'true');
    await button(/^Save Draft of 21 Contacts/).press('Enter');
    const assistant = view.getByRole('combobox', { name: 'Assistant' });
    await expect(assistant).toBeFocused();
    await expect(assistant).toHaveAccessibleDescription('Choose who makes the calls.');
  });

  await test.step('the assistant tells what it needs and says', async () => {
    await page.keyboard.type('emma');
    await expect(view.getByRole('option', { name: /Emma/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(view.locator('.variable')).toHaveCount(2);
    await expect(view.locator('.spoken').first()).toContainText('Hi Camille, this is Emma');
    await view.getByRole('button', { name: 'Next contact' }).click();
    await expect(view.locator('.preview-head')).toContainText('2 of 21');
    await view.getByLabel('Duplicate numbers').selectOption({ label: 'Call each row' });
    await expect(view.locator('.reasons')).toContainText('22 can be called');
    await view.getByLabel('Duplicate numbers').selectOption({ label: 'Keep the first' });
    await expect(view.locator('.reasons')).toContainText('21 can be called');
  });

  await test.step('own rules, a wrong one said at its field', async () => {
    await chooseRadio(view, /^Custom rules/);
    await view.getByRole('button', { name: 'France' }).click();
    await view.getByLabel('End of window 2').fill('1pm');
    await page.keyboard.press('Tab');
    await expect(view.getByLabel('End of window 2')).toHaveAccessibleDescription(/The end is not after/);
    await view.getByLabel('End of window 2').fill('6pm');
    await view.getByRole('button', { name: 'Fri', exact: true }).click();
    await view.getByLabel('Maximum attempts per number').fill('2');
    await expect(view.locator('.chart .bar').first()).toBeAttached();
    await expect(view.locator('.plan-headline')).toContainText('Expected to finish');
    await workbench.screenshot('sheet-rules-and-plan');
  });

  await test.step('a start on every clock', async () => {
    await chooseRadio(view, /^Schedule/);
    await view.getByLabel('First calls, in your time').fill('2031-03-04 09:30');
    await expect(view.locator('.clocks')).toContainText('UTC');
    await view.getByLabel('Maximum parallel calls').fill('3');
    await view.getByRole('textbox', { name: 'Name' }).fill('From the sheet');
    await expect(button(/^Schedule 21 Calls/)).toHaveAttribute('aria-disabled', 'false');
  });

  await test.step('everything is still there after a reload', async () => {
    await workbench.reload();
    // VS Code in a browser forgets its secrets: the page asks for the key and then continues where it was.
    await (await pageWith(workbench, '.empty-state')).getByRole('button', { name: 'Set API Key' }).click();
    await typeKey(workbench, sandbox);
    view = await pageWith(workbench, '.sheet');
    await expect(view.getByRole('textbox', { name: 'Name' })).toHaveValue('From the sheet');
    await expect(view.getByLabel('First calls, in your time')).toHaveValue('2031-03-04 09:30');
    await expect(view.getByLabel('End of window 2')).toHaveValue('6pm');
  });

  await test.step('hesitating at the confirmation loses nothing; yes sends it', async () => {
    await button(/^Schedule 21 Calls/).press('Enter');
    await expect(dialog.box).toContainText('10:00–13:00, 14:00–18:00');
    await dialog.press('Go Back');
    expect(await servedCampaigns(sandbox)).toEqual([]);
    await expect(button(/^Schedule 21 Calls/)).toHaveAttribute('aria-disabled', 'false');
    await button(/^Schedule 21 Calls/).press('Enter');
    await dialog.press('Schedule 21 Calls');
    await expect(view.locator('.notice.good')).toContainText(
      '“From the sheet” was created with 21 contacts.',
    );
    const [campaign] = (await servedCampaigns(sandbox)) as readonly ServedRules[];
    expect(new Date(campaign?.scheduled_at ?? '').getTime()).toBe(new Date(2031, 2, 4, 9, 30).getTime());
    expect(campaign).toMatchObject({
      max_concurrent_calls: 3,
      call_retry_config: {
        allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday'],
        max_retry_attempts: 2,
        calling_windows: [
          { calling_window_start_time: '10:00', calling_window_end_time: '13:00', retry_delay_seconds: 7200 },
          { calling_window_start_time: '14:00', calling_window_end_time: '18:00', retry_delay_seconds: 7200 },
        ],
      },
    });
    await workbench.screenshot('sheet-created');
    // it covers the buttons of the sheet
    await workbench.notification('“From the sheet” is scheduled').box.waitFor();
    await workbench.notification('“From the sheet” is scheduled').dismiss();
  });

  await test.step('another one from the same list; a double click is one campaign', async () => {
    await view.getByRole('button', { name: 'Prepare Another' }).click();
    await expect(view.getByRole('textbox', { name: 'Name' })).toHaveValue('call-list');
    await chooseRadio(view, /^Now/);
    await button(/^Call 21 People/).dblclick();
    await dialog.press('Call 21 people');
    await expect(view.locator('.notice.good')).toContainText('“call-list”');
    await workbench.notification('“call-list” is ').box.waitFor();
    await workbench.notification('“call-list” is ').dismiss();
    await expect(button(/^Call/)).toHaveCount(0);
    const names = (await servedCampaigns(sandbox)).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['From the sheet', 'call-list']);
  });

  await test.step('a server that went away is said, and takes nothing of what was typed with it', async () => {
    await view.getByRole('button', { name: 'Prepare Another' }).click();
    await view.getByRole('textbox', { name: 'Name' }).fill('Second thoughts');
    await chooseRadio(view, /^In 5 minutes/);
    await orderFault(sandbox, { path: '/api/*', reset: true, times: 1000 });
    await button(/^Call 21 People/).press('Enter');
    const notice = view.locator('.notice[role=alert]');
    await expect(notice).toContainText('Nothing was sent.', { timeout: 30_000 });
    await workbench.screenshot('sheet-server-gone');
    await expect(view.getByRole('textbox', { name: 'Name' })).toHaveValue('Second thoughts');
    await expect(view.getByLabel('Maximum parallel calls')).toHaveValue('3');
    await withdrawFaults(sandbox);
  });

  await test.step('a start in five minutes is counted down, and taken back by one click', async () => {
    await button(/^Call 21 People/).click(); // nothing covers it
    await dialog.press('Call 21 people');
    await expect(view.locator('.notice.good')).toContainText('“Second thoughts” was created');
    const countdown = workbench.statusBarItem(/“Second thoughts” starts in [34]:\d\d/);
    await expect(countdown).toBeVisible();
    await workbench.screenshot('sheet-countdown');
    await countdown.click();
    await workbench.notification('“Second thoughts” is cancelled before it started').box.waitFor();
    const cancelled = (await servedCampaigns(sandbox)).filter(({ is_cancelled }) => is_cancelled);
    expect(cancelled.map(({ name }) => name)).toEqual(['Second thoughts']);
  });

  await test.step('a list of 200,000 is checked and planned while one types, and its size refused', async () => {
    await workbench.editorTab(/^Campaign from call-list/).click({ button: 'middle' });
    await workbench.show('Explorer');
    await workbench.explorer.contextMenu('many.csv', 'Prepare Campaign…');
    view = await pageWith(workbench, '.sheet');
    await expect(view.locator('.reasons')).toContainText('200,000 can be called', { timeout: 30_000 });
    await chooseAssistant(view, /Emma/);
    await view.getByRole('textbox', { name: 'Name' }).fill('Everybody');
    await expect(view.locator('#missing')).toContainText(
      'The list has 200,000 contacts to call, and revox.policy.maxContacts allows 10,000',
    );
    await expect(view.locator('.plan-headline')).toContainText('Expected to finish', { timeout: 30_000 });
    await chooseRadio(view, /^Now/);
    await expect(button(/^Call 200,000 People/)).toHaveAttribute('aria-disabled', 'true');
    await expect(view.getByRole('textbox', { name: 'Name' })).toHaveValue('Everybody');
    await workbench.screenshot('sheet-200000');
    await expect(view.getByRole('button', { name: 'Split…' })).toBeVisible();
    await view.getByRole('button', { name: 'Change Setting' }).scrollIntoViewIfNeeded();
    await workbench.screenshot('sheet-limit');
  });
});

test('how a list was read is shown on the sheet, and can be changed there', async ({
  workbench,
  workspace,
  sandbox,
}) => {
  const rows = [
    'Clients de mars',
    'Nom;Bureau;Mobile;Pays',
    'Ann;01 99 00 12 01;;France',
    'Jan;;0475 12 34 56;Belgique',
    'Eve;;07 44 12 34 56;France',
  ];
  await writeFile(join(workspace, 'mixed.csv'), rows.join('\n'));
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.defaultRegion': 'FR' },
    size: { width: 1600, height: 1000 },
  });
  await setKey(workbench, sandbox);
  await workbench.openFile('mixed.csv');
  await workbench.command('Revox: Prepare Campaign…');
  const view = await pageWith(workbench, '.sheet');
  const called = view.locator('.ready-count strong');
  await expect(
    view.getByText('Phone column: Mobile · country from column Pays · 1 line above the header'),
  ).toBeVisible();
  await expect(called).toHaveText('1');
  await view.getByLabel('Country of each row').selectOption({ label: 'Read by the country of its row' });
  await expect(called).toHaveText('2');
  await view.getByLabel('Where that is empty').selectOption({ label: 'Bureau' });
  await expect(called).toHaveText('3');
  await expect(view.getByText('Phone column: Mobile, else Bureau')).toBeVisible();
  expect(await axeViolations(view), 'the contacts').toEqual([]);
  await workbench.screenshot('sheet-decisions');
  await view.getByLabel('Header line').selectOption({ label: 'None: every line is a row' });
  await expect(view.getByText('· no header line')).toBeVisible();
  const separator = view.getByLabel('Separator', { exact: true });
  await expect(separator.locator('option:checked')).toHaveText('As found (semicolon)');
  await separator.selectOption({ label: 'Comma' });
  await expect(view.getByText('Phone column: column 1 · no header line')).toBeVisible();
  await separator.selectOption({ label: 'As found' });
  await expect(view.getByText('column_4')).toBeVisible();
});

test.describe('with campaigns that are over', () => {
  test.use({ sandboxOptions: {} });

  test('the sheet looks like VS Code in its four themes, narrow and wide, and axe finds nothing', async ({
    workbench,
    sandbox,
  }) => {
    test.setTimeout(300_000);
    let view = await openSheet(workbench, sandbox);
    await chooseAssistant(view, /Emma/);
    await chooseRadio(view, /^Custom rules/);
    await chooseRadio(view, /^Schedule/);
    await view.locator('.assumptions summary').click();
    await test.step('the plan goes by the campaign that is over, until a person moves a slider', async () => {
      const basis = view.locator('.plan-basis');
      await expect(basis).toHaveText(/^Based on \d+ finished campaigns? \(\d+ calls\)\./);
      const slider = view.getByRole('slider', { name: 'A person answers' });
      const learnt = await slider.inputValue();
      await slider.press('ArrowRight');
      await expect(basis).toHaveText(/^1 slider moved by you\. Based on \d+ finished campaigns?/);
      await expect(slider).toHaveValue(String(Number(learnt) + 1));
      await view.getByRole('button', { name: 'Back to the suggested values' }).click();
      await expect(basis).toHaveText(/^Based on/);
      await expect(slider).toHaveValue(learnt);
    });
    await workbench.command('View: Close Primary Side Bar');
    await workbench.editorTab(/^call-list\.csv/).click({ button: 'middle' });
    for (const [name, theme] of Object.entries(themes)) {
      await workbench.setTheme(theme);
      for (const width of [1600, 400]) {
        await makePageWide(workbench, width);
        view = await pageWith(workbench, '.sheet');
        await expect(view.locator('.chart .bar').first()).toBeAttached();
        await workbench.screenshot(`sheet-${name}-${width}`);
        const tooLong = await view.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
        expect(tooLong, 'only the sheet scrolls, never the button with it').toBe(0);
        expect(await axeViolations(view), `${name} ${width}`).toEqual([]);
        await view.locator('.section.start').scrollIntoViewIfNeeded();
        await workbench.screenshot(`sheet-${name}-${width}-start`);
        if (width === 400) {
          await view.locator('.section.plan').scrollIntoViewIfNeeded();
          await workbench.screenshot(`sheet-${name}-${width}-plan`);
        }
        await view.locator('header').first().scrollIntoViewIfNeeded();
      }
    }
  });
});

test.describe('numbers without a country', () => {
  test.use({ sandboxOptions: { args: ['--empty'], revision: '0.5.0' } });

  test('are read by the country of the account after one click, never before', async ({
    workbench,
    workspace,
    sandbox,
  }) => {
    await writeFile(join(workspace, 'local.csv'), 'phone\n(212) 555-0140\n(212) 555-0141\n');
    await workbench.open({
      settings: { 'revox.apiBaseUrl': sandbox.baseUrl },
      size: { width: 1600, height: 1000 },
    });
    await setKey(workbench, sandbox);
    await workbench.openFile('local.csv');
    await workbench.command('Revox: Prepare Campaign…');
    const view = await pageWith(workbench, '.sheet');
    await expect(view.locator('.reasons')).toContainText('0 can be called');
    await workbench.screenshot('sheet-account-country');
    await view.getByRole('button', { name: 'Use United States, Your Account’s Country' }).click();
    await expect(view.locator('.reasons')).toContainText('2 can be called');
    await expect(view.getByRole('button', { name: /Your Account’s Country/ })).toHaveCount(0);
  });
});
