// node --expose-gc out/test/soak/main.js [--minutes N] [--campaigns N] [--seed N]:
// a day of windows in N minutes, and what is left of it.
import { parseArgs } from 'node:util';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isOpen } from '../../src/launch/journal/launchIntent.ts';
import { Dice } from '../../src/sandbox/random.ts';
import { Figures, storageProblems } from './figures.ts';
import { SoakServer } from './soakServer.ts';
import { SoakWindow, treeLines } from './soakWindow.ts';

const dayMs = 24 * 3600_000;
const windowsAtOnce = 3;
const maxPanels = 6;
/** With so many more than at the beginning, the oldest is deleted after a launch. */
const spareCampaigns = 30;
/** Time passes in such steps, and faults are drawn again with each. */
const stepMs = 10 * 60_000;

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, campaigns: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? 60);
const campaigns = Number(values.campaigns ?? 500);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(minutes > 0) || !Number.isInteger(campaigns) || !Number.isInteger(seed))
  throw new Error('Use --minutes N, --campaigns N and --seed N, all numbers.');
console.log(`Soak of ${minutes} min with ${campaigns} campaigns, seed ${seed} (repeat with --seed ${seed})`);

const figures = new Figures();
const folder = await mkdtemp(join(tmpdir(), 'revox-soak-'));
try {
  const server = await SoakServer.start(seed);
  try {
    await server.fill(campaigns);
    const runMs = minutes * 60_000;
    await live(server, Math.min(runMs / 4, 60_000)); // compiled code and loaded modules are no leak
    await figures.begin();
    await live(server, runMs);
    await server.calm();
    await settle(server);
  } finally {
    await server.close();
  }
  await figures.end();
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(figures.table());
for (const problem of figures.problems) console.error(`✘ ${problem}`);
process.exitCode = figures.problems.length === 0 ? 0 : 1;

function newWindow(server: SoakServer, isHasty: boolean): SoakWindow {
  figures.count('windows opened');
  const clock = { now: () => server.nowMs() };
  return new SoakWindow({
    server,
    clock,
    folder: join(folder, 'launches'),
    isHasty,
    maxCampaigns: campaigns + spareCampaigns,
    ...{ closed: figures.closed, launched: (kind: string) => figures.count(`launches: ${kind}`) },
  });
}

/** Windows act for so long, and are reloaded at times, while a day passes at the server. */
async function live(server: SoakServer, ms: number): Promise<void> {
  const startMs = performance.now();
  const isOver = () => performance.now() - startMs >= ms;
  const windows = Array.from({ length: windowsAtOnce }, () => newWindow(server, true));
  const acting = windows.map(async (first, index) => {
    const dice = new Dice(seed, ms, index);
    for (let window = first; !isOver();) {
      await window.act(dice);
      figures.count('actions');
      if (window.panels <= maxPanels && !dice.chance(0.05)) continue;
      window.dispose();
      windows[index] = window = newWindow(server, true);
    }
  });
  const dice = new Dice(seed, ms);
  while (!isOver()) {
    // Also while a launch is under way: the machine slept.
    await server.step(stepMs);
    figures.count('minutes of the server', stepMs / 60_000);
    await server.drawFaults(dice);
    await wait((ms * stepMs) / dayMs);
  }
  await Promise.all(acting);
  await figures.checkClosed(); // while the windows are there
  for (const window of windows) window.dispose();
  figures.note('faults ordered', server.orderedFaults);
}

/** Without faults: what a fresh window shows is what the server lists, and every create has an end. */
async function settle(server: SoakServer): Promise<void> {
  const window = newWindow(server, false);
  await window.refresh();
  const listed = await server.client().listCampaigns();
  const isSame = JSON.stringify(window.tree) === JSON.stringify(treeLines(listed, server.nowMs()));
  figures.note('campaigns at the end', listed.length);
  figures.note('lines of the tree', window.tree.length);
  if (!isSame || listed.length < campaigns)
    figures.fail('The tree of a fresh window is not what the server lists.');

  // The reconciler waits a quarter of an hour, and wants two lists.
  for (const pauseMs of [3600_000, 60_000, 60_000]) {
    await server.step(pauseMs);
    await window.reconcile();
  }
  const creates = await window.launches.entries();
  figures.note('creates in the journal', creates.length);
  const open = creates.filter(isOpen).length;
  if (open > 0) figures.fail(`${open} creates are unconfirmed though the server answers.`);
  for (const problem of await storageProblems(folder, server.key)) figures.fail(problem);

  const openCalls = await window.calls.forget();
  await window.launches.forget();
  figures.note('launches of calls that stay open', openCalls);
  const ids = (await window.calls.entries()).map(({ intent }) => intent.id);
  for (const problem of await storageProblems(folder, server.key, ids)) figures.fail(problem);
  window.dispose();
}
