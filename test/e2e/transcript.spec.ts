import type { FrameLocator } from '@playwright/test';
import { orderFault, setKey, typeKey, withdrawFaults } from './support/account.js';
import { axeViolations, makePageWide, pageWith, themes } from './support/page.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

/** The number ends in what the sandbox takes for "a person; a tool fails". */
const toolFails = '0126';

async function openTranscript(
  workbench: Workbench,
  sandbox: { readonly baseUrl: string; readonly key: string },
): Promise<FrameLocator> {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
    size: { width: 1400, height: 900 },
  });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await workbench.tree.openPage(/Router recall/, 'Open Rows');
  const rows = await pageWith(workbench, '[role="grid"]');
  await expect(rows.getByRole('grid', { name: 'Rows' })).toBeVisible();
  // From here by keyboard alone: the filter, the table, the row.
  const { keyboard } = workbench.page;
  await rows.getByRole('grid').press('ControlOrMeta+f');
  await expect(rows.getByRole('textbox', { name: /^Search numbers/ })).toBeFocused();
  await keyboard.type('012');
  await expect(rows.locator('[aria-live]')).toHaveText(/Rows 1–7 of 7$/);
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(rows.locator('td:focus')).toHaveCount(1, { timeout: 200 });
  }).toPass({ timeout: 10_000, intervals: [0] });
  const row = rows.locator('tbody tr', { hasText: toolFails }).first();
  const place = await row.evaluate((element: HTMLTableRowElement) => element.sectionRowIndex);
  for (let step = 0; step < place; step += 1) await keyboard.press('ArrowDown');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  const view = await pageWith(workbench, '.attempt');
  await expect(view.getByRole('heading', { level: 1 })).toContainText(toolFails);
  return view;
}

test('a transcript is read, searched, played, stepped through and opened as a document', async ({
  workbench,
  sandbox,
}) => {
  const recordings: string[] = [];
  const view = await openTranscript(workbench, sandbox);
  const { page } = workbench;
  page.on('request', (request) => {
    if (request.url().includes('/recordings/')) recordings.push(request.url());
  });

  await test.step('all three roles, a tool that failed, arguments folded', async () => {
    for (const role of ['user', 'assistant', 'tool']) {
      await expect(view.locator(`.turn.${role}`).first()).toBeVisible();
    }
    const failed = view.locator('.turn.tool.failed').first();
    await expect(failed.getByText('Failed')).toBeVisible();
    await expect(failed.locator('pre').first()).toBeHidden();
    await failed.locator('summary').first().click();
    await expect(failed.locator('pre').first()).toBeVisible();
    await expect(view.getByRole('heading', { name: 'Structured output' })).toBeVisible();
  });

  await test.step('nothing secret stands in the page', async () => {
    await view.getByText('Details of the call').click();
    await view.getByText('The whole assistant, without keys and tokens').click();
    await expect(view.locator('.order pre')).toContainText('[redacted]');
    expect(await view.locator('body').innerHTML()).not.toContain('/recordings/');
  });

  await test.step('find', async () => {
    await view.locator('.reading').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('ControlOrMeta+f');
    await expect(view.getByRole('textbox', { name: 'Find in transcript' })).toBeFocused();
    await page.keyboard.type('ticket');
    await expect(view.locator('.find-count')).toHaveText(/^1 of \d+$/);
    await page.keyboard.press('Enter');
    await expect(view.locator('.find-count')).toHaveText(/^2 of \d+$/);
    await workbench.screenshot('transcript-find');
    await page.keyboard.press('Escape');
    await expect(view.locator('.find')).toHaveCount(0);
  });

  await test.step('copies', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const turn = view.locator('.turn.assistant').first();
    await turn.hover();
    await turn.getByRole('button', { name: 'Copy turn' }).click();
    await expect(view.locator('[aria-live]').last()).toHaveText('Copied the turn');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^\*\*Assistant:\*\* /);
  });

  await test.step('the recording is fetched when play is pressed and not before; one that does not play says so', async () => {
    expect(recordings).toEqual([]);
    await orderFault(sandbox, { path: '/recordings/*', status: 404, times: 50 });
    await view.getByRole('button', { name: 'Play Recording' }).first().click();
    const silent = await pageWith(workbench, '.recording vscode-button[icon="link-external"]');
    await expect(silent.getByText('The recording could not be played here.')).toBeVisible();
    await workbench.screenshot('transcript-unplayable');
    await withdrawFaults(sandbox);
    await silent.getByRole('button', { name: 'Try Again' }).click();
    const playing = await pageWith(workbench, 'audio');
    await expect
      .poll(() => playing.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0);
    expect(recordings.length).toBeGreaterThan(0);
    await workbench.screenshot('transcript-playing');
  });

  await test.step('the next row and the one before', async () => {
    const now = await pageWith(workbench, '.attempt');
    const number = await now.getByRole('heading', { level: 1 }).innerText();
    await now.getByRole('button', { name: 'Next row' }).click();
    await expect(now.getByRole('heading', { level: 1 })).not.toHaveText(number);
    await expect(now.locator('audio')).toHaveCount(0);
    await now.getByRole('button', { name: 'Previous row' }).click();
    await expect(now.getByRole('heading', { level: 1 })).toHaveText(number);
  });

  await test.step('a reload of the window', async () => {
    await workbench.reload();
    // VS Code in a browser forgets its secrets: the page asks for the key and then continues where it was.
    await (await pageWith(workbench, '.empty-state')).getByRole('button', { name: 'Set API Key' }).click();
    await typeKey(workbench, sandbox);
    const again = await pageWith(workbench, '.attempt');
    await expect(again.getByRole('heading', { level: 1 })).toContainText(toolFails);
  });

  await test.step('as a document', async () => {
    const now = await pageWith(workbench, '.attempt');
    await now.getByRole('button', { name: 'Open as document' }).click();
    await expect(workbench.editorTab(/Transcript of row/)).toBeVisible();
    await expect(workbench.page.locator('.monaco-editor .view-line').first()).toContainText('Call to');
    await workbench.screenshot('transcript-document');
  });
});

test('a transcript looks like VS Code in its four themes, narrow and wide, and axe finds nothing', async ({
  workbench,
  sandbox,
}) => {
  test.setTimeout(300_000);
  await openTranscript(workbench, sandbox);
  await workbench.command('View: Close Primary Side Bar');
  await workbench.editorTab(/Router recall/).click({ button: 'middle' });
  for (const [name, theme] of Object.entries(themes)) {
    await workbench.setTheme(theme);
    for (const width of [1600, 400]) {
      await makePageWide(workbench, width);
      const view = await pageWith(workbench, '.attempt');
      await workbench.screenshot(`transcript-${name}-${width}`);
      expect(await axeViolations(view), `${name} ${width}`).toEqual([]);
      await view.locator('.turn.tool').first().scrollIntoViewIfNeeded();
      await workbench.screenshot(`transcript-${name}-${width}-turns`);
    }
  }
});
