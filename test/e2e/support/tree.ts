import { expect, type Locator, type Page } from '@playwright/test';
import { chooseFromContextMenu, openContextMenu } from './contextMenu.js';

/** The tree views in the side bar, as far as they are in sight. */
export class Tree {
  constructor(
    private readonly page: Page,
    private readonly root: string,
  ) {}

  /** Rows whose accessible name holds the text (or matches the expression). */
  item(name: string | RegExp): Locator {
    return this.page.locator(this.root).getByRole('treeitem', { name });
  }

  /** All rows in sight, in order. */
  get items(): Locator {
    return this.page.locator(this.root).getByRole('treeitem');
  }

  async expand(name: string | RegExp): Promise<void> {
    const item = this.item(name).first();
    await item.waitFor();
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    await item.click();
    if ((await item.getAttribute('aria-expanded')) !== 'true') await item.press('ArrowRight');
    await this.page.locator(this.root).getByRole('treeitem', { name, expanded: true }).first().waitFor();
  }

  async contextMenu(name: string | RegExp, entry: string | RegExp): Promise<void> {
    await chooseFromContextMenu(this.page, this.item(name).first(), entry);
  }

  openContextMenu(name: string | RegExp): Promise<Locator> {
    return openContextMenu(this.page, this.item(name).first());
  }

  /**
   * Presses a button that appears in the row of a campaign under the pointer, until its page is in front.
   * While VS Code asks for the whole tree, a click arrives without its row: then the person is asked which
   * campaign is meant.
   */
  async openPage(name: RegExp, action: 'Open Rows' | 'Open Report'): Promise<void> {
    const item = this.item(name).first();
    const question = this.page
      .locator('.quick-input-title', { hasText: /^Open the / })
      .filter({ visible: true });
    const text = name.source.replace(/^\^/, '');
    const title = new RegExp(action === 'Open Report' ? `^Report: .*${text}` : `^(?!Report: ).*${text}`);
    const tab = this.page.locator('.part.editor').getByRole('tab', { name: title, selected: true });
    await expect(async () => {
      await item.hover();
      await item.getByRole('button', { name: action }).click({ timeout: 5_000 });
      await tab.or(question).first().waitFor({ timeout: 10_000 });
      if (await question.isVisible()) await this.page.keyboard.press('Escape');
      await expect(tab).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  }
}
