import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { browserFile, pagesFolder } from '../../host/leftovers.mjs';

interface Stored {
  /** Database, store and key. */
  readonly name: string;
  readonly value: string;
}

/** Keeps what the browser stores for VS Code, and what is in the document of the window and of its pages. */
export async function keepShown(page: Page, folder: string): Promise<void> {
  await mkdir(join(folder, pagesFolder), { recursive: true });
  for (const [index, frame] of page.frames().entries()) {
    const html = await frame.content().catch(() => undefined); // it may be about to go
    if (html !== undefined) await writeFile(join(folder, pagesFolder, `${index}.html`), html);
  }
  await writeFile(join(folder, browserFile), JSON.stringify(await page.evaluate(readBrowserStorage)));
}

/** Runs in the window. */
async function readBrowserStorage(): Promise<Stored[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
    });
  const textOf = (value: unknown): string =>
    value instanceof Uint8Array
      ? new TextDecoder().decode(value)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  const stored: Stored[] = [];
  for (const storage of [localStorage, sessionStorage]) {
    for (const [name, value] of Object.entries(storage)) {
      stored.push({ name: `localStorage/${name}`, value: String(value) });
    }
  }
  for (const { name: database = '' } of await indexedDB.databases()) {
    const open = await done(indexedDB.open(database));
    for (const store of open.objectStoreNames) {
      const objects = open.transaction(store, 'readonly').objectStore(store);
      const [names, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      for (const [index, name] of names.entries()) {
        stored.push({ name: `${database}/${store}/${textOf(name)}`, value: textOf(values[index]) });
      }
    }
    open.close();
  }
  return stored;
}
