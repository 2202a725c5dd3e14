import assert from 'node:assert/strict';
import { Bench } from '../harness.ts';

describe('ordered faults and the access check', () => {
  let bench: Bench;
  beforeEach(async () => (bench = await Bench.start()));
  afterEach(() => bench.close());

  const fault = (rest: Record<string, unknown>) =>
    bench.ask('POST', '/__sandbox/faults', { path: '/api/campaigns', ...rest });

  it('do not affect a request without the key, which uses up no fault', async () => {
    await fault({ status: 503 });
    assert.equal((await bench.ask('GET', '/campaigns', undefined, { authorization: '' })).status, 401);
    assert.equal((await bench.ask('GET', '/campaigns')).status, 503);
  });

  for (const headers of [{ 'x-odd': 'a\r\nb' }, { 'x odd': 'a' }, { 'x-odd': 'ä\u0000' }])
    it(`have no header that cannot be sent: ${JSON.stringify(headers)}`, async () => {
      assert.equal((await fault({ headers, status: 500 })).status, 422);
      assert.equal((await bench.ask('GET', '/campaigns')).status, 200);
    });

  it('are small', async () => {
    const { status } = await fault({ message: 'x'.repeat(1_000_001) });
    assert.equal(status, 413);
  });

  for (const [pattern, path, fits] of [
    ['/api/campaigns', '/campaigns', true],
    ['/api/*', '/campaigns', true],
    ['*', '/campaigns', true],
    ['/api/*paigns', '/campaigns', true],
    ['/a*i/c*p*s', '/campaigns', true],
    ['/api/*x*', '/campaigns', false],
    ['/api/campaigns*campaigns', '/campaigns', false],
    ['/api/campaign', '/campaigns', false],
  ] as const)
    it(`match by pattern: ${pattern} ${fits ? 'fits' : 'does not fit'} ${path}`, async () => {
      await fault({ path: pattern, status: 503 });
      assert.equal((await bench.ask('GET', path)).status, fits ? 503 : 200);
    });

  it('end quickly for a pattern of many stars', async () => {
    await fault({ path: `/api/${'*a'.repeat(20_000)}!`, status: 503 });
    assert.equal((await bench.ask('GET', `/${'a'.repeat(8000)}`)).status, 404);
  });
});
