import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import { toApiError } from '../../../src/api/httpErrors.ts';
import { ApiError, type ApiErrorReason } from '../../../src/core/errors.ts';
import { rawServer } from '../support/rawServer.ts';

const key = 'rvx-key-7f3a';
const good =
  '{"success":true,"campaigns":[{"id":"c1","name":"Spring"}],"campaign":{"id":"c1","name":"Spring"}}';

const answer = (status: string, body: string | Buffer = '', ...headers: readonly string[]) =>
  Buffer.concat([
    Buffer.from(
      [`HTTP/1.1 ${status}`, `content-length: ${Buffer.byteLength(body)}`, ...headers, '', ''].join('\r\n'),
    ),
    Buffer.from(body),
  ]);
const sends = (bytes: string | Buffer) => (socket: Socket) => void socket.write(bytes);
const says = (status: string, body?: string | Buffer, ...headers: readonly string[]) =>
  sends(answer(status, body, ...headers));
const chunked = (...parts: readonly string[]) =>
  `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${parts.join('')}`;

interface Told {
  /** What a read is rejected with; `good`: it is an answer. */
  readonly read: ApiErrorReason | 'good';
  readonly says: RegExp;
  /** Requests of a read. */
  readonly asked: number;
  /** Whether a create that ends so could have been carried out; a good answer is one. */
  readonly open: boolean;
}
const reached = (read: Told['read'], sentence: RegExp, asked: number, open = true): Told => ({
  ...{ read, says: sentence, asked, open },
});
const isGood = reached('good', /^$/, 1);
const isNoData = reached('unreadable', /something that is not Revox data/, 1);
const isBroken = reached('unreadable', /something that is not Revox data/, 3);
const isGone = reached('offline', /cannot be reached/, 3);

