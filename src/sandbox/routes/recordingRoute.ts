import type { IncomingMessage } from 'node:http';
import type { Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { durationMs } from '../dialing/callOutcome.ts';
import { toneWav } from './toneWav.ts';
import type { SandboxState } from '../sandboxState.ts';

/** Recordings are cut to this length: a sample is enough. */
const maxSeconds = 6;

/**
 * `GET /recordings/{attemptId}.wav`. As on real storage it needs no key, because its address cannot be
 * guessed. It answers a `Range`, which players need to seek.
 */
export function recordingAnswer(state: SandboxState, request: IncomingMessage, attemptId: string): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpProblem(405, 'A recording can only be read', { allow: 'GET, HEAD' });
  const wav = recordingOf(state, attemptId);
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
  const range = readRange(request.headers.range, wav.length);
  if (range === undefined) return { status: 200, headers, body: wav };
  const [from, to] = range;
  const contentRange = { 'content-range': `bytes ${from}-${to}/${wav.length}` };
  return { status: 206, headers: { ...headers, ...contentRange }, body: wav.subarray(from, to + 1) };
}

function recordingOf(state: SandboxState, attemptId: string): Buffer {
  const absent = new HttpProblem(404, 'Recording not found');
  const parts = state.ids.read(attemptId);
  if (parts?.kind !== 'attempt') throw absent;
  const run = state.campaignByNumber(parts.campaign)?.pacer?.run;
  const startMs = run?.attempts.startsOf(parts.row).at(-parts.attempt);
  if (run === undefined || startMs === undefined) throw absent;
  const outcome = run.outcome(parts.row, parts.attempt);
  if (outcome.talkMs === 0 || startMs + durationMs(outcome) > run.nowMs) throw absent;
  return toneWav(Math.min(maxSeconds, outcome.talkMs / 1000), parts.row * 7 + parts.attempt);
}

/**
 * One range of bytes, both ends included; undefined: the whole.
 * @throws HttpProblem 416 for a range outside the file
 */
function readRange(header: string | undefined, size: number): [from: number, to: number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (from > to)
    throw new HttpProblem(416, 'No such part of the recording', { 'content-range': `bytes */${size}` });
  return [from, to];
}
