import type { Locator } from '@playwright/test';
import { pageWith } from './support/page.js';
import { expect, test } from './support/test.js';
import type { Workbench } from './support/workbench.js';

/** A person who has never seen the product reads a conversation in this time, on two shared cores. */
const transcriptWithin = { timeout: 45_000 };

/** Presses what a person would press, and counts. */
class Hand {
  presses = 0;

  constructor(private readonly workbench: Workbench) {}

  async click(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
    // A pointer that rests would show a tooltip over what comes next.
    await this.workbench.page.mouse.move(640, 10);
  }

  /** A key, or a text typed in one go. */
  async press(keyOrText: string): Promise<void> {
    this.presses += 1;
    const { keyboard } = this.workbench.page;
    await (keyOrText.includes(' ') ? keyboard.insertText(keyOrText) : keyboard.press(keyOrText));
  }
}

function activityBarIcon({ page }: Workbench): Locator {
  return page.locator('.part.activitybar').getByRole('tab', { name: 'Revox' });
}

test('someone without an account reads a conversation after four clicks', async ({ workbench }) => {
  await workbench.open();
  const hand = new Hand(workbench);
  await test.step(
    'from the icon to the transcript',
    async () => {
      await hand.click(activityBarIcon(workbench));
      await hand.click(workbench.page.getByRole('button', { name: 'Try with Sample Campaigns' }));
      await hand.click(workbench.tree.item(/^Read results of/));
      const rows = await pageWith(workbench, '.open-call');
      await hand.click(rows.locator('tr', { hasText: 'Human' }).locator('.open-call').first());
      const transcript = await pageWith(workbench, '.turn');
      await expect(transcript.locator('.turn').first()).toBeInViewport();
    },
    transcriptWithin,
  );
  await workbench.screenshot('first-minute-transcript');
  expect(hand.presses).toBeLessThanOrEqual(4);
});

test('someone without an account reads a conversation by keyboard alone', async ({ workbench }) => {
  await workbench.open();
  const hand = new Hand(workbench);
  await test.step(
    'from the palette to the transcript',
    async () => {
      await hand.press('F1');
      await expect(workbench.quickPick.input).toHaveValue('>');
      await hand.press('Revox: Try with Sample Campaigns');
      await expect(workbench.quickPick.row('Revox: Try with Sample Campaigns').first()).toBeVisible();
      await hand.press('Enter');
      const results = workbench.tree.item(/^Read results of/);
      await expect(results).toBeVisible();
      await expect(workbench.page.locator('.part.sidebar .monaco-list:focus')).toBeVisible();
      await hand.press('ArrowDown');
      await expect(results).toHaveClass(/focused/);
      await hand.press('Enter');
      const rows = await pageWith(workbench, '.open-call');
      await expect(rows.locator('td:focus')).toHaveCount(1);
      await hand.press('Enter');
      const transcript = await pageWith(workbench, '.attempt, .turn');
      await expect(transcript.getByRole('heading', { level: 1 })).toBeVisible();
    },
    transcriptWithin,
  );
  expect(hand.presses).toBeLessThanOrEqual(8);
});

test('someone without an account launches their own list in the sandbox after eight clicks', async ({
  workbench,
}) => {
  await workbench.open({
    settings: { 'revox.defaultRegion': 'FR' },
    size: { width: 1600, height: 1000 },
  });
  await workbench.openFile('call-list.csv');
  const hand = new Hand(workbench);
  await hand.click(workbench.page.locator('.codelens-decoration').getByText('Prepare Campaign…'));
  await hand.click(workbench.dialog.box.getByRole('button', { name: 'Try with Sample Campaigns' }));
  const sheet = await pageWith(workbench, '.sheet');
  await hand.click(sheet.getByRole('combobox', { name: 'Assistant' }));
  await hand.click(sheet.getByRole('option', { name: /Emma/ }));
  // what the assistant needs appears above the starts and moves them
  await expect(sheet.locator('.first-sentence')).toBeVisible();
  await hand.click(sheet.getByRole('radio', { name: /^Now/ }));
  const button = sheet.locator('footer').getByRole('button', { name: /^Call 21 People/ });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await workbench.screenshot('first-minute-sheet');
  await hand.click(button);
  await hand.click(workbench.dialog.box.getByRole('button', { name: 'Call 21 people' }));
  await expect(sheet.locator('footer')).toContainText('“call-list”');
  await expect(workbench.tree.item(/^call-list, /)).toBeVisible();
  await workbench.screenshot('first-minute-launched');
  expect(hand.presses).toBeLessThanOrEqual(8);
});
