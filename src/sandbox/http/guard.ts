import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * A web page can make a browser ask us under a name of its own (DNS rebinding), but cannot forge the Host
 * header: only who meant this server by a loopback name and the right port is answered.
 */
export function checkHost(request: IncomingMessage, port: number): void {
  const host = (request.headers.host ?? '').toLowerCase();
  if (!loopbackNames.some((name) => host === `${name}:${port}`))
    throw new HttpProblem(403, 'This sandbox answers to loopback addresses only');
}

/**
 * Compared by digest and in constant time: neither length nor a common beginning of the key can be measured.
 */
export function checkKey(request: IncomingMessage, key: string): void {
  const { authorization = '' } = request.headers;
  const given = /^Bearer +(\S.*)$/i.exec(authorization)?.[1];
  if (given === undefined) throw unauthorized('Missing API key. Send it as "Authorization: Bearer <key>".');
  if (!timingSafeEqual(digest(given.trim()), digest(key))) throw unauthorized('Invalid API key');
}

function unauthorized(message: string): HttpProblem {
  return new HttpProblem(401, message, { 'www-authenticate': 'Bearer' });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
