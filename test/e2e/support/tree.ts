import type { Locator, Page } from '@playwright/test';
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

  /** Presses a button that appears in a row under the pointer. */
  async inlineAction(name: string | RegExp, action: string | RegExp): Promise<void> {
    const item = this.item(name).first();
    await item.hover();
    await item.getByRole('button', { name: action }).click();
  }
}
