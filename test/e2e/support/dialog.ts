import type { Locator, Page } from '@playwright/test';

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

  async press(button: string | RegExp): Promise<void> {
    await this.buttons.and(this.box.getByRole('button', { name: button, exact: true })).click();
    await this.box.waitFor({ state: 'hidden' });
  }
}
