import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import { ApiError } from '../../src/core/errors.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const key = 'rvx-key-7f3a';
const head = (status: string, ...headers: readonly string[]) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers.map((one) => `${one}\r\n`).join('')}`;
const whole = (body: string, ...headers: readonly string[]) =>
  `${head('200 OK', `content-length: ${Buffer.byteLength(body)}`, ...headers)}\r\n${body}`;
const chunked = (text: string | Buffer) =>
  Buffer.concat([Buffer.from(`${text.length.toString(16)}\r\n`), Buffer.from(text), Buffer.from('\r\n')]);

/** Writes as fast as it is read, for as long as the connection stands. */
function pour(socket: Socket, part: Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(part));
  };
  socket.on('drain', more);
  more();
}

const rows =
  '{"page":0,"page_size":50,"total":1,"rows":[{"id":"r1","phone_number":"+33199001201","input_data":{}}';
const spaces = chunked(' '.repeat(65_536));

/** What a server says that means harm, byte by byte. */
const answers: Readonly<Record<string, (socket: Socket) => void>> = {
  'a status that does not exist': (socket) => socket.write(`${head('999 What', 'content-length: 2')}\r\n{}`),
  'a status of 600': (socket) => socket.write(`${head('600 What', 'content-length: 2')}\r\n{}`),
  'a switch of protocols': (socket) =>
    socket.write(`${head('101 Switching', 'upgrade: x', 'connection: upgrade')}\r\n`),
  'informational answers without an end': (socket) =>
    pour(socket, Buffer.from('HTTP/1.1 103 Early\r\n\r\n'.repeat(1_000))),
  'a header of a megabyte': (socket) => socket.write(whole('{}', `x: ${'a'.repeat(1024 * 1024)}`)),
  'headers without an end': (socket) => {
    socket.write(head('200 OK'));
    pour(socket, Buffer.from('a: b\r\n'.repeat(1_000)));
  },
  'a second answer that nobody asked for': (socket) => socket.write(whole('{}') + whole('{"rows":[]}')),
  'two lengths': (socket) => socket.write(whole('{}', 'content-length: 5')),
  'no HTTP at all': (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'),
  'an unknown compression': (socket) => socket.write(whole('{}', 'content-encoding: zip')),
  'compression in seven layers': (socket) => {
    let body = Buffer.alloc(1024 * 1024);
    for (let layer = 0; layer < 7; layer += 1) body = Buffer.from(gzipSync(body));
    const coding = `content-encoding: ${'gzip,'.repeat(7).slice(0, -1)}`;
    socket.write(`${head('200 OK', `content-length: ${body.length}`, coding)}\r\n`);
    socket.write(body);
  },
  'bytes that are no UTF-8': (socket) => {
    socket.write(`${head('200 OK', 'content-length: 4')}\r\n`);
    socket.write(Buffer.from([0xff, 0xfe, 0xc3, 0x28]));
  },
  'brackets without an end': (socket) => {
    socket.write(`${head('200 OK', 'transfer-encoding: chunked')}\r\n`);
    pour(socket, chunked('['.repeat(65_536)));
  },
  'a string without an end': (socket) => {
    socket.write(`${head('200 OK', 'transfer-encoding: chunked')}\r\n`);
    socket.write(chunked('{"campaigns":[{"id":"'));
    pour(socket, chunked('x'.repeat(65_536)));
  },
  'white space behind the last row, without an end': (socket) => {
    socket.write(`${head('200 OK', 'transfer-encoding: chunked')}\r\n`);
    socket.write(chunked(rows));
    pour(socket, spaces);
  },
  'a row whose dropped part has no end': (socket) => {
    socket.write(`${head('200 OK', 'transfer-encoding: chunked')}\r\n`);
    socket.write(chunked('{"rows":[{"id":"r1","call":{"call_attempts":[{"speech_events":"'));
    pour(socket, chunked('x'.repeat(65_536)));
  },
  'names that change what objects are': (socket) =>
    socket.write(
      whole(
        '{"__proto__":{"polluted":1},"campaigns":[{"id":"c1","id":"c2","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}],"rows":[{"id":"r1","__proto__":{"polluted":1},"input_data":{"__proto__":"x"}}]}',
      ),
    ),
};

describe('a hostile server', () => {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  let answer: (socket: Socket) => void = () => undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes: Buffer) => {
      asked.push(bytes.toString('latin1'));
      answer(socket);
    });
  });
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    asked.length = 0;
  });
  after(() => server.close());

  const request = { assistant_id: 'a', name: 'n', contacts: [] };
  const operations: Readonly<Record<string, (client: RevoxClient) => Promise<unknown>>> = {
    list: (client) => client.listCampaigns(),
    create: (client) => client.createCampaign(request),
    rows: (client) => client.getRows('c1', { page: 0, page_size: 50 }),
    export: (client) => client.exportRows('c1'),
  };

  for (const [what, write] of Object.entries(answers)) {
    for (const [operation, ask] of Object.entries(operations)) {
      it(`ends within limits and pollutes no prototype: ${operation}, ${what}`, async () => {
        answer = write;
        // a create must have left before its deadline, however busy the machine is
        const timeoutMs = operation === 'create' ? 2_000 : 400;
        const { port } = server.address() as AddressInfo;
        const client = new RevoxClient({
          connection: { kind: 'service', baseUrl: `http://127.0.0.1:${port}/api` },
          key: () => Promise.resolve(key),
          log: quiet,
          retryDelayMs: 1,
          timeoutMs,
          longTimeoutMs: timeoutMs,
          deadlineMs: 2 * timeoutMs,
        });
        const end = await ask(client).catch((error: unknown) => error);
        if (end instanceof Error) {
          assert.ok(end instanceof ApiError, String(end));
          assert.ok(!end.message.includes(key) && end.message.length < 600, end.message.slice(0, 600));
          if (operation === 'create') assert.equal(end.mayHaveHappened, true);
        }
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
        if (operation === 'create') assert.equal(asked.length, 1);
      }).timeout(30_000);
    }
  }
});
