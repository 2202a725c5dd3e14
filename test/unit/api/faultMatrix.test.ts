import assert from 'node:assert/strict';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import { ApiError, type ApiErrorReason } from '../../../src/core/errors.ts';
import { scriptedServer, type Answer } from '../support/scriptedServer.ts';

// Every operation meets every fault over a real connection: it ends within its deadline, with a sentence,
// with as many requests as it may send, the key goes nowhere else, and the next question to a healthy server
// is answered.

const key = 'key-that-stays-secret';
const id = 'c1';
const request = { name: 'Spring', assistant_id: 'a1', contacts: [] };

interface Operation {
  readonly run: (client: RevoxClient, signal?: AbortSignal) => Promise<unknown>;
  readonly isRead: boolean;
  /** Not every server has it: an answer that makes no sense there is "no such operation". */
  readonly mayBeAbsent?: true;
}

const operations: Readonly<Record<string, Operation>> = {
  'list campaigns': { run: (client, signal) => client.listCampaigns(signal), isRead: true },
  'retrieve a campaign': { run: (client, signal) => client.retrieveCampaign(id, signal), isRead: true },
  'list assistants': {
    run: (client, signal) => client.listAssistants(signal),
    isRead: true,
    mayBeAbsent: true,
  },
  'check a key': { run: (client, signal) => client.checkKey(signal), isRead: true },
  'create a campaign': {
    run: (client, signal) => client.createCampaign(request, signal),
    isRead: false,
  },
  'cancel a campaign': { run: (client, signal) => client.cancelCampaign(id, signal), isRead: false },
  'delete a campaign': { run: (client, signal) => client.deleteCampaign(id, signal), isRead: false },
  'pause a campaign': { run: (client, signal) => client.pauseCampaign(id, signal), isRead: false },
  'launch a draft': { run: (client, signal) => client.launchDraft(id, signal), isRead: false },
};

/** Short where the server never answers, and longer than any loaded machine needs where it does. */
const hangingDeadlineMs = 150;
const usualDeadlineMs = 20_000;
const link = '[Click](command:workbench.action.terminal.new) +33612345678';

