import type * as z from 'zod';
import { ApiError } from '../core/errors.ts';
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
  /** Whether the operation changes nothing on the server, so that it may be repeated. */
  readonly isRead: boolean;
  readonly path: (id: string) => string;
  readonly answer: z.ZodType<Answer>;
  readonly maxBytes: number;
  /** Whether every generation has it: see `Exchange`. */
  readonly isEverywhere?: boolean | undefined;
}

const smallBytes = 1_000_000;
const listBytes = 64_000_000;
const exportBytes = 256_000_000;

type PathOf = (id: string) => string;
type Limit = Pick<Endpoint<unknown>, 'maxBytes' | 'isEverywhere'>;

const list: Limit = { maxBytes: listBytes };
const small: Limit = { maxBytes: smallBytes };

function read<Answer>(path: PathOf, answer: z.ZodType<Answer>, limit = list): Endpoint<Answer> {
  return { method: 'get', isRead: true, path: encoded(path), answer, ...limit };
}

function write<Answer>(
  method: Endpoint<Answer>['method'],
  path: PathOf,
  answer: z.ZodType<Answer>,
  limit = list,
): Endpoint<Answer> {
  return { method, isRead: false, path: encoded(path), answer, ...limit };
}

/** URLs drop a dot alone and take two for "one up": a server could lead a request elsewhere by such an id. */
const dots = /^\.{0,2}$/;

function encoded(path: PathOf): PathOf {
  const takesId = path('id') !== path('');
  return (id) => {
    if (takesId && dots.test(id)) {
      throw new ApiError(`The server named something by “${id}”, which cannot be asked for.`, {
        reason: 'rejected',
      });
    }
    return path(encodeURIComponent(id));
  };
}

/**
 * The operations that this extension uses, of all generations of the API. The first seven are those of
 * https://docs.getrevox.com/api/resources/campaigns/index.md, the others are in the official clients 0.3.0
 * and 0.5.0.
 */
export const endpoints = {
  listCampaigns: read(() => 'campaigns', campaignsAnswer, { ...list, isEverywhere: true }),
  createCampaign: write('post', () => 'campaigns', campaignAnswer, { ...list, isEverywhere: true }),
  retrieveCampaign: read((id) => `campaigns/${id}`, campaignAnswer),
  deleteCampaign: write('delete', (id) => `campaigns/${id}`, successAnswer, small),
  cancelCampaign: write('post', (id) => `campaigns/${id}/cancel`, successAnswer, small),
  getRows: read((id) => `campaigns/${id}/rows`, rowsAnswer),
  exportRows: read((id) => `campaigns/${id}/export`, exportAnswer, { maxBytes: exportBytes }),

  updateCampaign: write('patch', (id) => `campaigns/${id}`, campaignAnswer),
  launchDraft: write('post', (id) => `campaigns/${id}/launch`, campaignAnswer),
  launchCalls: write('post', (id) => `campaigns/${id}/launch-calls`, launchCallsAnswer, small),
  pauseCampaign: write('post', (id) => `campaigns/${id}/pause`, successAnswer, small),
  resumeCampaign: write('post', (id) => `campaigns/${id}/resume`, successAnswer, small),
  campaignStatistics: read((id) => `campaigns/${id}/statistics`, statisticsAnswer),

  createCall: write('post', () => 'call', callAnswer),
  retrieveCall: read((id) => `call/${id}`, callAnswer),
  cancelCall: write('post', (id) => `call/${id}/cancel`, successAnswer, small),
  pauseCall: write('post', (id) => `call/${id}/pause`, successAnswer, small),
  resumeCall: write('post', (id) => `call/${id}/resume`, successAnswer, small),
  searchCalls: { ...write('post', () => 'call/search', callSearchAnswer), isRead: true },
  phoneHistory: read(() => 'calls/phone-history', phoneHistoryAnswer, { maxBytes: exportBytes }),

  listAssistants: read(() => 'assistants', assistantsAnswer),
  phoneNumbers: read(() => 'phone-numbers', phoneNumbersAnswer),
  currentUser: read(() => 'users/me', userAnswer, small),
  authStatus: read(() => 'auth-status', authStatusAnswer, small),
};

export type EndpointName = keyof typeof endpoints;
export type AnswerOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['answer']>;
