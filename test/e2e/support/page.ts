import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type FrameLocator } from '@playwright/test';
import type { Theme, Workbench } from './workbench.js';

export const themes: Readonly<Record<string, Theme>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  hcDark: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
};

/** With the side bar closed, the activity bar leaves this much less than the window to a page. */
const activityBarWidth = 48;

/** The window so wide that a page in its only editor is `width`. */
export async function makePageWide(workbench: Workbench, width: number): Promise<void> {
  await workbench.page.setViewportSize({ width: width + activityBarWidth, height: 900 });
  await expect
    .poll(() =>
      workbench
        .webview()
        .locator('body')
        .evaluate((body) => body.clientWidth),
    )
    .toBeGreaterThan(width - 20);
}

/** Saves a picture in each kind of theme, and goes back to the dark one. */
export async function picturesInThemes(workbench: Workbench, name: string): Promise<void> {
  for (const [theme, label] of Object.entries(themes)) {
    await workbench.setTheme(label);
    await workbench.screenshot(`${name}-${theme}`);
  }
  await workbench.setTheme(themes.dark!);
}

/**
 * A page of the VS Code server may stay blank, above all where two load at the same time on a busy machine.
 * The extension restarts it after 10 seconds, and once more after 20.
 */
const withRestartsMs = 45_000;

/**
 * The page in which the selector is in sight; two may be open. A page that was hidden meanwhile comes back in
 * another frame: ask again.
 */
export async function pageWith({ page }: Workbench, selector: string): Promise<FrameLocator> {
  const views = page.locator('iframe.webview.ready');
  let found: FrameLocator | undefined;
  await expect(async () => {
    // By its name, not by its place: after a reload, pages become ready in any order.
    const names = await views.evaluateAll((frames) =>
      frames.map((frame) => frame.getAttribute('name') ?? ''),
    );
    for (const name of names) {
      const inner = page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('iframe#active-frame');
      const there = await inner
        .locator(selector)
        .first()
        .isVisible()
        .catch(() => false);
      if (there) found = inner;
    }
    expect(found, `${selector} is on none of the ${names.length} pages`).toBeDefined();
  }).toPass({ timeout: withRestartsMs });
  return found!;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in a page, as one text a finding. */
export async function axeViolations(view: FrameLocator): Promise<string[]> {
  const handle = await view.locator('body').elementHandle();
  const frame: Frame | null = await handle.ownerFrame();
  if (frame === null) throw new Error('The page is not there.');
  await frame.evaluate(axeSource);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`)
        .join('\n')}`,
  );
}
