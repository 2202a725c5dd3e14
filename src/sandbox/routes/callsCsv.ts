import type { CallPlace } from '../actions/callActions.ts';
import { callOutcomeWord, callsFrom, metadataOf, summaryOf } from '../answers/callAnswer.ts';
import { isoOrNull } from '../answers/attemptProgress.ts';
import { callState } from '../answers/callState.ts';
import { contactOf } from '../conversation/contactOf.ts';
import { structuredOutputOf } from '../conversation/extractedValues.ts';
import type { Context } from '../sandboxContext.ts';
import { csvLine } from './csvLine.ts';

const contactColumns = ['first_name', 'last_name', 'email', 'company', 'job_title'] as const;
const columns = [
  'call_id',
  'campaign',
  'created_at',
  'to_phone_number',
  'from_phone_number',
  'direction',
  ...contactColumns,
  'status',
  'result',
  'outcome',
  'outcome_summary',
  'calls_count',
  'last_attempt_at',
] as const;

/** Calls as lines of CSV, each made when it is needed. */
export function* callsCsv(
  context: Context,
  calls: readonly CallPlace[],
  withMetadata: boolean,
  withOutput: boolean,
): Generator<string> {
  const metadata = withMetadata
    ? namesOf(calls, ({ campaign, row }) => Object.keys(metadataOf(campaign, row) ?? {}))
    : [];
  const output = withOutput
    ? namesOf(calls, ({ campaign }) =>
        (campaign.order.assistant.structured_output_config ?? []).map(({ name }) => name),
      )
    : [];
  yield csvLine([...columns, ...metadata.map((name) => `metadata.${name}`), ...output]);
  for (const place of calls) {
    const given: Readonly<Record<string, string>> = metadataOf(place.campaign, place.row) ?? {};
    const extracted = output.length === 0 ? {} : outputOf(context, place);
    yield csvLine([
      ...callCells(context, place),
      ...metadata.map((name) => given[name] ?? ''),
      ...output.map((name) => cellOf(extracted[name])),
    ]);
  }
}

function callCells(context: Context, { campaign, run, row }: CallPlace): string[] {
  const { order } = campaign;
  const variables = order.contacts.variables(row);
  const contact = contactOf(variables);
  return [
    context.state.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
    campaign.single === undefined ? order.name : '',
    isoOrNull(campaign.createdMs) ?? '',
    order.contacts.phoneNumber(row),
    callsFrom(order),
    'outbound',
    ...contactColumns.map((name) => contact[name] ?? ''),
    callState(run, row).status,
    run.lastResult(row) ?? '',
    callOutcomeWord(context.revision, run, row) ?? '',
    summaryOf(run, row, variables) ?? '',
    String(run.attemptCount(row)),
    isoOrNull(run.attempts.lastStartMs(row)) ?? '',
  ];
}

function outputOf({ state }: Context, { campaign, run, row }: CallPlace): Readonly<Record<string, unknown>> {
  const attempt = run.attemptCount(row);
  const endMs = run.lastEndMs(row);
  if (endMs === undefined || endMs > run.nowMs) return {};
  const { conversation } = run.outcome(row, attempt);
  if (conversation === undefined) return {};
  const { assistant, contacts } = campaign.order;
  const place = [state.seed, campaign.number, row, attempt];
  return structuredOutputOf(assistant, conversation, contacts.variables(row), endMs, place) ?? {};
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function namesOf(calls: readonly CallPlace[], of: (place: CallPlace) => readonly string[]): string[] {
  const names = new Set<string>();
  for (const place of calls.slice(0, 10_000)) for (const name of of(place)) names.add(name);
  return [...names];
}
