import assert from 'node:assert/strict';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import { ApiError } from '../../src/core/errors.ts';
import { scriptedServer } from '../service/support/scriptedServer.ts';
import { faults, hangs, operations, stalls } from '../service/support/serverFaults.ts';

// Every operation meets every fault over a real connection: it ends within its deadline, with a sentence,
// with as many requests as it may send, the key goes nowhere else, and the next question to a healthy server
// is answered.

const key = 'key-that-stays-secret';
/** Short where the server never answers, and longer than any loaded machine needs where it does. */
const hangingDeadlineMs = 150;
const usualDeadlineMs = 20_000;
describe('each operation under each fault', () => {
  for (const [fault, [answer, expected]] of Object.entries(faults)) {
    for (const [name, { run, isRead, mayBeAbsent = false }] of Object.entries(operations)) {
      it(`${fault}: ${name}`, async () => {
        const deadlineMs = hangs(fault) ? hangingDeadlineMs : usualDeadlineMs;
        const lines: string[] = [];
        const server = await scriptedServer(answer);
        const write = (line: string) => void lines.push(line);
        const log = { info: write, warn: write, error: write, unexpected: write };
        const client = new RevoxClient({
          connection: { kind: 'service', baseUrl: server.baseUrl },
          key: () => Promise.resolve(key),
          log: log,
          timeoutMs: deadlineMs / 2,
          longTimeoutMs: deadlineMs / 2,
          deadlineMs,
          retryDelayMs: 1,
        });
        try {
          const end = await Promise.race([
            run(client).then(
              (value) => ({ value }),
              (error: unknown) => ({ error }),
            ),
            // Far behind the deadline of what hangs: what is still waiting then waits forever.
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
          const leftOnce = writes === 1 || (hangs(fault) && writes === 0);
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
    it(`ends at once when it is aborted, whatever the server does: ${name}`, async () => {
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
