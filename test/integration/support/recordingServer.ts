import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingServer {
  readonly baseUrl: string;
  /** `GET /campaigns key` for each request: method, path below the base URL, bearer token. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** A Revox without campaigns that knows one key, and remembers who asked what. */
export async function recordingServer(key: string): Promise<RecordingServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/api/, '');
    const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    seen.push(`${request.method ?? ''} ${path} ${bearer}`);
    const good = bearer === key;
    const body = path === '/auth-status' ? { authenticated: good } : { campaigns: [] };
    response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
