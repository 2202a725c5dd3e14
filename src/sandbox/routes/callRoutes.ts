import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { cancelCall, findCall, pauseCall, resumeCall, type CallPlace } from '../actions/callActions.ts';
import { attemptAnswer } from '../answers/attemptAnswer.ts';
import { callAnswer } from '../answers/callAnswer.ts';
import { phoneHistoryPieces } from '../answers/phoneHistory.ts';
import type { Context } from '../sandboxContext.ts';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import { revisionTraits } from '../revision.ts';
import { callsCsv } from './callsCsv.ts';
import { readCallRequest } from './callBody.ts';
import { matchingCalls, searchShape, sortableFields, sortCalls } from './callFilter.ts';
import { bodyOf } from './campaignBody.ts';
import { oneOf, wholeNumber } from './queryParameters.ts';
import { modern, published, success, type Route } from './route.ts';

export const callRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/call',
    in: published,
    answer: (context, { request }) => createCallRoute(context, request),
  },
  {
    method: 'GET',
    path: '/call',
    in: ['0.1.1'],
    answer: (context, { query }) => listAttemptsRoute(context, query),
  },
  {
    method: 'POST',
    path: '/call/search',
    in: modern,
    answer: (context, { request }) => searchRoute(context, request),
  },
  {
    method: 'POST',
    path: '/call/export',
    in: modern,
    answer: (context, { request }) => exportCallsRoute(context, request),
  },
  {
    method: 'GET',
    path: '/call/:id',
    in: published,
    answer: (context, { id }) => {
      const { campaign, run, row } = findCall(context.state, id);
      return json({ call: callAnswer(context, campaign, run, row) });
    },
  },
  {
    method: 'POST',
    path: '/call/:id/cancel',
    in: modern,
    answer: ({ state }, { id }) => {
      cancelCall(findCall(state, id));
      return success;
    },
  },
  {
    method: 'POST',
    path: '/call/:id/pause',
    in: modern,
    answer: ({ state }, { id }) => {
      pauseCall(findCall(state, id));
      return success;
    },
  },
  {
    method: 'POST',
    path: '/call/:id/resume',
    in: modern,
    answer: ({ state }, { id }) => {
      resumeCall(state, findCall(state, id));
      return success;
    },
  },
  {
    method: 'GET',
    path: '/calls/phone-history',
    in: modern,
    answer: (context) => ({ status: 200, headers: jsonHeaders, body: phoneHistoryPieces(context) }),
  },
];

/** `POST /call`: dials at once, or at `scheduled_at`. */
async function createCallRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const { order, single } = await readCallRequest(request, context);
  const campaign = context.state.createCall(order, single);
  const run = campaign.pacer?.run;
  if (run === undefined) throw new Error('A single call has a run from the start');
  return json({ call: callAnswer(context, campaign, run, 0) }, 201);
}

/** `POST /call/search` */
async function searchRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const filters = await readFilters(context, bodyOf(context.strict, searchShape(context)), request);
  const { page, page_size, sort_by, sort_direction } = filters;
  const found = await matchingCalls(context, filters);
  sortCalls(context, found, sort_by, sort_direction);
  const start = (page - context.pageBase) * page_size;
  const calls = found.slice(start, start + page_size);
  return streamed(context, calls, `],"total_count":${found.length}}`);
}

/** `POST /call/export`: all calls that match the filters, whatever page the body names. */
async function exportCallsRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const schema = bodyOf(context.strict, {
    filters: bodyOf(context.strict, searchShape(context)),
    include_metadata: z.boolean().optional(),
    include_structured_output_fields: z.boolean().optional(),
  });
  const result = schema.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { filters, include_metadata = false, include_structured_output_fields = false } = result.data;
  const found = await matchingCalls(context, filters);
  sortCalls(context, found, filters.sort_by, filters.sort_direction);
  const lines = callsCsv(context, found, include_metadata, include_structured_output_fields);
  function* pieces(): Generator<string> {
    yield '{"csv":"';
    for (const line of lines) yield JSON.stringify(line).slice(1, -1);
    yield `","filename":"calls.csv"}`;
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}

/**
 * `GET /call` of the oldest generation: attempts, the latest first, without a total. `statuses` filters by
 * the status of the call.
 */
async function listAttemptsRoute(context: Context, query: URLSearchParams): Promise<Answer> {
  const { pageBase, revision } = context;
  const page = wholeNumber(query, 'page', pageBase, pageBase, Number.MAX_SAFE_INTEGER);
  const pageSize = wholeNumber(query, 'page_size', 50, 1, 10_000);
  const words = ['statuses', 'statuses[]'].flatMap((name) => query.getAll(name));
  const statuses = words
    .flatMap((value) => value.split(','))
    .filter((word) => word !== '')
    .map((word) => oneOf('statuses', word, revisionTraits[revision].callStatuses));
  const nothing = { assignee_ids: [], directions: [], outcomes: [], results: [] };
  const attempts = (await matchingCalls(context, { ...nothing, statuses })).flatMap((place) => {
    const starts = place.run.attempts.startsOf(place.row);
    return starts.map((queuedAtMs, index) => ({ ...place, number: starts.length - index, queuedAtMs }));
  });
  attempts.sort((a, b) => b.queuedAtMs - a.queuedAtMs);
  const start = (page - pageBase) * pageSize;
  const calls = attempts.slice(start, start + pageSize);
  return json({ calls: calls.map((attempt) => attemptAnswer({ context, ...attempt })) });
}

async function readFilters<Shape extends z.ZodRawShape>(
  context: Context,
  schema: z.ZodObject<Shape>,
  request: IncomingMessage,
) {
  const result = schema.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { sort_by } = result.data as { sort_by?: string };
  if (context.strict && sort_by !== undefined && !sortableFields.includes(sort_by))
    throw new HttpProblem(422, `sort_by: expected one of ${sortableFields.join(', ')}`);
  return result.data;
}

/** Makes each call while the answer is sent, because one may have a hundred kilobytes. */
function streamed(context: Context, calls: readonly CallPlace[], end: string): Answer {
  function* pieces(): Generator<string> {
    yield '{"calls":[';
    let separator = '';
    for (const { campaign, run, row } of calls) {
      yield separator + JSON.stringify(callAnswer(context, campaign, run, row));
      separator = ',';
    }
    yield end;
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}
