import type { IncomingMessage } from 'node:http';
import { cancelCall, findCall, pauseCall, resumeCall } from '../actions/callActions.ts';
import { cancelCampaign, launchDraft, pauseCampaign } from '../actions/campaignActions.ts';
import { resumeCampaign, updateCampaign } from '../actions/campaignActions.ts';
import { launchSelectedCalls } from '../actions/launchSelectedCalls.ts';
import { assistantAnswer } from '../answers/assistantAnswer.ts';
import { callAnswer } from '../answers/callAnswer.ts';
import { campaignAnswer } from '../answers/campaignAnswer.ts';
import { phoneHistoryPieces } from '../answers/phoneHistory.ts';
import { phoneNumbersAnswer } from '../answers/phoneNumbersAnswer.ts';
import { statisticsAnswer } from '../answers/statisticsAnswer.ts';
import { userAnswer } from '../answers/userAnswer.ts';
import { voicesAnswer } from '../answers/voicesAnswer.ts';
import type { Context } from '../sandboxContext.ts';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { revisions, type Revision } from '../revision.ts';
import { cloneAssistantRoute, createAssistantRoute } from './assistantRoutes.ts';
import { listAssistantsRoute, updateAssistantRoute } from './assistantRoutes.ts';
import { createCallRoute, exportCallsRoute, listAttemptsRoute, searchRoute } from './callRoutes.ts';
import { readCreateRequest, readUpdateRequest } from './campaignBody.ts';
import { exportFilename, exportPortions } from './exportCsv.ts';
import { readLaunchRequest } from './launchCallsBody.ts';
import { deletePhoneNumberRoute, updatePhoneNumberRoute } from './phoneNumberRoutes.ts';
import { rowsRoute } from './rowsRoute.ts';
import { updateUserRoute } from './userRoutes.ts';
import { cloneVoiceRoute, deleteVoiceRoute, previewVoiceRoute, retrieveVoiceRoute } from './voiceRoutes.ts';

interface Asked {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The id in the path; empty where the path has none. */
  readonly id: string;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path below `/api`; `:id` stands for an id. */
  readonly path: string;
  readonly in: readonly Revision[];
  readonly answer: (context: Context, asked: Asked) => Answer | Promise<Answer>;
}

