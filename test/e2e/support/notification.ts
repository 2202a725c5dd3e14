import type { Locator } from '@playwright/test';

/** A message in the lower right corner. */
export class Notification {
  constructor(readonly box: Locator) {}

  async press(button: string): Promise<void> {
    await this.box.getByRole('button', { name: button, exact: true }).click();
  }

  async dismiss(): Promise<void> {
    await this.box.hover(); // its tools appear under the pointer
    await this.box.getByRole('button', { name: /^Clear Notification/ }).click();
  }
}
