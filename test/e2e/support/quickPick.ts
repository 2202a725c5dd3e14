import type { Locator, Page } from '@playwright/test';
import { containing, exactly } from './textMatch.js';

/** The box that drops down from the top: lists to pick from, and input boxes. */
export class QuickPick {
  constructor(private readonly page: Page) {}

  get widget(): Locator {
    return this.page.locator('.quick-input-widget').filter({ visible: true });
  }

  get input(): Locator {
    return this.widget.locator('input.input');
  }

  /** The rows in sight, in order. */
  get rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** What is written under the input: the prompt, or why it is not accepted. */
  get message(): Locator {
    return this.widget.locator('.quick-input-message');
  }

  get title(): Locator {
    return this.widget.locator('.quick-input-title');
  }

  row(label: string | RegExp): Locator {
    return this.rows.filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
  }

  /** Waits for a step that shows this text in its title, prompt or placeholder. */
  async shows(text: string | RegExp): Promise<void> {
    const pattern = containing(text);
    const written = this.page
      .locator('.quick-input-title, .quick-input-message')
      .filter({ hasText: pattern });
    await this.widget.filter({ has: written }).or(this.widget.getByPlaceholder(pattern)).first().waitFor();
  }

  /** Waits for a row with exactly this label, then clicks it. */
  async select(label: string | RegExp): Promise<void> {
    await this.row(label).first().click();
  }

  /**
   * Fills the input without accepting it.
   * @param step what the title, prompt or placeholder says: the previous step may still be on screen
   */
  async fill(text: string, step: string | RegExp): Promise<void> {
    await this.shows(step);
    await this.input.fill(text);
  }

  /** Fills the input of this step and presses Enter. */
  async type(text: string, step: string | RegExp): Promise<void> {
    await this.fill(text, step);
    await this.accept();
  }

  /** Replaces a text that this step has refused: what was wrong with it is shown instead of the prompt. */
  async correct(text: string): Promise<void> {
    await this.input.fill(text);
    await this.accept();
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  async back(): Promise<void> {
    await this.widget.getByRole('button', { name: 'Back' }).click();
  }

  async cancel(): Promise<void> {
    await this.input.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }
}
