import { expect, type Locator } from '@playwright/test';
import { clickUntilHidden } from './clickUntilHidden.js';

/** A message in the lower right corner. */
export class Notification {
  constructor(readonly box: Locator) {}

  async press(button: string): Promise<void> {
    // other messages that come or go move this one
    await clickUntilHidden(this.box.getByRole('button', { name: button, exact: true }));
  }

  /** Takes it away, unless it went by itself: a message stays for some seconds only. */
  async dismiss(): Promise<void> {
    const quick = { timeout: 2_000 };
    await expect(async () => {
      if (await this.box.isVisible()) {
        await this.box.hover(quick); // its tools appear under the pointer
        await this.box.getByRole('button', { name: /^Clear Notification/ }).click(quick);
      }
      await expect(this.box).toBeHidden(quick);
    }).toPass({ timeout: 30_000 });
  }
}
