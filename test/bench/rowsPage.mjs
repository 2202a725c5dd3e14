// The pages where people read their calls, in a real browser and against the sandbox:
//   npm run bench:rows [-- --pages=1000]
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../host/browser.mjs';
import { measureHeavyRows } from './heavyRows.mjs';
import { bigList } from './rowsHost.mjs';
import { measureMemory } from './rowsMemory.mjs';
import { measurePaint } from './rowsPaint.mjs';
import { measureFind } from './transcriptFind.mjs';

await measureHeavyRows(5000, 5);
const pages = Number(/--pages=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 1000);
const list = await bigList();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
try {
  await measurePaint(browser, list);
  await measureMemory(browser, list, pages);
  await measureFind(browser);
} finally {
  await browser.close();
  await list.stop();
}
