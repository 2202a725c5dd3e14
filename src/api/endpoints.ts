import type * as z from 'zod';
import {
  assistantsAnswer,
  authStatusAnswer,
  campaignAnswer,
  campaignsAnswer,
  exportAnswer,
  rowsAnswer,
  successAnswer,
} from './schemas/answers.ts';

/** One line of the API reference: how to ask, and what comes back. */
export interface Endpoint<Answer> {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: (id: string) => string;
  readonly answer: z.ZodType<Answer>;
}

function endpoint<Answer>(
  method: Endpoint<Answer>['method'],
  path: (id: string) => string,
  answer: z.ZodType<Answer>,
): Endpoint<Answer> {
  return { method, path: (id) => path(encodeURIComponent(id)), answer };
}

/** The seven endpoints of https://docs.getrevox.com/api/resources/campaigns/index.md and two helpers of the same API. */
export const endpoints = {
  listCampaigns: endpoint('get', () => 'campaigns', campaignsAnswer),
  createCampaign: endpoint('post', () => 'campaigns', campaignAnswer),
  retrieveCampaign: endpoint('get', (id) => `campaigns/${id}`, campaignAnswer),
  deleteCampaign: endpoint('delete', (id) => `campaigns/${id}`, successAnswer),
  cancelCampaign: endpoint('post', (id) => `campaigns/${id}/cancel`, successAnswer),
  getRows: endpoint('get', (id) => `campaigns/${id}/rows`, rowsAnswer),
  exportRows: endpoint('get', (id) => `campaigns/${id}/export`, exportAnswer),
  listAssistants: endpoint('get', () => 'assistants', assistantsAnswer),
  authStatus: endpoint('get', () => 'auth-status', authStatusAnswer),
};
