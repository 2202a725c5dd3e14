import { callStatuses, resultFilters } from '../../core/row.ts';
import { rowCategories } from '../../core/rowCategory.ts';
import type { RowsQuestion, SavedRows } from '../../panels/contract/protocolRows.ts';

/** What a previous instance of the page left, read with care: another version may have written it. */
export function readSaved(state: unknown): Partial<SavedRows> {
  const { question, scroll, campaignId } = record(state);
  const { top, left } = record(scroll);
  return {
    ...(typeof campaignId === 'string' && { campaignId }),
    ...(question !== undefined && { question: readQuestion(record(question)) }),
    ...(typeof top === 'number' && typeof left === 'number' && { scroll: { top, left } }),
  };
}

function readQuestion(saved: Readonly<Record<string, unknown>>): RowsQuestion {
  const { page, page_size, query, statuses, result, category, sort } = saved;
  const { columnId, descending } = record(sort);
  return {
    page: typeof page === 'number' ? page : 0,
    page_size: typeof page_size === 'number' ? page_size : 100,
    query: typeof query === 'string' ? query : '',
    statuses: callStatuses.filter((status) => Array.isArray(statuses) && statuses.includes(status)),
    result: resultFilters.find((known) => known === result),
    category: rowCategories.find((known) => known === category),
    sort: typeof columnId === 'string' ? { columnId, descending: descending === true } : undefined,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
