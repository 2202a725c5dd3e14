import type { Campaign } from '../core/campaign.ts';
import type { CreateCampaignRequest } from '../core/createRequest.ts';
import { ApiError, isAbort } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';

/** How a submission ended, as far as can be known. Only `refused` may be sent again without a look. */
export type Submission =
  | { readonly kind: 'created'; readonly campaign: Campaign }
  /** Surely not created. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** The answer was lost, and the list does not show it either (yet). */
  | { readonly kind: 'not seen'; readonly error: unknown }
  /** The answer was lost, and the list shows several it could be, or could not be read. */
  | { readonly kind: 'unsure'; readonly error: unknown; readonly candidates: readonly Campaign[] };

export interface SubmitOptions {
  readonly api: CampaignApi;
  readonly request: CreateCampaignRequest;
  /** Stops waiting for the answer. It does not undo the request, so the list is read all the same. */
  readonly signal?: AbortSignal | undefined;
  readonly wait: (ms: number) => Promise<void>;
}

/** A server that was slow to answer may be slow to list as well. */
const looksMs = [0, 2_000, 5_000];

/**
 * Sends the request exactly once. When the answer is lost (time-out, reset, 5xx, unreadable, withdrawn), the list of
 * campaigns is read to find out what happened; the request is never sent again.
 */
export async function submit({ api, request, signal, wait }: SubmitOptions): Promise<Submission> {
  const before = new Set((await api.listCampaigns(signal)).map((campaign) => campaign.id));
  try {
    return { kind: 'created', campaign: await api.createCampaign(request, signal) };
  } catch (error) {
    const ambiguous = isAbort(error) || (error instanceof ApiError && error.mayHaveHappened);
    return ambiguous ? reconcile(api, request, before, error, wait) : { kind: 'refused', error };
  }
}

async function reconcile(
  api: CampaignApi,
  request: CreateCampaignRequest,
  before: ReadonlySet<string>,
  error: unknown,
  wait: SubmitOptions['wait'],
): Promise<Submission> {
  let listed = false;
  for (const lookMs of looksMs) {
    await wait(lookMs);
    try {
      const candidates = (await api.listCampaigns()).filter((campaign) => couldBe(campaign, request, before));
      listed = true;
      const [only] = candidates;
      if (only !== undefined && candidates.length === 1) return { kind: 'created', campaign: only };
      if (candidates.length > 1) return { kind: 'unsure', error, candidates };
    } catch {
      listed = false; // the next look may be luckier
    }
  }
  return listed ? { kind: 'not seen', error } : { kind: 'unsure', error, candidates: [] };
}

/** New since the request left, and alike in all that the server tells. */
function couldBe(campaign: Campaign, request: CreateCampaignRequest, before: ReadonlySet<string>): boolean {
  const total = campaign.row_stats?.total ?? 0;
  return (
    !before.has(campaign.id) &&
    campaign.name === request.name &&
    (campaign.assistant_id === '' || campaign.assistant_id === request.assistant_id) &&
    (total === 0 || total === request.contacts.length)
  );
}
