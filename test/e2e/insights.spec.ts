import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callServed, setKey } from './support/account.js';
import { ownServer, sendJson } from './support/ownServer.js';
import { pageWith, picturesInThemes } from './support/page.js';
import { chooseAssistant, chooseRadio } from './support/sheet.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

/** What VS Code's own file dialog proposes is taken. @returns the text of the file */
async function saveAsProposed(workbench: Workbench, workspace: string, name: RegExp): Promise<string> {
  await workbench.quickPick.shows(/^Save /);
  await expect(workbench.quickPick.input).toHaveValue(name);
  await workbench.quickPick.accept();
  const saved = async () => (await readdir(workspace)).filter((file) => name.test(file));
  await expect.poll(saved).toHaveLength(1);
  return readFile(join(workspace, (await saved())[0] ?? ''), 'utf8');
}

/** The text of the editor in front, as far as it is in sight. */
function editorText({ page }: Workbench) {
  return page.locator('.editor-instance:visible .view-lines').first();
}

test.describe('after a campaign', () => {
  test.use({ sandboxOptions: { revision: '0.5.0' } });

  test('a report is a document and a file, calls are exported, and two campaigns are compared', async ({
    workbench,
    sandbox,
    workspace,
  }) => {
    await workbench.open({
      settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
    });
    const { tree, quickPick, page } = workbench;
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    const pilot = /^Spring pilot/;
    const survey = /^Support satisfaction/;

    await test.step('the report opens as a document and is saved as Markdown', async () => {
      await tree.openPage(pilot, 'Open Report');
      const view = await pageWith(workbench, '.funnel');
      await view.getByRole('button', { name: 'Open as document' }).click();
      await expect(workbench.editorTab(/^Report- Spring pilot|^Report: Spring pilot/).last()).toBeVisible();
      await expect(editorText(workbench)).toContainText('Of 24 people');
      await workbench.screenshot('insights-document');
      await page
        .getByRole('tab', { name: /^Report: Spring pilot$/ })
        .first()
        .click();
      await (await pageWith(workbench, '.funnel')).getByRole('button', { name: /^Save as Markdown/ }).click();
      const text = await saveAsProposed(workbench, workspace, /Report-Spring-pilot\.md$/);
      expect(text).toMatch(/^# Report: Spring pilot\n/);
      expect(text).toContain('| Reached a person |');
      // it takes the focus when it opens, which would close a menu
      await page.getByRole('tab', { name: /^Report-Spring-pilot\.md/, selected: true }).waitFor();
    });

    await test.step('calls become a CSV and JSON Lines', async () => {
      await tree.contextMenu(pilot, 'Export Calls…');
      await quickPick.select('CSV, one line a call');
      const csv = await saveAsProposed(workbench, workspace, /-calls\.csv$/);
      const [header = '', ...lines] = csv.trimEnd().split('\n');
      expect(header).toMatch(/^campaign,campaign_id,row,row_id,call_id,phone_number,input\./);
      expect(header).toContain(',output.wants_offer');
      expect(lines.length).toBeGreaterThan(24);
      await workbench.notification(/Saved .*-calls\.csv/).box.waitFor();
      await workbench.notification(/Saved .*-calls\.csv/).dismiss();
      await tree.contextMenu(pilot, 'Export Calls…');
      await quickPick.select('JSON Lines, one line a person');
      const jsonl = await saveAsProposed(workbench, workspace, /-calls\.jsonl$/);
      const people = jsonl
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(people).toHaveLength(24);
      expect(people[0]).toMatchObject({ campaign: 'Spring pilot', row: 1 });
    });

    await test.step('two ticked campaigns are compared, their settings line by line', async () => {
      await tree.item(pilot).click();
      await tree.item(survey).click({ modifiers: ['ControlOrMeta'] });
      await tree.contextMenu(survey, 'Compare Campaigns…');
      const comparison = await pageWith(workbench, 'table');
      await expect(comparison.getByText('This comparison is only reliable if')).toBeVisible();
      await expect(comparison.getByRole('columnheader', { name: 'Measure' })).toBeVisible();
      await picturesInThemes(workbench, 'insights-compare');
      await workbench.notification('Prompts and settings of the two').press('Compare Prompts and Settings');
      await expect(page.locator('.monaco-diff-editor:visible')).toContainText('Prompt (as of now)');
      await workbench.screenshot('insights-compare-settings');
    });

    await test.step('a list is split at random into the same halves for the same seed', async () => {
      await workbench.openFile('call-list.csv');
      await workbench.command('Revox: Split Call List…');
      await quickPick.select('At random into two halves');
      await quickPick.type('7', 'Seed');
      await expect(workbench.editorTab(/call-list-half-A/)).toBeVisible();
      await expect(workbench.editorTab(/call-list-half-B/)).toBeVisible();
      await workbench.screenshot('insights-halves');
    });
  });
});

test.describe('during a campaign', () => {
  test.use({ sandboxOptions: { args: ['--empty'], revision: '0.5.0', clock: '6' } });

  test('a list of wrong numbers is warned of, and the report follows the calls', async ({
    workbench,
    sandbox,
  }) => {
    const wrong = ['0110', '0110', '0110', '0110', '0110', '0110'];
    const others = ['0111', '0112', '0113', '0115', '0116', '0117'];
    const talks = Array.from({ length: 48 }, () => '0100');
    await workbench.open({
      settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 1 },
    });
    const { tree } = workbench;
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    // Only now: the last twenty calls count, and those to wrong numbers come first.
    await callServed(sandbox, 'Wrong numbers', [...wrong, ...others, ...talks]);
    await workbench.command('Revox: Refresh Campaigns');
    await tree.openPage(/^Wrong numbers/, 'Open Report');
    await pageWith(workbench, '.funnel');
    await test.step('the warning names the calls and never acts by itself', async () => {
      const warning = workbench.notification(/calls of “Wrong numbers” went to numbers that are not in use/);
      await expect(warning.box).toBeVisible({ timeout: 60_000 });
      await expect(warning.box).toContainText('The calls: +12125550110');
      await workbench.screenshot('insights-warning');
      await warning.press('Open Rows');
      await pageWith(workbench, '[role="grid"]');
    });
    await test.step('the report follows the calls', async () => {
      await workbench.page.getByRole('tab', { name: /^Report: / }).click();
      // a page that was hidden comes back in another frame
      const view = await pageWith(workbench, '.funnel');
      const sentence = view.getByRole('heading', { level: 1 });
      const before = await sentence.textContent();
      expect(before).toMatch(/^Of 60 people, .*so far/);
      await expect(sentence).not.toHaveText(before ?? '', { timeout: 60_000 });
      await workbench.screenshot('insights-live');
    });
  });
});

