import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servedCampaigns, servedRows, setKey } from './support/account.js';
import { pageWith } from './support/page.js';
import { chooseAssistant } from './support/sheet.js';
import { expect, test } from './support/test.js';

test.use({ sandboxOptions: { args: ['--empty'] } });

const messy = [
  'phone;first_name;company',
  '+33199001201;Camille;"Lumen; Fils"',
  'tel:+33261912602;Hugo;Vauban',
  '"tel:+33 3 53 01 35 03";Inès;Cycles Vauban',
  '199002606;Zoé;',
  '3.36123E+10;Paul;Garage Mistral',
  '+33199001201;Camille;Lumen',
  '',
].join('\r\n');

test('a faulty list is understood and repaired in its editor, then becomes a campaign of exactly its clean rows', async ({
  workbench,
  sandbox,
  workspace,
}) => {
  await writeFile(join(workspace, 'messy.csv'), messy);
  await workbench.open({
    theme: 'Default Light Modern',
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.defaultRegion': 'FR' },
  });
  await setKey(workbench, sandbox);
  const { page } = workbench;
  const lens = page.locator('.part.editor .codelens-decoration');

  await test.step('one line greets it, and nothing is marked until it is checked', async () => {
    await workbench.openFile('messy.csv');
    await expect(lens).toContainText('6 rows, 3 can be called');
    await expect(page.locator('.squiggly-error, .squiggly-warning')).toHaveCount(0);
    await workbench.command('Revox: Check Call List');
    await expect(lens).toContainText('3 ready · 3 problems');
    await workbench.notification('3 of 6 rows ready').box.waitFor();
    await workbench.screenshot('call-list-01-checked');
    await workbench.notification('3 of 6 rows ready').dismiss();
  });

  await test.step('the problems stand on their cells', async () => {
    await lens.getByText('3 ready').click();
    await expect(workbench.text(/lost its last digits/).first()).toBeVisible();
    await workbench.screenshot('call-list-02-problems');
    await page.keyboard.press('ControlOrMeta+J');
  });

  await test.step('the light bulb repairs a cell', async () => {
    await page.locator('.part.editor .view-line', { hasText: '199002606' }).click();
    await page.keyboard.press('Home');
    const menu = page.locator('.action-widget');
    await expect(async () => {
      // an open menu does not follow what is found out about the cell later
      if (await menu.isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+.');
      await expect(menu).toContainText('Write it as +33199002606', { timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await expect(menu).toContainText('Fix all 2 problems that can be fixed automatically');
    await workbench.screenshot('call-list-03-light-bulb');
    // this cell comes first; a mouse is kept off by the menu for a moment
    await page.keyboard.press('Enter');
    await expect(lens).toContainText('4 ready · 2 problems');
  });

  await test.step('the facts about the file in front say how many are ready', async () => {
    await page.locator('[id="status.languageStatus"]').click();
    await expect(page.locator('.hover-language-status')).toContainText('4 ready, 2 left out');
    await workbench.screenshot('call-list-08-status');
    await page.keyboard.press('Escape');
  });

  await test.step('all that is safe is repaired at once', async () => {
    await workbench.command('Fix All');
    await expect(page.locator('.part.editor .view-line', { hasText: 'tel:' })).toHaveCount(0);
    await expect(page.locator('.part.editor .view-line', { hasText: '"+33353013503"' })).toHaveCount(1);
    await expect(lens).toContainText('4 ready · 2 problems');
  });

  await test.step('the pointer on a number shows where and when it would ring', async () => {
    await page.locator('.part.editor .view-line', { hasText: 'Hugo' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await workbench.command('Show or Focus Hover');
    await expect(page.locator('.monaco-hover:visible').last()).toContainText('France, fixed line');
    await workbench.screenshot('call-list-04-hover');
    await page.keyboard.press('Escape');
  });

  await test.step('a campaign from the line above the header calls the clean rows', async () => {
    await lens.getByText('Prepare Campaign…').click();
    const sheet = await pageWith(workbench, '.sheet');
    await chooseAssistant(sheet, /Emma/);
    await sheet.getByRole('button', { name: /^Save Draft of 4 Contacts/ }).click();
    await workbench.dialog.press('Save Draft of 4 Contacts');
    await workbench.notification(/was created|is running/).box.waitFor();
    const [campaign, ...others] = await servedCampaigns(sandbox);
    expect(others).toEqual([]);
    const rows = await servedRows(sandbox, campaign?.id ?? '');
    expect(rows.map(({ phone_number, input_data }) => [phone_number, input_data])).toEqual([
      ['+33199001201', { first_name: 'Camille', company: 'Lumen; Fils' }],
      ['+33261912602', { first_name: 'Hugo', company: 'Vauban' }],
      ['+33353013503', { first_name: 'Inès', company: 'Cycles Vauban' }],
      ['+33199002606', { first_name: 'Zoé', company: '' }],
    ]);
    await workbench.notification(/was created|is running/).dismiss();
    await workbench.editorTab(/^Campaign from/).click({ button: 'middle' });
  });

  await test.step('what the assistant says to a row stands beside it, gaps marked, and follows the cursor', async () => {
    const rows = page.locator('.part.editor .editor-group-container').first().locator('.view-line');
    const preview = page.locator('.part.editor .editor-group-container').nth(1).locator('.view-lines');
    await rows.filter({ hasText: 'Hugo' }).click();
    await workbench.command('Revox: Preview What the Assistant Says…');
    await expect(preview).toContainText('You call Hugo at Vauban');
    await rows.filter({ hasText: 'Zoé' }).click();
    await expect(preview).toContainText('1 value is missing in this row: {{company}}');
    await workbench.screenshot('call-list-06-preview');
    await preview.click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(preview).toContainText('You call Inès at Cycles Vauban');
    await workbench.screenshot('call-list-07-preview-in-front');
    await workbench.command('View: Close Editor');
  });

  await test.step('who is left out opens as a file of its own', async () => {
    await page.locator('.part.editor .view-line', { hasText: 'Hugo' }).click();
    await workbench.command('Revox: Open Excluded Rows as CSV');
    await workbench.editorTab('messy-left-out.csv').waitFor();
    await expect(page.locator('.part.editor .view-line', { hasText: '3.36123E+10;Paul' })).toHaveCount(1);
    await workbench.screenshot('call-list-05-left-out');
  });
});

/** A wrong `sep=` line, and a person whom one row refuses to call and another would call. */
const refused = [
  'sep=,',
  'phone;first_name;DNC',
  '+33199001201;Camille;yes',
  '+33261912602;Hugo;',
  '+33199001201;Camille;',
  '+33353013503;Inès;',
  '',
].join('\r\n');

test('contradicting notes block a list until a quick fix resolves them; its separator is chosen in the palette', async ({
  workbench,
  sandbox,
  workspace,
}) => {
  await writeFile(join(workspace, 'refused.csv'), refused);
  await workbench.open({
    theme: 'Default Light Modern',
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.defaultRegion': 'FR' },
  });
  const { page } = workbench;
  const lens = page.locator('.part.editor .codelens-decoration');
  const lines = page.locator('.part.editor .view-line');
  const menu = page.locator('.action-widget');
  const showFix = async (line: string, place: 'Home' | 'End', title: string): Promise<void> => {
    await lines.filter({ hasText: line }).first().click();
    await page.keyboard.press(place);
    await expect(async () => {
      if (await menu.isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+.');
      await expect(menu).toContainText(title, { timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
  };

  await test.step('nobody is called while one row refuses a number that another row has', async () => {
    await workbench.openFile('refused.csv');
    await workbench.command('Revox: Check Call List');
    await expect(lens).toContainText('3 ready, but blocked');
  });

  await test.step('the light bulb deletes the row that would call the person', async () => {
    await showFix('Camille;yes', 'Home', 'Delete line 5, which would call this number');
    await workbench.screenshot('call-list-09-refused');
    // it comes first; a mouse is kept off by the menu for a moment
    await page.keyboard.press('Enter');
    await expect(lines.filter({ hasText: 'Camille' })).toHaveCount(1);
    await expect(lens).toContainText('2 ready ·');
  });

  await test.step('the light bulb corrects the line that names the separator', async () => {
    await showFix('sep=', 'End', 'Write sep=;');
    await page.keyboard.press('Enter');
    await expect(lines.filter({ hasText: 'sep=;' })).toHaveCount(1);
  });

  await test.step('another separator is chosen in the palette, and the one found again', async () => {
    const options = workbench.quickPick;
    const separator = options.rows.filter({ hasText: 'Separator between cells' });
    const choose = async (sign: string): Promise<void> => {
      await separator.click();
      await options.shows('Which character separates the cells?');
      await options.rows.filter({ hasText: sign }).click();
    };
    await workbench.command('Revox: Call List Options…');
    await choose('Vertical bar');
    await expect(separator).toContainText('vertical bar, chosen for this list');
    await options.cancel();
    await expect(lens).toContainText('0 ready');
    await workbench.command('Revox: Call List Options…');
    await choose('As found');
    await expect(separator).toContainText('semicolon, found');
    await options.cancel();
    await expect(lens).toContainText('2 ready');
    await workbench.screenshot('call-list-10-separator');
  });
});