const status =
  (code: number, body = JSON.stringify({ message: link }), headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
/** Headers come, and then nothing, or a byte now and then that never makes an end. */
const stalls =
  (code: number, dripMs?: number): Answer =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json' }).write('{');
    if (dripMs === undefined) return;
    const timer = setInterval(() => response.write(' '), dripMs);
    response.on('close', () => clearInterval(timer));
  };

/** What an answer must be taken for; `any`: an operation may also make sense of it. */
type Expected = ApiErrorReason | 'any';

const faults: Readonly<Record<string, readonly [answer: Answer, expected: Expected]>> = {
  '204 without a body': [(response) => void response.writeHead(204).end(), 'any'],
  '301 elsewhere': [status(301, '', { location: 'http://127.0.0.1:9/' }), 'unreadable'],
  '302 to a login page': [status(302, '', { location: 'https://login.example/' }), 'unreadable'],
  '307 elsewhere': [status(307, '', { location: 'http://127.0.0.1:9/' }), 'unreadable'],
  '400': [status(400), 'rejected'],
  '401': [status(401), 'any'],
  '403': [status(403), 'any'],
  '404': [status(404), 'not found'],
  '409': [status(409), 'rejected'],
  '410': [status(410), 'not found'],
  '422': [status(422), 'rejected'],
  '429': [status(429, '{}', { 'retry-after': '0' }), 'rate limited'],
  '429 for years': [status(429, '{}', { 'retry-after': '99999999' }), 'rate limited'],
  '500 with a page': [status(500, '<html>'), 'server'],
  '502': [status(502), 'server'],
  '503': [status(503), 'server'],
  '504': [status(504), 'server'],
  '502 with a body that never ends': [stalls(502), 'any'],
  '502 with a body that drips': [stalls(502, 20), 'any'],
  '200 with a body that never ends': [stalls(200), 'timeout'],
  '200 with a body that drips': [stalls(200, 20), 'timeout'],
  'headers that never come': [() => undefined, 'timeout'],
  'a cut body': [
    (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"campaigns":[');
      setTimeout(() => response.destroy(), 5);
    },
    'any',
  ],
  'a reset connection': [(response) => void response.destroy(), 'offline'],
  'cut JSON': [status(200, '{"campaigns":[{"id"'), 'unreadable'],
  'a login page': [status(200, '<!doctype html><title>Sign in</title>'), 'unreadable'],
  'an empty object': [status(200, '{}'), 'any'],
  'an empty list': [status(200, '[]'), 'any'],
  null: [status(200, 'null'), 'any'],
  'wrong types': [status(200, '{"campaigns":7,"campaign":[],"assistants":"x","success":"yes"}'), 'any'],
  'a broken gzip': [status(200, 'no gzip', { 'content-encoding': 'gzip' }), 'any'],
  'deep JSON': [status(200, '['.repeat(100_000)), 'unreadable'],
};

describe('each operation meets each fault', () => {
  for (const [fault, [answer, expected]] of Object.entries(faults)) {
    for (const [name, { run, isRead, mayBeAbsent = false }] of Object.entries(operations)) {
      it(`${fault}: ${name}`, async () => {
        const hangs = /never|drips/.test(fault);
        const deadlineMs = hangs ? hangingDeadlineMs : usualDeadlineMs;
        const lines: string[] = [];
        const server = await scriptedServer(answer);
        const write = (line: string) => void lines.push(line);
        const log = { info: write, warn: write, error: write, unexpected: write };
        const client = new RevoxClient({
          connection: { kind: 'service', baseUrl: server.baseUrl },
          key: () => Promise.resolve(key),
          log: log,
          timeoutMs: deadlineMs / 2,
          patientTimeoutMs: deadlineMs / 2,
          deadlineMs,
          retryDelayMs: 1,
        });
        try {
          const end = await Promise.race([
            run(client).then(
              (value) => ({ value }),
              (error: unknown) => ({ error }),
            ),
            // Far behind the deadline of what hangs: what is still waiting then waits for ever.
            new Promise<'hangs'>((resolve) => setTimeout(resolve, usualDeadlineMs, 'hangs').unref()),
          ]);
          assert.ok(end !== 'hangs');
          if ('error' in end) {
            const { error } = end;
            assert.ok(error instanceof ApiError, String(error));
            if (expected !== 'any') assert.equal(error.reason, expected);
            assert.match(error.message, /^\S.*\.$/);
            assert.ok(!error.message.includes(key));
          } else {
            assert.ok(
              expected === 'any' || (mayBeAbsent && end.value === undefined),
              'it took the fault for an answer',
            );
          }
          const writes = server.seen.filter(({ method }) => method !== 'GET').length;
          // On a busy machine the short deadline of what hangs may end a write before it leaves.
          const leftOnce = writes === 1 || (hangs && writes === 0);
          assert.ok(isRead ? writes === 0 : leftOnce, `${writes} writes`);
          // Three tries, and three more where another read says what the first could not.
          assert.ok(server.seen.length <= 6, `${server.seen.length} requests`);
          assert.ok(!lines.join('\n').includes(key) && !lines.join('\n').includes('+336'), lines.join('\n'));
        } finally {
          await server.close();
        }
      });
    }
  }

  for (const [name, { run }] of Object.entries(operations)) {
    it(`ends at once when the person withdraws it, whatever the server does: ${name}`, async () => {
      for (const answer of [stalls(200), stalls(502, 20), () => undefined]) {
        const server = await scriptedServer(answer);
        const log = { info: () => undefined, warn: () => undefined };
        const client = new RevoxClient({
          connection: { kind: 'service', baseUrl: server.baseUrl },
          key: () => Promise.resolve(key),
          log: log as never,
        });
        try {
          const abort = new AbortController();
          const end = run(client, abort.signal);
          await server.nextRequest();
          abort.abort();
          await assert.rejects(end, { name: 'AbortError' });
        } finally {
          await server.close();
        }
      }
    });
  }
});
