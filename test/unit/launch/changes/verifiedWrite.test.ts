import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { ApiError } from '../../../../src/core/errors.ts';
import { verifiedWrite, type Observation } from '../../../../src/launch/changes/verifiedWrite.ts';

const lost = new ApiError('cannot be reached', { reason: 'offline', mayHaveHappened: true });
const gateway = new ApiError('has a problem', { reason: 'server', status: 502, mayHaveHappened: true });
const neverSent = new ApiError('cannot be reached', { reason: 'offline', mayHaveHappened: false });
const refused = new ApiError('Not today.', { reason: 'rejected', status: 422 });
const overloaded = new ApiError('has a problem', { reason: 'server', status: 503, mayHaveHappened: true });

const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);
const fails = (error: Error) => (): Promise<boolean> => Promise.reject(error);

/** Second of the minute from which a check shows that it is done; `unreadable`: no check can be taken. */
type Done = number | 'never' | 'unreadable';

describe('a write that is verified by reading', () => {
  const cases: readonly (readonly [
    what: string,
    write: () => Promise<boolean>,
    done: Done,
    kind: string,
    seconds: number,
  ])[] = [
    ['accepted and done at once', yes, 0, 'done', 0],
    ['accepted and done after three seconds', yes, 3, 'done', 3],
    ['accepted and not done for a minute', yes, 'never', 'not done', 60],
    ['accepted, and its state cannot be read', yes, 'unreadable', 'cannot tell', 60],
    ['lost and done all the same', fails(lost), 0, 'done', 0],
    ['lost and done three seconds later', fails(lost), 3, 'done', 3],
    ['lost and never done', fails(lost), 'never', 'not done', 60],
    ['lost with the connection', fails(lost), 'unreadable', 'cannot tell', 60],
    ['lost at a gateway, done half a minute later', fails(gateway), 25, 'done', 30],
    ['never sent', fails(neverSent), 'unreadable', 'not done', 0],
    ['refused', fails(refused), 'never', 'not done', 0],
    ['refused with a full house', fails(overloaded), 'never', 'not done', 0],
    ['refused because it is done already', fails(refused), 0, 'done', 0],
    ['not successful, as the server says', no, 'never', 'not done', 0],
    ['broken in an unexpected way', fails(new Error('odd')), 'unreadable', 'cannot tell', 60],
  ];
  for (const [what, write, done, kind, seconds] of cases) {
    it(`${what}: ${kind} after ${seconds} seconds, with one request`, async () => {
      let nowMs = 0;
      let writes = 0;
      const check = (): Promise<Observation<'seen'>> => {
        if (done === 'unreadable') return Promise.reject(lost);
        const isDone = done !== 'never' && nowMs >= done * 1_000;
        return Promise.resolve(
          isDone ? { isDone, seen: 'seen' } : { isDone, seen: 'seen', still: 'it runs' },
        );
      };
      const end = await verifiedWrite({
        write: () => {
          writes += 1;
          return write();
        },
        check,
        wait: (ms) => {
          nowMs += ms;
          return Promise.resolve();
        },
      });
      assert.deepEqual([end.kind, nowMs / 1_000, writes], [kind, seconds, 1]);
      assert.equal('problem' in end, kind !== 'done');
    });
  }

  describe('on a server that answers nothing any more', () => {
    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());

    for (const [what, write] of [
      ['lost', fails(lost)],
      ['accepted', yes],
    ] as const) {
      it(`${what}: the reads end, and the outcome is reported after little more than a minute`, async () => {
        let waitedMs = 0;
        let silentMs = 0;
        const signals: AbortSignal[] = [];
        let end: Awaited<ReturnType<typeof verifiedWrite>> | undefined;
        const ended = verifiedWrite({
          write,
          check: (signal) => {
            signals.push(signal);
            return new Promise(() => undefined);
          },
          wait: (ms) => {
            waitedMs += ms;
            return Promise.resolve();
          },
        }).then((result) => (end = result));
        for (; silentMs < 600_000 && end === undefined; silentMs += 1_000) {
          await new Promise(setImmediate);
          mock.timers.tick(1_000);
        }
        await ended;
        assert.equal(end?.kind, 'cannot tell');
        assert.ok(waitedMs + silentMs <= 85_000, String(waitedMs + silentMs));
        assert.deepEqual(new Set(signals.map(({ aborted }) => aborted)), new Set([true]));
      });
    }
  });
});