const everywhere = revisions;
const modern = ['0.3.0', '0.5.0'] as const;
const published = ['0.1.1', ...modern] as const;
const success = json({ success: true });

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/campaigns',
    in: everywhere,
    answer: (context) =>
      json({ campaigns: context.state.campaigns.map((campaign) => campaignAnswer(context, campaign)) }),
  },
  {
    method: 'POST',
    path: '/campaigns',
    in: everywhere,
    answer: async (context, { request }) => {
      const campaign = context.state.create(await readCreateRequest(request, context));
      return json({ campaign: campaignAnswer(context, campaign) }, 201);
    },
  },
  {
    method: 'GET',
    path: '/campaigns/:id',
    in: everywhere,
    answer: (context, { id }) => json({ campaign: campaignAnswer(context, context.state.campaign(id)) }),
  },
  {
    method: 'DELETE',
    path: '/campaigns/:id',
    in: everywhere,
    answer: ({ state }, { id }) => {
      state.delete(id);
      return success;
    },
  },
  {
    method: 'PATCH',
    path: '/campaigns/:id',
    in: modern,
    answer: async (context, { id, request }) => {
      const campaign = context.state.campaign(id);
      updateCampaign(context.state, campaign, await readUpdateRequest(request, context));
      return json({ campaign: campaignAnswer(context, campaign) });
    },
  },
  {
    method: 'POST',
    path: '/campaigns/:id/launch',
    in: ['0.3.0'],
    answer: (context, { id }) => {
      const campaign = context.state.campaign(id);
      launchDraft(context.state, campaign);
      return json({ campaign: campaignAnswer(context, campaign) });
    },
  },
  {
    method: 'POST',
    path: '/campaigns/:id/launch-calls',
    in: ['0.5.0'],
    answer: async (context, { id, request }) => {
      const campaign = context.state.campaign(id);
      const { rows, atMs } = await readLaunchRequest(request, context, campaign);
      return json({ ...launchSelectedCalls(context.state, campaign, rows, atMs), session: null });
    },
  },
  {
    method: 'POST',
    path: '/campaigns/:id/pause',
    in: modern,
    answer: ({ state }, { id }) => {
      pauseCampaign(state.campaign(id));
      return success;
    },
  },
  {
    method: 'POST',
    path: '/campaigns/:id/resume',
    in: modern,
    answer: ({ state }, { id }) => {
      resumeCampaign(state, state.campaign(id));
      return success;
    },
  },
  {
    method: 'POST',
    path: '/campaigns/:id/cancel',
    in: everywhere,
    answer: ({ state }, { id }) => {
      cancelCampaign(state.campaign(id));
      return success;
    },
  },
  {
    method: 'GET',
    path: '/campaigns/:id/rows',
    in: everywhere,
    answer: (context, { id, query }) => rowsRoute(context, context.state.campaign(id), query),
  },
  {
    method: 'GET',
    path: '/campaigns/:id/statistics',
    in: modern,
    answer: (context, { id }) => json(statisticsAnswer(context, context.state.campaign(id))),
  },
  { method: 'GET', path: '/campaigns/:id/export', in: everywhere, answer: exportRoute },
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
  {
    method: 'GET',
    path: '/phone-numbers',
    in: modern,
    answer: (context) => json(phoneNumbersAnswer(context)),
  },
  {
    method: 'PATCH',
    path: '/phone-numbers/:id',
    in: modern,
    answer: (context, { id, request }) => updatePhoneNumberRoute(context, id, request),
  },
  {
    method: 'DELETE',
    path: '/phone-numbers/:id',
    in: modern,
    answer: (context, { id }) => deletePhoneNumberRoute(context, id),
  },
  { method: 'GET', path: '/users/me', in: published, answer: (context) => json(userAnswer(context)) },
  {
    method: 'PATCH',
    path: '/users/me',
    in: ['0.1.1'],
    answer: (context, { request }) => updateUserRoute(context, request),
  },
  { method: 'GET', path: '/assistants', in: everywhere, answer: listAssistantsRoute },
  {
    method: 'POST',
    path: '/assistants',
    in: published,
    answer: (context, { request }) => createAssistantRoute(context, request),
  },
  {
    method: 'GET',
    path: '/assistants/:id',
    in: published,
    answer: ({ state, revision }, { id }) => json(assistantAnswer(revision, state.assistant(id))),
  },
  {
    method: 'PATCH',
    path: '/assistants/:id',
    in: published,
    answer: (context, { id, request }) => updateAssistantRoute(context, id, request),
  },
  {
    method: 'DELETE',
    path: '/assistants/:id',
    in: published,
    answer: ({ state }, { id }) => {
      state.deleteAssistant(id);
      return success;
    },
  },
  {
    method: 'POST',
    path: '/assistants/:id/clone',
    in: modern,
    answer: (context, { id }) => cloneAssistantRoute(context, id),
  },
  {
    method: 'GET',
    path: '/voices',
    in: published,
    answer: ({ state, revision }) => json(voicesAnswer(revision, state.voices)),
  },
  {
    method: 'GET',
    path: '/voices/:id',
    in: published,
    answer: (context, { id, query }) => retrieveVoiceRoute(context, id, query),
  },
  {
    method: 'POST',
    path: '/voices/preview',
    in: published,
    answer: (context, { request }) => previewVoiceRoute(context, request),
  },
  {
    method: 'POST',
    path: '/voices/clone',
    in: modern,
    answer: (context, { request }) => cloneVoiceRoute(context, request),
  },
  {
    method: 'DELETE',
    path: '/voices/:id',
    in: modern,
    answer: (context, { id }) => deleteVoiceRoute(context, id),
  },
  {
    method: 'GET',
    path: '/auth-status',
    in: everywhere,
    // A request without a valid key has been refused before.
    answer: () => json({ authenticated: true }),
  },
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
) {
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

/** One JSON text that holds a whole CSV. It is made in portions, so that it is never in memory as a whole. */
function exportRoute(context: Context, { id }: Asked): Answer {
  const campaign = context.state.campaign(id);
  function* pieces(): Generator<string> {
    yield '{"csv":"';
    for (const lines of exportPortions(campaign)) yield JSON.stringify(lines).slice(1, -1);
    yield `","filename":${JSON.stringify(exportFilename(campaign))}}`;
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}
