import type { CallSearch } from '../core/callRequests.ts';

/** The eight lists are required; an empty one filters nothing. */
export function callSearchBody(search: CallSearch) {
  const { call_ids, query, to_phone_number, newestFirst } = search;
  return {
    assignee_ids: search.assignee_ids ?? [],
    assistant_ids: search.assistant_ids ?? [],
    campaign_ids: search.campaign_ids ?? [],
    directions: search.directions ?? [],
    from_phone_numbers: search.from_phone_numbers ?? [],
    outcomes: search.outcomes ?? [],
    results: search.results ?? [],
    statuses: search.statuses ?? [],
    page: search.page,
    page_size: search.page_size,
    ...(call_ids === undefined ? {} : { call_ids }),
    ...(query === undefined || query === '' ? {} : { query }),
    ...(to_phone_number === undefined ? {} : { to_phone_number }),
    ...(newestFirst === true ? { sort_by: 'updated_at', sort_direction: 'desc' } : {}),
  };
}