/** A service that calls nobody although a person waits and may be called at any time. */
async function silentServer() {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const window = {
    calling_window_start_time: '00:00',
    calling_window_end_time: '24:00',
    retry_delay_seconds: 60,
  };
  const rules = {
    allowed_days: days,
    calling_windows: [window],
    max_retry_attempts: 3,
    timezone: 'Europe/Paris',
  };
  const row_stats = {
    total: 2,
    completed: 0,
    pending: 2,
    calling: 0,
    waiting_for_retry: 0,
    errored: 0,
    cancelled: 0,
  };
  const campaign = {
    id: 'c',
    name: 'Quiet',
    assistant_id: 'a',
    status: 'running',
    call_retry_config: rules,
    row_stats,
  };
  const waiting = {
    id: 'w',
    status: 'queued_for_calling',
    to_phone_number: '+33612345678',
    call_attempts: [],
  };
  return ownServer(({ path, body }, response) => {
    const search = path.endsWith('/call/search');
    const calls = search && body.includes('queued_for_calling') ? [waiting] : [];
    if (search) sendJson(response, { calls, total_count: calls.length });
    else if (path.endsWith('/campaigns')) sendJson(response, { campaigns: [campaign] });
    else if (path.endsWith('/auth-status')) sendJson(response, { authenticated: true });
    else sendJson(response, {}, 404);
  });
}

test('a campaign that calls nobody during its hours is warned of @waits', async ({ workbench }) => {
  const server = await silentServer();
  try {
    await workbench.open({
      settings: {
        'revox.apiBaseUrl': server.baseUrl,
        'revox.refreshIntervalSeconds': 1,
        'revox.earlyWarningSilentMinutes': 1,
      },
    });
    await workbench.show('Revox');
    await setKey(workbench, { baseUrl: server.baseUrl, key: 'silent-key' });
    const warning = workbench.notification('“Quiet” has called nobody for 1 minute although');
    await expect(warning.box).toBeVisible({ timeout: 150_000 });
    await expect(warning.box.getByRole('button', { name: 'Cancel Campaign…' })).toBeVisible();
    await workbench.screenshot('insights-silence');
    const writes = server.asked.filter(
      ({ method, path }) => method !== 'GET' && !path.endsWith('/call/search'),
    );
    expect(writes).toEqual([]);
  } finally {
    await server.close();
  }
});

