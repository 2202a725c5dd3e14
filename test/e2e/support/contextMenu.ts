import { expect, type Locator, type Page } from '@playwright/test';
import { clickUntilHidden } from './clickUntilHidden.js';
import { exactly } from './textMatch.js';

/** Right-clicks and leaves the menu open: for tests of what is in it. */
export async function openContextMenu(page: Page, target: Locator): Promise<Locator> {
  const menu = page.locator('.context-view .monaco-menu').last();
  await expect(async () => {
    // one that was opened before the row changed covers the row
    if (await menu.isVisible()) await page.keyboard.press('Escape');
    // an editor or a page that takes the focus closes a menu
    await target.click({ button: 'right', timeout: 5_000 });
    await menu.waitFor({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  return menu;
}

/** Right-clicks and chooses an entry by its label, which its keyboard shortcut is no part of. */
export async function chooseFromContextMenu(
  page: Page,
  target: Locator,
  entry: string | RegExp,
): Promise<void> {
  const label = page.locator('.action-label', { hasText: exactly(entry) });
  await expect(async () => {
    const menu = await openContextMenu(page, target);
    const item = menu.getByRole('menuitem').filter({ has: label }).first();
    await item.waitFor({ timeout: 2_000 });
    await clickUntilHidden(item, menu);
  }).toPass({ timeout: 60_000 });
}
