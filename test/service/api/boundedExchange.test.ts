import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import type { HttpOptions } from '../../../src/api/http.ts';
import { ApiError, isAbort } from '../../../src/core/errors.ts';
import type { Log } from '../../../src/core/ports.ts';
import {
  json,
  scriptedServer,
  silence,
  text,
  type Answer,
  type ScriptedServer,
} from '../support/scriptedServer.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const key = 'rvx-key-7f3a';
const statuses = [200, 204, 301, 400, 401, 404, 429, 500, 502, 503];

/** Writes for as long as the connection stands. */
function keepWriting(response: ServerResponse, part: string, everyMs: number): void {
  const timer = setInterval(() => response.write(part), everyMs);
  response.on('close', () => clearInterval(timer));
}

const faults: Readonly<Record<string, (status: number) => Answer>> = {
  'stalls in its headers': () => silence,
  'stalls in its body': (status) => (response) => {
    response.writeHead(status).write('{');
  },
  'has a body without an end': (status) => (response) => {
    response.writeHead(status);
    keepWriting(response, ' '.repeat(65_536), 1);
  },
  'has a body that drips': (status) => (response) => {
    response.writeHead(status);
    keepWriting(response, ' ', 10);
  },
};

describe('an exchange over HTTP', () => {
  const servers: ScriptedServer[] = [];

  async function clientOf(answer: Answer, options: Partial<HttpOptions> = {}) {
    const server = await scriptedServer(answer);
    servers.push(server);
    const client = new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve(key),
      log: quiet,
      retryDelayMs: 1,
      ...options,
    });
    return { server, client };
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  const request = { assistant_id: 'a', name: 'n', contacts: [] };
  const operations: Readonly<
    Record<string, (client: RevoxClient, signal?: AbortSignal) => Promise<unknown>>
  > = {
    read: (client, signal) => client.listCampaigns(signal),
    write: (client, signal) => client.createCampaign(request, signal),
  };

  for (const [what, answerOf] of Object.entries(faults)) {
    for (const [operation, ask] of Object.entries(operations)) {
      it(`that ${what} ends at its deadline, for any status: ${operation}`, async () => {
        await Promise.all(
          statuses.map(async (status) => {
            const { client } = await clientOf(answerOf(status), {
              deadlineMs: 150,
              longTimeoutMs: 80,
              timeoutMs: 80,
            });
            await assert.rejects(ask(client), (error) => error instanceof ApiError, `status ${status}`);
          }),
        );
      });

      it(`that ${what} ends at once when aborted, for any status: ${operation}`, async () => {
        await Promise.all(
          statuses.map(async (status) => {
            const { client, server } = await clientOf(answerOf(status));
            const abort = new AbortController();
            const asked = ask(client, abort.signal);
            await server.nextRequest();
            setTimeout(() => abort.abort(), 5);
            await asked.then(
              () => assert.fail('There was nothing to read.'),
              // Without a body (204) an answer may be there before the abort.
              (error: unknown) => assert.ok(isAbort(error) || error instanceof ApiError, String(error)),
            );
          }),
        );
      });
    }
  }

  it('that a gateway answers with only 502 leaves open whether a write happened', async () => {
    const { client, server } = await clientOf(faults['stalls in its body']!(502), {
      longTimeoutMs: 1_000,
    });
    await assert.rejects(client.createCampaign(request), (error: ApiError) => {
      assert.deepEqual([error.status, error.mayHaveHappened], [502, true]);
      return true;
    });
    assert.equal(server.seen.length, 1);
  });

  it('does not wait for ever for a key', async () => {
    const { client } = await clientOf(silence, { key: () => new Promise(() => undefined), deadlineMs: 20 });
    await assert.rejects(client.listCampaigns(), { name: 'ApiError', reason: 'timeout' });
  });

  it('with a large body that keeps arriving may take longer than one time-out', async () => {
    const part = ' '.repeat(20_000);
    const { client } = await clientOf(
      (response) => {
        response.writeHead(200);
        let parts = 0;
        const timer = setInterval(() => {
          response.write(part);
          parts += 1;
          if (parts < 12) return;
          clearInterval(timer);
          response.end('{"campaigns":[]}');
        }, 50);
      },
      { timeoutMs: 400 },
    );
    assert.deepEqual(await client.listCampaigns(), []);
  });

  describe('reads no more than its endpoint can send', () => {
    const bomb: Answer = (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2_000_000, ' ')));
    };
    const cases: [what: string, ask: (client: RevoxClient) => Promise<unknown>][] = [
      ['cancel', (client) => client.cancelCampaign('c')],
      ['delete', (client) => client.deleteCampaign('c')],
      ['launch', (client) => client.pauseCampaign('c')],
      ['key check', (client) => client.currentUser()],
    ];
    for (const [what, ask] of cases) {
      it(`2 MB in 2 kB of gzip: ${what}`, async () => {
        const { client, server } = await clientOf(bomb);
        await assert.rejects(ask(client), (error: ApiError) => {
          assert.equal(error.reason, 'unreadable');
          assert.match(error.message, /more than 1 MB/);
          return true;
        });
        assert.equal(server.seen.length, 1);
      });
    }

    it('and at most a sentence of an error', async () => {
      const { client } = await clientOf(text(400, `{"message":"${'x'.repeat(5_000_000)}"}`));
      await assert.rejects(client.listCampaigns(), { reason: 'rejected', serverMessage: undefined });
    });
  });

  it('with broken compression counts as reached, and is reported', async () => {
    const { client } = await clientOf(text(200, 'this is no gzip', { 'content-encoding': 'gzip' }));
    await assert.rejects(client.cancelCampaign('c'), { reason: 'unreadable', mayHaveHappened: true });
  });

  it('never shows a key that a server repeats', async () => {
    const { client } = await clientOf(json(403, { message: `Key ${key} may not do this.` }));
    await assert.rejects(client.listCampaigns(), (error: ApiError) => {
      assert.match(error.message, /Key \[redacted\] may not do this/);
      assert.doesNotMatch(error.message + (error.serverMessage ?? ''), new RegExp(key));
      return true;
    });
  });

  it('without a list of campaigns says that the address may be wrong', async () => {
    const { client } = await clientOf(json(404, {}));
    await assert.rejects(client.listCampaigns(), /no Revox API at http.*revox\.apiBaseUrl/);
    await assert.rejects(client.createCampaign(request), /no Revox API at http.*revox\.apiBaseUrl/);
    await assert.rejects(client.checkKey(), /no Revox API at http.*revox\.apiBaseUrl/);
    await assert.rejects(client.retrieveCampaign('c'), /may have been deleted/);
  });

  describe('asked to wait', () => {
    const table: [header: string, sentence: RegExp, waitMs: (ms: number) => boolean][] = [
      ['25', /Try again in 25 seconds\./, (ms) => ms === 25_000],
      ['1200', /Try again after today|tomorrow \d\d:\d\d\./, (ms) => ms === 1_200_000],
      ['99999999', /Try again in an hour\./, (ms) => ms === 3_600_000],
    ];
    for (const [header, sentence, isRight] of table) {
      it(`for ${header} seconds says until when, and waits at most an hour`, async () => {
        const { client } = await clientOf(json(429, {}, { 'retry-after': header }));
        await assert.rejects(client.cancelCampaign('c'), (error: ApiError) => {
          assert.match(error.message, sentence);
          assert.ok(isRight(error.retryAfterMs ?? 0), String(error.retryAfterMs));
          return true;
        });
      });
    }
  });

  for (const id of ['', '.', '..']) {
    it(`sends nothing for the id “${id}”, which would change the path`, async () => {
      const { client, server } = await clientOf(json(200, { success: true }));
      await assert.rejects(client.deleteCampaign(id), { name: 'ApiError', reason: 'rejected' });
      await assert.rejects(client.getRows(id, { page: 0, page_size: 1 }), { reason: 'rejected' });
      assert.equal(server.seen.length, 0);
    });
  }
});
