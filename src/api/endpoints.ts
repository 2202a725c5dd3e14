import type * as z from 'zod';
import {
  assistantsAnswer,
  authStatusAnswer,
  callAnswer,
  callSearchAnswer,
  campaignAnswer,
  campaignsAnswer,
  exportAnswer,
  launchCallsAnswer,
  phoneHistoryAnswer,
  phoneNumbersAnswer,
  rowsAnswer,
  statisticsAnswer,
  successAnswer,
  userAnswer,
} from './schemas/answers.ts';

/** One operation of the API reference: how to ask, and what comes back. */
export interface Endpoint<Answer> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Changes nothing on the server, so that it may be asked again. */
  readonly isRead: boolean;
  readonly path: (id: string) => string;
  readonly answer: z.ZodType<Answer>;
}

type PathOf = (id: string) => string;

function read<Answer>(path: PathOf, answer: z.ZodType<Answer>): Endpoint<Answer> {
  return { method: 'get', isRead: true, path: encoded(path), answer };
}

function write<Answer>(
  method: Endpoint<Answer>['method'],
  path: PathOf,
  answer: z.ZodType<Answer>,
): Endpoint<Answer> {
  return { method, isRead: false, path: encoded(path), answer };
}

function encoded(path: PathOf): PathOf {
  return (id) => path(encodeURIComponent(id));
}

/**
 * The operations that this extension uses, of all generations of the API. The first seven are those of
 * https://docs.getrevox.com/api/resources/campaigns/index.md, the others are in the official clients 0.3.0 and 0.5.0.
 */
export const endpoints = {
  listCampaigns: read(() => 'campaigns', campaignsAnswer),
  createCampaign: write('post', () => 'campaigns', campaignAnswer),
  retrieveCampaign: read((id) => `campaigns/${id}`, campaignAnswer),
  deleteCampaign: write('delete', (id) => `campaigns/${id}`, successAnswer),
  cancelCampaign: write('post', (id) => `campaigns/${id}/cancel`, successAnswer),
  getRows: read((id) => `campaigns/${id}/rows`, rowsAnswer),
  exportRows: read((id) => `campaigns/${id}/export`, exportAnswer),

  updateCampaign: write('patch', (id) => `campaigns/${id}`, campaignAnswer),
  launchDraft: write('post', (id) => `campaigns/${id}/launch`, campaignAnswer),
  launchCalls: write('post', (id) => `campaigns/${id}/launch-calls`, launchCallsAnswer),
  pauseCampaign: write('post', (id) => `campaigns/${id}/pause`, successAnswer),
  resumeCampaign: write('post', (id) => `campaigns/${id}/resume`, successAnswer),
  campaignStatistics: read((id) => `campaigns/${id}/statistics`, statisticsAnswer),

  createCall: write('post', () => 'call', callAnswer),
  retrieveCall: read((id) => `call/${id}`, callAnswer),
  cancelCall: write('post', (id) => `call/${id}/cancel`, successAnswer),
  pauseCall: write('post', (id) => `call/${id}/pause`, successAnswer),
  resumeCall: write('post', (id) => `call/${id}/resume`, successAnswer),
  searchCalls: { ...write('post', () => 'call/search', callSearchAnswer), isRead: true },
  phoneHistory: read(() => 'calls/phone-history', phoneHistoryAnswer),

  listAssistants: read(() => 'assistants', assistantsAnswer),
  phoneNumbers: read(() => 'phone-numbers', phoneNumbersAnswer),
  currentUser: read(() => 'users/me', userAnswer),
  authStatus: read(() => 'auth-status', authStatusAnswer),
};

export type EndpointName = keyof typeof endpoints;
export type AnswerOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['answer']>;
