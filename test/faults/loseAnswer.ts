import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Loss } from './faultPoint.ts';

/** Longer than the time-out of a client that is about to meet it. */
const slowMs = 150;
const json = { 'content-type': 'application/json' };

/** Lets the answer be lost on its way. `body` is what it would have been. */
export function loseAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  loss: Loss,
  body = '{"campaign":{}}',
): void {
  if (typeof loss === 'number') {
    response.writeHead(loss, { ...json, location: '/elsewhere' }).end('{"message":"Not now"}');
    return;
  }
  const half = body.slice(0, body.length / 2);
  switch (loss) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'slow':
      setTimeout(() => response.writeHead(201, json).end(body), slowMs);
      return;
    case 'cut':
      response.writeHead(201, { ...json, 'content-length': body.length });
      response.write(half, () => response.destroy());
      return;
    case 'stall':
      response.writeHead(201, { ...json, 'content-length': body.length }).write(half);
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Sign in</h1>');
      return;
    case 'half JSON':
      response.writeHead(200, json).end(half);
      return;
    case 'empty':
      response.writeHead(200, json).end();
      return;
    case 'other JSON':
      response.writeHead(200, json).end('{"ok":true}');
      return;
    case 'no id':
      response.writeHead(200, json).end('{"campaign":{"name":"Spring","id":null}}');
  }
}
