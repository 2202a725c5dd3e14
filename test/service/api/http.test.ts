import assert from 'node:assert/strict';
import type { HttpOptions } from '../../../src/api/http.ts';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import type { CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import { ApiError, type ApiErrorReason } from '../../../src/core/errors.ts';
import campaignsExample from '../../fixtures/api/list.json';
import createExample from '../../fixtures/api/create.json';
import exportExample from '../../fixtures/api/export.json';
import retrieveExample from '../../fixtures/api/retrieve.json';
import rowsExample from '../../fixtures/api/rows.json';
import {
  cutShort,
  json,
  reset,
  scriptedServer,
  silence,
  stalledBody,
  text,
  type Answer,
  type ScriptedServer,
} from '../support/scriptedServer.ts';

const key = 'rvx-key-7f3a';
const phone = '+14155550123';
const request: CreateCampaignRequest = {
  assistant_id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e',
  name: 'Spring offer',
  contacts: [{ to_phone_number: phone, prompt_variables: { first_name: 'Ada' } }],
  launch: false,
};
const noCampaigns = json(200, { campaigns: [] });
const done = json(200, { success: true });
const signInPage = text(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' });

describe('the client over HTTP', () => {
  let server: ScriptedServer;
  let logged: string[];

  /** A client whose server gives these answers in turn. */
  async function clientOf(answers: readonly Answer[], options: Partial<HttpOptions> = {}) {
    server = await scriptedServer(...answers);
    return new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve(key),
      log: {
        info: (line) => logged.push(`info ${line}`),
        warn: (line) => logged.push(`warn ${line}`),
        error: (line) => logged.push(`error ${line}`),
      },
      retryDelayMs: 1,
      ...options,
    });
  }

  beforeEach(() => (logged = []));
  afterEach(async () => {
    for (const line of logged) {
      assert.doesNotMatch(line, new RegExp([key, phone.slice(1), 'Ada', 'Spring'].join('|')));
    }
    await server.close();
  });

  describe('sends requests as the reference says', () => {
    const rows = { page: 0, page_size: 25, query: 'Ada', result: 'human', statuses: ['calling'] } as const;
    const calls: [
      line: string,
      answer: Answer,
      ask: (client: RevoxClient) => Promise<unknown>,
      value: unknown,
    ][] = [
      ['GET /api/campaigns', noCampaigns, (client) => client.listCampaigns(), []],
      ['DELETE /api/campaigns/id', done, (client) => client.deleteCampaign('id'), true],
      ['POST /api/campaigns/id/cancel', done, (client) => client.cancelCampaign('id'), true],
      [
        'POST /api/campaigns/id/cancel',
        json(200, { success: false }),
        (client) => client.cancelCampaign('id'),
        false,
      ],
      [
        'GET /api/campaigns/id/export',
        json(200, exportExample),
        (client) => client.exportRows('id'),
        exportExample,
      ],
      [
        'GET /api/assistants',
        json(200, { assistants: [{ id: '' }] }),
        (client) => client.listAssistants(),
        [],
      ],
      ['GET /api/assistants', json(404, {}), (client) => client.listAssistants(), undefined],
      ['GET /api/assistants', signInPage, (client) => client.listAssistants(), undefined],
      ['GET /api/assistants', text(405, ''), (client) => client.listAssistants(), undefined],
      ['GET /api/auth-status', json(200, { authenticated: true }), (client) => client.checkKey(), true],
      ['GET /api/auth-status', json(200, { authenticated: false }), (client) => client.checkKey(), false],
      ['GET /api/auth-status', json(401, {}), (client) => client.checkKey(), false],
    ];
    for (const [line, answer, ask, value] of calls) {
      it(`${line} → ${JSON.stringify(value)}`, async () => {
        const client = await clientOf([answer]);
        assert.deepEqual(await ask(client), value);
        assert.deepEqual(
          server.seen.map((seen) => `${seen.method} ${seen.url}`),
          [line],
        );
      });
    }

    it('GET /campaigns, /campaigns/{id} and POST /campaigns return the documented examples', async () => {
      const client = await clientOf([
        json(200, campaignsExample),
        json(200, retrieveExample),
        json(200, createExample),
      ]);
      assert.equal((await client.listCampaigns())[0]?.assistant?.voice?.provider, 'cartesia');
      assert.equal((await client.retrieveCampaign('a/b ?')).assistant?.background_sound_volume, 0);
      assert.equal((await client.createCampaign(request)).structured_output_extraction, 'none');
      assert.deepEqual(
        server.seen.map((seen) => `${seen.method} ${seen.url}`),
        ['GET /api/campaigns', 'GET /api/campaigns/a%2Fb%20%3F', 'POST /api/campaigns'],
      );
      assert.deepEqual(JSON.parse(server.seen[2]!.body), request);
      assert.equal(server.seen[2]?.headers['content-type'], 'application/json');
    });

    it('GET /campaigns/{id}/rows with its filters, once the page base is known', async () => {
      const page = { ...rowsExample, page: 1, total: 9 };
      const client = await clientOf([json(200, page)]);
      const answer = await client.getRows('id', rows);
      assert.deepEqual([answer.page, answer.total, answer.rows.length], [0, 9, 1]);
      assert.deepEqual(
        server.seen.map((seen) => seen.url),
        [
          '/api/campaigns/id/rows?page=0&page_size=1',
          '/api/campaigns/id/rows?page=1&page_size=25&query=Ada&result=human&statuses=calling',
        ],
      );
    });

    it('the list of campaigns to check a key where /auth-status is absent', async () => {
      const good = await clientOf([json(404, {}), noCampaigns]);
      assert.equal(await good.checkKey(), true);
      await server.close();
      const bad = await clientOf([json(404, {}), json(401, {})]);
      assert.equal(await bad.checkKey(), false);
      assert.deepEqual(
        server.seen.map((seen) => seen.url),
        ['/api/auth-status', '/api/campaigns'],
      );
    });
  });

  describe('keeps the key', () => {
    it('in the Authorization header, and nowhere else', async () => {
      const client = await clientOf([json(200, createExample)]);
      await client.createCampaign(request);
      const { headers, ...rest } = server.seen[0]!;
      const { authorization, ...others } = headers;
      assert.equal(authorization, `Bearer ${key}`);
      assert.ok(!JSON.stringify([rest, others, logged]).includes(key));
    });

    it('requested for each request; without a key no header is sent', async () => {
      const keys = ['first', 'second', undefined];
      const client = await clientOf([noCampaigns], { key: () => Promise.resolve(keys.shift()) });
      for (let i = 0; i < 3; i += 1) await client.listCampaigns();
      assert.deepEqual(
        server.seen.map((seen) => seen.headers.authorization),
        ['Bearer first', 'Bearer second', undefined],
      );
    });

    for (const odd of ['with space', 'line\nbreak', 'cafe\u0301', '', '\u201cquoted\u201d']) {
      it(`unsent when it is not valid: ${JSON.stringify(odd)}`, async () => {
        const client = await clientOf([noCampaigns], { key: () => Promise.resolve(odd) });
        await assert.rejects(client.listCampaigns(), (error) => {
          assert.ok(error instanceof ApiError);
          assert.equal(error.reason, 'auth');
          assert.equal(error.cause, undefined);
          assert.ok(odd === '' || !error.message.includes(odd));
          return true;
        });
        assert.equal(server.seen.length, 0);
      });
    }

    it('apart from network errors: a failing key store is reported as such', async () => {
      const client = await clientOf([noCampaigns], { key: () => Promise.reject(new Error('no keyring')) });
      await assert.rejects(client.listCampaigns(), /^Error: no keyring$/);
    });
  });

  describe('a fault', () => {
    interface Fault {
      readonly what: string;
      readonly answer: Answer;
      readonly reason: ApiErrorReason;
      readonly status?: number;
      /** Requests that a read makes. */
      readonly reads: number;
      /** Could a write have been done all the same? */
      readonly mayHaveHappened: boolean;
      readonly options?: Partial<HttpOptions>;
    }
    const refused = (status: number, reason: ApiErrorReason): Fault => ({
      what: `HTTP ${status}`,
      answer: json(status, { message: 'because' }),
      reason,
      status,
      reads: 1,
      mayHaveHappened: false,
    });
    const retried = (status: number, reason: ApiErrorReason, mayHaveHappened = true): Fault => ({
      ...refused(status, reason),
      reads: 3,
      mayHaveHappened,
    });
    const redirect = (status: number, mayHaveHappened: boolean): Fault => ({
      ...refused(status, 'unreadable'),
      answer: text(status, '', { location: 'https://elsewhere.example/api/campaigns?token=abc' }),
      mayHaveHappened,
    });
    const unreadable = (what: string, answer: Answer): Fault => ({
      what,
      answer,
      reason: 'unreadable',
      reads: 1,
      mayHaveHappened: true,
    });
    const faults: readonly Fault[] = [
      refused(400, 'rejected'),
      refused(401, 'auth'),
      refused(403, 'forbidden'),
      refused(404, 'not found'),
      { ...refused(409, 'rejected'), mayHaveHappened: true },
      refused(410, 'not found'),
      refused(413, 'rejected'),
      refused(418, 'rejected'),
      refused(422, 'rejected'),
      retried(408, 'timeout'),
      retried(429, 'rate limited'),
      retried(500, 'server'),
      retried(502, 'server'),
      retried(503, 'server'),
      retried(504, 'server'),
      { ...retried(501, 'server'), reads: 1 },
      redirect(301, false),
      redirect(302, true),
      redirect(303, true),
      redirect(307, false),
      redirect(308, false),
      unreadable('a sign-in page with status 200', signInPage),
      unreadable('an empty answer with status 200', text(200, '')),
      unreadable('an answer without content (204)', text(204, '')),
      unreadable('JSON that is something else', json(200, { ok: 'yes' })),
      unreadable('JSON cut short within its length', text(200, '{"campaigns":[{"id"')),
      {
        what: 'a connection that is reset',
        answer: reset,
        reason: 'offline',
        reads: 3,
        mayHaveHappened: true,
      },
      {
        what: 'a body that is cut short',
        answer: cutShort,
        reason: 'offline',
        reads: 3,
        mayHaveHappened: true,
      },
      {
        what: 'silence before the headers',
        answer: silence,
        reason: 'timeout',
        reads: 1,
        mayHaveHappened: true,
        options: { timeoutMs: 250, longTimeoutMs: 250 },
      },
      {
        what: 'a body that never ends',
        answer: stalledBody,
        reason: 'timeout',
        reads: 1,
        mayHaveHappened: true,
        options: { deadlineMs: 300 },
      },
    ];
    const writes: [name: string, write: (client: RevoxClient) => Promise<unknown>][] = [
      ['create', (client) => client.createCampaign(request)],
      ['cancel', (client) => client.cancelCampaign('id')],
      ['delete', (client) => client.deleteCampaign('id')],
    ];

    for (const fault of faults) {
      const { what, answer, reason, status, reads, mayHaveHappened, options } = fault;
      it(`${what}: a read fails with "${reason}" after ${reads === 1 ? 'one request' : `${reads} requests`}`, async () => {
        const client = await clientOf([answer], options);
        const error = await failure(client.listCampaigns());
        assert.deepEqual(
          [error.reason, error.status, error.mayHaveHappened],
          [reason, status, false],
          error.message,
        );
        assert.equal(server.seen.length, reads);
        assert.equal(logged.length, 1, 'one line an exchange');
      });

      it(`${what}: a write is sent once and ${mayHaveHappened ? 'may' : 'cannot'} have happened`, async () => {
        const client = await clientOf([answer], options);
        for (const [name, write] of writes) {
          const before = server.seen.length;
          const error = await failure(write(client));
          assert.deepEqual([error.reason, error.mayHaveHappened], [reason, mayHaveHappened], name);
          assert.equal(server.seen.length - before, 1, name);
        }
      });

      if (reads === 3) {
        it(`${what}: a read succeeds after one or two of them`, async () => {
          const client = await clientOf([answer, answer, noCampaigns], options);
          assert.deepEqual(await client.listCampaigns(), []);
          assert.equal(server.seen.length, 3);
        });
      }
    }

    it('a port where nobody listens: a write surely did not happen', async () => {
      const client = await clientOf([done]);
      await server.close();
      for (const [name, write] of writes) {
        const error = await failure(write(client));
        assert.deepEqual([error.reason, error.mayHaveHappened], ['offline', false], name);
        assert.match(error.message, /cannot be reached \(ECONNREFUSED\)/);
      }
    });

    it('a host that does not exist: offline, and a write surely did not happen', async () => {
      const client = await clientOf([done], {
        connection: { kind: 'service', baseUrl: 'https://nowhere.invalid/api' },
      });
      const error = await failure(client.cancelCampaign('id'));
      assert.deepEqual([error.reason, error.mayHaveHappened], ['offline', false], error.message);
    });

    it('a redirect: names the target, without secrets in the link', async () => {
      const client = await clientOf([redirect(301, false).answer]);
      const { message } = await failure(client.listCampaigns());
      assert.match(message, /redirects to https:\/\/elsewhere\.example\./);
      assert.doesNotMatch(message, /token|abc/);
    });
  });

  describe("the server's own words", () => {
    const said: [what: string, answer: Answer, words: string | undefined][] = [
      ['{message}', json(400, { message: 'Bad name' }), 'Bad name'],
      ['{error: text}', json(400, { error: 'Bad name' }), 'Bad name'],
      ['{error: {message}}', json(400, { error: { code: 3, message: 'Bad name' } }), 'Bad name'],
      ['{message: [texts]}', json(400, { message: ['Bad name', 'No contacts'] }), 'Bad name; No contacts'],
      ['{errors: [{message}]}', json(400, { errors: [{ message: 'Bad' }, { path: 'x' }] }), 'Bad'],
      ['{detail}', json(400, { detail: 'Bad name' }), 'Bad name'],
      [
        'a list with places, as FastAPI writes it',
        json(422, {
          detail: [
            { type: 'extra_forbidden', loc: ['body', 'launch'], msg: 'Extra inputs are not permitted' },
            { type: 'missing', loc: ['body', 'contacts', 0, 'to_phone_number'], msg: 'Field required' },
          ],
        }),
        'launch: Extra inputs are not permitted; contacts.0.to_phone_number: Field required',
      ],
      [
        'a message and issues, as Zod writes them',
        json(400, {
          message: 'Input validation failed.',
          code: 'BAD_REQUEST',
          issues: [{ code: 'too_small', path: ['contacts', 0, 'name'], message: 'Too small' }],
        }),
        'Input validation failed: contacts.0.name: Too small',
      ],
      [
        'a list written as text into the message',
        json(400, { message: '[\n {"code":"unrecognized_keys","path":[],"message":"Unknown key: launch"}]' }),
        'Unknown key: launch',
      ],
      [
        'a list with parameters, as Ajv writes it',
        json(400, {
          errors: [
            {
              instancePath: '',
              params: { additionalProperty: 'launch' },
              message: 'must NOT have additional properties',
            },
          ],
        }),
        'launch: must NOT have additional properties',
      ],
      [
        'lists by field, as Rails writes them',
        json(422, { errors: { launch: ['is not permitted'], name: ['is too short', 'is taken'] } }),
        'launch: is not permitted; name: is too short; is taken',
      ],
      [
        'a problem of RFC 9457',
        json(422, {
          type: 'about:blank',
          title: 'Unprocessable',
          detail: 'Not accepted.',
          errors: [{ pointer: '#/launch', detail: 'unknown' }],
        }),
        'Not accepted: #/launch: unknown',
      ],
      [
        'an error with details by field',
        json(400, {
          error: {
            message: 'Invalid argument',
            details: [{ fieldViolations: [{ field: 'launch', description: 'Unknown name' }] }],
          },
        }),
        'Invalid argument: launch: Unknown name',
      ],
      [
        'more problems than anybody reads',
        json(400, { errors: Array.from({ length: 2_000 }, (_, at) => ({ message: `No. ${at}` })) }),
        'No. 0; No. 1; No. 2; No. 3; No. 4',
      ],
      ['an empty message beside an error', json(400, { message: ' ', error: 'Bad name' }), 'Bad name'],
      ['a JSON text', json(400, 'Bad name'), 'Bad name'],
      ['plain text', text(400, '  Bad name\n'), 'Bad name'],
      ['control characters', json(400, { message: 'Bad\u0007\u202e name\r\nhere\u0000' }), 'Bad name here'],
      ['HTML', text(400, '<html><body>nginx</body></html>'), undefined],
      ['JSON that was cut short', text(400, '{"message":"Bad na'), undefined],
      ['an object without words', json(400, { code: 17 }), undefined],
      ['nothing', text(400, ''), undefined],
      ['depth without end', text(400, '{"error":'.repeat(5000) + '"x"' + '}'.repeat(5000)), undefined],
    ];
    for (const [what, answer, words] of said) {
      it(`are taken from ${what}`, async () => {
        const client = await clientOf([answer]);
        const error = await failure(client.listCampaigns());
        assert.equal(error.serverMessage, words);
        assert.equal(error.message.includes(`“${words ?? ''}”`), words !== undefined);
      });
    }

    it('are shortened when huge', async () => {
      const client = await clientOf([json(400, { message: 'x'.repeat(50_000) })]);
      const error = await failure(client.listCampaigns());
      assert.equal(error.serverMessage?.length, 300);
    });

    it('are not made up when the body of the error is cut short', async () => {
      const client = await clientOf([
        (response) => {
          response.writeHead(400, { 'content-length': '1000' });
          response.write('Bad', () => response.destroy());
        },
      ]);
      const error = await failure(client.listCampaigns());
      assert.deepEqual([error.reason, error.serverMessage], ['rejected', undefined]);
    });
  });

  describe('Retry-After', () => {
    it('is waited for when it is short', async () => {
      const client = await clientOf([json(429, {}, { 'retry-after': '0.06' }), noCampaigns]);
      const startMs = performance.now();
      await client.listCampaigns();
      assert.ok(performance.now() - startMs >= 55);
      assert.equal(server.seen.length, 2);
    });

    const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();
    for (const [what, header] of [
      ['seconds', () => '120'],
      ['a date', inTwoMinutes],
    ] as const) {
      it(`is reported instead of waited for when it is long, in ${what}`, async () => {
        const client = await clientOf([json(503, {}, { 'retry-after': header() })]);
        const { reason, retryAfterMs } = await failure(client.listCampaigns());
        assert.equal(reason, 'server');
        assert.ok(
          retryAfterMs !== undefined && Math.abs(retryAfterMs - 120_000) < 2000,
          `${retryAfterMs ?? ''}`,
        );
        assert.equal(server.seen.length, 1);
      });
    }

    it('is the only such header: others are ignored', async () => {
      const client = await clientOf([json(429, {}, { 'ratelimit-reset': '3600' }), noCampaigns]);
      assert.deepEqual(await client.listCampaigns(), []);
    });

    it('does not prevent a retry when it is invalid or in the past', async () => {
      const past = new Date(0).toUTCString();
      const client = await clientOf([
        json(429, {}, { 'retry-after': 'later' }),
        json(429, {}, { 'retry-after': past }),
        noCampaigns,
      ]);
      assert.deepEqual(await client.listCampaigns(), []);
    });
  });

  describe('cancellation', () => {
    it('rejects with an AbortError at once, also while the server delays', async () => {
      const client = await clientOf([silence]);
      const abort = new AbortController();
      const answer = client.listCampaigns(abort.signal);
      await server.nextRequest();
      abort.abort();
      await assert.rejects(answer, { name: 'AbortError' });
      assert.deepEqual(logged, []);
    });

    it('rejects with an AbortError for any reason of the caller', async () => {
      const client = await clientOf([silence]);
      const abort = new AbortController();
      const answer = client.listCampaigns(abort.signal);
      await server.nextRequest();
      abort.abort(new Error('a newer question'));
      await assert.rejects(answer, { name: 'AbortError' });
    });

    it('rejects before anything is sent when it came before', async () => {
      const client = await clientOf([noCampaigns]);
      await assert.rejects(client.listCampaigns(AbortSignal.abort()), { name: 'AbortError' });
      assert.equal(server.seen.length, 0);
    });

    it('ends the wait before a retry', async () => {
      const client = await clientOf([json(500, {})], { retryDelayMs: 60_000 });
      const abort = new AbortController();
      const answer = client.listCampaigns(abort.signal);
      await server.nextRequest();
      setImmediate(() => abort.abort());
      await assert.rejects(answer, { name: 'AbortError' });
      assert.equal(server.seen.length, 1);
    });

    it('ends a body that never ends', async () => {
      const client = await clientOf([stalledBody]);
      const abort = new AbortController();
      const answer = client.listCampaigns(abort.signal);
      await server.nextRequest();
      setImmediate(() => abort.abort());
      await assert.rejects(answer, { name: 'AbortError' });
    });

    it('of a write does not send it again', async () => {
      const client = await clientOf([silence]);
      const abort = new AbortController();
      const answer = client.createCampaign(request, abort.signal);
      await server.nextRequest();
      abort.abort();
      await assert.rejects(answer, { name: 'AbortError' });
      assert.equal(server.seen.length, 1);
    });
  });

  it('logs one line an exchange: method, path without query, outcome, duration', async () => {
    const counted = { ...rowsExample, page: 1, total: 9 };
    const client = await clientOf([json(200, counted), json(200, counted), json(422, { message: phone })]);
    await client.getRows('id', { page: 0, page_size: 5, query: 'Ada' });
    await failure(client.createCampaign(request));
    assert.deepEqual(
      logged.map((line) => line.replace(/\d+ ms$/, '0 ms')),
      [
        'info GET /campaigns/id/rows 200 0 ms',
        'info GET /campaigns/id/rows 200 0 ms',
        'warn POST /campaigns 422 rejected 0 ms',
      ],
    );
  });
});

/** The ApiError that a promise rejects with. */
async function failure(promise: Promise<unknown>): Promise<ApiError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    return error;
  }
  assert.fail('It should have failed.');
}
