// One part of the benchmark of insights in a process of its own, forked by insights.mjs: `bare` (the least
// that any reader must do: fetch, and JSON.parse of each row), `report` (from the first request to the
// finished report) or `search`.
import { openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import { CampaignFacts } from '../../src/host/campaignFacts.ts';
import { reportPieces } from '../../src/insights/campaignReport.ts';
import { usualThreshold } from '../../src/insights/funnel.ts';
import { SearchIndex } from '../../src/insights/searchIndex.ts';
import { compileQuery } from '../../src/insights/searchQuery.ts';

const [, , mode, baseUrl = '', countText] = process.argv;
const count = Number(countText);
const pageSize = 500;

/** Of this process, so that what else the machine does is not counted. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of the main thread alone: the collector's other threads hold nobody up. */
function threadMs(): number {
  if (schedulerFile === undefined) return cpuMs();
  const length = readSync(schedulerFile, schedulerText, 0, schedulerText.length, 0);
  return Number.parseInt(schedulerText.toString('latin1', 0, length), 10) / 1e6;
}

const schedulerText = Buffer.alloc(100);
/** Where Linux says how many nanoseconds the main thread has run. */
const schedulerFile =
  process.platform === 'linux' ? openSync(`/proc/self/task/${process.pid}/schedstat`, 'r') : undefined;

function timed(name: string, run: () => void): void {
  const startMs = cpuMs();
  run();
  console.log(`${name}: ${Math.round(cpuMs() - startMs)} ms`);
}

function heapMegabytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

async function measureReading(read: () => Promise<unknown>): Promise<void> {
  // Node compiles its own fetch with the first request.
  await (await fetch(`${baseUrl}/campaigns/c/rows?page=0&page_size=1`)).text();
  await nextTurn();
  const heapBefore = heapMegabytes();
  let heldMs = 0;
  let lastMs = threadMs();
  const timer = setInterval(() => {
    const nowMs = threadMs();
    heldMs = Math.max(heldMs, nowMs - lastMs);
    lastMs = nowMs;
  }, 1);
  const startMs = cpuMs();
  const held = await read();
  const tookMs = cpuMs() - startMs;
  await nextTurn();
  clearInterval(timer);
  process.send?.({ tookMs, heldMs, heapMegabytes: heapMegabytes() - heapBefore, held: held !== undefined });
}

async function readBare(): Promise<undefined> {
  for (let page = 0; page * pageSize < count; page += 1)
    await (await fetch(`${baseUrl}/campaigns/c/rows?page=${page}&page_size=${pageSize}`)).json();
  return undefined;
}

/** As the report panel reads and counts. Returns what is kept. */
async function readReport(): Promise<unknown> {
  const silent = () => undefined;
  const client = new RevoxClient({
    connection: { kind: 'service', baseUrl },
    key: () => Promise.resolve('k'),
    log: { info: silent, warn: silent, error: silent },
  });
  const facts = new CampaignFacts({ now: () => Date.now() });
  const { signal } = new AbortController();
  const campaign = { id: 'c', status: 'completed' } as Parameters<CampaignFacts['read']>[1];
  const read = await facts.read(client, campaign, { signal });
  const pieces = reportPieces(read.people, {
    threshold: usualThreshold,
    goal: undefined,
    firstAttemptsOnly: false,
    fields: [],
    zoneOf: () => 'America/New_York',
  });
  for (;;) {
    const { done } = pieces.next();
    if (done === true) return read;
    await nextTurn();
  }
}

async function measureSearch(): Promise<void> {
  const said = [
    'I am calling about your appointment on Tuesday. Does ten o’clock suit you?',
    'Yes, that suits me well, thank you for the call.',
  ] as const;
  const turns = Array.from({ length: 20 }, (_, turn) => ({
    role: turn % 2 === 0 ? 'assistant' : 'user',
    content: `${said[turn % 2 === 0 ? 0 : 1]} (${turn})`,
  }));
  const index = new SearchIndex('campaign');
  index.add(
    Array.from({ length: 5000 }, (_, at) => {
      const attempt = { id: 'attempt', status: 'completed', result: 'human', transcript: turns };
      const call = { id: `call ${at}`, status: 'completed', call_attempts: [attempt] };
      return { id: `row ${at}`, phone_number: '+12125550100', input_data: {}, call };
    }),
    true,
  );
  console.log(`${index.turns} turns, ${Math.round(index.characters / 1e6)} million characters`);
  for (const [name, text, regex] of [
    ['text that is nowhere', 'nowhere at all', false],
    ['text that is everywhere, up to 10,000 lines', 'appointment', false],
    ['an expression', 'call.*nowhere', true],
  ] as const) {
    const query = { text, regex, matchCase: false, wholeWord: false, speaker: 'anybody' } as const;
    const matcher = await compileQuery(query);
    timed(`search: ${name}`, () => index.search(matcher, query));
    timed(`search again: ${name}`, () => index.search(matcher, query));
  }
}

if (mode === 'search') await measureSearch();
else await measureReading(mode === 'bare' ? readBare : readReport);
