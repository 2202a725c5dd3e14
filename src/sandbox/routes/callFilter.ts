import * as z from 'zod';
import { callResults } from '../../core/row.ts';
import type { CallPlace } from '../actions/callActions.ts';
import { callOutcomeWord, callsFrom, orderOf, updatedMs, wasTakenOver } from '../answers/callAnswer.ts';
import { callState } from '../answers/callState.ts';
import type { Context } from '../sandboxContext.ts';
import { operator } from '../organization.ts';
import { revisionTraits, type Revision } from '../revision.ts';

const texts = z.array(z.string());

/** The filters that `launch-calls` and `call/search` share. An empty array does not filter. */
export function selectionShape(revision: Revision) {
  const { callStatuses, outcomes } = revisionTraits[revision];
  return {
    assignee_ids: texts,
    directions: z.array(z.enum(['inbound', 'outbound'])),
    outcomes: z.array(z.enum([...outcomes, 'none'])),
    results: z.array(z.enum([...callResults, 'none'])),
    statuses: z.array(z.enum(callStatuses)),
    query: z.string().optional(),
  };
}

/** The filters of `call/search` and of the export of calls. */
export function searchShape({ revision, pageBase }: Context) {
  return {
    ...selectionShape(revision),
    assistant_ids: texts,
    campaign_ids: texts,
    from_phone_numbers: texts,
    page: z.number().int().min(pageBase),
    page_size: z.number().int().min(1).max(maxPageSize),
    call_ids: texts.optional(),
    sort_by: z.string().optional(),
    sort_direction: z.enum(['asc', 'desc']).optional(),
    to_phone_number: z.string().optional(),
  };
}

const maxPageSize = 10_000;

export interface CallFilter {
  readonly assignee_ids: readonly string[];
  readonly directions: readonly string[];
  readonly outcomes: readonly string[];
  readonly results: readonly string[];
  readonly statuses: readonly string[];
  readonly query?: string | undefined;
  readonly assistant_ids?: readonly string[] | undefined;
  readonly campaign_ids?: readonly string[] | undefined;
  readonly from_phone_numbers?: readonly string[] | undefined;
  readonly call_ids?: readonly string[] | undefined;
  readonly to_phone_number?: string | undefined;
}

/** So many calls are filtered before the loop yields. */
const callsAtOnce = 20_000;

/** The calls that match a filter: the newest campaign first, each in the order of its rows. */
export async function matchingCalls(context: Context, filter: CallFilter): Promise<CallPlace[]> {
  const found: CallPlace[] = [];
  const matches = callMatcher(context, filter);
  let seen = 0;
  for (const campaign of context.state.callSources) {
    const run = campaign.pacer?.run;
    if (run === undefined) continue;
    for (let row = 0; row < run.states.total; row += 1) {
      seen += 1;
      if (seen % callsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
      const place = { campaign, run, row };
      if (matches(place)) found.push(place);
    }
  }
  return found;
}

/** Whether a call matches. The text comes last, because comparing it takes longest. */
export function callMatcher(context: Context, filter: CallFilter): (place: CallPlace) => boolean {
  const { state, revision } = context;
  const tests: ((place: CallPlace) => boolean)[] = [];
  const oneOf = <T>(wanted: readonly T[] | undefined, of: (place: CallPlace) => T) => {
    if (wanted === undefined || wanted.length === 0) return;
    const set = new Set(wanted);
    tests.push((place) => set.has(of(place)));
  };
  oneOf(filter.campaign_ids, ({ campaign }) => (campaign.single === undefined ? campaign.id : ''));
  oneOf(filter.assistant_ids, ({ campaign }) => campaign.order.assistant.id);
  oneOf(filter.from_phone_numbers, ({ campaign, run, row }) => callsFrom(orderOf(campaign, run, row)));
  oneOf(filter.directions, () => 'outbound');
  oneOf(filter.statuses, ({ run, row }) => callState(run, row).status);
  oneOf(filter.results, ({ run, row }) => run.lastResult(row) ?? 'none');
  oneOf(filter.outcomes, ({ run, row }) => callOutcomeWord(revision, run, row) ?? 'none');
  oneOf(filter.call_ids, ({ campaign, row }) =>
    state.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
  );
  oneOf(filter.assignee_ids, ({ campaign, run, row }) =>
    wasTakenOver(context, campaign, run, row) ? operator.id : '',
  );
  const number = filter.to_phone_number?.trim() ?? '';
  if (number !== '')
    tests.push(({ campaign, row }) => campaign.order.contacts.phoneNumber(row).includes(number));
  const query = filter.query?.trim() ?? '';
  if (query !== '') tests.push(({ campaign, row }) => campaign.order.contacts.matches(row, query));
  return (place) => tests.every((test) => test(place));
}

type SortKey = (place: CallPlace, revision: Revision) => string | number;

/** The fields that calls can be sorted by. Which ones the service accepts is not published. */
const sortKeys: Readonly<Record<string, SortKey>> = {
  created_at: ({ campaign }) => campaign.createdMs,
  updated_at: ({ campaign, run, row }) => updatedMs(campaign, run, row),
  scheduled_at: ({ run, row }) => callState(run, row).scheduledMs ?? 0,
  last_called_at: ({ run, row }) => run.attempts.lastStartMs(row) ?? 0,
  status: ({ run, row }) => callState(run, row).status,
  result: ({ run, row }) => run.lastResult(row) ?? '',
  outcome: ({ run, row }, revision) => callOutcomeWord(revision, run, row) ?? '',
  calls_count: ({ run, row }) => run.attemptCount(row),
  to_phone_number: ({ campaign, row }) => campaign.order.contacts.phoneNumber(row),
  from_phone_number: ({ campaign, run, row }) => callsFrom(orderOf(campaign, run, row)),
};
export const sortableFields = Object.keys(sortKeys);

/** Sorts in place. Calls with the same value keep their order, and an unknown field changes nothing. */
export function sortCalls(
  { revision }: Pick<Context, 'revision'>,
  calls: CallPlace[],
  field: string | undefined,
  direction: 'asc' | 'desc' = 'desc',
): void {
  const key = field !== undefined && Object.hasOwn(sortKeys, field) ? sortKeys[field] : undefined;
  if (key === undefined) {
    if (direction === 'asc') calls.sort((a, b) => a.campaign.createdMs - b.campaign.createdMs);
    return;
  }
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = calls.map((call) => ({ call, value: key(call, revision) }));
  keyed.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : 0));
  keyed.forEach(({ call }, index) => (calls[index] = call));
}
