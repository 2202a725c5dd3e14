import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface RawServer {
  readonly port: number;
  /** The first line of each request that came, its body being read. */
  readonly asked: readonly string[];
  close(): void;
}

/** A server that answers each request with bytes, so that nothing puts them right on the way. */
export async function rawServer(
  answer: (socket: Socket, request: string, count: number) => void,
): Promise<RawServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let got = '';
    socket.on('data', (bytes: Buffer) => {
      got += bytes.toString('latin1');
      const end = got.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(got.slice(0, end))?.[1] ?? 0);
      if (end < 0 || got.length < end + 4 + length) return;
      const [line = ''] = got.split('\r\n', 1);
      got = '';
      asked.push(line);
      answer(socket, line, asked.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
