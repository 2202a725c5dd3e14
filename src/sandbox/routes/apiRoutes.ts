import type { IncomingMessage } from 'node:http';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import { campaignFor, type Context } from '../context.ts';
import { readCreateRequest } from './createCampaignBody.ts';
import { exportFilename, exportPortions } from './exportCsv.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { assistantFor } from '../revision.ts';
import { rowsRoute } from './rowsRoute.ts';

interface Asked {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The campaign's id, where the path has one. */
  readonly id: string;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api`. */
  readonly path: RegExp;
  readonly answer: (context: Context, asked: Asked) => Answer | Promise<Answer>;
}

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/campaigns$/,
    answer: (context) =>
      json({ campaigns: context.state.campaigns.map((campaign) => campaignFor(context, campaign)) }),
  },
  {
    method: 'POST',
    path: /^\/campaigns$/,
    answer: createRoute,
  },
  {
    method: 'GET',
    path: /^\/campaigns\/([^/]+)$/,
    answer: (context, { id }) => json({ campaign: campaignFor(context, context.state.campaign(id)) }),
  },
  {
    method: 'DELETE',
    path: /^\/campaigns\/([^/]+)$/,
    answer: (context, { id }) => {
      context.state.delete(id);
      return json({ success: true });
    },
  },
  {
    method: 'POST',
    path: /^\/campaigns\/([^/]+)\/cancel$/,
    answer: (context, { id }) => {
      context.state.cancel(id);
      return json({ success: true });
    },
  },
  {
    method: 'GET',
    path: /^\/campaigns\/([^/]+)\/rows$/,
    answer: (context, { id, query }) => rowsRoute(context, context.state.campaign(id), query),
  },
  {
    method: 'GET',
    path: /^\/campaigns\/([^/]+)\/export$/,
    answer: exportRoute,
  },
  {
    method: 'GET',
    path: /^\/assistants$/,
    answer: ({ state, revision }) =>
      json({ assistants: state.assistants.map((assistant) => assistantFor(revision, assistant)) }),
  },
  {
    method: 'GET',
    path: /^\/auth-status$/,
    // Who asks without a good key does not come this far.
    answer: () => json({ authenticated: true }),
  },
];

/** The answer to a request below `/api`; 404 for an unknown path, 405 for a known one asked in another way. */
export async function apiAnswer(
  context: Context,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
) {
  const there = routes.filter((route) => route.path.test(path));
  const route = there.find(({ method }) => method === request.method);
  if (route === undefined) {
    if (there.length === 0) throw new HttpProblem(404, `Nothing is at ${path}`);
    const allow = there.map(({ method }) => method).join(', ');
    throw new HttpProblem(405, `${request.method ?? ''} is not allowed here; use ${allow}`, { allow });
  }
  const id = route.path.exec(path)?.[1] ?? ''; // ids need no decoding: what is encoded is none of ours
  return route.answer(context, { request, query, id });
}

async function createRoute(context: Context, { request }: Asked): Promise<Answer> {
  const order = await readCreateRequest(request, context.state);
  const campaign = context.state.create(asRevisionDoes(context, order));
  return json({ campaign: campaignFor(context, campaign) }, 201);
}

/** The oldest revision knows no drafts and dials at once; the newest makes drafts only and takes no schedule. */
function asRevisionDoes(context: Context, order: Awaited<ReturnType<typeof readCreateRequest>>) {
  if (context.revision === 1) return { ...order, launch: true };
  if (context.revision === 3) return { ...order, launch: false, scheduledMs: undefined };
  return order;
}

/** One JSON text that holds a whole CSV: made in portions, so that a big one never stands in memory at once. */
function exportRoute(context: Context, { id }: Asked): Answer {
  const campaign = context.state.campaign(id);
  function* pieces(): Generator<string> {
    yield '{"csv":"';
    for (const lines of exportPortions(campaign)) yield JSON.stringify(lines).slice(1, -1);
    yield `","filename":${JSON.stringify(exportFilename(campaign))}}`;
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}
