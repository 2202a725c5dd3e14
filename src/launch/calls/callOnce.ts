import type { CreateCallRequest } from '../../core/callRequests.ts';
import { ApiError, messageOf } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import type { Call } from '../../core/row.ts';

/** How a single call ended that was sent once. */
export type CallOnceEnd =
  | { readonly kind: 'created'; readonly call: Call; readonly by: 'answer' | 'search' }
  /** No call was made; this is certain. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** The answer was lost, and the search does not show the call: it may still come. */
  | { readonly kind: 'cannot tell'; readonly problem: string };

export interface CallOnceOptions {
  readonly api: Pick<CampaignApi, 'createCall' | 'searchCalls'>;
  readonly request: CreateCallRequest;
  /** A UUID that is sent with the call and by which it is recognised later. */
  readonly id: string;
  readonly wait: (ms: number) => Promise<void>;
}

/** Name of the metadata field by which a call is recognised. */
const idField = 'revox_campaigns_call';

/** Pauses before each search for a call whose answer was lost. */
const searchesMs = [0, 2_000, 5_000, 10_000, 20_000];

/** Requests one call exactly once, and looks for the call if the answer was lost. Never rejects. */
export async function callOnce({ api, request, id, wait }: CallOnceOptions): Promise<CallOnceEnd> {
  try {
    const metadata = { ...request.metadata, [idField]: id };
    const call = await api.createCall({ ...request, metadata });
    if (call.id !== '') return { kind: 'created', call, by: 'answer' };
    return await find({ api, request, id, wait }, 'the server did not name the call');
  } catch (error) {
    const isNotSent = error instanceof ApiError && !error.mayHaveHappened;
    if (isNotSent) return { kind: 'refused', error };
    return find({ api, request, id, wait }, messageOf(error));
  }
}

async function find({ api, request, id, wait }: CallOnceOptions, problem: string): Promise<CallOnceEnd> {
  const { assistant_id, phone_number } = request;
  const question = { page_size: 20, assistant_ids: [assistant_id], to_phone_number: phone_number };
  for (const searchMs of searchesMs) {
    await wait(searchMs);
    const found = await api.searchCalls({ ...question, page: 0 }).catch(() => 'unread' as const);
    if (found === undefined) break;
    if (found === 'unread') continue;
    const call = found.calls.find(({ metadata }) => metadata?.[idField] === id);
    if (call !== undefined) return { kind: 'created', call, by: 'search' };
  }
  return { kind: 'cannot tell', problem };
}

/** Why no call was made. "Not found" may speak of the operation or of the assistant. */
export function refusalText(error: unknown): string {
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 405) return 'This server cannot make single calls.';
  return status === 404
    ? 'Either this server cannot make single calls, or the assistant no longer exists.'
    : messageOf(error);
}

const overStatuses: ReadonlySet<string> = new Set(['completed', 'errored', 'cancelled']);

/** Whether the service will make no further attempt of its own accord. */
export function isCallOver({ status }: Call): boolean {
  return overStatuses.has(status);
}

/** Whether at least one attempt has a transcript. */
export function hasTranscript({ call_attempts }: Call): boolean {
  return call_attempts.some(
    ({ transcript, post_call_transcript }) =>
      (transcript?.length ?? 0) > 0 || (post_call_transcript?.length ?? 0) > 0,
  );
}
