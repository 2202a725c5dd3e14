import { expect, type Locator, type Page } from '@playwright/test';
import { clickUntilHidden } from './clickUntilHidden.js';

/** A modal question in the middle of the window. */
export class Dialog {
  constructor(private readonly page: Page) {}

  get box(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** All buttons, in the order on screen. */
  get buttons(): Locator {
    return this.box.locator('.dialog-buttons').getByRole('button');
  }

  /** Presses Enter, which goes back: the first button has the focus. */
  async pressEnter(): Promise<void> {
    await expect(this.box.locator(':focus')).toHaveCount(1);
    await this.page.keyboard.press('Enter');
    await this.box.waitFor({ state: 'hidden' });
  }

  async press(button: string | RegExp): Promise<void> {
    const target = this.buttons.and(this.box.getByRole('button', { name: button, exact: true }));
    await clickUntilHidden(target, this.box);
  }
}
