import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RevoxClient } from '../../../../src/api/revoxClient.ts';
import { createInSteps } from '../../../../src/launch/create/createInSteps.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import { CallsJournal } from '../../../../src/launch/journal/callsJournal.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import { launchProtocol } from '../../../../src/launch/start/launchProtocol.ts';
import { allDay, Bench, contacts, mondayMs } from '../../sandbox/harness.ts';
import { MemoryLaunchStorage } from '../../../unit/support/memoryLaunchStorage.ts';

// A launch is four exchanges. In each of them a gateway in front of the sandbox does what the service asked
// for, and then spoils the answer. The sandbox tells what was done.

const phases = ['create', 'read back', 'launch', 'second read'] as const;
type Phase = (typeof phases)[number];

const clock = { now: () => mondayMs };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** So long that no exchange that goes on ends by it, however busy the machine is. */
const limitMs = 600_000;
const limits = { timeoutMs: limitMs, longTimeoutMs: limitMs, deadlineMs: limitMs };
/** A spoilt answer has arrived by then, as far as it arrives. */
const arrivalMs = 30;
const headers = { 'content-type': 'application/json' };

/** What becomes of an answer. */
const spoilers: Readonly<Record<string, (response: ServerResponse, body: Buffer) => void>> = {
  'never comes': () => undefined,
  'stalls behind its headers': (response) => {
    response.writeHead(200, headers).flushHeaders();
  },
  'stalls inside its body': (response, body) =>
    void response.writeHead(200, headers).write(body.subarray(0, body.length / 2)),
  'drips for ever': (response) => {
    response.writeHead(200, headers);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  'is a 502 that stalls': (response) => void response.writeHead(502, headers).write('{'),
  'is told to come for ever': (response) => {
    const timer = setInterval(() => response.writeProcessing(), 20);
    response.on('close', () => clearInterval(timer));
  },
  'is reset': (response) => void response.socket?.resetAndDestroy(),
  'is cut': (response, body) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  'is a page to sign in': (response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
  'is a 204': (response) => void response.writeHead(204).end(),
  'is a 499': (response) => void response.writeHead(499).end(),
  'is a broken gzip': (response) =>
    void response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end('no gzip'),
};

/** The exchange ends only by its time limit, or when it is withdrawn. */
function hangs(spoiler: string): boolean {
  return /never|stalls|for ever/.test(spoiler);
}

/** Lets the time limits of exchanges pass when a test says so, instead of waiting for them. */
class Limits {
  readonly #setTimeout = globalThis.setTimeout;
  readonly #running: (() => void)[] = [];

  constructor() {
    const start = (callback: () => void, ms?: number, ...rest: []): NodeJS.Timeout => {
      if (ms === limitMs) this.#running.push(callback);
      return this.#setTimeout(callback, ms, ...rest);
    };
    globalThis.setTimeout = Object.assign(start, this.#setTimeout);
  }

  /** Those of exchanges that have ended do nothing any more. */
  pass(): void {
    for (const callback of this.#running.splice(0)) callback();
  }

  restore(): void {
    globalThis.setTimeout = this.#setTimeout;
  }
}

interface Run {
  readonly end: Submission;
  /** Requests of each kind that reached the gateway. */
  readonly creates: number;
  readonly launches: number;
  /** People whom the sandbox was asked to call. */
  readonly launched: number;
  readonly campaigns: number;
}

/** @param isWithdrawn the person presses Cancel as soon as the answer is spoilt */
async function launchThrough(phase: Phase, spoiler: string, isWithdrawn: boolean): Promise<Run> {
  const bench = await Bench.start({ revision: '0.5.0' });
  const abort = new AbortController();
  const running = new Limits();
  const counts = { creates: 0, launches: 0 };
  let isSpoilt = false;
  const phaseOf = (method: string, url: string): Phase | undefined => {
    if (method === 'POST') return url.endsWith('/launch-calls') ? 'launch' : 'create';
    if (counts.creates === 0 || !url.includes('/rows')) return undefined;
    return counts.launches === 0 ? 'read back' : 'second read';
  };
  const gateway = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    response.on('error', () => undefined);
    request.on('end', () => {
      void (async () => {
        const { method = '', url = '' } = request;
        const answered = await fetch(new URL(url, bench.sandbox.baseUrl), {
          method,
          headers: { authorization: `Bearer ${bench.sandbox.key}`, ...headers },
          ...(method === 'GET' ? {} : { body: Buffer.concat(parts) }),
        });
        const body = Buffer.from(await answered.arrayBuffer());
        const at = phaseOf(method, url);
        if (at === 'create') counts.creates += 1;
        if (at === 'launch') counts.launches += 1;
        if (at === phase && !isSpoilt) {
          isSpoilt = true;
          spoilers[spoiler]?.(response, body);
          if (isWithdrawn) setTimeout(() => abort.abort(), arrivalMs);
          else if (hangs(spoiler)) setTimeout(() => running.pass(), arrivalMs);
        } else response.writeHead(answered.status, headers).end(body);
      })();
    });
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  try {
    const { port } = gateway.address() as AddressInfo;
    const api = new RevoxClient({
      connection: { kind: 'sandbox', baseUrl: `http://127.0.0.1:${port}/api` },
      key: () => Promise.resolve(bench.sandbox.key),
      log: silent,
      retryDelayMs: 1,
      ...limits,
    });
    const [assistant_id = ''] = await bench.assistantIds();
    const protocol = launchProtocol(await api.discover()) ?? assert.fail('The generation is open.');
    const options = { storage: new MemoryLaunchStorage(), clock, wait: () => Promise.resolve() };
    const end = await createInSteps({
      ...{ api, clock, protocol, signal: abort.signal, log: silent },
      journal: new LaunchJournal(options),
      calls: new CallsJournal(options),
      target: { kind: 'sandbox', baseUrl: bench.sandbox.baseUrl, account: 'mine' },
      request: {
        ...{ assistant_id, name: 'Spring', contacts: contacts('0100', '0101', '0102') },
        ...{ call_retry_config: allDay, max_concurrent_calls: 2 },
      },
      ...{ launchId: randomUUID(), launch: { start: { kind: 'now' } }, newId: randomUUID },
      stillCurrent: () => true,
      stillAllowed: () => Promise.resolve(),
      // The service launches by its own clock.
      wait: (ms) => bench.step(ms / 1000),
      every: () => ({ dispose: () => undefined }),
    });
    const { campaigns } = (await bench.ask('GET', '/campaigns')).body;
    const calls = await Promise.all(campaigns.map(({ id }) => bench.calls(id)));
    const launched = calls.flat().filter(({ status }) => status !== 'not_launched').length;
    return { end, ...counts, launched, campaigns: campaigns.length };
  } finally {
    running.restore();
    gateway.closeAllConnections();
    gateway.close();
    await bench.close();
  }
}

/** How it ended, in a word for each step. */
function words({ end }: Run): string {
  if (end.kind !== 'created') return end.kind;
  return [end.kind, end.check?.kind, end.launch?.kind].filter((word) => word !== undefined).join(', ');
}

describe('a launch through a gateway that spoils one answer', function () {
  this.timeout(60_000);
  for (const phase of phases) {
    for (const spoiler of Object.keys(spoilers)) {
      if (['stalls behind its headers', 'drips for ever', 'is told to come for ever'].includes(spoiler))
        continue;
      it(`finds out that everything was done, and sends nothing twice: the ${phase} ${spoiler}`, async () => {
        const run = await launchThrough(phase, spoiler, false);
        assert.equal(words(run), 'created, agrees, launched');
        assert.deepEqual([run.creates, run.launches, run.campaigns, run.launched], [1, 1, 1, 3]);
      });
    }
  }

  const withdrawn: readonly (readonly [phase: Phase, words: string, launches: number])[] = [
    ['create', 'created, not checked', 0],
    ['read back', 'created, not checked', 0],
    ['launch', 'created, agrees, launched', 1],
    ['second read', 'created, agrees, launched', 1],
  ];
  for (const [phase, said, launches] of withdrawn) {
    for (const spoiler of Object.keys(spoilers).filter(hangs)) {
      it(`ends at once when it is cancelled, and reports what was done: the ${phase} ${spoiler}`, async () => {
        const run = await launchThrough(phase, spoiler, true);
        assert.equal(words(run), said);
        assert.deepEqual(
          [run.creates, run.launches, run.campaigns, run.launched],
          [1, launches, 1, launches * 3],
        );
      });
    }
  }
});
