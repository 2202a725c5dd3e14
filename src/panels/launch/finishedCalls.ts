import type { CampaignApi } from '../../core/ports.ts';
import type { PastAttempt } from '../../dialing/learntAssumptions.ts';
import { hasNextPage } from '../rows/rowsSource.ts';

/** With calls and transcripts embedded, 100 rows are some 700 kB: two pages of a campaign tell enough. */
const pageSize = 100;
const maxPages = 2;
const keptCampaigns = 20;
/** A server without pages answers with all rows of a campaign at once, and nobody waits for these. */
const maxMs = 10_000;

/**
 * The attempts of finished campaigns, as far as they were read: by connection and campaign, because they do
 * not change.
 */
export class FinishedCalls {
  readonly #read = new WeakMap<CampaignApi, Map<string, readonly PastAttempt[]>>();

  async attemptsOf(api: CampaignApi, id: string, signal: AbortSignal): Promise<readonly PastAttempt[]> {
    const read = this.#read.get(api) ?? new Map<string, readonly PastAttempt[]>();
    this.#read.set(api, read);
    const known = read.get(id);
    if (known !== undefined) return known;
    const attempts = await readAttempts(api, id, AbortSignal.any([signal, AbortSignal.timeout(maxMs)]));
    read.set(id, attempts);
    for (const old of [...read.keys()].slice(0, -keptCampaigns)) read.delete(old);
    return attempts;
  }
}

async function readAttempts(
  api: CampaignApi,
  id: string,
  signal: AbortSignal,
): Promise<readonly PastAttempt[]> {
  const attempts: PastAttempt[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await api.getRows(id, { page, page_size: pageSize }, signal);
    for (const { call } of answer.rows) attempts.push(...(call?.call_attempts ?? []).map(withoutTalk));
    if (!hasNextPage(answer)) break;
  }
  return attempts;
}

/** Times and an end; whom, and what was said, is not kept. */
function withoutTalk({ status, result, started_at, answered_at, ended_at }: PastAttempt): PastAttempt {
  return { status, result, started_at, answered_at, ended_at };
}
