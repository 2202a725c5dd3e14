import type { RevoxClient } from '../../../src/api/revoxClient.ts';
import type { ApiErrorReason } from '../../../src/core/errors.ts';
import type { Answer } from './scriptedServer.ts';

// What a server, a gateway or a network can do to an exchange, and the operations that it can befall.

const id = 'c1';
const request = { name: 'Spring', assistant_id: 'a1', contacts: [] };

export interface Operation {
  readonly run: (client: RevoxClient, signal?: AbortSignal) => Promise<unknown>;
  readonly isRead: boolean;
  /** Not every server has it: an answer that makes no sense there is "no such operation". */
  readonly mayBeAbsent?: true;
}

export const operations: Readonly<Record<string, Operation>> = {
  'list campaigns': { run: (client, signal) => client.listCampaigns(signal), isRead: true },
  'retrieve a campaign': { run: (client, signal) => client.retrieveCampaign(id, signal), isRead: true },
  'list assistants': {
    run: (client, signal) => client.listAssistants(signal),
    isRead: true,
    mayBeAbsent: true,
  },
  'check a key': { run: (client, signal) => client.checkKey(signal), isRead: true },
  'create a campaign': {
    run: (client, signal) => client.createCampaign(request, signal),
    isRead: false,
  },
  'cancel a campaign': { run: (client, signal) => client.cancelCampaign(id, signal), isRead: false },
  'delete a campaign': { run: (client, signal) => client.deleteCampaign(id, signal), isRead: false },
  'pause a campaign': { run: (client, signal) => client.pauseCampaign(id, signal), isRead: false },
  'launch a draft': { run: (client, signal) => client.launchDraft(id, signal), isRead: false },
};

const link = '[Click](command:workbench.action.terminal.new) +33612345678';

const status =
  (code: number, body = JSON.stringify({ message: link }), headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
/** Headers come, and then nothing, or a byte now and then that never makes an end. */
export const stalls =
  (code: number, dripMs?: number): Answer =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json' }).write('{');
    if (dripMs === undefined) return;
    const timer = setInterval(() => response.write(' '), dripMs);
    response.on('close', () => clearInterval(timer));
  };

/** What an answer must be taken for; `any`: an operation may also make sense of it. */
export type Expected = ApiErrorReason | 'any';

export const faults: Readonly<Record<string, readonly [answer: Answer, expected: Expected]>> = {
  '204 without a body': [(response) => void response.writeHead(204).end(), 'any'],
  '301 elsewhere': [status(301, '', { location: 'http://127.0.0.1:9/' }), 'unreadable'],
  '302 to a login page': [status(302, '', { location: 'https://login.example/' }), 'unreadable'],
  '307 elsewhere': [status(307, '', { location: 'http://127.0.0.1:9/' }), 'unreadable'],
  '400': [status(400), 'rejected'],
  '401': [status(401), 'any'],
  '403': [status(403), 'any'],
  '404': [status(404), 'not found'],
  '409': [status(409), 'rejected'],
  '410': [status(410), 'not found'],
  '422': [status(422), 'rejected'],
  '429': [status(429, '{}', { 'retry-after': '0' }), 'rate limited'],
  '429 for years': [status(429, '{}', { 'retry-after': '99999999' }), 'rate limited'],
  '500 with a page': [status(500, '<html>'), 'server'],
  '502': [status(502), 'server'],
  '503': [status(503), 'server'],
  '504': [status(504), 'server'],
  '502 with a body that never ends': [stalls(502), 'any'],
  '502 with a body that drips': [stalls(502, 20), 'any'],
  '200 with a body that never ends': [stalls(200), 'timeout'],
  '200 with a body that drips': [stalls(200, 20), 'timeout'],
  'headers that never come': [() => undefined, 'timeout'],
  'a cut body': [
    (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"campaigns":[');
      setTimeout(() => response.destroy(), 5);
    },
    'any',
  ],
  'a reset connection': [(response) => void response.destroy(), 'offline'],
  'cut JSON': [status(200, '{"campaigns":[{"id"'), 'unreadable'],
  'a login page': [status(200, '<!doctype html><title>Sign in</title>'), 'unreadable'],
  'an empty object': [status(200, '{}'), 'any'],
  'an empty list': [status(200, '[]'), 'any'],
  null: [status(200, 'null'), 'any'],
  'wrong types': [status(200, '{"campaigns":7,"campaign":[],"assistants":"x","success":"yes"}'), 'any'],
  'a broken gzip': [status(200, 'no gzip', { 'content-encoding': 'gzip' }), 'any'],
  'deep JSON': [status(200, '['.repeat(100_000)), 'unreadable'],
};

/** Waits until its deadline, whatever that is. */
export function hangs(fault: string): boolean {
  return /never|drips/.test(fault);
}
