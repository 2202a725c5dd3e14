// Reads all rows once, in a fresh process: `bare` (fetch, nothing done with the bytes) or `rows` (the
// extension's reader into the copy that the panel answers from). Forked by heavyRows.mjs; sends what it
// measured.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { heavySide } from './heavySide.mjs';

const [, , mode, baseUrl = ''] = process.argv;
const side = await heavySide();
await nextTurn();
global.gc?.();
const startBytes = process.memoryUsage().rss;
let peakBytes = startBytes;
let heldMs = 0;
let lastMs = performance.now();
const timer = setInterval(() => {
  const nowMs = performance.now();
  heldMs = Math.max(heldMs, nowMs - lastMs - 2);
  lastMs = nowMs;
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, 2);

const startMs = performance.now();
const startCpu = process.cpuUsage();
let firstMs = 0;
let count = 0;
if (mode === 'bare') {
  const response = await fetch(`${baseUrl}/campaigns/c/rows`);
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) break;
    firstMs ||= performance.now() - startMs;
    count += read.value.length;
  }
} else {
  const silent = () => undefined;
  const client = new side.RevoxClient({
    connection: { kind: 'service', baseUrl },
    key: () => Promise.resolve('k'),
    log: { info: silent, warn: silent, error: silent },
  });
  await client.listCampaigns();
  const rows = new side.CampaignRows({
    read: () => client.readRows('c'),
    now: () => Date.now(),
    yieldTurn: () => nextTurn(),
  });
  const first = rows.waitFor(100).then(() => (firstMs = performance.now() - startMs));
  await rows.load();
  await first;
  count = rows.length;
}
const allMs = performance.now() - startMs;
const { user, system } = process.cpuUsage(startCpu);
await nextTurn();
clearInterval(timer);
process.send?.({
  firstMs,
  allMs,
  cpuMs: (user + system) / 1000,
  heldMs,
  aboveBytes: peakBytes - startBytes,
  count,
});
