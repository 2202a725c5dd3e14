import { campaignState, type Campaign } from '../../core/campaign.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import { formatCount, formatWhen } from '../../core/format.ts';
import { toMs } from '../../core/timestamp.ts';

/**
 * Something the server did differently from what was asked. An alarm: people may be called who should not be,
 * or not yet.
 */
export interface Difference {
  readonly alarm: boolean;
  readonly sentence: string;
}

/** What was asked for, as far as a launch that is looked for later still knows it. */
export type Asked = Omit<CreateCampaignRequest, 'contacts'> & {
  readonly contacts: { readonly length: number };
};

const scheduleToleranceMs = 60_000;

/**
 * Compares the answer with the request. Revisions of the API differ in the flags they know, and they ignore
 * an unknown one silently, so only the answer shows what was done. What the answer leaves out counts as no
 * difference.
 */
export function differences(request: Asked, campaign: Campaign, nowMs: number): readonly Difference[] {
  return [
    draftThatRuns(request, campaign, nowMs),
    ignoredSchedule(request, campaign, nowMs),
    launchThatRests(request, campaign, nowMs),
    otherSize(request, campaign),
    otherNumber(request, campaign),
    otherAssistant(request, campaign),
    otherConcurrency(request, campaign),
  ].filter((difference) => difference !== undefined);
}

function draftThatRuns(request: Asked, campaign: Campaign, nowMs: number): Difference | undefined {
  const state = campaignState(campaign, nowMs);
  if (request.launch || state === 'draft' || state === 'cancelled') return undefined;
  return {
    alarm: true,
    sentence:
      state === 'running'
        ? 'It should have been a draft, but the server started it: calls are being made now.'
        : `It should have been a draft, but the server says it is ${state}: calls may be made.`,
  };
}

function ignoredSchedule(request: Asked, campaign: Campaign, nowMs: number): Difference | undefined {
  const askedMs = toMs(request.scheduled_at);
  if (askedMs === undefined || askedMs <= nowMs) return undefined;
  const state = campaignState(campaign, nowMs);
  const gotMs = toMs(campaign.scheduled_at);
  if (state === 'running') {
    return {
      alarm: true,
      sentence: `It should have started ${formatWhen(askedMs, nowMs)}, but the server started it immediately. Calls are being made now.`,
    };
  }
  if (gotMs !== undefined && Math.abs(gotMs - askedMs) > scheduleToleranceMs) {
    const sentence = `It should start ${formatWhen(askedMs, nowMs)}, but the server says ${formatWhen(gotMs, nowMs)}.`;
    return { alarm: gotMs < askedMs, sentence };
  }
  return undefined;
}

function launchThatRests(request: Asked, campaign: Campaign, nowMs: number): Difference | undefined {
  if (!request.launch || campaignState(campaign, nowMs) !== 'draft') return undefined;
  return {
    alarm: false,
    sentence: 'The server kept it as a draft: nobody is called until it is launched.',
  };
}

function otherSize(request: Asked, campaign: Campaign): Difference | undefined {
  const got = campaign.row_stats?.total;
  const asked = request.contacts.length;
  // Older servers count the rows only after the answer: no rows yet is no difference.
  if (got === undefined || got === 0 || got === asked) return undefined;
  return {
    alarm: got > asked,
    sentence: `It has ${formatCount(got)} contacts, but ${formatCount(asked)} were sent.`,
  };
}

function otherNumber(request: Asked, campaign: Campaign): Difference | undefined {
  const { from_phone_number: asked } = request;
  const { from_phone_number: got } = campaign;
  if (asked === undefined || got === undefined || got === asked) return undefined;
  return { alarm: true, sentence: `It calls from ${got}, not from ${asked}.` };
}

function otherAssistant(request: Asked, campaign: Campaign): Difference | undefined {
  if (campaign.assistant_id === '' || campaign.assistant_id === request.assistant_id) return undefined;
  return { alarm: true, sentence: 'The calls are made by a different assistant from the one you chose.' };
}

function otherConcurrency(request: Asked, campaign: Campaign): Difference | undefined {
  const { max_concurrent_calls: asked } = request;
  const { max_concurrent_calls: got } = campaign;
  if (asked === undefined || got === undefined || got === asked) return undefined;
  return {
    alarm: got > asked,
    sentence: `It makes up to ${formatCount(got)} calls at once, not ${formatCount(asked)}.`,
  };
}

/**
 * Whether at least one phone rang, whatever the status says. Rows that failed may never have been dialled.
 */
export function hasCalled({ row_stats: stats }: Campaign): boolean {
  return stats !== undefined && stats.calling + stats.retry + stats.completed > 0;
}
