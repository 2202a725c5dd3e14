import type { FrameLocator } from '@playwright/test';
import { orderFault, setKey, typeKey, withdrawFaults } from './support/account.js';
import { chooseFromContextMenu } from './support/contextMenu.js';
import { axeViolations, makePageWide, pageWith, themes } from './support/page.js';
import { expect, test, type SandboxOptions } from './support/test.js';
import type { Settings } from './support/host.js';
import type { Workbench } from './support/workbench.js';

const running = /Router recall/;

async function openRows(
  workbench: Workbench,
  sandbox: { readonly baseUrl: string; readonly key: string },
  name: RegExp,
  settings: Settings = {},
): Promise<FrameLocator> {
  await workbench.open({ settings: { 'revox.apiBaseUrl': sandbox.baseUrl, ...settings } });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await workbench.tree.openPage(name, 'Open Rows');
  const view = await pageWith(workbench, '[role="grid"]');
  await expect(view.getByRole('grid', { name: 'Rows' })).toBeVisible();
  return view;
}

const rows = (view: FrameLocator) => view.locator('tbody tr');

test('rows are paged, filtered, used by keyboard, copied, and restored after a reload', async ({
  workbench,
  sandbox,
}) => {
  const view = await openRows(workbench, sandbox, running, { 'revox.refreshIntervalSeconds': 0 });
  const { page } = workbench;
  const status = view.locator('[aria-live]');

  await test.step('pages', async () => {
    await expect(rows(view)).toHaveCount(100);
    await expect(status).toHaveText('Page 1 of 6. Rows 1–100 of 600');
    await view.getByRole('button', { name: 'Next page' }).click();
    await expect(status).toHaveText('Page 2 of 6. Rows 101–200 of 600');
    await view.getByRole('button', { name: 'Last page' }).click();
    await expect(status).toHaveText('Page 6 of 6. Rows 501–600 of 600');
    await expect(view.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
    const pageNumber = view.getByRole('textbox', { name: 'Go to page' });
    await pageNumber.fill('3');
    await pageNumber.press('Enter'); // the focus may have gone back to the table meanwhile
    await expect(status).toHaveText('Page 3 of 6. Rows 201–300 of 600');
    await view.getByRole('button', { name: 'First page' }).click();
    await expect(status).toHaveText(/^Page 1 of 6/);
  });

  await test.step('filters', async () => {
    const failed = view.getByRole('button', { name: /^Failed/ });
    await failed.click();
    await expect(failed).toHaveAttribute('aria-pressed', 'true');
    await expect(view.locator('tbody tr', { hasNotText: 'Failed' })).toHaveCount(0);
    const shown = await view.getByRole('group', { name: 'Show rows' }).locator('.chip-value').allInnerTexts();
    const [all, ...parts] = shown.map((text) => Number(text.replaceAll(',', '')));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    await view.getByRole('button', { name: 'Clear filters', exact: true }).click();
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('0126');
    await expect(view.locator('tbody tr', { hasNotText: '0126' })).toHaveCount(0);
    await expect(rows(view).first()).toContainText('0126');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('nobody is called this');
    await expect(view.getByText('No row matches the filters')).toBeVisible();
    await workbench.screenshot('rows-no-match');
    await view.getByRole('button', { name: 'Clear Filters', exact: true }).click();
    await expect(rows(view)).toHaveCount(100);
  });

  await test.step('keyboard, selection and clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await rows(view).nth(0).getByRole('gridcell').nth(2).click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ControlOrMeta+c');
    const phone = await rows(view).nth(0).getByRole('gridcell').nth(1).innerText();
    await expect.poll(() => clipboard(workbench)).toBe(phone.trim());
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(view.getByText('3 rows selected')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+c');
    const copied = async () => (await clipboard(workbench)).split('\n').map((line) => line.split('\t'));
    await expect.poll(async () => (await copied()).length).toBe(3);
    expect((await copied())[0]?.[1]).toBe(phone.trim());
    await page.keyboard.press('ControlOrMeta+a');
    await expect(view.getByText('100 rows selected')).toBeVisible();
    // VS Code's own Select All would have marked every text of the page.
    expect(await view.locator('body').evaluate(() => getSelection()?.toString() ?? '')).toBe('');
    await rows(view)
      .nth(0)
      .getByRole('gridcell')
      .nth(1)
      .click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await view.getByRole('button', { name: 'Copy', exact: true }).click();
    await view.getByRole('button', { name: 'As JSON' }).click();
    await expect(workbench.statusBarItem('Copied 3 rows as JSON')).toBeVisible();
    const json = await clipboard(workbench);
    expect((JSON.parse(json) as unknown[]).length).toBe(3);
    expect(json).toContain('[redacted]');
    await rows(view).nth(0).getByRole('gridcell').nth(0).click();
    for (let leap = 0; leap < 10; leap += 1) await page.keyboard.press('PageDown');
    await expect(rows(view).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('PageDown');
    await expect(status).toHaveText(/^Page 2 of 6/);
    await rows(view).nth(0).getByRole('gridcell').nth(0).click();
    await page.keyboard.press('ControlOrMeta+a');
    await view.getByRole('button', { name: 'Select All 600' }).click();
    await view.getByRole('button', { name: 'Next page' }).click();
    await expect(view.getByText('All 600 rows selected')).toBeVisible();
    await expect(view.locator('tbody tr[aria-selected="true"]')).toHaveCount(100);
    await workbench.screenshot('rows-all-selected');
    await view.getByRole('button', { name: 'Clear Selection' }).click();
    await expect(view.locator('tbody tr[aria-selected="true"]')).toHaveCount(0);
    await view.getByRole('button', { name: 'Previous page' }).click();
  });

  await test.step('a width by keyboard, and the full text of a cell that is cut', async () => {
    await rows(view).nth(0).getByRole('gridcell').nth(3).click();
    await page.keyboard.press('ArrowUp');
    const handle = view.getByRole('separator', { name: 'Width of Call' });
    await expect(handle).toBeFocused();
    await expect(handle).toHaveAttribute('aria-valuenow', '132');
    await page.keyboard.press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuetext', '142 pixels');
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowLeft');
    await expect(handle).toHaveAttribute('aria-valuenow', '40');
    await workbench.screenshot('rows-column-width');
    await page.keyboard.press('ArrowDown');
    const cell = rows(view).nth(0).getByRole('gridcell').nth(3);
    await expect(cell).toBeFocused();
    const name = (await cell.innerText()).trim();
    await page.keyboard.press('Space');
    const dialog = view.getByRole('dialog', { name: /^Call of \+/ });
    await expect(dialog.locator('pre')).toHaveText(name);
    await workbench.screenshot('rows-full-text');
    expect(await axeViolations(view), 'full text').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused();
    await view.getByRole('button', { name: 'Columns' }).click();
    await view.getByRole('button', { name: 'Change the width of Call' }).click();
    await expect(handle).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(70);
    const fits = await cell.evaluate((td) => td.scrollWidth <= td.clientWidth);
    expect(fits).toBe(true);
  });

  await test.step('sorting by a header', async () => {
    const sort = view.getByRole('button', { name: 'Sort by Phone number' });
    const header = view.locator('th[data-column="phone"]');
    await sort.click();
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await expect(status).toHaveText(/^Page 1 of 6/);
    await sort.click();
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await sort.click();
    await expect(header).not.toHaveAttribute('aria-sort', /./);
    await expect(rows(view).first().getByRole('gridcell').nth(0)).toHaveText('1');
    await expect(view.locator('.table-area')).toHaveAttribute('aria-busy', 'false');
  });

  await test.step('the result of a call', async () => {
    await view.getByRole('button', { name: /^Call status and result: Any call/ }).click();
    await view.getByRole('radio', { name: 'Voicemail' }).click();
    await page.keyboard.press('Escape');
    await expect(view.getByRole('button', { name: 'Call status and result: Voicemail' })).toBeFocused();
    await expect(view.locator('tbody tr', { hasNotText: 'Voicemail' })).toHaveCount(0);
    await view.getByRole('button', { name: 'Clear filters' }).click();
    await expect(status).toHaveText(/of 600$/);
  });

  await test.step('the menu of a row', async () => {
    const cell = rows(view).nth(6).getByRole('gridcell').nth(1);
    await chooseFromContextMenu(page, cell, 'Copy Phone Numbers');
    await expect(rows(view).nth(6)).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => clipboard(workbench)).toBe((await cell.innerText()).trim());
  });

  await test.step('columns', async () => {
    const headers = () => view.getByRole('columnheader').allInnerTexts();
    expect((await headers()).slice(1, 5)).toEqual(['Phone number', 'Name', 'Call', 'Result']);
    await view.locator('th[data-column="result"]').dragTo(view.locator('th[data-column="phone"]'));
    await expect.poll(async () => (await headers()).slice(1, 4)).toEqual(['Result', 'Phone number', 'Name']);
    await view.getByRole('button', { name: 'Columns' }).click();
    await view.getByRole('dialog', { name: 'Columns' }).getByText('Dial error').click();
    await page.keyboard.press('Escape');
    await expect(view.getByRole('button', { name: 'Columns' })).toBeFocused();
    await expect(view.getByRole('columnheader', { name: 'Dial error' })).toHaveCount(0);
  });

  await test.step('a reload of the window', async () => {
    await view.getByRole('button', { name: /^Failed/ }).click();
    await expect(view.locator('tbody tr', { hasNotText: 'Failed' })).toHaveCount(0);
    await workbench.reload();
    // VS Code in a browser forgets its secrets: the page asks for the key and then continues where it was.
    const asking = await pageWith(workbench, '.empty-state');
    await asking.getByRole('button', { name: 'Set API Key' }).click();
    await typeKey(workbench, sandbox);
    const again = await pageWith(workbench, '[role="grid"]');
    await expect(again.getByRole('button', { name: /^Failed/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(rows(again).first()).toContainText('Failed');
    await expect(again.getByRole('columnheader', { name: 'Dial error' })).toHaveCount(0);
    expect((await again.getByRole('columnheader').allInnerTexts())[1]).toBe('Result');
    await expect(again.getByRole('separator', { name: 'Width of Call' })).not.toHaveAttribute(
      'aria-valuenow',
      '132',
    );
  });

  await test.step('the selected contacts as a call list of their own', async () => {
    const again = await pageWith(workbench, '[role="grid"]');
    await rows(again).nth(0).getByRole('gridcell').nth(0).click();
    await rows(again)
      .nth(2)
      .getByRole('gridcell')
      .nth(0)
      .click({ modifiers: ['Shift'] });
    await again.getByRole('button', { name: 'New List of These…' }).click();
    await expect(workbench.page.getByPlaceholder('Leave out')).toBeVisible();
    // everybody was called within the last day: nobody would be left
    await workbench.quickPick.row('Called recently').click();
    await workbench.quickPick.row('Called often').click();
    await workbench.quickPick.accept();
    await expect(workbench.editorTab(/selected\.csv/)).toBeVisible();
    await expect(workbench.page.locator('.monaco-editor .view-line').first()).toContainText('phone_number,');
    await workbench.screenshot('rows-new-csv');
  });
});

test('rows of a running campaign change in place; a lost connection keeps and marks them', async ({
  workbench,
  sandbox,
}) => {
  const view = await openRows(workbench, sandbox, running, { 'revox.refreshIntervalSeconds': 1 });
  const cell = rows(view).nth(40).getByRole('gridcell').nth(2);
  await cell.click();
  const scrolled = () => view.locator('.table-area').evaluate((area) => area.scrollTop);
  const before = await scrolled();
  const done = view.getByText(/ of 600 done/);
  const progress = await done.innerText();
  await expect(done).not.toHaveText(progress, { timeout: 30_000 });
  await expect(done).not.toHaveText(await done.innerText(), { timeout: 30_000 });
  expect(await scrolled()).toBe(before);
  await expect(cell).toBeFocused();
  await expect(rows(view).nth(40)).toHaveAttribute('aria-selected', 'true');

  for (const path of ['/api/campaigns/*/rows', '/api/campaigns/*']) {
    await orderFault(sandbox, { path, reset: true, times: 500 });
  }
  await expect(view.getByText(/Showing what was read/)).toBeVisible({ timeout: 30_000 });
  await expect(rows(view)).toHaveCount(100);
  await workbench.screenshot('rows-offline');
  await withdrawFaults(sandbox);
  await view.getByRole('button', { name: 'Try Again' }).click();
  await expect(view.getByText(/Showing what was read/)).toHaveCount(0);

  await view.getByRole('button', { name: 'Cancel campaign' }).click();
  await expect(workbench.dialog.box).toContainText('Router recall');
  await workbench.dialog.press(/Cancel Campaign/);
  await expect(view.getByText('Cancelled', { exact: true }).first()).toBeVisible();

  await orderFault(sandbox, { path: '/api/campaigns/*/rows', status: 500, times: 500 });
  await workbench.tree.openPage(/Webinar attendees/, 'Open Rows');
  const failing = await pageWith(workbench, '.empty-state');
  await expect(failing.getByText('Reading the rows…')).toBeVisible();
  await workbench.screenshot('rows-loading');
  await expect(failing.getByText('The rows could not be read')).toBeVisible({ timeout: 60_000 });
  await workbench.screenshot('rows-error');
});

test('rows look like VS Code in its four themes, narrow and wide, and axe finds nothing', async ({
  workbench,
  sandbox,
}) => {
  test.setTimeout(300_000);
  // as many rows as are in sight: axe looks at every cell, a dozen times
  const few = { 'revox.refreshIntervalSeconds': 0, 'revox.rowsPageSize': 25 };
  const view = await openRows(workbench, sandbox, running, few);
  await workbench.command('View: Close Primary Side Bar');
  for (const [name, theme] of Object.entries(themes)) {
    await workbench.setTheme(theme);
    await expect(rows(view).first()).toBeVisible();
    for (const width of [1600, 300]) {
      await makePageWide(workbench, width);
      await rows(view).nth(2).getByRole('gridcell').nth(2).click();
      await rows(view)
        .nth(4)
        .getByRole('gridcell')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await workbench.screenshot(`rows-${name}-${width}`);
      expect(await axeViolations(view), `${name} ${width}`).toEqual([]);
    }
    await makePageWide(workbench, 1000);
    await view.getByRole('button', { name: 'Columns' }).click();
    await workbench.screenshot(`rows-${name}-columns`);
    expect(await axeViolations(view), `${name} columns`).toEqual([]);
    await workbench.page.keyboard.press('Escape');
    await view.getByRole('button', { name: 'Call status and result' }).click();
    await workbench.screenshot(`rows-${name}-calls`);
    expect(await axeViolations(view), `${name} calls`).toEqual([]);
    await workbench.page.keyboard.press('Escape');
  }
});

const million: SandboxOptions = { args: ['--rows', '1000000'] };

test.describe('a million rows', () => {
  test.use({ sandboxOptions: million });

  test('are opened, turned to the last page and filtered without growing', async ({ workbench, sandbox }) => {
    const view = await openRows(workbench, sandbox, /Big list/, { 'revox.refreshIntervalSeconds': 0 });
    const status = view.locator('[aria-live]');
    await expect(status).toHaveText('Page 1 of 10,000. Rows 1–100 of 1,000,000');
    await view.getByRole('button', { name: 'Last page' }).click();
    await expect(status).toHaveText('Page 10,000 of 10,000. Rows 999,901–1,000,000 of 1,000,000');
    await expect(rows(view)).toHaveCount(100);
    const elements = () => view.locator('*').count();
    const before = await elements();
    for (let page = 9_999; page > 9_989; page -= 1) {
      await view.getByRole('button', { name: 'Previous page' }).click();
      await expect(status).toHaveText(new RegExp(`^Page ${page.toLocaleString('en')} of`));
    }
    expect(before).toBeLessThan(100 * 40);
    expect(await elements()).toBeLessThan(before + 100);
    await view.getByRole('textbox', { name: /^Search numbers/ }).fill('55512');
    await expect(view.locator('tbody tr', { hasNotText: '55512' })).toHaveCount(0);
    await workbench.screenshot('rows-million');
  });
});

function clipboard(workbench: Workbench): Promise<string> {
  return workbench.page.evaluate(() => navigator.clipboard.readText());
}
