import { resultFilters, type ResultFilter } from '../../core/row.ts';
import { json, jsonHeaders, type Answer } from '../http/answer.ts';
import { assistantAnswer } from '../answers/assistantAnswer.ts';
import { assistantMark, withAssistant } from '../answers/embeddedJson.ts';
import { rowAnswer } from '../answers/rowAnswer.ts';
import type { Context } from '../sandboxContext.ts';
import { revisionTraits, type CallStatusWord } from '../revision.ts';
import { oneOf, wholeNumber } from './queryParameters.ts';
import { searchRows } from './rowsSearch.ts';
import type { SandboxCampaign } from '../sandboxState.ts';

const defaultPageSize = 50;
const maxPageSize = 10_000;

/** `GET /campaigns/{id}/rows`. Since 0.2.0 it takes no parameters and answers all rows at once. */
export async function rowsRoute(
  context: Context,
  campaign: SandboxCampaign,
  query: URLSearchParams,
): Promise<Answer> {
  const { pageBase, revision } = context;
  if (!revisionTraits[revision].pagesRows) return allRows(context, campaign);
  const page = wholeNumber(query, 'page', pageBase, pageBase, Number.MAX_SAFE_INTEGER);
  const pageSize = wholeNumber(query, 'page_size', defaultPageSize, 1, maxPageSize);
  const found = await searchRows(campaign, {
    query: (query.get('query') ?? '').trim(),
    statuses: statuses(context, query),
    result: result(query),
  });
  const total = found?.length ?? campaign.order.contacts.length;
  const start = (page - pageBase) * pageSize;
  const numbers = Array.from({ length: Math.max(0, Math.min(pageSize, total - start)) }, (_, at) =>
    found === undefined ? start + at : (found[start + at] ?? 0),
  );
  const rows = numbers.map((row) => rowAnswer(context, campaign, row));
  return json({ page, page_size: pageSize, rows, total });
}

/** Makes each row while the answer is sent: the text of a big campaign would not fit into memory. */
function allRows(context: Context, campaign: SandboxCampaign): Answer {
  const assistant = JSON.stringify(assistantAnswer(context.revision, campaign.order.assistant));
  function* pieces(): Generator<string> {
    yield '{"rows":[';
    for (let row = 0; row < campaign.order.contacts.length; row += 1) {
      const answer = rowAnswer(context, campaign, row, assistantMark);
      yield (row === 0 ? '' : ',') + withAssistant(answer, assistant);
    }
    const { length: total } = campaign.order.contacts;
    yield context.odd ? `],"page":0,"page_size":${total},"total":${total}}` : ']}';
  }
  return { status: 200, headers: jsonHeaders, body: pieces() };
}

/** The separator is not documented, so both a comma and a repeated parameter are accepted. */
function statuses({ revision }: Context, query: URLSearchParams): CallStatusWord[] {
  const known = revisionTraits[revision].callStatuses;
  const names = query.getAll('statuses').flatMap((value) => value.split(','));
  return names.filter((name) => name !== '').map((name) => oneOf('statuses', name, known));
}

function result(query: URLSearchParams): ResultFilter {
  return oneOf('result', query.get('result') ?? 'all', resultFilters);
}
