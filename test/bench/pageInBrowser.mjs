// A page of the extension in a real browser, with a benchmark in the place of its host.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/projectRoot.mjs';

/** What a page asks of its host; kept in the page, so that an answer can name the call. */
/** @typedef {typeof globalThis & {asked: {call: number, method: string}[]}} Asking */

/**
 * Opens `dist/webview/<name>` and waits until it has asked its first question.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} name
 */
export async function openPage(browser, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const file = (/** @type {string} */ end) => join(projectRoot, 'dist', 'webview', name, `main.${end}`);
  await page.setContent('<div id="page"></div>');
  await page.addStyleTag({ content: await readFile(file('css'), 'utf8') });
  await page.evaluate(() => {
    const asked = /** @type {Asking['asked']} */ ([]);
    Object.assign(globalThis, {
      asked,
      acquireVsCodeApi: () => ({
        postMessage: (/** @type {Asking['asked'][0]} */ message) => {
          asked.push(message);
          asked.splice(0, asked.length - 10);
        },
        getState: () => undefined,
        setState: () => undefined,
      }),
    });
  });
  await page.addScriptTag({ type: 'module', content: await readFile(file('js'), 'utf8') });
  await page.waitForFunction(() => /** @type {Asking} */ (globalThis).asked.length > 0);
  return page;
}

/**
 * Answers the newest question of a kind and resolves, in ms, when what the page drew of it is laid out.
 * @param {import('@playwright/test').Page} page
 * @param {string} method
 * @param {unknown} ok
 * @returns {Promise<number>}
 */
export function answer(page, method, ok) {
  return page.evaluate(
    async ({ method, ok }) => {
      const { asked } = /** @type {Asking} */ (globalThis);
      const question = asked.findLast((each) => each.method === method);
      const startMs = performance.now();
      window.postMessage({ reply: question?.call, ok }, '*');
      await new Promise((resolve) => setTimeout(resolve)); // the message is handled in a task of its own
      document.querySelector('main')?.lastElementChild?.getBoundingClientRect();
      return performance.now() - startMs;
    },
    { method, ok },
  );
}
