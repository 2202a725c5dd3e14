// Reads all rows once, in a fresh process: `bare` (fetch, nothing done with the bytes) or `rows` (the
// extension's reader into the copy that the panel answers from). Forked by heavyRows.mjs; sends what it
// measured.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { heavySide } from './heavySide.mjs';

const [, , mode, baseUrl = ''] = process.argv;
const side = await heavySide();
// Node compiles its own fetch with the first request; the extension has sent many before it reads rows.
await (await fetch(`${baseUrl}/campaigns`)).text();
const silent = () => undefined;
const client = new side.RevoxClient({
  connection: { kind: 'service', baseUrl },
  key: () => Promise.resolve('k'),
  log: { info: silent, warn: silent, error: silent },
});
await client.listCampaigns();
await nextTurn();
global.gc?.();
const startBytes = process.memoryUsage().rss;
let peakBytes = startBytes;
// Asking for the memory takes 0.2 ms and more: not as often as the clock.
const memoryTimer = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, 50);
// In processor time: what the machine does for others is no hold of ours.
let heldMs = 0;
let lastMs = cpuMs();
const turnTimer = setInterval(() => {
  const nowMs = cpuMs();
  heldMs = Math.max(heldMs, nowMs - lastMs);
  lastMs = nowMs;
}, 1);

const startMs = performance.now();
const startCpuMs = cpuMs();
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
  const rows = new side.CampaignRows({
    read: () => client.readEncodedRows('c'),
    now: () => Date.now(),
    yieldTurn: () => nextTurn(),
  });
  const first = rows.waitFor(100).then(() => (firstMs = performance.now() - startMs));
  await rows.load();
  await first;
  count = rows.length;
}
const allMs = performance.now() - startMs;
const readCpuMs = cpuMs() - startCpuMs;
await nextTurn();
clearInterval(turnTimer);
clearInterval(memoryTimer);
process.send?.({
  firstMs,
  allMs,
  cpuMs: readCpuMs,
  heldMs,
  aboveBytes: peakBytes - startBytes,
  count,
});

/** Of this process, all threads. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
