import type { Campaign } from '../core/campaign.ts';
import type { CreateCampaignRequest } from '../core/createRequest.ts';
import { ApiError, HumanError, isAbort, messageOf } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';

/** How a submission ended, as far as can be known. Only `refused` may be sent again without a look. */
export type Submission =
  | { readonly kind: 'created'; readonly campaign: Campaign }
  /** Surely not created: it was not sent, or the server said no. */
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
  /** Asked right before the request leaves: is this still the connection that the person sees? */
  readonly stillCurrent: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
}

/** Between looks at the list: a server that was slow to answer may be slow to list as well. */
const looksMs = [0, 2_000, 5_000, 10_000, 20_000];

/**
 * Sends the request exactly once. When the answer is lost (time-out, reset, 5xx, unreadable, withdrawn), the list of
 * campaigns is read to find out what happened; the request is never sent again.
 */
export async function submit({
  api,
  request,
  signal,
  stillCurrent,
  wait,
}: SubmitOptions): Promise<Submission> {
  let before: ReadonlySet<string>;
  try {
    before = new Set((await api.listCampaigns(signal)).map((campaign) => campaign.id));
    signal?.throwIfAborted();
    if (!stillCurrent()) throw new HumanError('The connection changed meanwhile.');
  } catch (error) {
    return {
      kind: 'refused',
      error: new HumanError(`Nothing was sent. ${reasonOf(error)}`, { cause: error }),
    };
  }
  try {
    return { kind: 'created', campaign: await api.createCampaign(request, signal) };
  } catch (error) {
    const ambiguous = isAbort(error) || (error instanceof ApiError && error.mayHaveHappened);
    return ambiguous ? reconcile(api, request, before, error, wait) : { kind: 'refused', error };
  }
}

function reasonOf(error: unknown): string {
  return isAbort(error) ? 'You cancelled in time.' : messageOf(error);
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
      const [only, ...others] = bestOf(candidates, request);
      if (only !== undefined && others.length === 0) return { kind: 'created', campaign: only };
      if (only !== undefined) return { kind: 'unsure', error, candidates };
    } catch {
      listed = false; // the next look may be luckier
    }
  }
  return listed ? { kind: 'not seen', error } : { kind: 'unsure', error, candidates: [] };
}

/** New since the request left, with its name and assistant. */
function couldBe(campaign: Campaign, request: CreateCampaignRequest, before: ReadonlySet<string>): boolean {
  return (
    !before.has(campaign.id) &&
    campaign.name === request.name &&
    (campaign.assistant_id === '' || campaign.assistant_id === request.assistant_id)
  );
}

/** The size decides only between several: rows may be counted late, or be fewer than were sent. */
function bestOf(candidates: readonly Campaign[], request: CreateCampaignRequest): readonly Campaign[] {
  if (candidates.length < 2) return candidates;
  const sameSize = candidates.filter((campaign) => campaign.row_stats?.total === request.contacts.length);
  return sameSize.length === 1 ? sameSize : candidates;
}
