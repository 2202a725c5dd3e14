import { expect, type Locator } from '@playwright/test';

/**
 * Clicks what closes itself, and waits until it is closed. A click is lost when the target moves between
 * pressing and releasing, or when VS Code takes it for the end of the click that opened a menu. What is still
 * there was not clicked, so clicking it again does nothing twice.
 * @param closes what disappears; the target if not given
 * @throws if it disappeared without a click
 */
export async function clickUntilHidden(target: Locator, closes: Locator = target): Promise<void> {
  let clicks = 0;
  await target.waitFor();
  await expect(async () => {
    if (await target.isVisible()) {
      await target.click({ timeout: 10_000 });
      clicks += 1;
    }
    await expect(closes).toBeHidden({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  if (clicks === 0) throw new Error('It was closed before it could be clicked.');
}
