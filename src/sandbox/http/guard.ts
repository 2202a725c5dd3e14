import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './httpProblem.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Answers only requests whose Host is a loopback name with the right port. A web page can make a browser send
 * a request here under another name (DNS rebinding), but it cannot forge the Host header.
 */
export function checkHost(request: IncomingMessage, port: number): void {
  const host = (request.headers.host ?? '').toLowerCase();
  if (!loopbackNames.some((name) => host === `${name}:${port}`))
    throw new HttpProblem(403, 'This sandbox answers to loopback addresses only');
}

/**
 * Compares digests in constant time, so that timing shows neither the length nor the beginning of the key.
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
