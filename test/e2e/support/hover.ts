import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Rests the pointer on something until its hover says this.
 * @returns the hover
 */
export async function showHover(page: Page, target: Locator, text: string | RegExp): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible').last();
  await expect(async () => {
    // VS Code shows no hover for a pointer that rested there before the text was drawn
    await page.mouse.move(640, 10);
    await target.hover({ timeout: 5_000 });
    await expect(hover).toContainText(text, { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  return hover;
}
