import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/errors.ts';
import { Bench } from '../harness.ts';

describe('a fault that is ordered', () => {
  let bench: Bench;
  beforeEach(async () => (bench = await Bench.start()));
  afterEach(() => bench.close());

  async function fault(rest: Record<string, unknown>): Promise<void> {
    const { status, body } = await bench.ask('POST', '/__sandbox/faults', {
      path: '/api/campaigns',
      ...rest,
    });
    assert.equal(status, 200, body.message);
  }

  async function createFails(): Promise<ApiError> {
    const request = (await bench.body()) as unknown as Parameters<typeof bench.client.createCampaign>[0];
    const error: unknown = await bench.client.createCampaign(request).catch((reason: unknown) => reason);
    assert.ok(error instanceof ApiError);
    return error;
  }

  const count = async () => (await bench.ask('GET', '/campaigns')).body.campaigns.length;

  it('answers with a status, a message and headers, a given number of times', async () => {
    await fault({
      method: 'GET',
      status: 429,
      times: 2,
      headers: { 'retry-after': '7' },
      message: 'Slow down',
    });
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, body } = await bench.ask('GET', '/campaigns');
      assert.deepEqual([status, headers.get('retry-after'), body.message], [429, '7', 'Slow down']);
    }
    assert.equal((await bench.ask('GET', '/campaigns')).status, 200);
  });

  it('affects no other methods and paths, and can be withdrawn', async () => {
    await fault({ method: 'DELETE', status: 500 });
    await fault({ path: '/api/campaigns/*/rows', status: 500 });
    assert.equal((await bench.ask('GET', '/campaigns')).status, 200);
    assert.equal((await bench.ask('GET', '/campaigns/x/rows')).status, 500);
    await bench.ask('DELETE', '/__sandbox/faults');
    assert.equal((await bench.ask('DELETE', '/campaigns')).status, 405);
  });

  const endings: readonly [what: string, fault: Record<string, unknown>, reason: string, created: number][] =
    [
      ['a reset before the server accepted', { reset: true }, 'offline', 0],
      ['a reset after it', { reset: true, afterAccept: true }, 'offline', 1],
      ['a 500 before', { status: 500 }, 'server', 0],
      ['a 500 after', { status: 500, afterAccept: true }, 'server', 1],
      ['a web page instead of the answer', { html: true, afterAccept: true }, 'unreadable', 1],
      ['an answer that is cut short', { cut: 20 }, 'offline', 1],
    ];
  for (const [what, rest, reason, created] of endings)
    it(`ends a create with ${what}: ${created} campaign(s)`, async () => {
      await fault({ method: 'POST', ...rest });
      const error = await createFails();
      assert.equal(error.reason, reason);
      assert.equal(error.mayHaveHappened, true);
      assert.equal(await count(), created);
    });

  it('delays an answer', async () => {
    await fault({ method: 'GET', delayMs: 200 });
    const ended: string[] = [];
    const ask = async (name: string) => {
      await bench.ask('GET', '/campaigns');
      ended.push(name);
    };
    await Promise.all([ask('delayed'), ask('asked later')]);
    assert.deepEqual(ended, ['asked later', 'delayed']);
  });

  it('is rejected when it is invalid', async () => {
    const { status, body } = await bench.ask('POST', '/__sandbox/faults', { path: '/api', explode: true });
    assert.equal(status, 422);
    assert.match(body.message, /explode/);
  });
});