test.describe('people to call again', () => {
  test.use({ sandboxOptions: { args: ['--empty'], revision: '0.5.0', clock: '30' } });

  test('people are redialled once, and who asked not to be called goes on a suppression list', async ({
    workbench,
    sandbox,
    workspace,
  }) => {
    await callServed(sandbox, 'November', ['0114', '0114', '0101', '0100', '0123', '0123']);
    await workbench.open({
      settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 1 },
    });
    const { tree, quickPick, dialog } = workbench;
    await workbench.show('Revox');
    await setKey(workbench, sandbox);
    await expect(tree.item(/^November, Completed/)).toBeVisible({ timeout: 90_000 });

    await test.step('who asked not to be called is reviewed with the line they said', async () => {
      await tree.contextMenu(/^November/, 'Review Opt-Outs…');
      await quickPick.shows('Read the lines');
      // both rows are of one number
      await expect(quickPick.rows).toHaveCount(1);
      await picturesInThemes(workbench, 'insights-opt-out');
      await quickPick.rows.first().click();
      await quickPick.accept();
      await quickPick.select('suppression.csv');
      await workbench.notification(/on suppression\.csv now/).box.waitFor();
      expect(await readFile(join(workspace, 'suppression.csv'), 'utf8')).toContain('0123');
    });

    await test.step('people who were not reached come on a new list and its sheet', async () => {
      await tree.contextMenu(/^November/, 'Redial…');
      await quickPick.shows('Leave out');
      await workbench
        .notification(/^Only suppression lists of your settings and this folder apply/)
        .box.waitFor();
      await picturesInThemes(workbench, 'insights-redial');
      await quickPick.row('Called recently').click();
      await quickPick.accept();
      const sheet = await pageWith(workbench, '.sheet, form, main');
      await expect(workbench.editorTab(/not-reached/).first()).toBeVisible();
      // the assistant of the campaign is chosen already
      await expect(sheet.getByRole('button', { name: /^Create with 1 Contact/ })).toBeEnabled();
      await workbench.screenshot('insights-redial-sheet');
    });

    await test.step('a second redial of the same people says so first', async () => {
      await tree.contextMenu(/^November/, 'Redial…');
      await expect(dialog.box).toContainText('was already redialled');
      await dialog.press('Cancel');
    });

    await test.step('calls with attempts left are made again in the same campaign', async () => {
      await callServed(sandbox, 'Second', ['0115', '0116']);
      // a list in which nothing runs is read once a minute
      await workbench.command('Revox: Refresh Campaigns');
      await expect(tree.item(/^Second, Completed/)).toBeVisible({ timeout: 90_000 });
      await tree.contextMenu(/^Second/, 'Redial…');
      await quickPick.row('Called recently').click();
      await quickPick.accept();
      await quickPick.shows('Redial: How?');
      await workbench.screenshot('insights-redial-how');
      await quickPick.select(/The same calls again/);
      await quickPick.select(/Now$/);
      await expect(dialog.box).toContainText('Call 1 person again');
      await workbench.screenshot('insights-redial-again');
      await dialog.press('Call 1 person again');
      await workbench.notification(/1 call is launched/).box.waitFor();
    });
  });
});

/** A newcomer gets from a list to the second round of calls in this time. */
const walkWithin = { timeout: 180_000 };

test('someone without an account goes from a list to calls, their report and a redial @waits', async ({
  workbench,
}) => {
  test.setTimeout(300_000);
  await workbench.open({
    settings: { 'revox.defaultRegion': 'FR', 'revox.refreshIntervalSeconds': 1 },
    size: { width: 1600, height: 1000 },
  });
  const { dialog, tree, quickPick } = workbench;
  await test.step(
    'list, calls, report, redial',
    async () => {
      await workbench.openFile('call-list.csv');
      await workbench.command('Revox: Prepare Campaign…');
      await dialog.press('Try with Sample Campaigns');
      const sheet = await pageWith(workbench, '.sheet');
      await chooseAssistant(sheet, /Emma/);
      await chooseRadio(sheet, /^Now/);
      await sheet
        .locator('footer')
        .getByRole('button', { name: /^Call 21 People/ })
        .click();
      await dialog.press('Call 21 people');

      const ended = workbench.notification('“call-list” has ended. Of 21 people, ');
      await expect(ended.box).toBeVisible({ timeout: 120_000 });
      const told = await ended.box.innerText();
      await workbench.screenshot('walk-ended');
      await ended.press('Open Results');
      const report = await pageWith(workbench, '.funnel');
      const sentence = report.getByRole('heading', { level: 1 });
      // While the service still extracts outputs, the report says "so far".
      await expect(sentence).not.toContainText('so far');
      expect(told.replaceAll(/\s+/g, ' ')).toContain(await sentence.innerText());
      await workbench.screenshot('walk-report');

      await tree.contextMenu(/^call-list, /, 'Redial…');
      await quickPick.shows('Leave out');
      await quickPick.row('Called recently').click();
      await workbench.screenshot('walk-redial');
      await quickPick.accept();
      // One person has an attempt left: the others were called three times.
      await quickPick.shows('Redial: How?');
      await quickPick.select(/The same calls again/);
      await quickPick.select(/Now$/);
      await dialog.press('Call 1 person again');
      await workbench.notification('1 call is launched').box.waitFor();
    },
    walkWithin,
  );
  await workbench.screenshot('walk-second-round');
});