/** What a gateway, a proxy or a portal between us and the service gives instead of its answer. */
const gateways: Readonly<Record<string, readonly [(socket: Socket) => void, Told]>> = {
  'a body shorter than promised, and the end': [
    (socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n${good}`),
    isGone,
  ],
  'a body longer than promised': [sends(`HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n${good}`), isNoData],
  'chunks that are cut': [(socket) => socket.end(chunked(`20\r\n{"campaigns":`)), isGone],
  'chunks of no size': [sends(chunked(`zz\r\n${good}\r\n`)), isBroken],
  'a reset after the status': [
    (socket) => void socket.write('HTTP/1.1 200 OK\r\n', () => socket.resetAndDestroy()),
    isGone,
  ],
  'a reset inside the body': [
    (socket) =>
      void socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"campa`, () =>
        socket.resetAndDestroy(),
      ),
    isGone,
  ],
  'no HTTP': [sends('SSH-2.0-OpenSSH_9.6\r\n'), isBroken],
  'headers of a megabyte': [says('200 OK', good, `x: ${'a'.repeat(1024 * 1024)}`), isBroken],
  'a broken gzip': [says('200 OK', good, 'content-encoding: gzip'), isBroken],
  'a cut gzip': [says('200 OK', gzipSync(good).subarray(0, 30), 'content-encoding: gzip'), isNoData],
  'a broken deflate': [says('200 OK', good, 'content-encoding: deflate'), isBroken],
  'a broken Brotli': [says('200 OK', good, 'content-encoding: br'), isBroken],
  'a good gzip': [says('200 OK', gzipSync(good), 'content-encoding: gzip'), isGood],
  'a good deflate': [says('200 OK', deflateSync(good), 'content-encoding: deflate'), isGood],
  'a good Brotli': [says('200 OK', brotliCompressSync(good), 'content-encoding: br'), isGood],
  '204': [sends('HTTP/1.1 204 No Content\r\n\r\n'), isNoData],
  'a page to sign in': [
    says('200 OK', '<!doctype html><title>Sign in</title>', 'content-type: text/html'),
    isNoData,
  ],
  'JSON with a byte order mark': [says('200 OK', `\ufeff${good}`), isGood],
  'JSON and something behind it': [says('200 OK', `${good}<!-- served by x -->`), isNoData],
  'two JSON values': [says('200 OK', good + good), isNoData],
  'a field twice': [says('200 OK', `{"campaigns":[],${good.slice(1)}`), isGood],
  'NaN for a number': [says('200 OK', good.replace('"Spring"', 'NaN')), isNoData],
  'ten megabytes on one line': [says('200 OK', good.replace('Spring', 'x'.repeat(10_000_000))), isGood],
  'a value in 100,000 lists': [
    says('200 OK', good.replaceAll('"Spring"', `"Spring","x":${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    isNoData,
  ],
  'brackets in a text': [says('200 OK', good.replaceAll('Spring', `\\\\\\"${'['.repeat(1000)}`)), isGood],
  'a number of a thousand digits': [
    says('200 OK', good.replaceAll('"c1"', `"c1","total":${'9'.repeat(1000)}`)),
    isGood,
  ],
  '300 with choices': [
    says('300 Multiple Choices', '', 'location: /other'),
    reached('unreadable', /redirects/, 1, true),
  ],
  '302 to itself': [
    says('302 Found', '', 'location: /api/campaigns'),
    reached('unreadable', /redirects/, 1, true),
  ],
  '303 to a page': [
    says('303 See Other', '', 'location: https://login.example/x'),
    reached('unreadable', /redirects to https:\/\/login\.example/, 1),
  ],
  '308 to https': [
    says('308 Moved', '', 'location: https://127.0.0.1/api'),
    reached('unreadable', /redirects to https/, 1, false),
  ],
  '304 that nobody asked for': [sends('HTTP/1.1 304 Not Modified\r\n\r\n'), reached('unreadable', /./, 1)],
  '402': [
    says('402 Payment Required', '{"message":"No credit."}'),
    reached('rejected', /No credit/, 1, false),
  ],
  '407 of a proxy': [
    says('407 Proxy Authentication Required', '<html>'),
    reached('offline', /proxy settings/, 3),
  ],
  '413': [says('413 Content Too Large', '<html>'), reached('rejected', /HTTP 413/, 1, false)],
  // fetch asks again by itself, as the standard allows, unless a body can be read only once
  '421': [says('421 Misdirected Request'), reached('rejected', /HTTP 421/, 2, false)],
  '431': [says('431 Headers Too Large'), reached('rejected', /HTTP 431/, 1, false)],
  '451': [says('451 Unavailable'), reached('rejected', /HTTP 451/, 1, false)],
  '499': [says('499 Client Closed Request'), reached('rejected', /HTTP 499/, 1, true)],
  '501': [says('501 Not Implemented'), reached('server', /HTTP 501/, 1)],
  '505': [says('505 Version'), reached('server', /HTTP 505/, 1)],
  '511 of a portal': [
    says('511 Network Authentication Required', '<html>'),
    reached('offline', /asks you to sign in/, 1),
  ],
  ...Object.fromEntries(
    [520, 521, 522, 523, 524, 525, 526, 527, 530].map((status) => [
      `${status} of a gateway`,
      [says(`${status} Gateway`, '<html>'), reached('server', new RegExp(`HTTP ${status}`), 1)] as const,
    ]),
  ),
};

const request = { assistant_id: 'a', name: 'n', contacts: [] };

function clientOf(port: number, keep: (line: string) => void, host = '127.0.0.1'): RevoxClient {
  return new RevoxClient({
    connection: { kind: 'service', baseUrl: `http://${host}:${port === 0 ? 80 : port}/api` },
    key: () => Promise.resolve(key),
    log: { info: keep, warn: keep, error: keep },
    ...{ retryDelayMs: 1, timeoutMs: 10_000, longTimeoutMs: 10_000, deadlineMs: 20_000 },
  });
}

describe('a gateway between us and the service', () => {
  for (const [what, [write, told]] of Object.entries(gateways)) {
    for (const operation of ['read', 'create'] as const) {
      it(`gives ${what}: ${operation}`, async () => {
        const server = await rawServer(write);
        const lines: string[] = [];
        const keep = (line: string) => void lines.push(line);
        const client = clientOf(server.port, keep);
        try {
          const end: unknown = await (
            operation === 'read' ? client.listCampaigns() : client.createCampaign(request)
          ).catch((error: unknown) => error);
          assert.equal(server.asked.length, operation === 'read' ? told.asked : 1);
          if (told.read === 'good') {
            assert.ok(!(end instanceof Error), String(end));
            return;
          }
          assert.ok(end instanceof ApiError, String(end));
          assert.equal(end.reason, told.read);
          assert.match(end.message, told.says);
          assert.match(end.message, /^[A-Z\d].*\.$/);
          if (operation === 'create') assert.equal(end.mayHaveHappened, told.open);
          assert.ok(!(end.message + lines.join('')).includes(key));
        } finally {
          server.close();
        }
      }).timeout(30_000);
    }
  }

  const failure = {
    connection: { kind: 'service', baseUrl: 'https://revox.example/api' },
    ...{ isWrite: true, isEverywhere: true, key },
  } as const;
  const failed = (cause: Error) => toApiError(new TypeError('fetch failed', { cause }), failure);

  it('is a proxy that opens no tunnel: nothing was sent', async () => {
    const cause = new Error('Proxy response (407) !== 200 when HTTP Tunneling');
    const error = await failed(cause);
    assert.deepEqual([error.reason, error.mayHaveHappened], ['offline', false]);
    assert.match(error.message, /A proxy on the way to revox\.example refuses/);
  });

  it('has a certificate of its own: nothing was sent, and the message names the certificate', async () => {
    const cause = Object.assign(new Error('self-signed'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    const error = await failed(cause);
    assert.deepEqual([error.reason, error.mayHaveHappened], ['offline', false]);
    assert.match(error.message, /certificate that is not trusted here \(SELF_SIGNED_CERT_IN_CHAIN\)/);
  });

  it('closes a connection just as it is reused: a write is sent once, and its outcome is unknown', async () => {
    const server = await rawServer((socket, _, count) => {
      if (count === 1) socket.write(answer('200 OK', good, 'connection: keep-alive'));
      else socket.resetAndDestroy();
    });
    try {
      const client = clientOf(server.port, () => undefined);
      await client.listCampaigns();
      await assert.rejects(client.createCampaign(request), { reason: 'offline', mayHaveHappened: true });
      assert.deepEqual(server.asked, ['GET /api/campaigns HTTP/1.1', 'POST /api/campaigns HTTP/1.1']);
    } finally {
      server.close();
    }
  });

  it('has no address: nothing was sent', async () => {
    const client = clientOf(0, () => undefined, 'revox.invalid');
    await assert.rejects(client.createCampaign(request), { reason: 'offline', mayHaveHappened: false });
  });

  const waits: readonly (readonly [what: string, headers: readonly string[], waitMs: number | undefined])[] =
    [
      ['nothing', [], undefined],
      ['an empty value', ['retry-after: '], undefined],
      ['words', ['retry-after: soon'], undefined],
      ['less than nothing', ['retry-after: -5'], 0],
      ['a part of a second', ['retry-after: 0.5'], 500],
      ['years', ['retry-after: 99999999'], 3_600_000],
      ['no number that ends', ['retry-after: 1e400'], 3_600_000],
      ['a date that is over', ['retry-after: Wed, 21 Oct 2015 07:28:00 GMT'], 0],
      [
        'a date, by a clock that is years behind',
        ['date: Wed, 21 Oct 2015 07:28:00 GMT', 'retry-after: Wed, 21 Oct 2015 07:28:40 GMT'],
        40_000,
      ],
      [
        'a date, by a clock that is years ahead',
        ['date: Wed, 21 Oct 2099 07:28:00 GMT', 'retry-after: Wed, 21 Oct 2099 07:28:40 GMT'],
        40_000,
      ],
    ];
  for (const [what, headers, waitMs] of waits) {
    it(`asks to wait, and gives ${what}`, async () => {
      const server = await rawServer(says('429 Too Many', '{}', ...headers));
      try {
        await assert.rejects(clientOf(server.port, () => undefined).createCampaign(request), {
          reason: 'rate limited',
          retryAfterMs: waitMs,
        });
        assert.equal(server.asked.length, 1);
      } finally {
        server.close();
      }
    });
  }

  it('rounds an id that is a number: the campaign is dropped rather than mistaken for another', async () => {
    const campaigns = '{"campaigns":[{"id":12345678901234567891},{"id":1e400},{"id":7},{"id":1.5}]}';
    const server = await rawServer(says('200 OK', campaigns));
    try {
      const listed = await clientOf(server.port, () => undefined).listCampaigns();
      assert.deepEqual(
        listed.map(({ id }) => id),
        ['7'],
      );
    } finally {
      server.close();
    }
  });
});
