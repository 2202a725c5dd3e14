import type { IncomingMessage } from 'node:http';
import type { Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import type { Context } from '../sandboxContext.ts';
import { assistantRoutes } from './assistantRoutes.ts';
import { callRoutes } from './callRoutes.ts';
import { campaignRoutes } from './campaignRoutes.ts';
import { phoneNumberRoutes } from './phoneNumberRoutes.ts';
import { userRoutes } from './userRoutes.ts';
import { voiceRoutes } from './voiceRoutes.ts';

const routes = [
  ...campaignRoutes,
  ...callRoutes,
  ...phoneNumberRoutes,
  ...userRoutes,
  ...assistantRoutes,
  ...voiceRoutes,
];

const patterns = new Map(
  routes.map((route) => [route, new RegExp(`^${route.path.replace(':id', '([^/]+)')}$`)] as const),
);

/**
 * The answer to a request below `/api`: 404 for an unknown path, 405 for a known path with another method.
 */
export async function apiAnswer(
  context: Context,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Answer> {
  const there = routes.filter(
    (route) => route.in.includes(context.revision) && patterns.get(route)?.test(path) === true,
  );
  const route = there.find(({ method }) => method === request.method);
  if (route === undefined) {
    if (there.length === 0) throw new HttpProblem(404, `Nothing is at ${path}`);
    const allow = there.map(({ method }) => method).join(', ');
    throw new HttpProblem(405, `${request.method ?? ''} is not allowed here; use ${allow}`, { allow });
  }
  // No decoding: ids of the sandbox contain no character that is encoded.
  const id = patterns.get(route)?.exec(path)?.[1] ?? '';
  return route.answer(context, { request, query, id });
}
