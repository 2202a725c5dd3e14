import type { CampaignApi } from '../core/ports.ts';
import type { Call, Row } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';
import { personFacts, type PersonFacts } from './personFacts.ts';

/**
 * The newest twenty attempts are among so many calls, as long as no more than thirty calls are in progress.
 */
const newestCalls = 50;
const maxWaiting = 50;

type SearchApi = Pick<CampaignApi, 'searchCalls'>;

/**
 * The calls of a campaign that changed last, by a search and without reading all rows. How a search is sorted
 * is not published, so the answer is believed only where it is in order, or holds every call.
 * @returns undefined where this server has no search, or where it cannot be told which calls are the newest
 */
export async function readNewestCalls(
  api: SearchApi,
  campaignId: string,
  signal?: AbortSignal,
): Promise<readonly PersonFacts[] | undefined> {
  const question = { page: 0, page_size: newestCalls, campaign_ids: [campaignId], newestFirst: true };
  const answer = await api.searchCalls(question, signal);
  if (answer === undefined) return undefined;
  const { calls, total } = answer;
  const isWhole = total !== undefined && calls.length >= total;
  return isWhole || isNewestFirst(calls) ? peopleOf(calls, campaignId) : undefined;
}

/**
 * Some of the people of a campaign who wait for their first call; undefined where this server has no search.
 */
export async function readWaitingPeople(
  api: SearchApi,
  campaignId: string,
  signal?: AbortSignal,
): Promise<readonly PersonFacts[] | undefined> {
  const answer = await api.searchCalls(
    { page: 0, page_size: maxWaiting, campaign_ids: [campaignId], statuses: ['queued_for_calling'] },
    signal,
  );
  return answer && peopleOf(answer.calls, campaignId);
}

/** Two calls at least that changed at different times, and none later than the one before it. */
function isNewestFirst(calls: readonly Call[]): boolean {
  const times = calls.map(({ updated_at }) => toMs(updated_at));
  const known = times.filter((ms) => ms !== undefined);
  const first = known[0];
  const last = known.at(-1);
  if (known.length < times.length || first === undefined || last === undefined || first === last)
    return false;
  return known.every((ms, at) => at === 0 || ms <= (known[at - 1] ?? ms));
}

function peopleOf(calls: readonly Call[], campaignId: string): readonly PersonFacts[] {
  return calls.map((call) => personFacts(rowOf(call), { campaignId, campaignOver: false }));
}

/** A call of a search, as the row it belongs to. */
function rowOf(call: Call): Row {
  return {
    id: call.id,
    phone_number: call.to_phone_number ?? '',
    input_data: call.prompt_variables ?? {},
    call,
  };
}
