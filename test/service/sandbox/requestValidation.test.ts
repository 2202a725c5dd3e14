import assert from 'node:assert/strict';
import { request } from 'node:http';
import { Bench, allDay, contacts, testKey } from './harness.ts';

describe('sandbox: authentication and request validation', () => {
  let bench: Bench;
  before(async () => (bench = await Bench.start()));
  after(() => bench.close());

  for (const [what, authorization] of [
    ['no key', ''],
    ['another key', 'Bearer wrong'],
    ['a key of the same length', 'Bearer test-kex'],
    ['another scheme', `Basic ${testKey}`],
  ] as const)
    it(`rejects ${what} with 401 and a message`, async () => {
      for (const path of ['/campaigns', '/auth-status', '/__sandbox/step']) {
        const { status, body } = await bench.ask('GET', path, undefined, { authorization });
        assert.equal(status, 401, path);
        assert.match(body.message, /API key/);
      }
    });

  it('accepts its own key', async () => {
    assert.deepEqual((await bench.ask('GET', '/auth-status')).body, { authenticated: true });
    assert.equal(await bench.client.checkKey(), true);
  });

  it('answers only requests to a loopback name with its own port', async () => {
    const { port } = new URL(bench.sandbox.baseUrl);
    assert.equal(await statusFor(port, `localhost:${port}`), 200);
    assert.equal(await statusFor(port, `[::1]:${port}`), 200);
    for (const host of [`evil.example:${port}`, '127.0.0.1:1', '127.0.0.1', `127.0.0.1.evil.example:${port}`])
      assert.equal(await statusFor(port, host), 403, host);
  });

  it('does not allow pages of other origins to read', async () => {
    const { headers } = await bench.ask('GET', '/campaigns', undefined, { origin: 'https://evil.example' });
    assert.deepEqual(
      [...headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
    );
    assert.equal((await bench.ask('OPTIONS', '/campaigns')).status, 405);
  });

  const absent = 'deadbeef-0000-4000-a000-000000000000';
  for (const [method, path, status] of [
    ['GET', '/nothing', 404],
    ['GET', '/campaigns/', 404],
    ['GET', '/campaigns/%', 404],
    ['GET', '/campaigns/%00', 404],
    ['GET', `/campaigns/${absent}`, 404],
    ['GET', `/campaigns/${absent}/rows`, 404],
    ['GET', `/campaigns/${absent}/export`, 404],
    ['POST', `/campaigns/${absent}/cancel`, 404],
    ['DELETE', `/campaigns/${absent}`, 404],
    ['PUT', '/campaigns', 405],
    ['DELETE', '/assistants', 405],
    ['PATCH', `/campaigns/${absent}`, 405],
    ['POST', '/__sandbox/nothing', 404],
  ] as const)
    it(`answers ${method} ${path} with ${status}`, async () => {
      const answer = await bench.ask(method, path);
      assert.equal(answer.status, status);
      assert.equal(typeof answer.body.message, 'string');
      assert.equal(answer.headers.has('allow'), status === 405);
    });

  it('rejects an oversized body by its declared length', async () => {
    const { port } = new URL(bench.sandbox.baseUrl);
    const headers = { authorization: `Bearer ${testKey}`, 'content-length': String(2e9) };
    assert.equal(await statusFor(port, `127.0.0.1:${port}`, { method: 'POST', headers }), 413);
  });

  const window = (start: string, end: string) => ({
    call_retry_config: {
      ...allDay,
      calling_windows: [
        { calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: 60 },
      ],
    },
  });
  const badNumber = [...contacts('0100'), { to_phone_number: '+12', prompt_variables: {} }];
  const badVariable = [...contacts('0100'), { to_phone_number: '+12125550100', prompt_variables: { a: 1 } }];
  for (const [what, rest, status, message] of [
    ['an unknown assistant', { assistant_id: absent }, 404, /Assistant not found/],
    ['an assistant id that is no uuid', { assistant_id: 'x' }, 422, /^assistant_id: /],
    ['no name', { name: '' }, 422, /^name: /],
    ['no contacts', { contacts: [] }, 422, /at least one contact/],
    ['contacts that are no list', { contacts: 'all' }, 422, /^contacts: /],
    ['a bad number', { contacts: badNumber }, 422, /^contacts\[1\]\.to_phone_number: "\+12"/],
    [
      'a number without a plus',
      { contacts: [{ to_phone_number: '0612345678', prompt_variables: {} }] },
      422,
      /contacts\[0\]/,
    ],
    ['a variable that is no text', { contacts: badVariable }, 422, /^contacts\[1\]\.prompt_variables\.a: /],
    ['a contact that is no object', { contacts: [7] }, 422, /^contacts\[0\]: /],
    ['a bad from number', { from_phone_number: '123' }, 422, /^from_phone_number: /],
    ['no line at all', { max_concurrent_calls: 0 }, 422, /^max_concurrent_calls: /],
    ['a schedule that is no time', { scheduled_at: 'tomorrow' }, 422, /^scheduled_at: /],
    [
      'a zone that does not exist',
      { call_retry_config: { ...allDay, timezone: 'Mars/X' } },
      422,
      /"Mars\/X" is not an IANA time zone/,
    ],
    ['a window across midnight', window('22:00', '02:00'), 422, /calling_windows\[0\].*two windows/],
    ['an unreadable window', window('soon', '10:00'), 422, /calling_window_start_time: "soon"/],
    ['no windows', { call_retry_config: { ...allDay, calling_windows: [] } }, 422, /at least one window/],
    ['no days', { call_retry_config: { ...allDay, allowed_days: [] } }, 422, /at least one day/],
    [
      'a day that is none',
      { call_retry_config: { ...allDay, allowed_days: ['funday'] } },
      422,
      /allowed_days\[0\]/,
    ],
  ] as const)
    it(`rejects a campaign with ${what}: ${status}`, async () => {
      const answer = await bench.ask('POST', '/campaigns', await bench.body(rest));
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.match(answer.body.message, message);
      assert.deepEqual((await bench.ask('GET', '/campaigns')).body, { campaigns: [] });
    });

  for (const text of ['{"name":', '', '{"contacts":[{]}', 'null x'])
    it(`answers 400 to ${JSON.stringify(text)}`, async () =>
      assert.equal((await bench.ask('POST', '/campaigns', text)).status, 400));
});

/** fetch() does not let us choose the Host header. */
function statusFor(
  port: string,
  host: string,
  {
    method = 'GET',
    headers = { authorization: `Bearer ${testKey}` },
  }: { method?: string; headers?: Record<string, string> } = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: '/api/campaigns',
      method,
      headers: { ...headers, host },
    };
    const sent = request(options, (response) => {
      response.resume();
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    if (method === 'GET') sent.end();
    else sent.flushHeaders();
  });
}
