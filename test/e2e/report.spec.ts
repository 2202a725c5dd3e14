import { setKey } from './support/account.js';
import { axeViolations, makePageWide, pageWith, themes } from './support/page.js';
import { expect, test } from './support/test.js';

const running = /Router recall/;

test('a report opens the rows behind a number, and a list of exactly these people', async ({
  workbench,
  sandbox,
}) => {
  await workbench.open({
    settings: { 'revox.apiBaseUrl': sandbox.baseUrl, 'revox.refreshIntervalSeconds': 0 },
  });
  await workbench.show('Revox');
  await setKey(workbench, sandbox);
  await workbench.tree.inlineAction(running, 'Open Report');
  const view = await pageWith(workbench, '.funnel');
  await expect(view.getByRole('heading', { level: 1 })).toHaveText(/^Of 600 people, /);
  await expect(view.getByText(/^Reading: /)).toHaveCount(0);

  await test.step('no violation, at each width and in each theme', async () => {
    expect(await axeViolations(view)).toEqual([]);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    for (const [name, theme] of Object.entries(themes)) {
      await workbench.setTheme(theme);
      for (const width of name === 'dark' ? [320, 900, 2000] : [900]) {
        await makePageWide(workbench, width);
        await workbench.screenshot(`report-${name}-${width}`);
      }
      expect(await axeViolations(view)).toEqual([]);
    }
    await workbench.setTheme(themes.dark!);
  });
});
