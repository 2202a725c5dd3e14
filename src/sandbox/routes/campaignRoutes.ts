import { cancelCampaign, launchDraft, pauseCampaign } from '../actions/campaignActions.ts';
import { resumeCampaign, updateCampaign } from '../actions/campaignActions.ts';
import { launchSelectedCalls } from '../actions/launchSelectedCalls.ts';
import { campaignAnswer } from '../answers/campaignAnswer.ts';
import { statisticsAnswer } from '../answers/statisticsAnswer.ts';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import type { Context } from '../sandboxContext.ts';
import { readCreateRequest, readUpdateRequest } from './campaignBody.ts';
import { exportFilename, exportPortions } from './exportCsv.ts';
import { readLaunchRequest } from './launchCallsBody.ts';
import { everywhere, modern, success, type Route, type RouteRequest } from './route.ts';
import { rowsRoute } from './rowsRoute.ts';

export const campaignRoutes: readonly Route[] = [
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
];

/** One JSON text that holds a whole CSV. It is made in portions, so that it is never in memory as a whole. */
function exportRoute(context: Context, { id }: RouteRequest): Answer {
  const campaign = context.state.campaign(id);
  function* pieces(): Generator<string> {
    yield '{"csv":"';
    for (const lines of exportPortions(campaign)) yield JSON.stringify(lines).slice(1, -1);
    yield `","filename":${JSON.stringify(exportFilename(campaign))}}`;
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}
