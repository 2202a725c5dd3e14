import { expect, type Locator, type Page } from '@playwright/test';
import { exactly } from './textMatch.js';

/** Right-clicks and leaves the menu open: for tests of what is in it. */
export async function openContextMenu(page: Page, target: Locator): Promise<Locator> {
  await target.click({ button: 'right' });
  const menu = page.locator('.context-view .monaco-menu').last();
  await menu.waitFor();
  return menu;
}

/** Right-clicks and chooses an entry by its label, which its keyboard shortcut is no part of. */
export async function chooseFromContextMenu(
  page: Page,
  target: Locator,
  entry: string | RegExp,
): Promise<void> {
  const menu = await openContextMenu(page, target);
  const label = page.locator('.action-label', { hasText: exactly(entry) });
  const item = menu.getByRole('menuitem').filter({ has: label }).first();
  await item.waitFor();
  await expect(async () => {
    // for its first 100 ms a menu takes clicks for the end of the right click, and ignores them
    if (await item.isVisible()) await item.click();
    await expect(menu).toBeHidden({ timeout: 300 });
  }).toPass({ timeout: 10_000 });
}
